import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { Party } from './parties.ts'

/** An answer somebody waits for: an opinion, what becomes of a proposal, more time, whether a task is done. */
const awaited = ['opinion', 'proposal', 'extension', 'completion'] as const
export type Awaited = (typeof awaited)[number]

/** How many of one kind wait, and the task of the one that is due or was said first. */
export interface Waiting {
  count: number
  taskId: number | undefined
}

/** One answer that waits for the actor, with the task it is of. */
export interface AwaitedAnswer {
  kind: Awaited
  taskId: number
  taskNumber: string
  does: string
  lead: Party | undefined
  leadName: string
  /** What is asked, proposed, or given as the reason; undefined of a task that was said done. */
  says: string | undefined
  /** The day the answer is due; of more time, the due day of the task; undefined of a task said done. */
  dueOn: LocalDate | undefined
  /** The day more time is asked until. */
  wantedOn: LocalDate | undefined
  /** The day the task was said done on. */
  saidDoneOn: LocalDate | undefined
}

/** Everything others wait for, in the actor's own word; nobody settles a proposal of their office they handed on themselves. */
const asked = sql`select 'opinion' as kind, task_id, due_on, question as says, null::date as wanted_on,
    null::date as said_done_on from directives.opinion
    where stance is null and party = any((select directives.parties())::text[])
  union all select 'proposal', task_id, due_on, content, null, null from directives.proposal
    where outcome is null and party = any((select directives.parties())::text[])
      and not (directives.of_one_house('provinceOffice', party) and handed_by = platform.actor())
  union all select 'extension', task.id, extension.due_on, reason, wanted_on, null
    from directives.extension join directives.task on task.id = extension.task_id
    where extension.state = 'asked' and task.state = 'open'
      and directives.receives(task.lead, task.receiver, extension.asked_by)
  union all select 'completion', id, null, null, null, said_done_on from directives.task
    where state = 'saidDone' and directives.receives(lead, receiver, said_done_by)`

/** What waits for the actor's own word, as the acts themselves allow it; zeros for a leader, who decides nothing here. */
export async function countWaiting(transaction: Transaction): Promise<Record<Awaited, Waiting>> {
  const { rows } = await sql<{ kind: Awaited; count: number; taskId: number }>`
    select kind, count(*),
        (array_agg(task_id order by coalesce(due_on, said_done_on) nulls last, task_id))[1] as "taskId"
      from (${asked}) as asked where platform.may_change() group by kind`.execute(transaction)
  const found = new Map(rows.map(({ kind, ...waiting }) => [kind, waiting]))
  const none: Waiting = { count: 0, taskId: undefined }
  return Object.fromEntries(awaited.map((kind) => [kind, found.get(kind) ?? none])) as Record<
    Awaited,
    Waiting
  >
}

/** The same one by one, what is due or was said first before the rest; nothing for a leader. */
export async function listWaiting(
  transaction: Transaction,
  { limit }: { limit: number },
): Promise<AwaitedAnswer[]> {
  const { rows } = await sql<WithNulls<AwaitedAnswer>>`
    select asked.kind, task.id as "taskId", task.number as "taskNumber", task.does, task.lead, task.lead_name as "leadName", says,
        asked.due_on as "dueOn", asked.wanted_on as "wantedOn", asked.said_done_on as "saidDoneOn"
      from (${asked}) as asked join directives.task on task.id = asked.task_id where platform.may_change()
      order by coalesce(asked.due_on, asked.said_done_on) nulls last, task.id, asked.kind limit ${limit}`.execute(
    transaction,
  )
  return rows.map((row) => withoutNulls<AwaitedAnswer>(row))
}
