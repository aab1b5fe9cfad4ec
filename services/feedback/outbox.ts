import type { Transaction } from '#platform/database'
export async function enqueueMail(
  _transaction: Transaction,
  _mail: {
    to: string
    subject: string
    text: string
    about: { kind: string; id: string }
    idempotencyKey: string
  },
): Promise<void> {}
