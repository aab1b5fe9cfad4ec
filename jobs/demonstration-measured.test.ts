import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { getTask, listBriefings, listDirectives, listTasks } from '#directives'
import { compare, findPublication, listTargets, paceOfMetric } from '#indicators'
import { type Transaction, withActor } from '#platform/database'
import { openFiles } from '#platform/files'
import { seedPublishing } from '#publishing'
import { asOwner, freshDatabase } from '#test/database'
import { loadDirective440 } from './demonstration/directive-440.ts'
import { isOfEntry } from './demonstration/directive-440-drafts.ts'
import { demonstrationGoals } from './demonstration/evidence-goals.ts'
import { loadDemonstration } from './demonstration.ts'
import { measureDemonstration } from './demonstration-measured.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const folder = await mkdtemp(join(tmpdir(), 'measured-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const machine = { kind: 'system', job: 'test' } as const
const read = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, machine, work)
const measured = (on = today) =>
  measureDemonstration({
    database,
    files: openFiles(folder),
    officerOf: () => undefined,
    today: on,
    now: new Date(`${on}T02:00:00Z`),
  })

beforeAll(async () => {
  await loadDemonstration({ database, people: 800, seed: 9, today })
  await read(seedPublishing)
  await loadDirective440({ database, today, officerOf: () => undefined })
  expect(await measured()).toBe(true)
}, 60_000)

describe('a demonstration that is measured', () => {
  it('has told the public of its months before anybody asks', async () => {
    expect((await findPublication(database.query))?.measuredOn).toBe(today)
    expect(await findPublication(database.query, day('2026-05-01'))).toBeDefined()
  })

  it('has goals with a baseline, a pace and a forecast where there is a history', async () => {
    for (const { metric, reported } of demonstrationGoals) {
      const [target] = await read((transaction) => listTargets(transaction, { key: metric }))
      expect(target?.document, metric).toContain(reported === undefined ? 'đếm lại' : 'số báo cáo')
      if (!target) continue
      const { baseline, goal } = target
      const pace = await read((transaction) =>
        paceOfMetric(transaction, { key: metric, baseline, goal, today }),
      )
      expect(pace.verdict, metric).not.toBe('unknown')
      if (reported === undefined) expect(pace.forecastOnGoalDay, metric).toBeDefined()
    }
  })

  it('says the goal on the task that the metric shows', async () => {
    const [directive] = await read((transaction) => listDirectives(transaction, { today, limit: 5 }))
    const asked = { directiveId: directive?.id ?? 0, today, sort: 'number', limit: 200 } as const
    const tasks = await read((transaction) => listTasks(transaction, asked))
    for (const { metric, words } of demonstrationGoals) {
      const task = tasks.find((each) => each.parentId === undefined && isOfEntry(each, { words: [words] }))
      const { metrics } = await read((transaction) => getTask(transaction, task?.id ?? 0, today))
      expect(metrics.filter(({ key }) => key === metric)).toMatchObject([
        { goal: { on: expect.any(String) } },
      ])
    }
  })

  it('has a report that agrees with what is measured, and one that does not', async () => {
    const beside = (key: string) => read((transaction) => compare(transaction, { key, on: today }))
    expect(await beside('numbered-people')).toMatchObject({ difference: 0, diverges: false })
    expect(await beside('full-entitlement')).toMatchObject({ reported: { value: 99.9 }, diverges: true })
  })

  it('does the rest on the next day when it was killed before its end, and no goal twice', async () => {
    const owner = asOwner(database)
    await sql`delete from platform.milestone where name = 'demonstration measured'`.execute(owner.query)
    expect(await measured(addDays(today, 1))).toBe(true)
    const targets = await read((transaction) => listTargets(transaction, { key: 'poor-households' }))
    expect(targets).toHaveLength(1)
  })

  it('has this week’s briefing, and is measured once', async () => {
    const briefings = await read((transaction) => listBriefings(transaction, 5))
    expect(briefings).toMatchObject([{ weekOn: today }, { toldOn: today, weekOn: today }])
    expect(await measured()).toBe(false)
  })
})
