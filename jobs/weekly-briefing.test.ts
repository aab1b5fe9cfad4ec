import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, day, month } from '#calendar'
import { listBriefings } from '#directives'
import { countFindings } from '#findings'
import { measure, measureByCommune } from '#indicators'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { openFiles, parseSha256 } from '#platform/files'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { freshDatabase } from '#test/database'
import { issued, people } from '#test/directive-rows'
import { loadDemonstration } from './demonstration.ts'
import { measureIndicators } from './measure-indicators.ts'
import { runSweep } from './sweep.ts'
import {
  makeBriefing,
  readLeaderFigures,
  weekly,
  weeklyBriefing,
  workOnBriefings,
} from './weekly-briefing.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const now = new Date('2026-11-22T23:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'briefing-'))
const files = openFiles(folder)
afterAll(() => rm(folder, { recursive: true, force: true }))

const leader: Actor = {
  kind: 'officer',
  id: 'leader',
  name: 'Hòa',
  role: 'leader',
  unitUid: 'province',
  areas: ['*'],
}
const asLeader = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, leader, work)

await loadDemonstration({ database, people: 800, seed: 9, today })
await runSweep(database, { month: month('2026-11'), knownOn: addDays(today, -7) })
await measureIndicators(database, { today: addDays(today, -7) })
await runSweep(database, { month: month('2026-11'), knownOn: today })
await measureIndicators(database, { today })

await issued(database, '2026-06-15')

describe('what the leaders are told', () => {
  it('names what is late, and with whom', async () => {
    const { tasks } = await asLeader((transaction) => readLeaderFigures(transaction, today))
    expect(tasks.late.length).toBeGreaterThan(0)
    expect(tasks.lateBy.reduce((sum, { count }) => sum + count, 0)).toBe(tasks.counts.late)
    for (const { dueOn = '', daysLate } of tasks.late) {
      expect(dueOn < today).toBe(true)
      expect(daysLate).toBeGreaterThan(0)
    }
    const [directive] = tasks.directives
    expect(directive?.late).toBe(tasks.counts.late)
    const other = await withActor(database, people.homeAffairs, (transaction) =>
      readLeaderFigures(transaction, today),
    )
    expect(other.tasks.late, 'a department is told of its own alone').toEqual([])
    expect(other.tasks.counts.noDeadline).toBeGreaterThan(0)
  })

  it('is what the metrics and the list of findings say, no number of its own', async () => {
    const figures = await asLeader((transaction) => readLeaderFigures(transaction, today))
    await asLeader(async (transaction) => {
      const full = await measure(transaction, { key: 'full-entitlement', on: today })
      const told = figures.principles.find(({ name }) => name === 'full')
      expect(told).toMatchObject({ value: full?.value, part: full?.part, whole: full?.whole, asOf: today })
      expect(told?.change?.since).toBe(addDays(today, -7))
      expect(figures.findings).toEqual(await countFindings(transaction))
      const missed = await measureByCommune(transaction, { key: 'missed-people', on: today })
      for (const { unitUid, counts } of figures.communes)
        expect(counts['missed-people']).toBe(missed.find((each) => each.unitUid === unitUid)?.value)
    })
    expect(figures.communes.length).toBeGreaterThan(2)
    const totals = figures.communes.map(({ total }) => total)
    expect(totals).toEqual(totals.toSorted((one, other) => other - one))
  })
})

describe('the weekly briefing', () => {
  it('keeps the figures of the page and two files that tell them', async () => {
    const { briefing, isNew } = await makeBriefing(database, files, { today, now })
    expect(isNew).toBe(true)
    const figures = await asLeader((transaction) => readLeaderFigures(transaction, today))
    const { rows } = await asLeader((transaction) =>
      sql<{ figures: unknown }>`select figures from directives.briefing where id = ${briefing.id}`.execute(
        transaction,
      ),
    )
    expect(rows[0]?.figures).toEqual(JSON.parse(JSON.stringify(figures)))

    const docx = await files.read(parseSha256(briefing.docxSha256) ?? ('' as never))
    const { value: text } = await mammoth.extractRawText({ buffer: docx })
    const decimals = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1 })
    for (const { value = 0 } of figures.principles) expect(text).toContain(`${decimals.format(value)} %`)
    for (const { name, total } of figures.communes) {
      expect(text).toContain(name)
      expect(text).toContain(total.toLocaleString('vi-VN'))
    }
    for (const { does, lead } of figures.tasks.late)
      for (const told of [does, lead]) expect(text).toContain(told)
    const pdf = await files.read(parseSha256(briefing.pdfSha256) ?? ('' as never))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is not made twice of the same figures, and is found by the leaders', async () => {
    const again = await makeBriefing(database, files, { today, now: new Date(now.getTime() + 60_000) })
    expect(again.isNew).toBe(false)
    expect(await asLeader((transaction) => listBriefings(transaction))).toEqual([again.briefing])
  })

  it('is made when somebody asks, and by itself on Mondays at six', async () => {
    const queue = await openQueue(database, createLog('silent'))
    const tomorrow = addDays(today, 1)
    await workOnBriefings(
      { database, queue, log: createLog('silent'), today: () => tomorrow },
      files,
      () => now,
    )
    const { rows } = await sql<{ cron: string; timezone: string }>`select cron, timezone from queue.schedule
      where name = ${weeklyBriefing}`.execute(database.query)
    expect(rows).toEqual([{ cron: weekly, timezone: 'Asia/Ho_Chi_Minh' }])
    const id = await queue.send(weeklyBriefing, {})
    await expect.poll(async () => (await queue.find(id))?.state, { timeout: 20_000 }).toBe('done')
    const [latest] = await asLeader((transaction) => listBriefings(transaction))
    expect(latest).toMatchObject({ toldOn: tomorrow, weekOn: today })
    await queue.stop()
  })
})
