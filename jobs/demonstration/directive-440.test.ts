import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { getDirective, getTask, listDirectives, listTasks, type Task } from '#directives'
import { findMetric } from '#indicators'
import { type Actor, withActor } from '#platform/database'
import { findArticle, notice440, seedPublishing } from '#publishing'
import { asOwner, freshDatabase } from '#test/database'
import { loadDirective440 } from './directive-440.ts'
import { noticeEntries } from './directive-440-entries.ts'

const database = await freshDatabase()
const owner = asOwner(database)
const machine = { kind: 'system', job: 'test' } as const
const today = day('2026-11-23')
const officerOf = (agency: string): Actor | undefined =>
  ['provinceOffice', 'dpHomeAffairs', 'dpHealth'].includes(agency)
    ? {
        kind: 'officer',
        id: agency,
        name: agency,
        role: 'provinceOfficer',
        unitUid: 'province',
        areas: ['*'],
        agency,
      }
    : undefined

const read = <Result>(work: Parameters<typeof withActor<Result>>[2]) => withActor(database, machine, work)
let directiveId = 0
let tasks: Task[] = []

beforeAll(async () => {
  await read(seedPublishing)
  expect(await loadDirective440({ database, today, officerOf })).toBe(true)
  const [directive] = await read((transaction) => listDirectives(transaction, { today, limit: 10 }))
  directiveId = directive?.id ?? 0
  tasks = await read((transaction) =>
    listTasks(transaction, { directiveId, today, sort: 'number', limit: 200 }),
  )
})

const whole = (number: string) => {
  const task = tasks.find((each) => each.number === number)
  if (!task) throw new Error(`There is no task ${number}`)
  return task
}

describe('the notice in the demonstration', () => {
  it('stands in the words of its public article', async () => {
    const { articleSlug, parts, kept, ...head } = await read((transaction) =>
      getDirective(transaction, directiveId, today),
    )
    const article = await findArticle(database.query, articleSlug ?? '', 'vi')
    expect(article?.title).toBe(notice440.title)
    expect(parts[0]).toEqual({ kind: 'paragraph', text: article?.title })
    expect(kept.some(({ kind }) => kind === 'praise')).toBe(true)
    expect(head).toMatchObject({
      number: '440/TB-UBND',
      issuedOn: '2022-06-28',
      inferred: ['issuedOn', 'meetingOn'],
      confirmedBy: 'officer:provinceOffice',
      state: 'issued',
      handedBy: 'officer:provinceOffice',
      handedOn: '2022-06-29',
    })
  })

  it('is 23 tasks, each of an agency of today, with nobody left to choose', () => {
    const wholes = tasks.filter(({ parentId }) => parentId === undefined)
    expect(wholes.map(({ number }) => number)).toEqual(noticeEntries.map((_, index) => String(index + 1)))
    expect(wholes.map(({ lead }) => lead)).toEqual([
      ...['dpHomeAffairs', 'dpHealth', 'dpHomeAffairs', 'dpHomeAffairs', 'dpHomeAffairs', 'dpHomeAffairs'],
      ...['dpHomeAffairs', 'dpHomeAffairs', 'dpEducation', 'dpHealth', 'dpHomeAffairs', 'dpLabour'],
      ...['dpAgriculture', 'dpAgriculture', 'dpHealth', 'dpHomeAffairs', 'provinceOffice'],
      ...['provinceOffice', 'dpHomeAffairs', 'dpHomeAffairs', 'dpScience', 'dpHomeAffairs'],
      'provinceOffice',
    ])
  })

  it('shows the chain from the department that was to those that are', async () => {
    const { chain } = await read((transaction) => getTask(transaction, whole('13').id, today))
    expect(chain.map(({ party, because, days }) => [party, because, days])).toEqual([
      ['dpLabour', 'handed', 976],
      ['dpAgriculture', 'handedOver', 632],
    ])
  })

  it('was done in time on 27/7/2022, and has today parts that are done, late and near due', () => {
    expect(whole('12')).toMatchObject({ state: 'doneInTime', dueOn: '2022-07-27', saidDoneOn: '2022-07-26' })
    const parts = tasks.filter(({ parentId }) => parentId !== undefined)
    expect(new Set(parts.map(({ state }) => state))).toEqual(
      new Set(['late', 'nearDue', 'inTime', 'doneInTime', 'doneLate']),
    )
    expect(parts.filter(({ state }) => state === 'late').map(({ lead }) => lead)).toEqual([
      'dpHealth',
      'dpHomeAffairs',
    ])
  })

  it('links each of its tasks to what shows it, and says of some that nothing measures them yet', async () => {
    for (const { number, id } of tasks.filter(({ parentId }) => parentId === undefined)) {
      const { metrics } = await read((transaction) => getTask(transaction, id, today))
      expect(metrics.length, `task ${number}`).toBeGreaterThan(0)
      for (const { metric } of metrics) expect(metric.counted ?? metric.missing, metric.key).toBeDefined()
    }
    const keys = new Set(noticeEntries.flatMap(({ metrics }) => metrics))
    expect([...keys].filter((key) => !findMetric(key))).toEqual([])
    const { metrics } = await read((transaction) => getTask(transaction, whole('11').id, today))
    const dossiers = metrics.find(({ key }) => key === 'merit-dossiers-open')
    expect(dossiers?.metric.missing?.vi).toContain('chưa có sổ')
    expect(dossiers).toMatchObject({ measured: undefined, reported: { value: 318 } })
  })

  it('hands the last line on to whoever is to settle it', async () => {
    const { proposals, task } = await read((transaction) => getTask(transaction, whole('23').id, today))
    expect(task.kind).toBe('proposal')
    expect(proposals).toMatchObject([{ party: 'dpFinance', dueOn: addDays(today, 10), isLate: false }])
  })

  it('is brought in once', async () => {
    expect(await loadDirective440({ database, today, officerOf })).toBe(false)
    expect(await read((transaction) => listDirectives(transaction, { today, limit: 10 }))).toHaveLength(1)
  })

  it('does the rest on the next day when it was killed before its end, and nothing twice', async () => {
    await sql`delete from platform.milestone where name like 'demonstration directive%'`.execute(owner.query)
    const tomorrow = addDays(today, 1)
    expect(await loadDirective440({ database, today: tomorrow, officerOf })).toBe(true)
    const again = await read((transaction) => listTasks(transaction, { directiveId, today, limit: 200 }))
    expect(again).toHaveLength(tasks.length)
  })
})
