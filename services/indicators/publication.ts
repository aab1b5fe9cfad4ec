import { sql } from 'kysely'
import { firstDayOf, type LocalDate, monthOf } from '#calendar'
import type { Database, Transaction } from '#platform/database'
import { principleKeys } from './catalogue.ts'
import { type PublishedFigures, tabulate } from './publication-figures.ts'

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
 * Tells the public of every month that was measured and not told yet, each once and the oldest first: of what was measured
 * last in it, on or before `today`. The month of today waits for the first sweep, so that it is not told without its three
 * principles. Months before one that was told stay untold. Returns what was told now. Acts as the machine.
 */
export async function publishMonths(
  transaction: Transaction,
  { today }: { today: LocalDate },
): Promise<Publication[]> {
  await sql`select pg_advisory_xact_lock(hashtext('indicators.publication'))`.execute(transaction)
  let [before] = await listPublications(transaction, 1)
  const told: Publication[] = []
  for (const on of await listUntold(transaction, { today, after: before?.month })) {
    const figures = await tabulate(transaction, { on, before: before?.figures })
    const { rows } = await sql<Publication>`insert into indicators.publication (month, measured_on, figures)
      values (${firstDayOf(monthOf(on))}, ${on}, ${JSON.stringify(figures)}::jsonb) returning ${columns}`.execute(
      transaction,
    )
    before = rows[0]
    told.push(...rows)
  }
  return told
}

/** The last day of each month on which the recipients were counted, of the months after one that was told. */
async function listUntold(
  transaction: Transaction,
  { today, after }: { today: LocalDate; after: LocalDate | undefined },
): Promise<LocalDate[]> {
  const { rows } = await sql<{ on: LocalDate }>`select max(measured_on) as on from indicators.measured
    where metric = 'recipients' and unit_uid = 'province' and measured_on <= ${today}::date
      and measured_on >= coalesce(${after ?? null}::date + interval '1 month', '-infinity')
      and (measured_on < date_trunc('month', ${today}::date) or exists (select from indicators.measured
        where metric = any(${Object.values(principleKeys)}) and measured_on <= ${today}::date
          and measured_on >= date_trunc('month', ${today}::date)))
    group by date_trunc('month', measured_on) order by 1`.execute(transaction)
  return rows.map(({ on }) => on)
}

const columns = sql`month, measured_on as "measuredOn", published_at as "publishedAt", figures`

/** What was published, the latest month first. Asks for nobody: everybody may read it. */
export async function listPublications(connection: Connection, limit = 120): Promise<Publication[]> {
  const { rows } = await sql<Publication>`select ${columns} from indicators.publication
    order by month desc limit ${limit}`.execute(connection as Database['query'])
  return rows
}

/** The first days of the months that were published, the latest first. */
export async function listPublishedMonths(connection: Connection): Promise<LocalDate[]> {
  const { rows } = await sql<{
    month: LocalDate
  }>`select month from indicators.publication order by month desc`.execute(connection as Database['query'])
  return rows.map(({ month }) => month)
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
