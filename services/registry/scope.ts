import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/**
 * The unit a list is about: the one asked for, or else the actor's own; undefined for the whole province. Row-level
 * security would leave the same rows, but only a unit named in the query lets an index find them.
 */
export async function unitOfList(transaction: Transaction, unitUid?: string): Promise<string | undefined> {
  if (unitUid !== undefined && unitUid !== 'province') return unitUid
  const { rows } = await sql<{
    scope: string | null
  }>`select current_setting('app.scope', true) as scope`.execute(transaction)
  const scope = rows[0]?.scope
  return scope && scope !== 'province' ? scope : undefined
}
