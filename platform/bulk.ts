import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type CompiledQuery, CompiledQuery as Query, type RawBuilder, sql } from 'kysely'
import { from, to } from 'pg-copy-streams'
import { clientOf, type Transaction } from './database.ts'

/** A cell of COPY: text is written as it is, undefined and null as SQL's null, a list as an array of PostgreSQL. */
export type Cell = string | number | bigint | boolean | Date | null | undefined | readonly (string | number)[]

/**
 * Writes many rows by COPY, tens of thousands a second and more; returns how many.
 * `target` is `schema.table(column, …)`: our own text, never a person's.
 */
export async function copyInto(
  transaction: Transaction,
  target: string,
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<number> {
  const client = await clientOf(transaction)
  const stream = client.query(from(`copy ${target} from stdin`))
  await pipeline(linesOf(rows), stream)
  return stream.rowCount
}

/** Reads many rows by COPY as cells of text (null where SQL has null), in chunks of a few thousand bytes at a time. */
export async function* copyOut(transaction: Transaction, select: string): AsyncGenerator<(string | null)[]> {
  const client = await clientOf(transaction)
  const stream = client.query(to(`copy (${select}) to stdout`))
  stream.setEncoding('utf8')
  let rest = ''
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.split('\t').map(readCell)
  }
}

/** The rows of a query as CSV with a line of headings: empty is SQL's null, and an empty text stands in quotes. */
export async function streamCsv(transaction: Transaction, select: string): Promise<Readable> {
  const client = await clientOf(transaction)
  return client.query(to(`copy (${select}) to stdout (format csv, header)`))
}

/** Rows of any query, `batch` at a time by a cursor, so that a province does not have to fit in memory. */
export async function* streamRows<Row>(
  transaction: Transaction,
  query: RawBuilder<Row> | { compile(): CompiledQuery<Row> },
  { batch = 5_000 }: { batch?: number } = {},
): AsyncGenerator<Row[]> {
  const { sql: text, parameters } = query.compile(transaction)
  const cursor = `cursor_${++cursors}`
  await transaction.executeQuery(Query.raw(`declare ${cursor} no scroll cursor for ${text}`, [...parameters]))
  const fetch = sql<Row>`fetch ${sql.lit(batch)} from ${sql.ref(cursor)}`
  for (;;) {
    const { rows } = await fetch.execute(transaction)
    if (rows.length > 0) yield rows
    if (rows.length < batch) break
  }
  await transaction.executeQuery(Query.raw(`close ${cursor}`))
}

/**
 * The ids that a query gives, in its order: eight bytes each, so that a list of a million may be taken out page after
 * page while rows of it come, go and change places. The query selects one column, `id`.
 */
export async function readIds(
  transaction: Transaction,
  query: RawBuilder<{ id: number }>,
): Promise<Float64Array> {
  let ids = new Float64Array(10_000)
  let count = 0
  for await (const rows of streamRows(transaction, query, { batch: 10_000 })) {
    if (count + rows.length > ids.length) {
      const longer = new Float64Array(ids.length * 2)
      longer.set(ids)
      ids = longer
    }
    for (const { id } of rows) ids[count++] = id
  }
  return ids.slice(0, count)
}

let cursors = 0

/** COPY's text form in pieces of about 64 kB: one write a row would cost more than the rows. */
async function* linesOf(rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>) {
  let text = ''
  for await (const row of rows) {
    text += `${row.map(writeCell).join('\t')}\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  if (text) yield text
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const unescapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' }

function writeCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N'
  if (typeof cell === 'string') return escapeText(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'object') return escapeText(`{${cell.map(quoteItem).join(',')}}`)
  return String(cell)
}

function escapeText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text
}

function quoteItem(item: string | number): string {
  return typeof item === 'number' ? String(item) : `"${item.replace(/["\\]/g, '\\$&')}"`
}

function readCell(cell: string): string | null {
  if (cell === '\\N') return null
  return cell.includes('\\')
    ? cell.replace(/\\(.)/g, (_, letter: string) => unescapes[letter] ?? letter)
    : cell
}
