import { sql } from 'kysely'
import { firstDayOf, type LocalDate, monthOf } from '#calendar'
import type { Database, Transaction } from '#platform/database'
import { type PublishedFigures, tabulate } from './publication-figures.ts'
import { findLastMeasuring } from './readings.ts'

/** What everybody was told of a month. */
export interface Publication {
  /** The first day of the month. */
  month: LocalDate
  /** The day the figures are of. */
  measuredOn: LocalDate
  publishedAt: Date
  figures: PublishedFigures
}

type Connection = Pick<Transaction, 'getExecutor'>

/**
 * Tells the public of a month, once: of what was measured last on or before `today`. Returns undefined when the month was
 * told already or nothing was measured in it. Acts as the machine.
 */
export async function publishMonth(
  transaction: Transaction,
  { today }: { today: LocalDate },
): Promise<Publication | undefined> {
  const month = firstDayOf(monthOf(today))
  await sql`select pg_advisory_xact_lock(hashtext('indicators.publication'))`.execute(transaction)
  const latest = (await listPublications(transaction, 1))[0]
  if (latest && latest.month >= month) return undefined
  const last = await findLastMeasuring(
    transaction,
    sql`metric = 'recipients' and measured_on <= ${today}::date`,
  )
  if (!last || last.on < month) return undefined
  const figures = await tabulate(transaction, { on: last.on, before: latest?.figures })
  await sql`insert into indicators.publication (month, measured_on, figures)
    values (${month}, ${last.on}, ${JSON.stringify(figures)}::jsonb)`.execute(transaction)
  return (await listPublications(transaction, 1))[0]
}

const columns = sql`month, measured_on as "measuredOn", published_at as "publishedAt", figures`

/** What was published, the latest month first. Asks for nobody: everybody may read it. */
export async function listPublications(connection: Connection, limit = 120): Promise<Publication[]> {
  const { rows } = await sql<Publication>`select ${columns} from indicators.publication
    order by month desc limit ${limit}`.execute(connection as Database['query'])
  return rows
}

/** The publication of a month, by its first day, or the latest; undefined when there is none. */
export async function findPublication(
  connection: Connection,
  month?: LocalDate,
): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`select ${columns} from indicators.publication
    where ${month ?? null}::date is null or month = ${month ?? null}::date order by month desc limit 1`.execute(
    connection as Database['query'],
  )
  return rows[0]
}
