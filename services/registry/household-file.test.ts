import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  enact,
  findHousehold,
  listPerformedActs,
  namesOfPersons,
  recordHousehold,
  recordHouseholdFact,
  recordMembership,
  recordPerson,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const origin = 'officer:before'
const from = day('2025-07-01')
const today = day('2026-11-23')

const made = await withActor(database, machine, async (transaction) => {
  const householdId = await recordHousehold(transaction, { origin })
  const ids: number[] = []
  for (const [name, relation] of [
    ['Trần Thị Lan', 'head'],
    ['Lê Văn Tám', 'child'],
    ['Lê Thị Hoa', 'child'],
  ] as const) {
    const personId = await recordPerson(transaction, { name }, origin)
    await recordMembership(transaction, { personId, householdId, relation, valid: { from }, origin })
    ids.push(personId)
  }
  await recordHouseholdFact(transaction, householdId, {
    key: 'poverty',
    value: 'poor',
    valid: { from },
    origin,
  })
  return { householdId, ids: ids as [number, number, number] }
})

describe('the file of a household', () => {
  it('keeps everybody who belonged to it, with their days and what was said before', async () => {
    const { householdId, ids } = made
    const file = await withActor(database, machine, async (transaction) => {
      await enact(transaction, { kind: 'leave', personId: ids[2], on: day('2026-03-01') }, { today })
      return findHousehold(transaction, householdId)
    })
    const now = file?.memberships.filter(({ supersededAt }) => supersededAt === undefined)
    expect(now?.map(({ name, relation, to }) => [name, relation, to])).toEqual([
      ['Trần Thị Lan', 'head', undefined],
      ['Lê Văn Tám', 'child', undefined],
      ['Lê Thị Hoa', 'child', '2026-02-28'],
    ])
    const before = file?.memberships.filter(({ supersededAt }) => supersededAt !== undefined)
    expect(before?.map(({ name, to }) => [name, to])).toEqual([['Lê Thị Hoa', undefined]])
  })

  it('keeps a fact that was corrected beside what took its place', async () => {
    const { householdId } = made
    const act = { kind: 'correctFact', of: { householdId }, key: 'poverty', on: from, value: 'none' } as const
    const facts = await withActor(database, machine, async (transaction) => {
      await enact(transaction, act, { today })
      return (await findHousehold(transaction, householdId))?.facts
    })
    expect(facts?.map(({ value, supersededAt }) => [value, supersededAt !== undefined])).toEqual([
      ['none', false],
      ['poor', true],
    ])
  })

  it('is not told to who may not know, nor are names', async () => {
    const stranger: Actor = {
      kind: 'officer',
      id: 'lan',
      name: 'Lan',
      role: 'communeOfficer',
      unitUid: '16702@2025-07-01',
      areas: ['*'],
    }
    await withActor(database, stranger, async (transaction) => {
      expect(await findHousehold(transaction, made.householdId)).toBeUndefined()
      expect(await namesOfPersons(transaction, made.ids)).toEqual(new Map())
      expect(await listPerformedActs(transaction, { householdId: made.householdId })).toEqual([])
    })
  })
})
