import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/**
 * The unit a list is about: the one asked for, or else the actor's own; undefined for the whole province. Row-level
 * security would leave the same rows, but only a unit named in the query lets an index find them.
 */
export async function unitOfList(transaction: Transaction, unitUid?: string): Promise<string | undefined> {
  if (unitUid !== undefined && unitUid !== 'province') return unitUid
  const { scope } = await readActor(transaction)
  return scope && scope !== 'province' ? scope : undefined
}

/** Who the transaction acts for, as the audit log names them, and whose people they see. */
export async function readActor(transaction: Transaction): Promise<{ name: string; scope: string }> {
  const { rows } = await sql<{ name: string | null; scope: string | null }>`select platform.actor() as name,
    current_setting('app.scope', true) as scope`.execute(transaction)
  return { name: rows[0]?.name ?? '', scope: rows[0]?.scope ?? '' }
}

/**
 * Does what two officers have agreed on with the sight of the whole province, because a move begins in one commune
 * and ends in another. Whoever calls this has checked that the actor may decide; the log still names the actor.
 */
export async function asProvince<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  const { scope } = await readActor(transaction)
  const see = (whose: string) => sql`select set_config('app.scope', ${whose}, true)`.execute(transaction)
  await see('province')
  try {
    return await work()
  } finally {
    // A transaction that the database has given up answers nothing more, and forgets the setting by itself.
    await see(scope).catch(() => undefined)
  }
}
