import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { countFindings, readPrinciples } from '#findings'
import {
  measure,
  measureAll,
  measureByCommune,
  measureBySplit,
  measureOverTime,
  metrics,
  prepareTables,
  principleKeys,
  standingsOfPeople,
} from '#indicators'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (role: string, unitUid: string): Actor => ({
  kind: 'officer',
  id: role,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('provinceOfficer', 'province')
const [ours, theirs] = ['17827@2025-07-01', '16702@2025-07-01']
const commune = officer('communeOfficer', ours)
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

let first: { measured: string[]; written: number }

beforeAll(async () => {
  await loadDemonstration({ database, people: 3_000, seed: 7, today })
  first = await as(machine, (transaction) => measureAll(transaction, { on: today, today }))
}, 120_000)

describe('measuring', () => {
  it('counts every metric that something in the house can count', () => {
    const countable = metrics.filter(({ counted }) => counted && !counted.handedIn).map(({ key }) => key)
    expect(first.measured).toEqual(countable)
    expect(countable.length).toBeGreaterThanOrEqual(20)
  })

  it('writes nothing again of a day on which nothing has changed', async () => {
    const again = await as(machine, (transaction) => measureAll(transaction, { on: today, today }))
    expect(again).toEqual({ measured: first.measured, written: 0 })
  })

  it('adds a figure that has changed since, and reads the one taken last', async () => {
    const before = await as(province, (transaction) =>
      measure(transaction, { key: 'unnumbered-people', on: today }),
    )
    const { rows } = await as(machine, (transaction) =>
      sql<{ id: number }>`update registry.person set citizen_id = null where id = (
        select min(id) from registry.person where citizen_id is not null and death_on is null and linked_to is null)
        returning id`.execute(transaction),
    )
    expect(rows).toHaveLength(1)
    const { written } = await as(machine, (transaction) =>
      measureAll(transaction, { on: today, today, only: ['unnumbered-people', 'numbered-people'] }),
    )
    expect(written).toBe(4)
    const after = await as(province, (transaction) =>
      measure(transaction, { key: 'unnumbered-people', on: today }),
    )
    expect(after?.part).toBe((before?.part ?? 0) + 1)
  })

  it('refuses a day that has not come', async () => {
    await expect(
      as(machine, (transaction) => measureAll(transaction, { on: addDays(today, 1), today })),
    ).rejects.toThrow(RangeError)
  })

  it('counts of a past day only what is kept over time, and says that it was counted later', async () => {
    const on = day('2026-10-31')
    const { measured } = await as(machine, (transaction) => measureAll(transaction, { on, today }))
    expect(measured).toEqual(
      metrics.filter(({ counted }) => counted?.reaches === 'anyDay').map(({ key }) => key),
    )
    const series = await as(province, (transaction) =>
      measureOverTime(transaction, { key: 'recipients', from: on, to: today }),
    )
    expect(series.map(({ asOf, isRecounted }) => [asOf, isRecounted])).toContainEqual([on, true])
  })
})

describe('the three principles', () => {
  it.each([
    ['right', 'rightPerson'],
    ['full', 'fullEntitlement'],
    ['onTime', 'onTime'],
  ] as const)(
    '%s is what the sweep and the Today page say, for the province and for a commune',
    async (key, name) => {
      for (const unitUid of ['province', ours, theirs]) {
        const figure = await as(province, (transaction) =>
          measure(transaction, { key: principleKeys[key], unitUid, on: today }),
        )
        const principles = await as(province, (transaction) => readPrinciples(transaction, { unitUid }))
        const { part, whole, share } = principles?.[name] ?? { part: -1, whole: -1, share: -1 }
        expect([figure?.part, figure?.whole]).toEqual([part, whole])
        expect(figure?.value).toBe(share === undefined ? undefined : share / 10)
      }
    },
  )

  it('told apart person by person sum to what the sweep sums', async () => {
    const { rows } = await as(machine, async (transaction) => {
      const run = await sql<{ id: number; month: string; known_on: string }>`select id, month, known_on
        from findings.run order by id desc limit 1`.execute(transaction)
      const { id, month, known_on } = run.rows[0] as { id: number; month: string; known_on: string }
      await prepareTables(transaction, {
        on: today,
        run: { id, month: day(month), knownOn: day(known_on), isLatest: true },
      })
      return sql<object>`select unit_uid, count(*) filter (where recipient) as recipients,
          count(*) filter (where recipient and not wrong) as right, count(*) filter (where entitled) as entitled,
          count(*) filter (where entitled and not short) as fully
        from (${standingsOfPeople}) as standing
        join registry.person on person.id = person_id group by 1
        except select unit_uid, recipients, recipients_right, entitled, entitled_fully
        from findings.measure where run_id = ${id}`.execute(transaction)
    })
    expect(rows).toEqual([])
  })

  it('of an area are of its people alone, and sum over communes to the province', async () => {
    for (const key of Object.values(principleKeys))
      for (const area of ['poverty', 'children'] as const) {
        const whole = await as(province, (transaction) => measure(transaction, { key, area, on: today }))
        const all = await as(province, (transaction) => measure(transaction, { key, on: today }))
        const communes = await as(province, (transaction) =>
          measureByCommune(transaction, { key, area, on: today }),
        )
        expect(communes).toHaveLength(130)
        expect(communes.reduce((sum, { part }) => sum + part, 0)).toBe(whole?.part)
        expect(whole?.whole).toBeLessThan(all?.whole ?? 0)
        if (key !== principleKeys.onTime) expect(whole?.whole).toBeGreaterThan(0)
      }
  })

  it('of the benefits count each recipient under every benefit they have', async () => {
    const split = await as(province, (transaction) =>
      measureBySplit(transaction, { key: 'right-person', by: 'benefit', on: today }),
    )
    const { rows } = await as(province, (transaction) =>
      sql<{ benefit: string; n: number }>`select benefit, count(distinct coalesce(linked_to, person.id)) as n
        from awards.award join registry.person on person.id = person_id where valid @> '2026-11-01'::date
        group by 1`.execute(transaction),
    )
    expect(
      Object.fromEntries(split.filter(({ whole }) => whole).map(({ of, whole }) => [of, whole])),
    ).toEqual(Object.fromEntries(rows.map(({ benefit, n }) => [benefit, n])))
  })
})

describe('what the sweep found', () => {
  it.each([
    ['late-applications', 'late'],
    ['missed-people', 'missed'],
  ] as const)('%s agrees with the list behind it', async (key, kind) => {
    const figure = await as(province, (transaction) => measure(transaction, { key, on: today }))
    const counts = await as(province, (transaction) => countFindings(transaction))
    expect(figure?.part).toBeGreaterThan(0)
    expect(figure?.part).toBeLessThanOrEqual(counts[kind])
    if (kind === 'late') expect(figure?.part).toBe(counts[kind])
  })
})

describe('who sees what was measured', () => {
  it('an officer of a commune their own commune, and neither another nor the province', async () => {
    const seenBy = (unitUid: string) =>
      as(commune, (transaction) => measure(transaction, { key: 'recipients', unitUid, on: today }))
    expect((await seenBy(ours))?.part).toBeGreaterThan(0)
    expect([await seenBy(theirs), await seenBy('province')]).toEqual([undefined, undefined])
    const communes = await as(commune, (transaction) =>
      measureByCommune(transaction, { key: 'recipients', on: today }),
    )
    expect(communes.map(({ unitUid }) => unitUid)).toEqual([ours])
  })

  it('nobody writes a measured figure but the machine, and nobody changes or removes one', async () => {
    const insert = sql`insert into indicators.measured (metric, unit_uid, measured_on, part)
      values ('recipients', ${ours}, ${today}, 1)`
    for (const actor of [province, commune])
      await expect(as(actor, (transaction) => insert.execute(transaction))).rejects.toMatchObject({
        code: '42501',
      })
    for (const statement of ['update indicators.measured set part = part', 'delete from indicators.measured'])
      await expect(
        as(machine, (transaction) => sql.raw(statement).execute(transaction)),
      ).rejects.toMatchObject({
        code: '42501',
      })
  })
})

describe('not measured', () => {
  it('is undefined, for what nothing counts and for a day before the first', async () => {
    const figures = await as(province, async (transaction) => [
      await measure(transaction, { key: 'merit-dossiers-open', on: today }),
      await measure(transaction, { key: 'right-person', on: day('2020-01-01') }),
      await measure(transaction, { key: 'nobody-wrote-this', on: today }),
      await measure(transaction, { key: 'right-person', area: 'merit', on: today }),
    ])
    expect(figures).toEqual([undefined, undefined, undefined, undefined])
  })

  it('is a share of nobody, which is no percentage', async () => {
    const figure = await as(province, (transaction) => measure(transaction, { key: 'scans-read', on: today }))
    expect([figure?.whole, figure?.value]).toEqual([0, undefined])
  })
})
