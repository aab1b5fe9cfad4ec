import { sql } from 'kysely'
import { type Cell, copyInto } from '#platform/bulk'
import type { Transaction } from '#platform/database'

/**
 * Writes many rows into a table with row-level security, where COPY may not go by itself: by COPY into a table of
 * this transaction, then in one statement that the policies check. `columns` are our own names, never a person's
 * text. Returns how many rows were written; `onConflict` is what follows `on conflict`.
 */
export async function loadRows(
  transaction: Transaction,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  onConflict?: string,
): Promise<number> {
  const names = columns.join(', ')
  const incoming = `pg_temp.incoming_${table.replace('.', '_')}`
  await sql`${sql.raw(`create temporary table ${incoming.slice(8)} on commit drop as
    select ${names} from ${table} with no data`)}`.execute(transaction)
  const count = await copyInto(transaction, `${incoming} (${names})`, rows)
  await sql`${sql.raw(`insert into ${table} (${names}) select ${names} from ${incoming}
    ${onConflict ? `on conflict ${onConflict}` : ''}`)}`.execute(transaction)
  await sql`${sql.raw(`drop table ${incoming}`)}`.execute(transaction)
  return count
}
