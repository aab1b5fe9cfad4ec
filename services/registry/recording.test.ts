import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  factsAt,
  loadMonthColumns,
  lookAhead,
  personTimeline,
  placeOf,
  type Relation,
  recordFact,
  recordHousehold,
  recordMembership,
  recordPerson,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const origin = 'officer:test'
const forever = day('2099-12-31')
const run = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, machine, work)
const exactly = (text: string) => ({ from: day(text), to: day(text) })

const factsIn = (personId: number, inMonth: string, knownOn = forever) =>
  run(async (transaction) => {
    const question = { month: month(inMonth), knownOn, personIds: [personId] }
    const columns = await loadMonthColumns(transaction, question)
    return factsAt(columns, placeOf(columns, personId))
  })

describe('a fact of a person', () => {
  it('holds for its days, and a correction keeps what was said of other days', async () => {
    const id = await run(async (transaction) => {
      const person = await recordPerson(transaction, { name: 'Vi Thị Hoa' }, origin)
      const record = (value: string, from: string, to?: string) =>
        recordFact(transaction, person, {
          key: 'disability',
          value,
          valid: { from: day(from), to: to === undefined ? undefined : day(to) },
          origin,
        })
      expect(await record('light', '2025-01-01')).toBe(true)
      expect(await record('severe', '2026-03-01', '2026-05-31')).toBe(true)
      expect(await record('severe', '2026-04-01', '2026-04-30')).toBe(false)
      return person
    })
    const degrees = await Promise.all(
      ['2024-12', '2025-06', '2026-03', '2026-05', '2026-06'].map(
        async (at) => (await factsIn(id, at)).disability,
      ),
    )
    expect(degrees).toEqual([undefined, 'light', 'severe', 'severe', 'light'])
  })

  it('is read as it was known on a day', async () => {
    const id = await run((transaction) => recordPerson(transaction, { name: 'Lô Văn May' }, origin))
    const valid = { from: day('2025-01-01') }
    await run((transaction) => recordFact(transaction, id, { key: 'studying', value: 'yes', valid, origin }))
    await run((transaction) => recordFact(transaction, id, { key: 'studying', value: 'no', valid, origin }))
    expect((await factsIn(id, '2026-01')).studying).toBe('no')
    expect((await factsIn(id, '2026-01', day('2020-01-01'))).studying).toBeUndefined()
    const entries = await run((transaction) => personTimeline(transaction, id, { corrections: true }))
    expect(entries.map(({ value, supersededAt }) => [value, supersededAt !== undefined])).toEqual([
      ['no', false],
      ['yes', true],
    ])
  })

  it('lost within a month counts in it, one gained counts from it, and prison stops from the next', async () => {
    const id = await run((transaction) => recordPerson(transaction, { name: 'Lầu Y Mỷ' }, origin))
    await run(async (transaction) => {
      const record = (key: string, value: string, from: string, to?: string) => {
        const valid = { from: day(from), to: to === undefined ? undefined : day(to) }
        return recordFact(transaction, id, { key, value, valid, origin })
      }
      await record('poverty', 'poor', '2026-01-01', '2026-03-10')
      await record('poverty', 'none', '2026-03-11')
      await record('disability', 'none', '2026-01-01', '2026-03-19')
      await record('disability', 'severe', '2026-03-20')
      await record('inPrison', 'no', '2026-01-01', '2026-03-04')
      await record('inPrison', 'yes', '2026-03-05')
    })
    expect(await factsIn(id, '2026-03')).toMatchObject({
      poverty: 'poor',
      disability: 'severe',
      inPrison: 'no',
    })
    expect(await factsIn(id, '2026-04')).toMatchObject({
      poverty: 'none',
      disability: 'severe',
      inPrison: 'yes',
    })
  })

  it('that begins later stays when an older list is brought in after it', async () => {
    const id = await run((transaction) => recordPerson(transaction, { name: 'Và Bá Tủa' }, origin))
    await run(async (transaction) => {
      const record = (value: string, from: string) =>
        recordFact(transaction, id, {
          key: 'poverty',
          value,
          valid: { from: day(from) },
          origin,
          keepLater: true,
        })
      await record('none', '2026-01-01')
      await record('poor', '2025-01-01')
    })
    expect((await factsIn(id, '2025-06')).poverty).toBe('poor')
    expect((await factsIn(id, '2026-06')).poverty).toBe('none')
  })
})

describe('what is not recorded', () => {
  it('is unknown, unless an officer has gone through the facts of the person', async () => {
    const [seen, unseen] = await run(async (transaction) => [
      await recordPerson(transaction, { name: 'Cao Thị Nga', reviewedOn: day('2026-01-01') }, origin),
      await recordPerson(transaction, { name: 'Cao Thị Nga' }, origin),
    ])
    expect(await factsIn(seen ?? 0, '2026-02')).toMatchObject({
      disability: 'none',
      poverty: 'none',
      hiv: 'no',
    })
    expect(await factsIn(unseen ?? 0, '2026-02')).toEqual({ alive: 'yes' })
    expect((await factsIn(seen ?? 0, '2026-02', day('2025-12-31'))).disability).toBeUndefined()
    expect((await factsIn(seen ?? 0, '2026-02')).insurance).toBeUndefined()
  })
})

describe('a month', () => {
  it('of death is lived; the next is not', async () => {
    const id = await run((transaction) =>
      recordPerson(
        transaction,
        { name: 'Hồ Văn Sáu', birth: exactly('1940-02-29'), deathOn: day('2026-03-14') },
        origin,
      ),
    )
    const alive = await Promise.all(
      ['2026-02', '2026-03', '2026-04'].map(async (at) => (await factsIn(id, at)).alive),
    )
    expect(alive).toEqual(['yes', 'yes', 'no'])
    expect((await factsIn(id, '2026-03')).birth).toEqual(exactly('1940-02-29'))
  })

  it('before the birth is nobody’s, whatever is not known of it; that of birth is lived', async () => {
    const child = { name: 'Phạm Văn Tuấn', birth: { ...exactly('2025-10-27'), written: '27/10/2025' } }
    const id = await run((transaction) => recordPerson(transaction, child, origin))
    const alive = async (at: string) => (await factsIn(id, at)).alive
    expect([await alive('2025-09'), await alive('2025-10'), await alive('2026-01')]).toEqual([
      'no',
      'yes',
      'yes',
    ])
    const columns = await run((transaction) =>
      loadMonthColumns(transaction, { month: month('2025-09'), knownOn: forever, personIds: [id] }),
    )
    expect(factsAt(lookAhead(columns, month('2025-10')), 0).alive).toBe('yes')
  })

  it('counts the children of a house for head and spouse, and looks ahead by time alone', async () => {
    const house: [Relation, string][] = [
      ['head', '1990-05-05'],
      ['child', '2024-01-10'],
      ['child', '2010-12-20'],
    ]
    const columns = await run(async (transaction) => {
      const householdId = await recordHousehold(transaction, { origin })
      for (const [relation, born] of house) {
        const personId = await recordPerson(
          transaction,
          { name: `Moong ${relation}`, birth: exactly(born) },
          origin,
        )
        const valid = { from: day('2025-01-01') }
        await recordMembership(transaction, { personId, householdId, relation, valid, origin })
        if (born === '2010-12-20')
          await recordFact(transaction, personId, { key: 'studying', value: 'no', valid, origin })
      }
      return loadMonthColumns(transaction, { month: month('2026-11'), knownOn: forever })
    })
    const head = columns.count - house.length
    const countsOf = (at: typeof columns) =>
      ['k4Children', 'childrenUnder36Months'].map((key) => factsAt(at, head)[key])
    expect(countsOf(columns)).toEqual([2, 1])
    expect(countsOf(lookAhead(columns, month('2026-12')))).toEqual([1, 1])
    expect(countsOf(lookAhead(columns, month('2027-01')))).toEqual([1, 1])
    expect(countsOf(lookAhead(columns, month('2027-02')))).toEqual([1, 0])
  })

  it('gives the support for a small child to one of two disabled spouses, unless it is recorded who draws', async () => {
    const valid = { from: day('2025-01-01') }
    const columns = await run(async (transaction) => {
      for (const recorded of [undefined, 'yes']) {
        const householdId = await recordHousehold(transaction, { origin })
        for (const [relation, born, facts] of [
          [
            'head',
            '1990-05-05',
            { disability: 'severe', resident: 'yes', ...(recorded && { parentCarePaidToSpouse: recorded }) },
          ],
          ['spouse', '1992-06-06', { disability: 'severe', resident: 'yes' }],
          ['child', '2025-02-10', {}],
        ] as const) {
          const person = { name: `Lô ${relation}`, birth: exactly(born), reviewedOn: day('2025-01-01') }
          const personId = await recordPerson(transaction, person, origin)
          await recordMembership(transaction, { personId, householdId, relation, valid, origin })
          for (const [key, value] of Object.entries(facts))
            await recordFact(transaction, personId, { key, value, valid, origin })
        }
      }
      return loadMonthColumns(transaction, { month: month('2026-11'), knownOn: forever })
    })
    const drawn = (at: typeof columns) =>
      [6, 5, 3, 2].map((back) => factsAt(at, at.count - back).parentCarePaidToSpouse)
    expect(drawn(columns)).toEqual(['no', 'yes', 'yes', 'no'])
    // The child is long past three then: nobody stands back for the other any more.
    expect(drawn(lookAhead(columns, month('2028-06')))).toEqual(['no', 'no', 'yes', 'no'])
  })
})
