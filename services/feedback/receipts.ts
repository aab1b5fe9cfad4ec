import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** A receipt as it is written: GY-XXXX-XXXX. */
export function isReceiptCode(text: string): boolean {
  return /^GY(-[2-9A-HJ-NP-Z]{4}){2}$/.test(text)
}

const receiptLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A new one: nobody guesses it, and nobody mistakes one letter of it for another. */
export function makeReceiptCode(): string {
  const four = () =>
    Array.from({ length: 4 }, () => receiptLetters[randomInt(receiptLetters.length)]).join('')
  return `GY-${four()}-${four()}`
}

/** For the rest of this transaction of a citizen, the message of this receipt is theirs to see. */
export async function showReceipt(connection: Kysely<unknown>, code: string): Promise<void> {
  await sql`select set_config('feedback.receipt', ${code}, true)`.execute(connection)
}
