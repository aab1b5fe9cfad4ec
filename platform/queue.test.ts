import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { PairBudgetExceeded } from '#linkage'
import { freshDatabase } from '#test/database'
import { BilingualError } from './bilingual-error.ts'
import { withActor } from './database.ts'
import { createLog } from './log.ts'
import { type Job, openQueue, referenceOf } from './queue.ts'

const database = await freshDatabase()
const log = createLog('silent')
const queue = await openQueue(database, log)
afterAll(() => queue.stop())

async function lastOf(id: string): Promise<Job> {
  let last: Job | undefined
  for await (const job of queue.watch(id, AbortSignal.timeout(10_000))) last = job
  if (!last) throw new Error(`No job ${id}`)
  return last
}

describe('long work', () => {
  it('runs after it was asked for, and keeps its result', async () => {
    await queue.work<{ a: number; b: number }>('add', async ({ a, b }) => ({ sum: a + b }))
    const job = await lastOf(await queue.send('add', { a: 2, b: 3 }, { startedBy: 'lan' }))
    expect(job).toMatchObject({ name: 'add', state: 'done', result: { sum: 5 }, startedBy: 'lan' })
    expect(job.finishedAt?.getTime()).toBeGreaterThanOrEqual(job.createdAt.getTime())
  })

  it('shows how far it is while it runs', async () => {
    const seen: Job[] = []
    const gate = Promise.withResolvers<void>()
    await queue.work('count', async (_, { report }) => {
      await report({ done: 40, total: 100, message: 'Đang đọc' })
      await gate.promise
    })
    const id = await queue.send('count', {})
    for await (const job of queue.watch(id, AbortSignal.timeout(10_000))) {
      seen.push(job)
      if (job.done === 40) gate.resolve()
    }
    expect(seen).toContainEqual(
      expect.objectContaining({ state: 'running', done: 40, total: 100, message: 'Đang đọc' }),
    )
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 100 })
  })

  it('that ended before anybody watched is told as it ended', async () => {
    await queue.work('soon', async () => 'so')
    const id = await queue.send('soon', {})
    await lastOf(id)
    const seen: Job[] = []
    for await (const job of queue.watch(id, AbortSignal.timeout(10_000))) seen.push(job)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ id, state: 'done', result: 'so' })
  })

  it('that throws has failed, says why, and may be asked for again by the same key', async () => {
    await queue.work('fragile', async () => {
      throw new BilingualError({ vi: 'Tệp không có dòng nào', en: 'The file has no rows' })
    })
    const first = await lastOf(await queue.send('fragile', {}, { key: 'a' }))
    expect(first).toMatchObject({ state: 'failed', because: 'Tệp không có dòng nào', result: undefined })
    expect(first.becauseEn).toBe('The file has no rows')
    expect(await queue.send('fragile', {}, { key: 'a' })).not.toBe(first.id)
  })

  it('that an engine refuses says why as well, though engines know no platform', async () => {
    await queue.work('refused', async () => {
      throw new PairBudgetExceeded(
        { vi: 'Quá nhiều cặp: thêm một đặc điểm', en: 'Too many pairs: add a feature' },
        [],
      )
    })
    expect(await lastOf(await queue.send('refused', {}))).toMatchObject({
      state: 'failed',
      because: 'Quá nhiều cặp: thêm một đặc điểm',
      becauseEn: 'Too many pairs: add a feature',
    })
  })

  it('that breaks tells officers nothing of the machine; the log says it with the number they tell the operator', async () => {
    const lines: string[] = []
    const told = await openQueue(database, pino({}, { write: (line: string) => void lines.push(line) }))
    await told.work('broken', async () => {
      throw new RangeError('invalid byte sequence for "Vi Thị Lan"')
    })
    const job = await lastOf(await told.send('broken', {}))
    await told.stop()
    expect(job).toMatchObject({ state: 'failed', because: undefined, becauseEn: undefined })
    const line = lines.find((each) => each.includes('work failed')) ?? ''
    expect(JSON.parse(line)).toMatchObject({ id: job.id, reference: referenceOf(job.id), name: 'broken' })
    expect(line).toContain('invalid byte sequence')
    expect(referenceOf(job.id)).toMatch(/^[0-9A-F]{8}$/)
  })

  it('asked for twice by one key is done once', async () => {
    let times = 0
    await queue.work('once', async () => {
      times++
    })
    const [one, other] = await Promise.all([
      queue.send('once', {}, { key: '2026-11' }),
      queue.send('once', {}, { key: '2026-11' }),
    ])
    await lastOf(one)
    expect(other).toBe(one)
    expect(times).toBe(1)
  })

  it('asked for in a transaction that fails was never asked for', async () => {
    let asked = ''
    const failing = withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
      asked = await queue.send('add', { a: 1, b: 1 }, { within: transaction })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await queue.find(asked)).toBeUndefined()
    const { rows } = await sql`select 1 from queue.job where id = ${asked}`.execute(database.query)
    expect(rows).toEqual([])
  })

  it('is listed with the newest first', async () => {
    const older = await queue.send('add', { a: 1, b: 1 })
    const newer = await queue.send('add', { a: 1, b: 2 })
    const ids = (await queue.list({ name: 'add', limit: 2 })).map(({ id }) => id)
    expect(ids).toEqual([newer, older])
  })
})

describe('work of a process that was killed', () => {
  it('is given back, and begun again by a process that lives', async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    await queue.work('long', async () => {
      begun.resolve()
      await gate.promise
      return 'too late'
    })
    const id = await queue.send('long', {})
    await begun.promise
    await sql`update platform.job set worker = 1 where id = ${id}`.execute(database.query)
    const next = await openQueue(database, log)
    await next.work('long', async () => 'second time')
    const job = await lastOf(id)
    gate.resolve()
    await next.stop()
    expect(job).toMatchObject({ state: 'done', result: 'second time' })
    expect(await queue.find(id)).toEqual(job)
  })

  it('has failed when it was killed three times', async () => {
    const gate = Promise.withResolvers<void>()
    const lives = [queue]
    await queue.work('deadly', () => gate.promise)
    const id = await queue.send('deadly', {})
    for (let death = 1; death <= 3; death++) {
      await expect.poll(async () => (await queue.find(id))?.state, { timeout: 5_000 }).toBe('running')
      await sql`update platform.job set worker = 1 where id = ${id}`.execute(database.query)
      const next = await openQueue(database, log)
      lives.push(next)
      await next.work('deadly', () => gate.promise)
    }
    const job = await queue.find(id)
    gate.resolve()
    await Promise.all(lives.slice(1).map((life) => life.stop()))
    expect(job?.state).toBe('failed')
    expect(job?.because).toContain('hãy yêu cầu lại')
  })
})
