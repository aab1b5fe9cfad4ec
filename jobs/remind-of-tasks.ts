import { type ReminderRun, remind } from '#directives'
import { today as dayOf } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import type { Background } from './background.ts'

/** The queue's name of the work that reminds agencies of their tasks. */
export const remindingOfTasks = 'remindOfTasks'

/** Six in the morning, Vietnamese time: before offices open. */
export const everyMorning = '0 6 * * *'

const machine = { kind: 'system', job: remindingOfTasks } as const

/** Sends the reminders that are due and makes the tasks that recur; however often it is done, each goes out once. */
export function remindOfTasks(
  database: Pick<Database, 'pool'>,
  { now }: { now: Date },
): Promise<ReminderRun> {
  return withActor(database, machine, (transaction) => remind(transaction, { at: now }))
}

/** Reminds every morning, when the queue asks, and on starting: a machine that slept at six makes up for it. */
export async function workOnReminders(
  { database, queue }: Pick<Background, 'database' | 'queue'>,
  now: () => Date,
): Promise<void> {
  await queue.work(remindingOfTasks, () => remindOfTasks(database, { now: now() }))
  await queue.schedule(remindingOfTasks, everyMorning, {})
  await queue.send(remindingOfTasks, {}, { key: `${remindingOfTasks} ${dayOf(now())}` })
}
