import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '#calendar'
import type { Geography } from '#identity'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  amendPerson,
  countPeopleByUnit,
  countPersons,
  listPersons,
  personAsOf,
  recordPerson,
  recordResidence,
  recordUnits,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const origin = 'officer:test'
const [before, after, now] = [day('2024-06-01'), day('2025-03-01'), day('2026-11-23')]

async function settle(transaction: Transaction, name: string, ...places: [unitUid: string, from: string][]) {
  const id = await recordPerson(transaction, { name }, origin)
  for (const [unitUid, from] of places) {
    await recordResidence(transaction, { personId: id, unitUid, from: day(from), origin })
  }
  return id
}

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    await recordUnits(
      transaction,
      await readFile(new URL('../../data/nghe-an-units.csv', import.meta.url), 'utf8'),
    )
    await settle(transaction, 'Vi Thị Một', ['17452@pre2020', '2020-01-01'])
    await settle(transaction, 'Vi Thị Hai', ['17446@pre2020', '2020-01-01'])
    await settle(transaction, 'Vi Thị Ba', ['17194@pre2020', '2020-01-01'])
    await settle(
      transaction,
      'Vi Thị Bốn',
      ['17194@pre2020', '2020-01-01'],
      ['17179@2024-12-01', '2024-12-01'],
    )
    await settle(
      transaction,
      'Vi Thị Năm',
      ['17194@pre2020', '2020-01-01'],
      ['17452@2024-12-01', '2025-02-10'],
    )
    await settle(transaction, 'Vi Thị Sáu')
    const dead = await settle(transaction, 'Vi Thị Bảy', ['17452@pre2020', '2020-01-01'])
    await amendPerson(transaction, dead, { deathOn: day('2024-05-01') })
    const root = await settle(transaction, 'Vi Thị Tám')
    const linked = await settle(transaction, 'Vi Thi Tam', ['17452@pre2020', '2020-01-01'])
    const own = await settle(transaction, 'Vi Thị Chín', ['17452@pre2020', '2020-01-01'])
    const again = await settle(transaction, 'VI THI CHIN', ['17446@pre2020', '2020-01-01'])
    for (const [from, to] of [
      [linked, root],
      [again, own],
    ])
      await sql`update registry.person set linked_to = ${to} where id = ${from}`.execute(transaction)
  }),
)

const count = (on: LocalDate, geography?: Geography, actor: Actor = machine) =>
  withActor(database, actor, async (transaction) => {
    const told = await countPeopleByUnit(transaction, geography ? { on, geography } : { on })
    return {
      figures: Object.fromEntries(told.figures.map(({ unit, figure }) => [unit.uid, figure])),
      undetermined: told.undetermined.map(({ figure, among }) => [figure, ...among.map(({ uid }) => uid)]),
      total: told.total,
      unplaced: told.unplaced,
    }
  })

describe('people counted by where they lived on a day', () => {
  it('are each counted once, where their own residence says, else that of a linked record', async () => {
    expect(await count(before)).toEqual({
      figures: { '17446@pre2020': 1, '17452@pre2020': 3, '17194@pre2020': 3 },
      undetermined: [],
      total: 8,
      unplaced: 1,
    })
  })

  it('are told by the units of a later day, a split by the residence that begins with it, else left open', async () => {
    expect(await count(before, { on: after })).toEqual({
      figures: { '17452@2024-12-01': 4, '17179@2024-12-01': 1 },
      undetermined: [[2, '17179@2024-12-01', '17185@2024-12-01']],
      total: 8,
      unplaced: 1,
    })
  })

  it('are told by the units of an earlier day as far as it is recorded', async () => {
    const told = await count(after, { on: before })
    expect(told.figures).toEqual({ '17446@pre2020': 1, '17452@pre2020': 3, '17194@pre2020': 2 })
    expect(told.undetermined).toHaveLength(1)
    expect(told.undetermined[0]?.slice(0, 1)).toEqual([1])
    expect(told.total - told.unplaced).toBe(7)
  })

  it('all reach the units of today, and the districts of before', async () => {
    const [today, districts] = [
      await count(before, { on: now }),
      await count(now, { on: before, level: 'district' }),
    ]
    expect(Object.values(today.figures).reduce((a, b) => a + b, 0)).toBe(7)
    expect(districts.figures).toEqual({ '425@pre2020': 5, '421@pre2020': 2 })
  })

  it('are only those the officer may see', async () => {
    const officer: Actor = {
      kind: 'officer',
      id: '1',
      name: 'Lan',
      role: 'communeOfficer',
      unitUid: '17464@2025-07-01',
      areas: ['*'],
    }
    expect(await count(before, { on: now }, officer)).toEqual({
      figures: {},
      undetermined: [],
      total: 0,
      unplaced: 0,
    })
    await withActor(database, machine, (transaction) =>
      settle(transaction, 'Vi Thị Mười', ['17464@2025-07-01', '2025-07-01']),
    )
    expect(await count(now, undefined, officer)).toEqual({
      figures: { '17464@2025-07-01': 1 },
      undetermined: [],
      total: 1,
      unplaced: 0,
    })
  })

  it('are as many as stand in the list of that day, and as live on their own pages: on the days of a birth and a death too', async () => {
    const [lived, born, died] = ['17464@2025-07-01', day('2026-03-05'), day('2026-04-10')]
    await withActor(database, machine, async (transaction) => {
      const child = await settle(transaction, 'Kha Thị Sớm', [lived, '2025-07-01'])
      await amendPerson(transaction, child, { birth: { from: born, to: born } })
      const elder = await settle(transaction, 'Kha Văn Già', [lived, '2025-07-01'])
      await amendPerson(transaction, elder, { deathOn: died })
    })
    const told: number[] = []
    for (const on of [born, died].flatMap((each) => [addDays(each, -1), each, addDays(each, 1)])) {
      const { figures } = await count(on)
      await withActor(database, machine, async (transaction) => {
        const filter = { unitUid: lived, on }
        const listed = await listPersons(transaction, { ...filter, limit: 50 })
        expect(listed).toHaveLength(figures[lived] ?? 0)
        expect(await countPersons(transaction, filter)).toBe(figures[lived])
        for (const { id } of listed)
          expect((await personAsOf(transaction, id, { on, knownOn: now }))?.alive).not.toBe(false)
      })
      told.push(figures[lived] ?? 0)
    }
    expect(told.map((each) => each - (told[0] ?? 0))).toEqual([0, 1, 1, 1, 1, 0])
  })
})
