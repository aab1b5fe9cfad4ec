import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { evaluateMonth, listFindings, readPrinciples } from '#findings'
import { doubtsAbout, parseCitizenId } from '#identity'
import { withActor } from '#platform/database'
import { countPeopleByUnit, factsAt } from '#registry'
import { explain } from '#rules'
import { freshDatabase } from '#test/database'
import { readCommunes } from './demonstration/communes.ts'
import { makeProvince } from './demonstration/province.ts'
import { loadDemonstration } from './demonstration.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const today = day('2026-11-23')
const { planted } = await loadDemonstration({ database, people: 3_000, seed: 7, today })

const found = await withActor(database, machine, async (transaction) => {
  const all = []
  for (let offset = 0; ; offset += 500) {
    const page = await listFindings(transaction, { limit: 500, offset, sort: 'name' })
    all.push(...page)
    if (page.length < 500) return all
  }
})
const keyOf = (each: { personId: number; kind: string; benefit: string }) =>
  `${each.personId} ${each.kind} ${each.benefit}`

describe('the demonstration province', () => {
  it('has every planted error found by the sweep', () => {
    const keys = new Set(found.map(keyOf))
    expect(planted.filter((each) => !keys.has(keyOf(each)))).toEqual([])
    expect(new Set(planted.map(({ kind }) => kind))).toEqual(
      new Set(['missed', 'undue', 'underpaid', 'overpaid', 'late', 'comingUp', 'unknown', 'duplicate']),
    )
  })

  it('has nothing wrong beside what was planted', () => {
    const keys = new Set(planted.map(keyOf))
    const more = found.filter((each) => each.kind !== 'comingUp' && !keys.has(keyOf(each)))
    expect(more.map((each) => [keyOf(each), each.reasons.map(({ vi }) => vi)])).toEqual([])
  })

  it('shows the three principles as numbers', async () => {
    const principles = await withActor(database, machine, (transaction) => readPrinciples(transaction))
    expect(principles?.month).toBe(month('2026-11'))
    expect(principles?.people).toBe(3_000 + planted.filter(({ kind }) => kind === 'duplicate').length / 2)
    for (const each of [principles?.rightPerson, principles?.fullEntitlement, principles?.onTime]) {
      expect(each?.share).toBeGreaterThan(700)
      expect(each?.share).toBeLessThan(1_000)
    }
  })

  it('places everybody under the communes of any day since 2020 from their birth on, and nearly everybody since 2015', async () => {
    const onDay = (on: string, level: 'commune' | 'district' = 'commune') =>
      withActor(database, machine, (transaction) =>
        countPeopleByUnit(transaction, { on: day(on), geography: { on: day(on), level } }),
      )
    for (const on of ['2020-01-01', '2024-06-01', '2025-06-30', '2026-11-23'])
      expect(await onDay(on)).toMatchObject({ unplaced: 0 })
    const { unplaced, total } = await onDay('2016-01-01')
    expect(unplaced).toBeLessThan(total / 20)
    expect((await onDay('2024-06-01')).figures.length).toBeGreaterThan(300)
    expect((await onDay('2026-11-23')).figures.length).toBe(130)
    expect((await onDay('2025-06-30', 'district')).figures.length).toBeGreaterThan(10)
  })

  it('gets the same discrepancies by class tables and by explaining everybody', async () => {
    const differences = await withActor(database, machine, async (transaction) => {
      const { columns, cases, programAt } = await evaluateMonth(transaction, {
        month: month('2026-11'),
        knownOn: today,
      })
      const byTables = new Map([...cases()].map(({ place, amounts }) => [place, amounts]))
      return Array.from({ length: columns.count }, (_, place) => place).filter((place) => {
        const { benefits } = explain(programAt(place), factsAt(columns, place))
        const amounts = byTables.get(place)
        return [...benefits].some(([benefit, { amountDong }]) => {
          const other = amounts?.get(benefit) ?? { low: 0, high: 0 }
          return other.low !== amountDong.low || other.high !== amountDong.high
        })
      })
    })
    expect(differences).toEqual([])
  })

  it('is the same again for the same seed, and another for another', async () => {
    const communes = await readCommunes()
    const names = (seed: number) =>
      makeProvince(communes, { people: 300, seed, today }).flatMap(({ members }) =>
        members.map(({ name }) => name),
      )
    expect(names(7)).toEqual(names(7))
    expect(names(7)).not.toEqual(names(8))
    expect(names(7)).toHaveLength(300)
  })

  it('has well-formed numbers that agree with sex and birth', async () => {
    const people = makeProvince(await readCommunes(), { people: 2_000, seed: 3, today }).flatMap(
      ({ members }) => members,
    )
    const doubts = people.flatMap(({ citizenId, sex, birth }) => {
      const id = citizenId === undefined ? undefined : parseCitizenId(citizenId)
      return id ? doubtsAbout(id, { sex, birth }) : []
    })
    expect(doubts).toEqual([])
    expect(new Set(people.map(({ citizenId }) => citizenId)).size).toBeGreaterThan(1_850)
  })

  it('is refused where people are registered already', async () => {
    const again = loadDemonstration({ database, people: 10, seed: 1, today })
    await expect(again).rejects.toThrow('Sổ đã có')
  })
})
