import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { listAuditOf } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { problemOf } from './figure-problems.ts'
import { compare, listReported, type NewReport, reportFigure } from './reported.ts'
import { listTargets, type NewTarget, paceOfMetric, setTarget } from './targets.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const [ours, theirs] = ['17827@2025-07-01', '16702@2025-07-01']
const officer = (id: string, role: string, unitUid: string): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('minh', 'provinceOfficer', 'province')
const leader = officer('hoa', 'leader', 'province')
const commune = officer('lan', 'communeOfficer', ours)
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

beforeAll(async () => {
  await as(machine, (transaction) =>
    sql`insert into indicators.measured (metric, unit_uid, measured_on, part, whole) values
      ('poor-households', 'province', '2026-10-31', 1000, null), ('poor-households', 'province', '2026-11-20', 900, null),
      ('right-person', 'province', '2026-09-01', 940, 1000), ('right-person', 'province', '2026-10-01', 950, 1000),
      ('right-person', 'province', '2026-11-01', 960, 1000)`.execute(transaction),
  )
})

const report = (more: Partial<NewReport>): NewReport => ({
  key: 'poor-households',
  unitUid: 'province',
  on: day('2026-10-31'),
  value: 1_000,
  idempotencyKey: crypto.randomUUID(),
  today,
  ...more,
})

describe('a figure that somebody reports', () => {
  it('stands beside the one measured by its own day, and a wide difference is marked', async () => {
    await as(province, (transaction) => reportFigure(transaction, report({ value: 1_019 })))
    const near = await as(leader, (transaction) =>
      compare(transaction, { key: 'poor-households', on: today }),
    )
    expect([near.measured?.value, near.measuredThen?.value, near.reported?.value]).toEqual([900, 1000, 1019])
    expect([near.difference, near.diverges]).toEqual([19, false])
    await as(province, (transaction) =>
      reportFigure(transaction, report({ value: 1_021, document: '12/BC-SYT' })),
    )
    const far = await as(leader, (transaction) => compare(transaction, { key: 'poor-households', on: today }))
    expect([far.difference, far.diverges]).toEqual([21, true])
  })

  it('is corrected by a row of its own, and what was said before stays readable', async () => {
    const reported = await as(leader, (transaction) => listReported(transaction, { key: 'poor-households' }))
    expect(reported.map(({ value, isReplaced }) => [value, isReplaced])).toEqual([
      [1021, false],
      [1019, true],
    ])
    expect(reported[0]?.replaces).toBe(reported[1]?.id)
    const lines = await as(province, (transaction) =>
      listAuditOf(transaction, { kind: 'indicator', id: 'poor-households' }),
    )
    expect(lines.map(({ action, actor }) => [action, actor])).toEqual(
      Array.from({ length: 2 }, () => ['reportFigure', 'officer:minh']),
    )
  })

  it('is once when it is sent twice', async () => {
    const twice = report({ unitUid: ours, value: 7 })
    for (const _ of [1, 2]) await as(commune, (transaction) => reportFigure(transaction, twice))
    const reported = await as(commune, (transaction) =>
      listReported(transaction, { key: 'poor-households', unitUid: ours }),
    )
    expect(reported.map(({ value, by }) => [value, by])).toEqual([[7, 'officer:lan']])
  })

  it('may be of what nothing measures, and has then no difference', async () => {
    await as(province, (transaction) =>
      reportFigure(transaction, report({ key: 'merit-dossiers-open', value: 12 })),
    )
    const { measured, reported, difference, diverges } = await as(province, (transaction) =>
      compare(transaction, { key: 'merit-dossiers-open', on: today }),
    )
    expect([measured, reported?.value, difference, diverges]).toEqual([undefined, 12, undefined, false])
  })

  it('is not laid against a figure that was measured later', async () => {
    await as(province, (transaction) =>
      reportFigure(transaction, report({ on: day('2026-01-31'), key: 'right-person', value: 90 })),
    )
    const { measured, difference } = await as(province, (transaction) =>
      compare(transaction, { key: 'right-person', on: today }),
    )
    expect([measured?.value, difference]).toEqual([96, undefined])
  })

  it('is refused of another commune, and from a leader', async () => {
    for (const [actor, unitUid] of [
      [commune, theirs],
      [commune, 'province'],
      [leader, 'province'],
    ] as const)
      await expect(
        as(actor, (transaction) => reportFigure(transaction, report({ unitUid, on: day('2026-03-01') }))),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it.each([
    ['noMetric', undefined, 1, today],
    ['noNumber', 'people', Number.NaN, today],
    ['dayAhead', 'people', 1, day('2026-11-24')],
    ['negative', 'people', -1, today],
    ['aboveHundred', 'percent', 100.1, today],
    ['notWhole', 'people', 1.5, today],
    ['tooFine', 'percent', 97.25, today],
    [undefined, 'percent', 97.3, today],
    [undefined, 'dong', 1_234_567_890_123, today],
  ] as const)('%s is said of a %s of %s', (because, unit, value, on) => {
    expect(problemOf(unit && { unit }, { value, on, today })).toBe(because)
  })
})

const target = (more: Partial<NewTarget>): NewTarget => ({
  key: 'right-person',
  unitUid: 'province',
  baseline: { on: day('2026-09-01'), value: 94 },
  goal: { on: day('2026-12-31'), value: 99 },
  document: '440/TB-UBND ngày 28/06/2022',
  idempotencyKey: crypto.randomUUID(),
  ...more,
})

describe('a target', () => {
  it('is set by the province, replaced by a later one of the same paper and day, and told with its pace', async () => {
    await as(province, (transaction) => setTarget(transaction, target({})))
    await as(province, (transaction) =>
      setTarget(transaction, target({ goal: { on: day('2026-12-31'), value: 98 } })),
    )
    const [stands, ...others] = await as(leader, (transaction) =>
      listTargets(transaction, { key: 'right-person' }),
    )
    expect([stands?.goal.value, others]).toEqual([98, []])
    const pace = await as(leader, (transaction) =>
      paceOfMetric(transaction, { ...(stands as NonNullable<typeof stands>), today }),
    )
    expect(pace.latest).toEqual({ on: '2026-11-01', value: 96 })
    expect(pace.verdict).toBe('behind')
    expect(pace.forecastReachesOn).toBe('2027-01-01')
  })

  it('is refused without a paper, with a goal not later than its baseline, and from a commune', async () => {
    const becauseOf = async (more: Partial<NewTarget>) => {
      const answer = await as(province, (transaction) => setTarget(transaction, target(more)))
      return answer.ok ? undefined : answer.because
    }
    expect(await becauseOf({ document: ' ' })).toBe('noDocument')
    expect(await becauseOf({ goal: { on: day('2026-09-01'), value: 99 } })).toBe('goalNotLater')
    expect(await becauseOf({ goal: { on: day('2026-12-31'), value: 101 } })).toBe('aboveHundred')
    await expect(
      as(commune, (transaction) => setTarget(transaction, target({ unitUid: ours }))),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a form that is sent twice at once', () => {
  it('is one report, and two different ones of a day follow each other', async () => {
    const one = report({ unitUid: ours, on: day('2026-08-31'), value: 7 })
    const both = await Promise.all([one, one].map((each) => as(commune, (t) => reportFigure(t, each))))
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const others = [8, 9].map((value) => report({ ...one, value, idempotencyKey: crypto.randomUUID() }))
    await Promise.all(others.map((each) => as(commune, (t) => reportFigure(t, each))))
    const all = await as(commune, (t) => listReported(t, { key: one.key, unitUid: ours }))
    const ofDay = all.filter(({ on }) => on === one.on)
    expect(ofDay.map(({ value }) => value).toSorted()).toEqual([7, 8, 9])
    expect(ofDay.filter(({ isReplaced }) => !isReplaced)).toHaveLength(1)
  })
})
