import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { type Pace, type Point, paceOf } from '#targets'
import { findMetric, getMetric } from './catalogue.ts'
import { type FigureProblem, problemOf } from './figure-problems.ts'
import { measureOverTime } from './readings.ts'
import { subjectOf } from './reported.ts'
import { writeWithUnit } from './wording.ts'

/** What a metric is to be by a day, from what it was on another. */
export interface MetricTarget {
  id: number
  key: string
  unitUid: string
  baseline: Point
  goal: Point
  /** The paper that says so. */
  document: string
  /** Who entered it: `officer:ID`. */
  by: string
  at: Date
}

export interface NewTarget extends Pick<MetricTarget, 'key' | 'unitUid' | 'baseline' | 'goal' | 'document'> {
  idempotencyKey: string
}

export type TargetProblem = FigureProblem | 'goalNotLater' | 'noDocument'

interface Row {
  id: number
  metric: string
  unit_uid: string
  baseline_value: number
  baseline_on: LocalDate
  goal_value: number
  goal_on: LocalDate
  document: string
  set_by: string
  set_at: Date
}

const columns = sql`id, metric, unit_uid, baseline_value::float8 as baseline_value, baseline_on,
  goal_value::float8 as goal_value, goal_on, document, set_by, set_at`

/**
 * Keeps a target; the one of the same paper and day that stood before is replaced and stays readable. The same key
 * twice is once. Only the province sets targets.
 */
export async function setTarget(
  transaction: Transaction,
  target: NewTarget,
): Promise<{ ok: true; target: MetricTarget } | { ok: false; because: TargetProblem }> {
  const because = problemOfTarget(target)
  if (because) return { ok: false, because }
  const { key, unitUid, baseline, goal, document, idempotencyKey } = target
  await sql`select pg_advisory_xact_lock(hashtext(concat('indicators.target ', ${key}::text, ' ', ${unitUid}::text)))`.execute(
    transaction,
  )
  const again = await sql<Row>`select ${columns} from indicators.target
    where idempotency_key = ${idempotencyKey} and set_by = platform.actor()`.execute(transaction)
  if (again.rows[0]) return { ok: true, target: targetOf(again.rows[0]) }
  const { rows } = await sql<Row>`insert into indicators.target
      (metric, unit_uid, baseline_value, baseline_on, goal_value, goal_on, document, idempotency_key, replaces)
    values (${key}, ${unitUid}, ${baseline.value}, ${baseline.on}, ${goal.value}, ${goal.on}, ${document},
      ${idempotencyKey}, (select id from indicators.target as before where metric = ${key} and unit_uid = ${unitUid}
        and goal_on = ${goal.on}::date and document = ${document}
        and not exists (select from indicators.target as later where later.replaces = before.id)))
    returning ${columns}`.execute(transaction)
  await recordChange(transaction, 'setTarget', subjectOf(target), { baseline, goal, document })
  return { ok: true, target: targetOf(rows[0] as Row) }
}

function problemOfTarget({ key, baseline, goal, document }: NewTarget): TargetProblem | undefined {
  const metric = findMetric(key)
  const wrong = problemOf(metric, baseline) ?? problemOf(metric, goal)
  if (wrong) return wrong
  if (goal.on <= baseline.on) return 'goalNotLater'
  return document.trim() === '' ? 'noDocument' : undefined
}

/** The targets of a metric and unit that stand, the next to come first. */
export async function listTargets(
  transaction: Transaction,
  { key, unitUid = 'province' }: { key: string; unitUid?: string },
): Promise<MetricTarget[]> {
  const { rows } = await sql<Row>`select ${columns} from indicators.target
    where metric = ${key} and unit_uid = ${unitUid}
      and not exists (select from indicators.target as later where later.replaces = target.id)
    order by goal_on, id`.execute(transaction)
  return rows.map(targetOf)
}

/** How far a target of a metric is by what was measured, whoever set it: one of a task of a directive too. */
export async function paceOfMetric(
  transaction: Transaction,
  {
    key,
    unitUid = 'province',
    baseline,
    goal,
    today,
  }: { key: string; unitUid?: string; baseline: Point; goal: Point; today: LocalDate },
): Promise<Pace> {
  const { better, unit } = getMetric(key)
  const measured = await measureOverTime(transaction, { key, unitUid, from: baseline.on, to: today })
  const series = measured.flatMap(({ value, asOf }) => (value === undefined ? [] : [{ on: asOf, value }]))
  return paceOf({
    baseline,
    goal,
    better,
    series,
    today,
    write: (value) => writeWithUnit(unit, value),
    least: 0,
    ...(unit === 'percent' ? { most: 100 } : {}),
  })
}

function targetOf(row: Row): MetricTarget {
  return {
    id: row.id,
    key: row.metric,
    unitUid: row.unit_uid,
    baseline: { value: row.baseline_value, on: row.baseline_on },
    goal: { value: row.goal_value, on: row.goal_on },
    document: row.document,
    by: row.set_by,
    at: row.set_at,
  }
}
