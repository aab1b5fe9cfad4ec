import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { type Comparison, compare, findMetric, type Metric, paceOfMetric } from '#indicators'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { Pace, Point } from '#targets'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import { isLedBy, readActing } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { findTask } from './task-rows.ts'

/** Which metric shows how far a task is, of the province or of one unit. */
export interface TaskMetric {
  id: number
  taskId: number
  key: string
  /** Undefined: of the province. */
  unitUid: string | undefined
  baseline: Point | undefined
  goal: { value: number; on: LocalDate | undefined } | undefined
  linkedBy: string
}

/**
 * A linked metric with what it is today, as it is measured and as somebody reports it, side by side: `measured` undefined is
 * *not measured yet*, which is never zero.
 */
export interface TaskMetricToday extends TaskMetric, Comparison {
  metric: Metric
  /** How far it is against its day; undefined without a baseline, a goal and a day. */
  pace: Pace | undefined
}

/** Links a task to a metric of #indicators, with what it was and what it is to be. By a clerk or the lead. */
export async function linkMetric(
  transaction: Transaction,
  link: Sent & {
    taskId: number
    metric: string
    unitUid?: string
    baseline?: Point
    goal?: { value: number; on?: LocalDate }
  },
): Promise<{ id: number }> {
  const { taskId, metric, unitUid, baseline, goal, key, at } = link
  return once(
    transaction,
    { key, kind: 'linkMetric', body: { taskId, metric, unitUid, baseline, goal } },
    async () => {
      if (!findMetric(metric)) throw new DirectiveRefusal('unknownMetric')
      const directiveId = await requireMayLink(transaction, taskId, dayOf(at))
      const { rows } = await sql<{
        id: number
      }>`insert into directives.task_metric (task_id, metric, unit_uid, baseline,
        baseline_on, goal, goal_on, linked_at)
      values (${taskId}, ${metric}, ${unitUid ?? null}::text, ${baseline?.value ?? null}::numeric,
        ${baseline?.on ?? null}::date, ${goal?.value ?? null}::numeric, ${goal?.on ?? null}::date, ${at})
      on conflict do nothing returning id`.execute(transaction)
      const id = rows[0]?.id
      if (id === undefined) throw new DirectiveRefusal('linkedAlready')
      await noteEvent(transaction, 'metricLinked', {
        directiveId,
        taskId,
        at,
        details: { metric, unitUid, baseline, goal },
      })
      return { outcome: { id }, subject: { taskId } }
    },
  )
}

/** Takes a link away; that it stood, and who took it away, stays in the history. */
export async function unlinkMetric(
  transaction: Transaction,
  { id, key, at }: Sent & { id: number },
): Promise<{ taskId: number }> {
  return once(transaction, { key, kind: 'unlinkMetric', body: { id } }, async () => {
    const { rows } = await sql<{ taskId: number; metric: string }>`select task_id as "taskId", metric
      from directives.task_metric where id = ${id} and unlinked_at is null for update`.execute(transaction)
    const link = rows[0]
    if (!link) throw new DirectiveRefusal('noSuchRequest')
    const { taskId, metric } = link
    const directiveId = await requireMayLink(transaction, taskId, dayOf(at))
    const { name } = await readActing(transaction)
    await sql`update directives.task_metric set unlinked_by = ${name}, unlinked_at = ${at} where id = ${id}`.execute(
      transaction,
    )
    await noteEvent(transaction, 'metricUnlinked', { directiveId, taskId, at, details: { metric } })
    return { outcome: { taskId }, subject: { taskId } }
  })
}

async function requireMayLink(transaction: Transaction, taskId: number, today: LocalDate): Promise<number> {
  const task = await findTask(transaction, taskId, today)
  if (!task) throw new DirectiveRefusal('noSuchTask')
  const { parties, isClerk } = await readActing(transaction)
  if (!isClerk && !isLedBy(parties, task.lead)) throw new DirectiveRefusal('notLead')
  return task.directiveId
}

interface LinkRow extends Omit<TaskMetric, 'baseline' | 'goal'> {
  baseline: number | undefined
  baselineOn: LocalDate | undefined
  goal: number | undefined
  goalOn: LocalDate | undefined
}

/** The metrics a task is linked to, in the order they were linked, each as it stands on `today`. */
export async function listTaskMetrics(
  transaction: Transaction,
  taskId: number,
  today: LocalDate,
): Promise<TaskMetricToday[]> {
  const { rows } = await sql<
    WithNulls<LinkRow>
  >`select id, task_id as "taskId", metric as key, unit_uid as "unitUid",
      baseline::float8 as baseline, baseline_on as "baselineOn", goal::float8 as goal, goal_on as "goalOn",
      linked_by as "linkedBy"
    from directives.task_metric where task_id = ${taskId} and unlinked_at is null order by id`.execute(
    transaction,
  )
  const links: TaskMetricToday[] = []
  for (const row of rows) {
    const link = linkOf(withoutNulls<LinkRow>(row))
    const metric = findMetric(link.key)
    if (!metric) continue
    const unit = link.unitUid === undefined ? {} : { unitUid: link.unitUid }
    const comparison = await compare(transaction, { key: link.key, ...unit, on: today })
    const { baseline, goal } = link
    const pace =
      baseline && goal?.on
        ? await paceOfMetric(transaction, {
            key: link.key,
            ...unit,
            baseline,
            goal: { value: goal.value, on: goal.on },
            today,
          })
        : undefined
    links.push({ ...link, ...comparison, metric, pace })
  }
  return links
}

function linkOf({ baseline, baselineOn, goal, goalOn, ...rest }: LinkRow): TaskMetric {
  return {
    ...rest,
    baseline: baseline !== undefined && baselineOn ? { value: baseline, on: baselineOn } : undefined,
    goal: goal === undefined ? undefined : { value: goal, on: goalOn },
  }
}
