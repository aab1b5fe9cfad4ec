import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { type Comparison, compare, findMetric, type Metric } from '#indicators'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { MetricOfUnit } from './listing.ts'

/** A metric of a task as a list shows it: what is measured and what somebody reports, side by side. */
export interface MetricBeside extends Comparison {
  metric: Metric
  /** Undefined: of the province. */
  unitUid: string | undefined
}

/** What its lead told last. */
export interface LastReport {
  percent: number | undefined
  progress: string
  reportedAt: Date
}

/** What is known of how far a task is: empty metrics are *not measured*. */
export interface TaskMeasures {
  metrics: MetricBeside[]
  report: LastReport | undefined
}

interface Link {
  taskId: number
  key: string
  unitUid: string | undefined
}

/** How far each of these tasks is, by its id; figures that several share are read once. */
export async function listMeasures(
  transaction: Transaction,
  taskIds: readonly number[],
  today: LocalDate,
): Promise<Map<number, TaskMeasures>> {
  const measures = new Map<number, TaskMeasures>(
    taskIds.map((id) => [id, { metrics: [], report: undefined }]),
  )
  const beside = new Map<string, MetricBeside | undefined>()
  for (const link of await listLinks(transaction, taskIds)) {
    const { taskId, key, unitUid } = link
    const name = `${key} ${unitUid ?? ''}`
    if (!beside.has(name)) beside.set(name, await readBeside(transaction, link, today))
    const read = beside.get(name)
    if (read) measures.get(taskId)?.metrics.push(read)
  }
  for (const { taskId, ...report } of await listLastReports(transaction, taskIds)) {
    const of = measures.get(taskId)
    if (of) of.report = report
  }
  return measures
}

/**
 * The metrics linked to any task in the actor's sight whose reported figure is further from the measured one than counting
 * on another day explains, as of a day.
 */
export async function listDiverging(transaction: Transaction, today: LocalDate): Promise<MetricOfUnit[]> {
  const { rows } = await sql<
    WithNulls<MetricOfUnit>
  >`select distinct link.metric as key, link.unit_uid as "unitUid"
    from directives.task_metric as link join indicators.reported
      on reported.metric = link.metric and reported.unit_uid = coalesce(link.unit_uid, 'province')
    where unlinked_at is null and reported_on <= ${today} order by 1, 2`.execute(transaction)
  const found: MetricOfUnit[] = []
  for (const row of rows) {
    const { key, unitUid } = withoutNulls<MetricOfUnit>(row)
    const { diverges } = await compare(transaction, { key, ...(unitUid && { unitUid }), on: today })
    if (diverges) found.push({ key, unitUid })
  }
  return found
}

async function listLinks(transaction: Transaction, taskIds: readonly number[]): Promise<Link[]> {
  const { rows } = await sql<WithNulls<Link>>`select task_id as "taskId", metric as key, unit_uid as "unitUid"
    from directives.task_metric where task_id = any(${[...taskIds]}::bigint[]) and unlinked_at is null
    order by id`.execute(transaction)
  return rows.map((row) => withoutNulls<Link>(row))
}

async function readBeside(
  transaction: Transaction,
  { key, unitUid }: Link,
  today: LocalDate,
): Promise<MetricBeside | undefined> {
  const metric = findMetric(key)
  if (!metric) return undefined
  const comparison = await compare(transaction, { key, ...(unitUid && { unitUid }), on: today })
  return { ...comparison, metric, unitUid }
}

async function listLastReports(
  transaction: Transaction,
  taskIds: readonly number[],
): Promise<(LastReport & { taskId: number })[]> {
  const { rows } = await sql<WithNulls<LastReport & { taskId: number }>>`select distinct on (task_id)
      task_id as "taskId", percent, progress, reported_at as "reportedAt"
    from directives.report where task_id = any(${[...taskIds]}::bigint[])
    order by task_id, id desc`.execute(transaction)
  return rows.map((row) => withoutNulls<LastReport & { taskId: number }>(row))
}
