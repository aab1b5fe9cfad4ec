import { sql } from 'kysely'
import type { Transaction } from './database.ts'

type Connection = Pick<Transaction, 'getExecutor'>

/** Whether this database has passed `name`, such as `demonstration`. */
export async function hasReached(connection: Connection, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.milestone where name = ${name}`.execute(
    connection as Transaction,
  )
  return rows.length > 0
}

/** Remembers for ever that it was done; give it the transaction that did it. */
export async function markReached(connection: Connection, name: string): Promise<void> {
  await sql`insert into platform.milestone (name) values (${name}) on conflict do nothing`.execute(
    connection as Transaction,
  )
}
