import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { Officer } from './sessions.ts'

/** The officer with that user name, for commands that act in somebody's name; undefined when there is none. */
export async function findOfficerNamed(database: Database, username: string): Promise<Officer | undefined> {
  const { rows } =
    await sql<Officer>`select u.id, u.username, u.name, o.role, o.unit_uid as "unitUid", o.areas, o.agency
    from platform.account_user u join platform.officer o on o.user_id = u.id
    where u.username = ${username.trim().toLowerCase()}`.execute(database.query)
  return rows[0]
}
