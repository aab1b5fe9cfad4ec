import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { listMessages } from '#feedback'
import { withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { freshDatabase } from '#test/database'
import { plantFeedback } from '#test/feedback-rows'
import { workOnFeedbackClocks } from './feedback-clocks.ts'
import { loadUnits } from './units-table.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const

it('raises what is late when the morning comes, and tells the log of jobs nothing of what is reserved', async () => {
  await loadUnits(database)
  const now = new Date('2026-11-02T02:00:00Z')
  await plantFeedback(database, { title: 'Đèn hỏng', content: 'Đèn ngõ hỏng, mong sửa.', now })
  await plantFeedback(database, { title: 'Tố cáo', content: 'Cán bộ đòi tiền của dân.', now })
  const queue = await openQueue(database, createLog('silent'))
  await workOnFeedbackClocks({ database, queue }, () => new Date('2026-12-01T22:10:00Z'))
  const id = await queue.send('feedbackClocks', {})
  let told: unknown
  for await (const job of queue.watch(id)) told = job
  const schedules = await sql<{ cron: string }>`select cron from queue.schedule
    where name = 'feedbackClocks'`.execute(database.query)
  await queue.stop()
  expect(told).toMatchObject({ state: 'done', result: { path: 'open', looked: 1, escalated: 1 } })
  expect(schedules.rows).toEqual([{ cron: '10 5 * * *' }])
  const list = (reserved: boolean) =>
    withActor(database, machine, (transaction) =>
      listMessages(transaction, { reserved, today: day('2026-12-02'), limit: 5, offset: 0 }),
    )
  expect((await list(false))[0]).toMatchObject({
    escalatedFor: '2026-11-09',
    raisedAgency: 'provinceOffice',
  })
  expect((await list(true))[0]).toMatchObject({ escalatedFor: '2026-11-09', raisedAgency: null })
})
