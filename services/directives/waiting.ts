import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** An answer somebody waits for: an opinion, what becomes of a proposal, more time, whether a task is done. */
const awaited = ['opinion', 'proposal', 'extension', 'completion'] as const
type Awaited = (typeof awaited)[number]

/** How many of one kind wait, and the task of the one that is due or was said first. */
export interface Waiting {
  count: number
  taskId: number | undefined
}

/** What waits for the actor's own word, as the acts themselves allow it; zeros for a leader, who decides nothing here. */
export async function countWaiting(transaction: Transaction): Promise<Record<Awaited, Waiting>> {
  const { rows } = await sql<{ kind: Awaited; count: number; taskId: number }>`
    with asked (kind, task_id, since) as (
      select 'opinion', task_id, due_on from directives.opinion
        where stance is null and party = any((select directives.parties())::text[])
      union all select 'proposal', task_id, due_on from directives.proposal
        where outcome is null and party = any((select directives.parties())::text[])
      union all select 'extension', task.id, extension.due_on
        from directives.extension join directives.task on task.id = extension.task_id
        where extension.state = 'asked' and task.state = 'open'
          and directives.receives(task.lead, task.receiver, extension.asked_by)
      union all select 'completion', id, said_done_on from directives.task
        where state = 'saidDone' and directives.receives(lead, receiver, said_done_by)
    )
    select kind, count(*), (array_agg(task_id order by since nulls last, task_id))[1] as "taskId"
      from asked where platform.may_change() group by kind`.execute(transaction)
  const found = new Map(rows.map(({ kind, ...waiting }) => [kind, waiting]))
  const none: Waiting = { count: 0, taskId: undefined }
  return Object.fromEntries(awaited.map((kind) => [kind, found.get(kind) ?? none])) as Record<
    Awaited,
    Waiting
  >
}
