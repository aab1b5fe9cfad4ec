import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  amendPerson,
  countPeopleByUnit,
  countPersons,
  firstPersons,
  listDeaths,
  listPersons,
  personAsOf,
  recordLink,
  recordPerson,
  recordResidence,
  recordUnits,
  undoLink,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(work: (transaction: Transaction) => Promise<Result>, actor: Actor = machine) =>
  withActor(database, actor, work)
const [here, there] = ['17854@2025-07-01', '17857@2025-07-01'] as const
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
17854,Xã Thần Lĩnh,xã,commune,40,2025-07-01,,,${here},,
17857,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${there},,`
const origin = 'officer:lan'
const [living, dying, after] = [day('2026-02-28'), day('2026-03-01'), day('2026-03-02')]
const communeOf = (unitUid: string): Actor => ({
  kind: 'officer',
  id: '1',
  name: 'Lan',
  role: 'communeOfficer',
  unitUid,
  areas: ['*'],
})

function settle(name: string, unitUid: string, deathOn?: string): Promise<number> {
  return as(async (transaction) => {
    const id = await recordPerson(transaction, { name }, origin)
    await recordResidence(transaction, { personId: id, unitUid, from: day('2025-07-01'), origin })
    if (deathOn) await amendPerson(transaction, id, { deathOn: day(deathOn) }, origin)
    return id
  })
}

async function link(speaks: number, other: number): Promise<number> {
  const outcome = await as((transaction) =>
    recordLink(transaction, { records: [speaks, other], speaks, because: { reason: 'same' } }),
  )
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.linkId
}

const listed = (filter: Parameters<typeof countPersons>[1], actor: Actor = machine) =>
  as(async (transaction) => {
    const people = await listPersons(transaction, { ...filter, limit: 50 })
    expect(await countPersons(transaction, filter)).toBe(people.length)
    return people.map(({ id, deathOn }) => [id, deathOn])
  }, actor)

const totalOn = (on: typeof living) =>
  as(async (transaction) => {
    const { total, unplaced, figures } = await countPeopleByUnit(transaction, { on })
    return [total, unplaced, figures.reduce((sum, { figure }) => sum + figure, 0)]
  })

beforeAll(() => as((transaction) => recordUnits(transaction, units).then(() => undefined)))

describe('a death that only a linked record tells', () => {
  let [speaking, other, linkId] = [0, 0, 0]
  beforeAll(async () => {
    speaking = await settle('Vi Thị Một', here)
    other = await settle('VI THI MOT', here, dying)
    linkId = await link(speaking, other)
  })

  it('is told of the person in lists, with the day', async () => {
    expect(await listed({ unitUid: here })).toEqual([[speaking, dying]])
    expect(await listed({})).toEqual([[speaking, dying]])
    const [first] = await as((transaction) => firstPersons(transaction, 5))
    expect(first).toMatchObject({ id: speaking, deathOn: dying })
  })

  it('takes the person out of lists and counts from the day after, and not before', async () => {
    for (const on of [living, dying]) {
      expect(await listed({ on })).toEqual([[speaking, dying]])
      expect(await totalOn(on)).toEqual([1, 0, 1])
    }
    expect(await listed({ on: after })).toEqual([])
    expect(await listed({ on: after, unitUid: here })).toEqual([])
    expect(await totalOn(after)).toEqual([0, 0, 0])
  })

  it('stands on the page as of a day, with the record that tells it', async () => {
    const [before, since] = await as(async (transaction) => {
      const knownOn = day('2099-12-31')
      return [
        await personAsOf(transaction, speaking, { on: dying, knownOn }),
        await personAsOf(transaction, speaking, { on: after, knownOn }),
      ]
    })
    expect(before?.alive).not.toBe(false)
    expect(since).toMatchObject({ alive: false, person: { deathOn: dying } })
    expect(since?.deaths).toMatchObject([{ recordId: other, on: dying, origin }])
  })

  it('is the other record’s alone again once the link is taken back', async () => {
    expect(await as((transaction) => undoLink(transaction, linkId, 'two people'))).toEqual({ ok: true })
    expect(await listed({ unitUid: here })).toEqual([
      [speaking, undefined],
      [other, dying],
    ])
    expect(await listed({ on: after })).toEqual([[speaking, undefined]])
    expect(await totalOn(after)).toEqual([1, 0, 1])
    expect(await as((transaction) => listDeaths(transaction, speaking))).toEqual([])
  })
})

describe('a death recorded on a linked record later', () => {
  it('was not known before', async () => {
    const long = '2026-01-01T00:00:00+07:00'
    const speaking = await as(async (transaction) => {
      const { rows } = await sql<{
        id: number
      }>`insert into registry.person (name, name_folded, unit_uid, origin, recorded_at)
        values ('Moong Văn Tư', 'moong van tu', ${here}, ${origin}, ${long}) returning id`.execute(
        transaction,
      )
      const id = rows[0]?.id as number
      await sql`insert into registry.residence (person_id, unit_uid, valid, origin, recorded_at)
        values (${id}, ${here}, '[2025-07-01,)', ${origin}, ${long})`.execute(transaction)
      return id
    })
    await link(speaking, await settle('MOONG VAN TU', here, dying))
    const asked = { text: 'Moong', on: after }
    expect(await listed(asked)).toEqual([])
    expect(await listed({ ...asked, knownOn: day('2026-01-15') })).toEqual([[speaking, undefined]])
    const [then, now] = await as(async (transaction) => [
      await personAsOf(transaction, speaking, { on: after, knownOn: day('2026-01-15') }),
      await personAsOf(transaction, speaking, { on: after, knownOn: day('2099-12-31') }),
    ])
    expect(then).toMatchObject({ deaths: [], person: { deathOn: undefined } })
    expect(now).toMatchObject({ alive: false, person: { deathOn: dying } })
  })
})

describe('two days of death on the records of one person', () => {
  it('are both told, and that of the speaking record counts', async () => {
    const speaking = await settle('Lô Văn Hai', there, '2026-03-05')
    const other = await settle('LO VAN HAI', there, dying)
    await link(speaking, other)
    const deaths = await as((transaction) => listDeaths(transaction, other))
    expect(deaths.map(({ recordId, on }) => [recordId, on])).toEqual([
      [speaking, '2026-03-05'],
      [other, dying],
    ])
    expect(await listed({ unitUid: there, on: day('2026-03-05') })).toEqual([[speaking, '2026-03-05']])
    expect(await listed({ unitUid: there, on: day('2026-03-06') })).toEqual([])
  })
})

describe('a death on a record that another commune keeps', () => {
  it('is told to who sees that record alone', async () => {
    const speaking = await settle('Cụt Thị Ba', here)
    const other = await settle('CUT THI BA', there, dying)
    await link(speaking, other)
    const text = 'Cụt Thị Ba'
    expect(await listed({ text, on: after })).toEqual([])
    expect(await listed({ text, on: after }, communeOf(here))).toEqual([[speaking, undefined]])
    expect(await listed({ text, unitUid: there }, communeOf(there))).toEqual([[other, dying]])
    expect(await listed({ text, unitUid: there, on: after }, communeOf(there))).toEqual([])
  })
})
