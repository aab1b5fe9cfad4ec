import { sql } from 'kysely'
import { type OfficerToTell, type ReminderRun, remind, writeReminderLetters } from '#directives'
import { today as dayOf } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import type { Background } from './background.ts'

/** The queue's name of the work that reminds agencies of their tasks. */
export const remindingOfTasks = 'remindOfTasks'

/** Six in the morning, Vietnamese time: before offices open. */
export const everyMorning = '0 6 * * *'

const machine = { kind: 'system', job: remindingOfTasks } as const

/**
 * Sends the reminders that are due, makes the tasks that recur, and writes one letter a day to each officer who wants them;
 * however often it is done, each goes out once.
 */
export async function remindOfTasks(
  database: Pick<Database, 'pool' | 'query'>,
  { now }: { now: Date },
): Promise<ReminderRun> {
  const { rows: officers } = await sql<OfficerToTell>`select id, name, role, unit_uid as "unitUid", agency
    from platform.account_user join platform.officer on user_id = id`.execute(database.query)
  return withActor(database, machine, async (transaction) => {
    const run = await remind(transaction, { at: now })
    await writeReminderLetters(transaction, { officers, today: run.today })
    return run
  })
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
