import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  amendPerson,
  countPersons,
  findPerson,
  getPerson,
  listPersons,
  loadMonthColumns,
  personTimeline,
  recordFact,
  recordHousehold,
  recordHouseholdFact,
  recordMembership,
  recordPerson,
  recordResidence,
  recordUnits,
} from './index.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (unitUid: string, areas: string[] = ['socialAssistance']): Actor => ({
  kind: 'officer',
  id: `officer-of-${unitUid}`,
  name: 'Nguyễn Thị Lan',
  role: unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer',
  unitUid,
  areas,
})
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`

const people: Record<string, number> = {}
const from = day('2025-07-01')
const origin = 'officer:test'

async function settle(transaction: Transaction, name: string, unitUid: string): Promise<number> {
  const id = await recordPerson(transaction, { name, unitUid, sex: 'female', citizenId: undefined }, origin)
  await recordResidence(transaction, { personId: id, unitUid, from, origin })
  const householdId = await recordHousehold(transaction, { unitUid, origin })
  await recordMembership(transaction, {
    personId: id,
    householdId,
    relation: 'head',
    valid: { from },
    origin,
  })
  await recordFact(transaction, id, { key: 'hiv', value: 'yes', valid: { from }, origin })
  await recordFact(transaction, id, { key: 'disability', value: 'severe', valid: { from }, origin })
  await recordHouseholdFact(transaction, householdId, {
    key: 'poverty',
    value: 'poor',
    valid: { from },
    origin,
  })
  return id
}

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    await recordUnits(transaction, units)
    people.ours = await settle(transaction, 'Nguyễn Thị Hòa', ours)
    people.theirs = await settle(transaction, 'Lê Thị Hòa', theirs)
    people.nowhere = await recordPerson(transaction, { name: 'Vi Thị Hoa' }, origin)
  }),
)

const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const tables = ['person', 'residence', 'household', 'membership', 'fact', 'household_fact'] as const
const countAll = (actor: Actor) =>
  as(actor, async (transaction) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{
        n: number
      }>`select count(*) as n from ${sql.table(`registry.${table}`)}`.execute(transaction)
      counts[table] = rows[0]?.n ?? -1
    }
    return counts
  })

describe('who sees whom in the register', () => {
  it('a commune officer lists and counts the people of the own commune only', async () => {
    const seen = await as(officer(ours), async (transaction) => ({
      names: (await listPersons(transaction, { limit: 50 })).map(({ name }) => name),
      found: (await listPersons(transaction, { text: 'hoa', limit: 50 })).length,
      count: await countPersons(transaction),
    }))
    expect(seen).toEqual({ names: ['Nguyễn Thị Hòa'], found: 1, count: 1 })
  })

  it('every table of people is cut the same way', async () => {
    const one = { person: 1, residence: 1, household: 1, membership: 1, fact: 2, household_fact: 1 }
    expect(await countAll(officer(ours))).toEqual(one)
    expect(await countAll(officer(theirs))).toEqual(one)
    const all = { person: 3, residence: 2, household: 2, membership: 2, fact: 4, household_fact: 2 }
    expect(await countAll(officer('province'))).toEqual(all)
    expect(await countAll(machine)).toEqual(all)
  })

  it('citizens and nobody see no row', async () => {
    const none = { person: 0, residence: 0, household: 0, membership: 0, fact: 0, household_fact: 0 }
    expect(await countAll({ kind: 'citizen' })).toEqual(none)
    const { rows } = await sql<{ n: number }>`select count(*) as n from registry.person`.execute(
      database.query,
    )
    expect(rows[0]?.n).toBe(0)
  })

  it('a person of another commune is not found, in the same words as one who does not exist', async () => {
    const said = (id: number) =>
      as(officer(ours), (transaction) => getPerson(transaction, id)).catch((error: Error) =>
        error.message.replace(String(id), 'N'),
      )
    expect(await said(people.theirs ?? 0)).toBe(await said(987_654))
    expect(
      await as(officer(ours), (transaction) => findPerson(transaction, people.theirs ?? 0)),
    ).toBeUndefined()
    expect(await as(officer(ours), (transaction) => personTimeline(transaction, people.theirs ?? 0))).toEqual(
      [],
    )
  })

  it('a sweep of a commune reads its own people only', async () => {
    const question = { month: '2026-11' as never, knownOn: day('2099-01-01') }
    const columns = await as(officer(ours), (transaction) => loadMonthColumns(transaction, question))
    expect([...columns.ids]).toEqual([people.ours])
  })

  it('nobody writes a person, a fact or a move into another commune, and the refusal names nobody', async () => {
    const writes: ((transaction: Transaction) => Promise<unknown>)[] = [
      (t) => recordPerson(t, { name: 'Trần Thị Lan', unitUid: theirs }, origin),
      (t) => recordFact(t, people.theirs ?? 0, { key: 'hiv', value: 'no', valid: { from }, origin }),
      (t) =>
        recordResidence(t, { personId: people.theirs ?? 0, unitUid: ours, from: day('2026-01-01'), origin }),
      (t) => sql`update registry.person set unit_uid = ${theirs}`.execute(t),
      (t) => amendPerson(t, people.theirs ?? 0, { name: 'X' }).then(() => 'nothing changed'),
    ]
    const refusals = await Promise.all(
      writes.map((write) => as(officer(ours), write).catch((error: Error) => error.message)),
    )
    expect((await as(machine, (transaction) => getPerson(transaction, people.theirs ?? 0))).name).toBe(
      'Lê Thị Hòa',
    )
    const refused = expect.stringMatching(/row-level security policy/)
    expect(refusals).toEqual([refused, refused, refused, refused, 'nothing changed'])
    expect(refusals.join(' ')).not.toMatch(/Lê Thị Hòa|Trần Thị Lan/)
  })

  it('a person who moves is seen by the new commune from then on', async () => {
    const id = await as(machine, (transaction) => settle(transaction, 'Moong Văn Xuân', ours))
    await as(officer('province'), (transaction) =>
      recordResidence(transaction, { personId: id, unitUid: theirs, from: day('2026-05-01'), origin }),
    )
    const names = async (unitUid: string) =>
      (await as(officer(unitUid), (transaction) => listPersons(transaction, { text: 'moong', limit: 5 })))
        .length
    expect([await names(ours), await names(theirs)]).toEqual([0, 1])
  })

  it('who works in another area does not learn who lives with HIV', async () => {
    const facts = (actor: Actor) =>
      as(actor, async (transaction) =>
        (await personTimeline(transaction, people.ours ?? 0))
          .filter(({ kind }) => kind === 'fact')
          .map(({ key }) => key),
      )
    expect(await facts(officer(ours))).toEqual(['disability', 'hiv'])
    expect(await facts(officer(ours, ['employment']))).toEqual(['disability'])
  })
})
