import { describe, expect, it } from 'vitest'
import { type ErrorCounts, personRecords } from './records.ts'

const options = { records: 20_000, seed: 3 }
const errors: ErrorCounts = new Map()
const records = [...personRecords({ ...options, errors })]

describe('invented people', () => {
  it('are the same for the same seed and others for another', () => {
    expect([...personRecords(options)]).toEqual(records)
    expect([...personRecords({ ...options, seed: 4 })]).not.toEqual(records)
  })

  it('stand in the register more than once in at least one record of ten', () => {
    expect(records).toHaveLength(20_000)
    expect(records.map(({ recordId }) => recordId)).toEqual([...records.keys()])
    const people = new Set(records.map(({ personId }) => personId)).size
    expect((records.length - people) / records.length).toBeGreaterThan(0.1)
  })

  it('have numbers that nobody else has', () => {
    const register = records.filter(({ listId }) => listId === 0)
    for (const key of ['citizenId', 'oldId'] as const) {
      const written = register.map((each) => each[key]).filter((number) => number !== '')
      expect(new Set(written).size).toBe(written.length)
      expect(written.length).toBeGreaterThan(3_000)
    }
  })

  it('live in households, have twins and share births of 1 January', () => {
    const register = records.filter(({ listId }) => listId === 0)
    const births = register.filter(({ birthDay }) => birthDay !== '')
    const twins = new Map<string, number>()
    for (const each of births) {
      const key = `${each.householdId} ${each.birthYear} ${each.birthMonth} ${each.birthDay} ${each.name.split(' ')[0]}`
      twins.set(key, (twins.get(key) ?? 0) + 1)
    }
    expect([...twins.values()].filter((count) => count > 1).length).toBeGreaterThan(30)
    const newYear = births.filter(({ birthDay, birthMonth }) => birthDay === 1 && birthMonth === 1)
    expect(newYear.length / births.length).toBeGreaterThan(0.01)
    const households = new Set(register.map(({ householdId }) => householdId)).size
    expect(register.length / households).toBeGreaterThan(2.5)
  })

  it('are written down with every error that lists make, and those of one list go together', () => {
    const made = ['tones and marks dropped', 'wrong tone', 'capitals', 'name mistyped', 'middle name dropped']
    const born = ['year only', '1 January written', 'day and month swapped', 'a year apart', 'wrong day']
    const lived = ['no number', 'old number only', 'citizen number mistyped', 'unit of before', 'moved']
    const slipped = ['numbers shifted by a row']
    for (const error of [...made, ...born, ...lived, ...slipped])
      expect([error, errors.get(error) ?? 0]).not.toEqual([error, 0])
    const lists = Map.groupBy(
      records.filter(({ listId }) => listId > 0),
      ({ listId }) => listId,
    )
    const shares = [...lists.values()]
      .filter(({ length }) => length > 20)
      .map((list) => list.filter(({ name }) => /^[A-Za-z ]+$/.test(name)).length / list.length)
    expect(shares.filter((share) => share > 0.95).length / shares.length).toBeGreaterThan(0.1)
    expect(shares.filter((share) => share < 0.3).length / shares.length).toBeGreaterThan(0.5)
  })
})
