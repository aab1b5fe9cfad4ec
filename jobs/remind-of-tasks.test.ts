import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { listReminderRuns, listReminders } from '#directives'
import { withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { freshDatabase } from '#test/database'
import { at, issued, people } from '#test/directive-rows'
import { everyMorning, remindingOfTasks, remindOfTasks, workOnReminders } from './remind-of-tasks.ts'

const database = await freshDatabase()

it('reminders of a day go out once, though the job runs again', async () => {
  await issued(database, '2026-06-15')
  const first = await remindOfTasks(database, { now: at('2026-07-20') })
  expect(first).toMatchObject({ today: '2026-07-20', occurrences: 2 })
  expect(first.fired).toBeGreaterThan(0)
  expect((await remindOfTasks(database, { now: at('2026-07-20') })).fired).toBe(0)
  const shown = await withActor(database, people.health, (transaction) =>
    listReminders(transaction, { limit: 10 }),
  )
  expect(shown[0]?.says.vi).toContain('Hôm nay là hạn (20/07/2026)')
})

it('the queue reminds every morning, and once on starting', async () => {
  const queue = await openQueue(database, createLog('silent'))
  try {
    const now = () => at('2026-08-03')
    await workOnReminders({ database, queue }, now)
    await workOnReminders({ database, queue }, now)
    const { rows } = await sql<{ cron: string; timezone: string }>`select cron, timezone from queue.schedule
      where name = ${remindingOfTasks}`.execute(database.query)
    expect(rows).toEqual([{ cron: everyMorning, timezone: 'Asia/Ho_Chi_Minh' }])
    const jobs = await queue.list({ name: remindingOfTasks })
    expect(jobs).toHaveLength(1)
    for await (const job of queue.watch(jobs[0]?.id as string)) if (job.state === 'done') break
    const [run] = await withActor(database, people.clerk, (transaction) => listReminderRuns(transaction, 1))
    expect(run?.today).toBe(day('2026-08-03'))
  } finally {
    await queue.stop()
  }
})
