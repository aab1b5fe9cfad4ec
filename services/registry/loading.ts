import { type RawBuilder, sql } from 'kysely'
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

/** Takes `count` numbers of a table for rows to come; returns the first. They follow each other without a gap. */
export async function reserveNumbers(
  transaction: Transaction,
  table: 'registry.person' | 'registry.household',
  count: number,
): Promise<number> {
  if (count === 0) return 0
  await sql`select pg_advisory_xact_lock(hashtext(${`numbers ${table}`}))`.execute(transaction)
  for (;;) {
    const { rows } = await sql<{
      first: number
      last: number
    }>`select min(number) as first, max(number) as last
      from (select nextval(pg_get_serial_sequence(${table}, 'id')) as number
        from generate_series(1, ${count})) as taken`.execute(transaction)
    const taken = rows[0]
    // Somebody may have added a row of their own in between: then the block has a gap, and the next is tried.
    if (taken && taken.last - taken.first === count - 1) return taken.first
  }
}

/** Takes `count` numbers of a table for rows to come, rising; others may take some in between. Nobody waits. */
export async function takeNumbers(
  transaction: Transaction,
  table: 'registry.person' | 'registry.household',
  count: number,
): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ number: number }>`select nextval(sequence) as number
    from (select pg_get_serial_sequence(${table}, 'id')::regclass as sequence offset 0) as its,
      generate_series(1, ${count})`.execute(transaction)
  return rows.map(({ number }) => number)
}

/**
 * The order in which many rows are given to an index that forbids overlaps, by the number it begins with: every
 * seventh, then those between. Rising numbers leave each of its pages half empty behind them, and every page is one
 * more that each later row is compared with: in this order a third fewer, and a sixth to a quarter less time.
 */
export function inStrides(column: 'id' | 'person_id'): RawBuilder<unknown> {
  return sql`${sql.ref(column)} % 7, ${sql.ref(column)}`
}

/**
 * One column of many rows as PostgreSQL writes an array, for `unnest(…::text[], …::date[])`: a third of what the
 * database needs to take the same rows from JSON. Missing values are null.
 */
export function arrayOf<Row>(
  rows: readonly Row[],
  cellOf: (row: Row) => string | number | null | undefined,
): string {
  let text = ''
  for (const row of rows) {
    const cell = cellOf(row)
    text += text === '' ? '{' : ','
    if (cell === null || cell === undefined) text += 'NULL'
    else if (typeof cell === 'number') text += cell
    else text += `"${/["\\]/.test(cell) ? cell.replace(/["\\]/g, '\\$&') : cell}"`
  }
  return text === '' ? '{}' : `${text}}`
}
