import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  type Act,
  enact,
  personAsOf,
  personTimeline,
  recordFact,
  recordHousehold,
  recordHouseholdFact,
  recordMembership,
  recordPerson,
} from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
/** The clock of the database is the real one: whatever the tests record is known by then. */
const forever = day('2099-12-31')
const from = day('2025-07-01')
const origin = 'officer:before'
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

const apply = (act: Act) => as(machine, (transaction) => enact(transaction, act, { today }))
const refusalOf = (act: Act) =>
  apply(act).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )

const born = { from: day('1950-05-05'), to: day('1950-05-05') }
const settle = (name: string) =>
  as(machine, (transaction) => recordPerson(transaction, { name, birth: born }, origin))

const factsOf = (id: number) =>
  as(machine, async (transaction) =>
    (await personTimeline(transaction, id))
      .filter(({ kind }) => kind === 'fact')
      .map(({ value, from: first, to }) => [value, first, to]),
  )

describe('a fact', () => {
  it('that was wrong from the start is corrected for all its days', async () => {
    const id = await settle('Lô Thị Hoa')
    const fact = { key: 'disability', value: 'light', valid: { from }, origin }
    await as(machine, (transaction) => recordFact(transaction, id, fact))
    await apply({ kind: 'correctFact', of: { personId: id }, key: 'disability', on: today, value: 'severe' })
    expect(await factsOf(id)).toEqual([['severe', from, undefined]])
    await apply({ kind: 'correctFact', of: { personId: id }, key: 'disability', on: today })
    expect(await factsOf(id)).toEqual([])
  })

  it('that was true until a day is ended there, and replaced from a day on', async () => {
    const id = await settle('Lô Thị Hoa')
    const of = { personId: id }
    await apply({ kind: 'replaceFact', of, key: 'poverty', from, value: 'poor' })
    await apply({ kind: 'replaceFact', of, key: 'poverty', from: day('2026-03-01'), value: 'nearPoor' })
    await apply({ kind: 'endFact', of, key: 'poverty', on: today, lastOn: day('2026-10-31') })
    expect(await factsOf(id)).toEqual([
      ['nearPoor', '2026-03-01', '2026-10-31'],
      ['poor', from, '2026-02-28'],
    ])
    const refusals = [
      await refusalOf({
        kind: 'endFact',
        of,
        key: 'poverty',
        on: day('2026-04-01'),
        lastOn: day('2026-02-01'),
      }),
      await refusalOf({ kind: 'endFact', of, key: 'poverty', on: today, lastOn: today }),
      await refusalOf({ kind: 'replaceFact', of, key: 'poverty', from, value: 'rich' }),
      await refusalOf({ kind: 'replaceFact', of, key: 'poverty', from: day('1949-01-01'), value: 'poor' }),
    ]
    expect(refusals).toEqual([
      expect.stringContaining('không thể kết thúc ngày 01/02/2026'),
      expect.stringContaining('chưa ghi “hộ gia đình”'),
      expect.stringContaining('không phải là giá trị'),
      expect.stringContaining('sinh ngày 05/05/1950'),
    ])
  })

  it('of a household is ended in the same way', async () => {
    const personId = await settle('Vi Văn Dần')
    const householdId = await as(machine, async (transaction) => {
      const id = await recordHousehold(transaction, { origin })
      await recordMembership(transaction, {
        personId,
        householdId: id,
        relation: 'head',
        valid: { from },
        origin,
      })
      return id
    })
    const poor = { key: 'poverty', value: 'poor', valid: { from }, origin }
    await as(machine, (transaction) => recordHouseholdFact(transaction, householdId, poor))
    const lastOn = day('2026-06-30')
    await apply({ kind: 'endFact', of: { householdId }, key: 'poverty', on: from, lastOn })
    const then = (on: string) =>
      as(machine, (transaction) => personAsOf(transaction, personId, { on: day(on), knownOn: forever }))
    expect((await then('2026-06-30'))?.householdFacts).toMatchObject([{ value: 'poor', to: lastOn }])
    expect((await then('2026-07-01'))?.householdFacts).toEqual([])
  })
})

describe('the own record', () => {
  it('is corrected, and says where each value came from and what stood there before', async () => {
    const id = await settle('Cao Thị Nga')
    await apply({ kind: 'correctPerson', personId: id, change: { name: 'Cao Thị Ngà' } })
    const values = await as(machine, async (transaction) =>
      (await personTimeline(transaction, id, { corrections: true, identity: true }))
        .filter(({ kind }) => kind === 'person')
        .map((entry) => [entry.key, entry.value, entry.origin, entry.supersededAt !== undefined]),
    )
    expect(values).toEqual([
      ['name', 'Cao Thị Ngà', 'system:test', false],
      ['name', 'Cao Thị Nga', origin, true],
      ['birth', '1950-05-05', origin, false],
    ])
  })

  it('keeps a name that held until it was changed by decision', async () => {
    const id = await settle('Vi Thị Dung')
    const on = day('2026-03-01')
    await apply({ kind: 'replacePersonValue', personId: id, key: 'name', value: 'Vi Thị Duyên', from: on })
    const nameOn = (text: string) =>
      as(machine, async (transaction) => {
        const then = await personAsOf(transaction, id, { on: day(text), knownOn: forever })
        return then?.person.name
      })
    expect([await nameOn('2026-02-28'), await nameOn('2026-03-01')]).toEqual(['Vi Thị Dung', 'Vi Thị Duyên'])
    await apply({ kind: 'correctPerson', personId: id, change: { oldId: '181234567' } })
    await apply({ kind: 'endPersonValue', personId: id, key: 'oldId', lastOn: day('2025-12-31') })
    const then = (text: string) =>
      as(machine, (transaction) => personAsOf(transaction, id, { on: day(text), knownOn: forever }))
    expect((await then('2025-12-31'))?.person.oldId).toBe('181234567')
    expect((await then('2026-01-01'))?.person.oldId).toBeUndefined()
    expect(await refusalOf({ kind: 'correctPerson', personId: id, change: { citizenId: '123' } })).toContain(
      '12 chữ số',
    )
  })
})
