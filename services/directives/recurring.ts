import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { nextOccurrence, occurrenceName, occurrencesUntil, weekdaySaid } from '#law/task-monitoring'
import type { Transaction } from '#platform/database'
import { handOut, receiverFor } from './new-tasks.ts'
import { type Task, type TaskRow, taskColumns, taskOf } from './task-rows.ts'

/**
 * Makes the occurrences of recurring tasks whose period has begun by `today`: a task of its own each, due on the last
 * working day of its period, or on the weekday its words say. What was missed is made too, once. Returns how many.
 */
export async function makeOccurrences(
  transaction: Transaction,
  { today, at }: { today: LocalDate; at: Date },
): Promise<number> {
  const { rows } = await sql<TaskRow>`select ${taskColumns(today)} from directives.task as task
    where task.state = 'open' and task.recurs is not null and task.recurs <> 'ongoing' order by task.id`.execute(
    transaction,
  )
  let made = 0
  for (const task of rows.map(taskOf)) made += await occur(transaction, task, { today, at })
  return made
}

async function occur(
  transaction: Transaction,
  task: Task,
  { today, at }: { today: LocalDate; at: Date },
): Promise<number> {
  const { recurs } = task
  if (recurs === undefined || recurs === 'ongoing') return 0
  const { rows } = await sql<{ occursOn: LocalDate }>`select occurs_on as "occursOn" from directives.task
    where parent_id = ${task.id} and occurs_on is not null`.execute(transaction)
  const there = new Set(rows.map(({ occursOn }) => occursOn))
  // Its last day, when it has one, ends the repetition.
  const until = task.dueOn !== undefined && task.dueOn < today ? task.dueOn : today
  const missing = occurrencesUntil(recurs, task.handedOn, until, stateCalendar, weekdayOf(task)).filter(
    ({ occursOn }) => !there.has(occursOn),
  )
  for (const { occursOn, dueOn } of missing)
    await handOut(
      transaction,
      {
        directiveId: task.directiveId,
        parentId: task.id,
        number: `${task.number}.${there.size + missing.findIndex((each) => each.occursOn === occursOn) + 1}`,
        does: `${task.does} (${occurrenceName(recurs, occursOn).vi})`,
        kind: 'task',
        areas: task.areas,
        lead: task.lead,
        leadName: task.leadName,
        cooperating: task.cooperating,
        receiver: receiverFor(task.lead, task.receiver),
        seenBy: task.parties,
        reportsTo: task.reportsTo,
        dueOn,
        occursOn,
        product: task.product,
        quotes: task.quotes,
      },
      { at, because: 'occurred' },
    )
  return missing.length
}

const weekdayOf = ({ quotes }: Pick<Task, 'quotes'>): number | undefined =>
  quotes.map(({ quote }) => weekdaySaid(quote)).find((weekday) => weekday !== undefined)

/** The day by which a recurring task is to be done next; undefined when it does not recur by periods, or not any more. */
export function nextDueOn(task: Task, today: LocalDate): LocalDate | undefined {
  const { recurs, status, handedOn, dueOn } = task
  if (status !== 'open' || recurs === undefined || recurs === 'ongoing') return undefined
  const next = nextOccurrence(recurs, handedOn, today, stateCalendar, weekdayOf(task)).dueOn
  return dueOn !== undefined && next > dueOn ? undefined : next
}
