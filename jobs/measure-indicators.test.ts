import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { findMetric, listPublishedMonths, measure, measureOverTime, metrics } from '#indicators'
import { type Database, type Transaction, withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'
import { measuredNightly, measureIndicators, measuring, workOnMeasuring } from './measure-indicators.ts'
import { workOnSweeps } from './sweep.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const machine = { kind: 'system', job: 'test' } as const
const read = <Result>(of: Database, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(of, machine, work)

await loadDemonstration({ database, people: 600, seed: 5, today })

describe('the measuring of a night', () => {
  it('counts today, and the last days of twelve months where their month was not measured', async () => {
    const first = await measureIndicators(database, { today })
    expect([first.on, first.pastDays]).toEqual([today, 12])
    const series = await read(database, (transaction) =>
      measureOverTime(transaction, { key: 'recipients', from: day('2025-01-01'), to: today }),
    )
    expect(series.map(({ asOf }) => asOf)).toEqual([
      ...['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
      ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', today],
    ])
    const again = await measureIndicators(database, { today })
    expect([again.written, again.pastDays]).toEqual([0, 0])
    const afterPause = await measureIndicators(database, { today: day('2027-01-15') })
    expect(afterPause.pastDays, 'December alone was not measured').toBe(1)
  })

  it('takes in what services further down the river count, and leaves out what nobody counts', async () => {
    const figures = await read(database, async (transaction) => [
      await measure(transaction, { key: 'articles-published', on: today }),
      await measure(transaction, { key: 'feedback-on-time', on: today }),
      await measure(transaction, { key: 'tasks-in-time', on: today }),
      await measure(transaction, { key: 'merit-recipients', on: today }),
    ])
    expect(figures).toEqual([
      expect.objectContaining({ part: 0, whole: undefined }),
      expect.objectContaining({ whole: 0, value: undefined }),
      expect.objectContaining({ whole: 0, value: undefined }),
      undefined,
    ])
  })

  it('knows every metric that was kept', async () => {
    const { rows } = await read(database, (transaction) =>
      sql<{ metric: string }>`select distinct metric from indicators.measured`.execute(transaction),
    )
    expect(rows.filter(({ metric }) => !findMetric(metric))).toEqual([])
    expect(rows.length).toBeGreaterThan(metrics.length / 2)
  })
})

describe('the queue', () => {
  it('measures once a day on start, every night at three, and after each sweep, and tells the months measured', async () => {
    const queue = await openQueue(database, createLog('silent'))
    const background = { database, queue, log: createLog('silent'), today: () => today }
    await workOnMeasuring(background)
    await workOnMeasuring(background)
    await workOnSweeps(background)
    const { rows } = await sql<{
      cron: string
    }>`select cron from queue.schedule where name = ${measuring}`.execute(database.query)
    expect(rows).toEqual([{ cron: measuredNightly }])
    await queue.send('sweep', { month: '2026-11', knownOn: today })
    const doneJobs = async () =>
      (await queue.list({ name: measuring })).filter(({ state }) => state === 'done').length
    await expect.poll(doneJobs, { timeout: 20_000 }).toBe(2)
    expect(await queue.list({ name: measuring })).toHaveLength(2)
    expect(await listPublishedMonths(database.query)).toHaveLength(13)
    await queue.stop()
  })
})
