import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, firstDayOf, type LocalDate, monthOf, weekdayOf } from '#calendar'
import { listAuditOf } from '#platform/audit'
import * as clock from '#platform/clock'
import { withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { type Job, openQueue } from '#platform/queue'
import { recordPerson, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { sealRegularly } from './seal-audit.ts'
import { nightly, runSweep, workOnSweeps } from './sweep.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const log = createLog('silent')
const queue = await openQueue(database, log)
let today: LocalDate = day('2026-11-30')
afterAll(() => queue.stop())

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await recordUnits(transaction, await readUnitsTable())
  })
  await workOnSweeps({ database, queue, log, today: () => today })
})

const sweepNow = () => swept({ startedBy: 'canbo-tinh' })

async function swept(options: { startedBy?: string }): Promise<Job | undefined> {
  const id = await queue.send('sweep', {}, options)
  let last: Job | undefined
  for await (const job of queue.watch(id)) last = job
  return last
}

describe('the nightly sweep', () => {
  it('is asked for at one o’clock in Vietnam, every night', async () => {
    expect(nightly).toBe('0 1 * * *')
    const { rows } = await sql`select name, cron, timezone from queue.schedule`.execute(database.query)
    expect(rows).toEqual([{ name: 'sweep', cron: nightly, timezone: 'Asia/Ho_Chi_Minh' }])
  })

  it('sweeps the month of its own day: the last of a month, then the first of the next', async () => {
    expect((await sweepNow())?.result).toMatchObject({ month: '2026-11', knownOn: '2026-11-30' })
    today = day('2026-12-01')
    expect((await sweepNow())?.result).toMatchObject({ month: '2026-12', knownOn: '2026-12-01' })
    const { rows } = await sql<{ month: string }>`select month from findings.run order by id`.execute(
      database.query,
    )
    expect(rows.map(({ month }) => month)).toEqual(['2026-11-01', '2026-12-01'])
  })

  it('stands in the audit log with who asked, and the log is sealed when the process ends', async () => {
    const { rows } = await sql<{ id: number }>`select max(id) as id from findings.run`.execute(database.query)
    const lines = await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      listAuditOf(transaction, { kind: 'sweep', id: String(rows[0]?.id) }),
    )
    expect(lines.map(({ action, details }) => [action, details])).toEqual([
      ['sweep', expect.objectContaining({ month: '2026-12', startedBy: 'canbo-tinh' })],
    ])
    const stop = sealRegularly({ database, log })
    await stop()
    const { rows: seals } = await sql<{ lines: number }>`select sum(lines)::int as lines
      from platform.audit_seal`.execute(database.query)
    expect(seals[0]?.lines).toBeGreaterThanOrEqual(2)
  })

  it('sweeps the next month ahead on the last night of a month: its first night looks only at what has changed', async () => {
    const birth = { from: day('1960-05-05'), to: day('1960-05-05') }
    const person = { name: 'Lê Thị Xoan', birth, unitUid: '16702@2025-07-01' }
    await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      recordPerson(transaction, person, 'officer:test'),
    )
    let first = firstDayOf(addMonths(monthOf(clock.today()), 1))
    // Everybody is swept on Sundays.
    while (weekdayOf(first) === 0) first = firstDayOf(addMonths(monthOf(first), 1))
    today = addDays(first, -1)
    expect((await swept({}))?.result).toMatchObject({ month: monthOf(today), mode: 'whole' })
    today = first
    expect((await swept({}))?.result).toMatchObject({ month: monthOf(first), mode: 'changed', judged: 0 })
  })

  it('starts from the last run of the month, also when that asked about a day gone by', async () => {
    const question = { month: monthOf(today), knownOn: addDays(clock.today(), -3) }
    await runSweep(database, question, { mode: 'whole' })
    expect((await sweepNow())?.result).toMatchObject({ mode: 'whole', because: expect.anything() })
    expect((await sweepNow())?.result).toMatchObject({ mode: 'changed', judged: 0 })
  })
})
