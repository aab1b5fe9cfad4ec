import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import { type TaskState, taskStates } from '#law/task-monitoring'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import type { Party } from './parties.ts'
import { stateOn, type Task, type TaskRow, taskColumns, taskOf } from './task-rows.ts'

/** Which tasks are asked for; what is left out is not asked about. */
export interface TaskFilter {
  directiveId?: number
  /** Only tasks led by it; `toChoose` are those whose lead a clerk still chooses. */
  lead?: Party | 'toChoose'
  /** Tasks it has any part in. */
  party?: Party
  /** Tasks it holds now: to do, or to confirm. */
  holder?: Party
  /** Tasks that one of these leads or holds now: to do, or to confirm. */
  mineOf?: readonly Party[]
  state?: TaskState
  area?: DutyArea
  kind?: Task['kind']
  /** Said done and not confirmed. */
  isToConfirm?: boolean
  /** Whether any metric it is linked to has been measured by the day. */
  isMeasured?: boolean
  /** Linked to any of these metrics of a unit, such as those `listDiverging` gives. */
  linkedTo?: readonly MetricOfUnit[]
  /** Words of the task, its product, the papers it cites or its directive’s number, however their tones are typed. */
  text?: string
  /** Due from … to, both included. */
  dueFrom?: LocalDate
  dueTo?: LocalDate
  /** Parts and occurrences are listed beside the wholes; only the wholes when false. */
  withParts?: boolean
  /** The parts that single communes have of what all were given are listed too, except the actor’s own, unless false. */
  withShares?: boolean
  /** The parts of one task. */
  parentId?: number
}

/** A metric of a commune, or of the province where no unit is named. */
export interface MetricOfUnit {
  key: string
  unitUid: string | undefined
}

/** `due`: the nearest day first, without a day last · `newest`: the latest handed out first · `number`: as in its directive. */
export type TaskSort = 'due' | 'newest' | 'number'

/** Tasks in the actor's sight as they stand on `today`. */
export async function listTasks(
  transaction: Transaction,
  question: TaskFilter & { today: LocalDate; sort?: TaskSort; limit: number; offset?: number },
): Promise<Task[]> {
  const { today, sort = 'due', limit, offset = 0 } = question
  const { rows } = await sql<TaskRow>`select ${taskColumns(today)} from directives.task as task
    where ${conditionOf(question)} order by ${orders[sort]} limit ${limit} offset ${offset}`.execute(
    transaction,
  )
  return rows.map(taskOf)
}

/** How many tasks of the filter are in each state on `today`; every state is there, with zero where there is none. */
export async function countTasks(
  transaction: Transaction,
  question: TaskFilter & { today: LocalDate },
): Promise<Record<TaskState, number>> {
  const { rows } = await sql<{
    state: TaskState
    count: number
  }>`select ${stateOn(question.today)} as state, count(*)
    from directives.task as task where ${conditionOf(question)} group by 1`.execute(transaction)
  const counts = Object.fromEntries(taskStates.map((state) => [state, 0])) as Record<TaskState, number>
  for (const { state, count } of rows) counts[state] = count
  return counts
}

export interface LeadCounts {
  lead: Party | undefined
  leadName: string
  counts: Record<TaskState, number>
  /** The earliest due day among its late tasks. */
  lateSince: LocalDate | undefined
}

/** The same counts for each lead, the one with most late tasks first: what is late, and at whom. */
export async function countTasksByLead(
  transaction: Transaction,
  question: TaskFilter & { today: LocalDate },
): Promise<LeadCounts[]> {
  const { rows } = await sql<{
    lead: Party | null
    leadName: string
    state: TaskState
    count: number
    first: LocalDate | null
  }>`select lead, case when lead is null then '' else max(lead_name) end as "leadName", ${stateOn(question.today)} as state,
      count(*), min(due_on) as first
    from directives.task as task where ${conditionOf(question)} group by lead, 3`.execute(transaction)
  const byLead = new Map<Party | null, LeadCounts>()
  for (const { lead, leadName, state, count, first } of rows) {
    const zero = Object.fromEntries(taskStates.map((each) => [each, 0])) as Record<TaskState, number>
    const found = byLead.get(lead) ?? {
      lead: lead ?? undefined,
      leadName,
      counts: zero,
      lateSince: undefined,
    }
    found.counts[state] = count
    if (state === 'late') found.lateSince = first ?? undefined
    byLead.set(lead, found)
  }
  return [...byLead.values()].toSorted(
    (one, other) => other.counts.late - one.counts.late || one.leadName.localeCompare(other.leadName, 'vi'),
  )
}

function conditionOf(filter: TaskFilter & { today: LocalDate }): RawBuilder<unknown> {
  const { lead, isToConfirm = false, withParts = true, withShares = true } = filter
  const given = <Value>(value: Value | undefined, condition: (value: Value) => RawBuilder<unknown>) =>
    value === undefined ? [] : [condition(value)]
  const conditions = [
    sql`true`,
    ...given(filter.directiveId, (id) => sql`task.directive_id = ${id}`),
    ...given(lead, (party) => (party === 'toChoose' ? sql`task.lead is null` : sql`task.lead = ${party}`)),
    ...given(filter.party, (party) => sql`${party}::text = any (task.parties)`),
    ...given(
      filter.holder,
      (party) => sql`exists (select from directives.holding
      where holding.task_id = task.id and upper_inf(held) and holding.party = ${party})`,
    ),
    ...given(filter.mineOf, isOf),
    ...given(filter.state, (state) => sql`${stateOn(filter.today)} = ${state}`),
    ...given(filter.area, (area) => sql`${area}::text = any (task.areas)`),
    ...given(filter.kind, (kind) => sql`task.kind = ${kind}`),
    ...given(filter.dueFrom, (on) => sql`task.due_on >= ${on}`),
    ...given(filter.dueTo, (on) => sql`task.due_on <= ${on}`),
    ...given(filter.parentId, (id) => sql`task.parent_id = ${id}`),
    ...given(filter.isMeasured, (is) => sql`${is}::boolean = ${hasFigure(filter.today)}`),
    ...given(filter.linkedTo, isLinkedTo),
    ...given(filter.text?.trim() || undefined, hasWords),
    ...(isToConfirm ? [sql`task.state = 'saidDone'`] : []),
    ...(withParts ? [] : [sql`task.parent_id is null`]),
    ...(withShares ? [] : [isNoShareOfOthers]),
  ]
  return sql.join(conditions, sql` and `)
}

const isOf = (parties: readonly Party[]) => sql`(task.lead = any(${[...parties]}::text[])
  or exists (select from directives.holding where holding.task_id = task.id and upper_inf(held)
    and holding.party = any(${[...parties]}::text[])))`

const isNoShareOfOthers = sql`(task.parent_id is null or not coalesce(starts_with(task.lead, 'communeCommittee:'), false)
  or task.lead = any((select directives.parties())::text[]))`

const hasFigure = (today: LocalDate) => sql`exists (select from directives.task_metric as link
  join indicators.measured on measured.metric = link.metric and measured.split = ''
    and measured.unit_uid = coalesce(link.unit_uid, 'province')
  where link.task_id = task.id and link.unlinked_at is null and measured.measured_on <= ${today})`

const isLinkedTo = (
  metrics: readonly MetricOfUnit[],
) => sql`exists (select from directives.task_metric as link
  join unnest(${metrics.map(({ key }) => key)}::text[], ${metrics.map(({ unitUid }) => unitUid ?? 'province')}::text[])
    as wanted (metric, unit_uid) on wanted.metric = link.metric and wanted.unit_uid = coalesce(link.unit_uid, 'province')
  where link.task_id = task.id and link.unlinked_at is null)`

/** Every word typed, whatever its tones and however they are composed. */
function hasWords(text: string): RawBuilder<unknown> {
  const words = foldText(text).split(' ').filter(Boolean)
  return sql.join(
    words.length > 0 ? words.map((word) => sql`strpos(task.words, ${word}) > 0`) : [sql`true`],
    sql` and `,
  )
}

const orders: Readonly<Record<TaskSort, RawBuilder<unknown>>> = {
  due: sql`case when task.state in ('open', 'saidDone') then 0 else 1 end, task.due_on nulls last, task.id`,
  newest: sql`task.handed_on desc, task.id desc`,
  number: sql`task.directive_id, string_to_array(task.number, '.')::int[]`,
}
