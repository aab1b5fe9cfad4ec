import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { TaskState } from '#law/task-monitoring'
import type { DraftKind, DutyArea, NoticeTarget, Recurrence } from '#notices'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { NamedParty } from './agency-names.ts'
import type { Quote } from './drafts.ts'
import type { Party } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'

export interface Task {
  id: number
  directiveId: number
  directiveNumber: string | undefined
  parentId: number | undefined
  /** `12`, and `12.1` for a part of it. */
  number: string
  does: string
  kind: DraftKind
  areas: DutyArea[]
  /** Undefined: `leadName` leads to none or several, and a clerk chooses. */
  lead: Party | undefined
  leadName: string
  cooperating: NamedParty[]
  /** Who confirms or returns what the lead says is done. */
  receiver: Party
  reportsTo: string | undefined
  /** Everybody who sees it. */
  parties: Party[]
  handedOn: LocalDate
  dueOn: LocalDate | undefined
  /** The first due day: differs from `dueOn` after an extension. */
  originalDueOn: LocalDate | undefined
  dueSetOn: LocalDate | undefined
  recurs: Recurrence | undefined
  occursOn: LocalDate | undefined
  product: string | undefined
  cites: string[]
  targets: NoticeTarget[]
  quotes: Quote[]
  /** As it is written down; `state` is what the law calls it on the day asked. */
  status: 'open' | 'saidDone' | 'done' | 'withdrawn'
  state: TaskState
  saidDoneOn: LocalDate | undefined
  /** As the audit log names them: `officer:ID`. */
  saidDoneBy: string | undefined
  confirmedOn: LocalDate | undefined
  /** Its parts and how many of them are done; undefined when it has none. Occurrences of a recurring task count as parts. */
  parts: { total: number; done: number } | undefined
  /** Who holds it now and since when; undefined when it is done or withdrawn. */
  holder: { party: Party | undefined; name: string; since: Date } | undefined
  version: number
}

/** `taskState` of #law/task-monitoring as SQL over a row `task`; a test holds the two equal. */
export function stateOn(today: LocalDate): RawBuilder<TaskState> {
  return sql<TaskState>`case
    when task.state = 'withdrawn' then 'withdrawn'
    when task.due_on is null then case task.state when 'done' then 'done' else 'noDeadline' end
    when task.state = 'done' then case when task.said_done_on <= task.due_on then 'doneInTime' else 'doneLate' end
    when least(task.said_done_on, ${today}::date) > task.due_on then 'late'
    when least(task.said_done_on, ${today}::date) >= task.near_from_on then 'nearDue'
    else 'inTime' end`
}

/** The columns of a Task over `directives.task as task`. */
export function taskColumns(today: LocalDate): RawBuilder<unknown> {
  return sql`task.id, task.directive_id as "directiveId", (select number from directives.directive
      where directive.id = task.directive_id) as "directiveNumber", task.parent_id as "parentId", task.number, task.does,
    task.kind, task.areas, task.lead, task.lead_name as "leadName", task.cooperating, task.receiver,
    task.reports_to as "reportsTo", task.parties, task.handed_on as "handedOn", task.due_on as "dueOn",
    task.original_due_on as "originalDueOn", task.due_set_on as "dueSetOn", task.recurs, task.occurs_on as "occursOn",
    task.product, task.cites, task.targets, task.quotes, task.state as status, ${stateOn(today)} as state,
    task.said_done_on as "saidDoneOn", task.said_done_by as "saidDoneBy", task.confirmed_on as "confirmedOn", task.version,
    (select nullif(jsonb_build_object('total', count(*), 'done', count(*) filter (where part.state = 'done')),
        '{"total": 0, "done": 0}') from directives.task as part
      where part.parent_id = task.id and part.state <> 'withdrawn') as parts,
    (select jsonb_build_object('party', party, 'name', holder_name, 'since', lower(held)) from directives.holding
      where holding.task_id = task.id and upper_inf(held)) as holder`
}

export type TaskRow = WithNulls<
  Omit<Task, 'holder'> & { holder: { party: Party | null; name: string; since: string } | undefined }
>

export function taskOf(row: TaskRow): Task {
  const { holder, ...rest } = withoutNulls<
    Omit<Task, 'holder'> & { holder: { party: Party | null; name: string; since: string } | undefined }
  >(row)
  const since = holder && new Date(holder.since)
  return {
    ...rest,
    holder: holder && since ? { party: holder.party ?? undefined, name: holder.name, since } : undefined,
  }
}

/** One task on a day; undefined when it is not there or not in the actor's sight. */
export async function findTask(
  transaction: Transaction,
  taskId: number,
  today: LocalDate,
): Promise<Task | undefined> {
  const { rows } = await sql<TaskRow>`select ${taskColumns(today)} from directives.task as task
    where task.id = ${taskId}`.execute(transaction)
  return rows[0] && taskOf(rows[0])
}

/** One task, held until the transaction ends so that nobody decides over it meanwhile. */
export async function takeTask(transaction: Transaction, taskId: number, today: LocalDate): Promise<Task> {
  await sql`select from directives.task where id = ${taskId} for update`.execute(transaction)
  const task = await findTask(transaction, taskId, today)
  if (!task) throw new DirectiveRefusal('noSuchTask')
  return task
}
