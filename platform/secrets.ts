import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The secret of that name, 256 random bits in base64url, made when it is first asked for and the same ever after. */
export async function getSecret(database: Database, name: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  await sql`insert into platform.secret (name, value) values (${name}, ${fresh}) on conflict do nothing`.execute(
    database.query,
  )
  const { rows } = await sql<{
    value: string
  }>`select value from platform.secret where name = ${name}`.execute(database.query)
  const secret = rows[0]
  if (!secret) throw new Error(`The secret ${name} could not be kept`)
  return secret.value
}
