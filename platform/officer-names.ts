import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * What every officer is called, by the name the audit log gives them (`officer:ID`). Accounts are closed to actors,
 * while a name is no secret among colleagues: a few hundred, read before one begins to act for somebody.
 */
export async function namesOfOfficers(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select u.id, u.name from platform.account_user u
    join platform.officer o on o.user_id = u.id`.execute(database.query)
  return new Map(rows.map(({ id, name }) => [`officer:${id}`, name]))
}
