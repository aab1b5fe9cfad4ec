import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { findMetric } from './catalogue.ts'
import { type FigureProblem, problemOf } from './figure-problems.ts'
import type { Metric } from './metric.ts'
import { type Measurement, measure } from './readings.ts'

/** What somebody says a metric was on a day. */
export interface Reported {
  id: number
  key: string
  unitUid: string
  on: LocalDate
  value: number
  note: string | undefined
  /** The paper it was taken from, as written. */
  document: string | undefined
  /** Who said so: `officer:ID`. */
  by: string
  at: Date
  /** The report it corrects. */
  replaces: number | undefined
  /** Corrected by a later one. */
  isReplaced: boolean
}

export interface NewReport {
  key: string
  /** A commune's uid, or `province`. */
  unitUid: string
  on: LocalDate
  value: number
  note?: string | undefined
  document?: string | undefined
  idempotencyKey: string
  today: LocalDate
}

interface Row extends Omit<Reported, 'note' | 'document' | 'replaces'> {
  note: string | null
  document: string | null
  replaces: number | null
}

const columns = sql`id, metric as key, unit_uid as "unitUid", reported_on as on, value::float8 as value, note, document,
  reported_by as by, reported_at as at, replaces,
  exists (select from indicators.reported as later where later.replaces = reported.id) as "isReplaced"`

/**
 * Keeps what somebody reports; what stood for that unit and day is replaced and stays readable. The same key twice is
 * once. A figure that cannot be is refused with what is wrong.
 */
export async function reportFigure(
  transaction: Transaction,
  report: NewReport,
): Promise<{ ok: true; reported: Reported } | { ok: false; because: FigureProblem }> {
  const { key, unitUid, on, value, note, document, idempotencyKey, today } = report
  const because = problemOf(findMetric(key), { value, on, today })
  if (because) return { ok: false, because }
  // Two at once wait for each other: the second replaces the first, or is the same one again.
  await sql`select pg_advisory_xact_lock(hashtext(concat('indicators.reported ', ${key}::text, ' ', ${unitUid}::text)))`.execute(
    transaction,
  )
  const again = await findByKey(transaction, idempotencyKey)
  if (again) return { ok: true, reported: again }
  const { rows } = await sql<Row>`insert into indicators.reported
      (metric, unit_uid, reported_on, value, note, document, idempotency_key, replaces)
    values (${key}, ${unitUid}, ${on}, ${value}, ${note || null}, ${document || null}, ${idempotencyKey},
      (select id from indicators.reported as before where metric = ${key} and unit_uid = ${unitUid}
        and reported_on = ${on}::date
        and not exists (select from indicators.reported as later where later.replaces = before.id)))
    returning ${columns}`.execute(transaction)
  const reported = reportedOf(rows[0] as Row)
  await recordChange(transaction, 'reportFigure', subjectOf(report), {
    on,
    value,
    document,
    replaces: reported.replaces,
  })
  return { ok: true, reported }
}

async function findByKey(transaction: Transaction, idempotencyKey: string): Promise<Reported | undefined> {
  const { rows } = await sql<Row>`select ${columns} from indicators.reported
    where idempotency_key = ${idempotencyKey} and reported_by = platform.actor()`.execute(transaction)
  return rows[0] && reportedOf(rows[0])
}

/** As the audit log names a metric of a unit. */
export function subjectOf({ key, unitUid }: { key: string; unitUid: string }) {
  return { kind: 'indicator', id: key, ...(unitUid === 'province' ? {} : { unitUid }) }
}

/** What was reported of a metric and unit, the latest day first and of a day the report that stands first. */
export async function listReported(
  transaction: Transaction,
  { key, unitUid = 'province', limit = 50 }: { key: string; unitUid?: string; limit?: number },
): Promise<Reported[]> {
  const { rows } = await sql<Row>`select ${columns} from indicators.reported
    where metric = ${key} and unit_uid = ${unitUid} order by reported_on desc, id desc limit ${limit}`.execute(
    transaction,
  )
  return rows.map(reportedOf)
}

/** The keys of the metrics of which anything was ever reported for a unit. */
export async function listReportedKeys(transaction: Transaction, unitUid = 'province'): Promise<Set<string>> {
  const { rows } = await sql<{ metric: string }>`select distinct metric from indicators.reported
    where unit_uid = ${unitUid}`.execute(transaction)
  return new Set(rows.map(({ metric }) => metric))
}

/** The two kinds of figure side by side. */
export interface Comparison {
  /** The last figure that was measured by the day asked for. */
  measured: Measurement | undefined
  /** The last that was reported by then and stands. */
  reported: Reported | undefined
  /** What was measured on or before the day of the report: only that may be laid against it. */
  measuredThen: Measurement | undefined
  /** Reported less measured, as of the day of the report. */
  difference: number | undefined
  /** Further apart than counting on another day explains. */
  diverges: boolean
}

/** What was measured beside what somebody says, of a unit on a day. */
export async function compare(
  transaction: Transaction,
  { key, unitUid = 'province', on }: { key: string; unitUid?: string; on: LocalDate },
): Promise<Comparison> {
  const { rows } = await sql<Row>`select ${columns} from indicators.reported
    where metric = ${key} and unit_uid = ${unitUid} and reported_on <= ${on}::date
      and not exists (select from indicators.reported as later where later.replaces = reported.id)
    order by reported_on desc limit 1`.execute(transaction)
  const reported = rows[0] && reportedOf(rows[0])
  const measured = await measure(transaction, { key, unitUid, on })
  const measuredThen = reported && (await measure(transaction, { key, unitUid, on: reported.on }))
  const metric = findMetric(key)
  const difference =
    reported && measuredThen?.value !== undefined
      ? Math.round((reported.value - measuredThen.value) * 10) / 10
      : undefined
  return {
    measured,
    reported,
    measuredThen,
    difference,
    diverges:
      metric !== undefined &&
      difference !== undefined &&
      Math.abs(difference) > toleranceOf(metric, measuredThen?.value ?? 0),
  }
}

/** How far apart the two may be before it is marked: one point or day; of a count two in a hundred, and always one. */
function toleranceOf({ unit }: Pick<Metric, 'unit'>, measured: number): number {
  return unit === 'percent' || unit === 'days' ? 1 : Math.max(1, Math.abs(measured) * 0.02)
}

function reportedOf({ note, document, replaces, ...row }: Row): Reported {
  return { ...row, note: note ?? undefined, document: document ?? undefined, replaces: replaces ?? undefined }
}
