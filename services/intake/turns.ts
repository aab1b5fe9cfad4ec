import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** The lock under which the command brings a list in: it has no work on the queue that officers could be told of. */
export function turnOf(fileId: number): string {
  return `intake.turn ${fileId}`
}

/** Whether the command brings the list in just now; it waits for this transaction before it begins. */
export async function isTurnTaken(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql<{
    isFree: boolean
  }>`select pg_try_advisory_xact_lock_shared(hashtext(${turnOf(fileId)})) as "isFree"`.execute(transaction)
  return rows[0]?.isFree !== true
}
