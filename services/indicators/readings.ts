import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import { findMetric, getMetric } from './catalogue.ts'
import { type Metric, splitOf } from './metric.ts'
import { figureOf, type Standing, standingOfValue } from './value.ts'

/** A figure as it was measured; `value` is undefined where there was nobody to be a share of. */
export interface Measurement {
  value: number | undefined
  part: number
  whole: number | undefined
  /** The day the figure is of: the last that was measured, on or before the day asked for. */
  asOf: LocalDate
  takenAt: Date
  /** The figure of a day gone by, counted later by what is known now. */
  isRecounted: boolean
  standing: Standing
}

/** What is asked: of which part of a metric. */
export interface MeasureOf {
  key: string
  /** One benefit … */
  benefit?: string
  /** … or the people of one area of duty. */
  area?: DutyArea
}

interface Row {
  unit_uid: string
  split: string
  measured_on: LocalDate
  taken_at: Date
  part: number
  whole: number | null
  is_recounted: boolean
}

const columns = sql`unit_uid, split, measured_on, taken_at, part, whole,
  measured_on < (taken_at at time zone 'Asia/Ho_Chi_Minh')::date as is_recounted`

/**
 * What a metric was on a day, of a unit or of the province: undefined is *not measured*, which is never zero. A commune's
 * officer sees their own commune alone.
 */
export async function measure(
  transaction: Transaction,
  { unitUid = 'province', on, ...of }: MeasureOf & { unitUid?: string; on: LocalDate },
): Promise<Measurement | undefined> {
  const metric = findMetric(of.key)
  if (!metric) return undefined
  const { rows } = await sql<Row>`select ${columns} from indicators.measured
    where metric = ${of.key} and split = ${splitOf(of)} and unit_uid = ${unitUid} and measured_on <= ${on}::date
    order by measured_on desc, taken_at desc limit 1`.execute(transaction)
  return rows[0] && measurementOf(metric, rows[0])
}

/** Several metrics at once, by key; those that were never measured are left out. */
export async function measureMany(
  transaction: Transaction,
  {
    keys,
    unitUid = 'province',
    on,
    ...of
  }: Omit<MeasureOf, 'key'> & {
    keys: readonly string[]
    unitUid?: string
    on: LocalDate
  },
): Promise<Map<string, Measurement>> {
  const { rows } = await sql<Row & { metric: string }>`select distinct on (metric) metric, ${columns}
    from indicators.measured where metric = any(${keys}) and split = ${splitOf({ ...of })}
      and unit_uid = ${unitUid} and measured_on <= ${on}::date
    order by metric, measured_on desc, taken_at desc`.execute(transaction)
  return new Map(rows.map((row) => [row.metric, measurementOf(getMetric(row.metric), row)]))
}

/** A commune's figure. */
export interface CommuneMeasurement extends Measurement {
  unitUid: string
  /** As the table of units names it: `Phường Vinh Phú`. */
  name: string
}

/**
 * A metric of each commune on a day, by name: as they were all measured together, on the last day that any was. Empty
 * where it was not measured or is not told apart by commune.
 */
export async function measureByCommune(
  transaction: Transaction,
  { on, ...of }: MeasureOf & { on: LocalDate },
): Promise<CommuneMeasurement[]> {
  const metric = findMetric(of.key)
  if (!metric) return []
  const split = splitOf(of)
  const { rows } = await sql<Row & { name: string }>`select distinct on (unit_uid) name, ${columns}
    from indicators.measured join registry.unit on uid = unit_uid
    where metric = ${of.key} and split = ${split} and level = 'commune' and measured_on = (
      select max(measured_on) from indicators.measured
      where metric = ${of.key} and split = ${split} and measured_on <= ${on}::date)
    order by unit_uid, taken_at desc`.execute(transaction)
  return rows
    .map((row) => ({ ...measurementOf(metric, row), unitUid: row.unit_uid, name: row.name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** A metric told apart by benefit or by area, in the order of what it counts. */
export async function measureBySplit(
  transaction: Transaction,
  {
    key,
    by,
    unitUid = 'province',
    on,
  }: {
    key: string
    by: 'benefit' | 'area'
    unitUid?: string
    on: LocalDate
  },
): Promise<(Measurement & { of: string })[]> {
  const metric = findMetric(key)
  if (!metric) return []
  const { rows } = await sql<Row>`select distinct on (split) ${columns} from indicators.measured
    where metric = ${key} and split like ${`${by}:%`} and unit_uid = ${unitUid} and measured_on = (
      select max(measured_on) from indicators.measured
      where metric = ${key} and unit_uid = ${unitUid} and measured_on <= ${on}::date)
    order by split, taken_at desc`.execute(transaction)
  return rows
    .map((row) => ({ ...measurementOf(metric, row), of: row.split.slice(by.length + 1) }))
    .sort((one, other) => (other.whole ?? other.part) - (one.whole ?? one.part))
}

/** A metric over time, the oldest first: one figure a day, the one that was taken last. */
export async function measureOverTime(
  transaction: Transaction,
  { unitUid = 'province', from, to, ...of }: MeasureOf & { unitUid?: string; from: LocalDate; to: LocalDate },
): Promise<Measurement[]> {
  const metric = findMetric(of.key)
  if (!metric) return []
  const { rows } = await sql<Row>`select distinct on (measured_on) ${columns} from indicators.measured
    where metric = ${of.key} and split = ${splitOf(of)} and unit_uid = ${unitUid}
      and measured_on between ${from}::date and ${to}::date
    order by measured_on, taken_at desc`.execute(transaction)
  return rows.map((row) => measurementOf(metric, row))
}

/** The last day on which anything was measured for the actor's sight, and when. */
export async function findLastMeasuring(
  transaction: Transaction,
  condition: RawBuilder<unknown> = sql`true`,
): Promise<{ on: LocalDate; takenAt: Date } | undefined> {
  const { rows } = await sql<{ on: LocalDate; takenAt: Date }>`select measured_on as on, taken_at as "takenAt"
    from indicators.measured where ${condition} order by measured_on desc, taken_at desc limit 1`.execute(
    transaction,
  )
  return rows[0]
}

function measurementOf(
  metric: Metric,
  { measured_on, taken_at, part, whole, is_recounted }: Row,
): Measurement {
  const value = figureOf(metric, part, whole ?? undefined)
  return {
    value,
    part,
    whole: whole ?? undefined,
    asOf: measured_on,
    takenAt: taken_at,
    isRecounted: is_recounted,
    standing: standingOfValue(metric, value),
  }
}
