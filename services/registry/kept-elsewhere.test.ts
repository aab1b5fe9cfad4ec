import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  countPersons,
  findKeeper,
  firstPlace,
  listPersons,
  nextPersons,
  readUnits,
  recordLink,
  searchPeople,
  searchPlaces,
} from './index.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: unitUid,
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('province', 'provinceOfficer')
const today = day('2026-11-23')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

/** 901 and 903 stand in our commune; 902 speaks for them, in another. 904 and 905 are one person of ours. */
beforeAll(async () => {
  await as({ kind: 'system', job: 'test' }, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, level, kind, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'commune', 'xã', '[2025-07-01,)')`.execute(
        transaction,
      )
    await sql`insert into registry.person (id, name, name_folded, unit_uid, origin) values
      (901, 'Vi Thị Hoa', 'vi thi hoa', ${ours}, 'test'), (902, 'Vi Thị Bí Mật', 'vi thi bi mat', ${theirs}, 'test'),
      (903, 'VI THI HOA', 'vi thi hoa', ${ours}, 'test'), (904, 'Lô Thị Bảy', 'lo thi bay', ${ours}, 'test'),
      (905, 'LO THI BAY', 'lo thi bay', ${ours}, 'test')`.execute(transaction)
    await sql`insert into registry.residence (person_id, unit_uid, valid, origin)
      select id, unit_uid, '[2025-07-01,)', 'test' from registry.person`.execute(transaction)
  })
  await as(province, async (transaction) => {
    for (const [records, speaks] of [
      [[901, 902], 902],
      [[902, 903], 902],
      [[904, 905], 904],
    ] as const)
      await recordLink(transaction, { records, speaks, because: { by: 'Lan' } })
  })
})

const listed = async (actor: Actor, filter: { unitUid?: string; on?: ReturnType<typeof day> } = {}) => {
  const [people, count] = await as(actor, async (transaction) => [
    await listPersons(transaction, { ...filter, limit: 10 }),
    await countPersons(transaction, filter),
  ])
  expect(count).toBe(people.length)
  return people.map(({ id, keptElsewhere }) => [id, keptElsewhere])
}

describe('somebody whose speaking record is in another commune', () => {
  it('is in the list of their own commune once, kept elsewhere, and the other unit is not named there', async () => {
    const own = [
      [904, undefined],
      [901, {}],
    ]
    expect(await listed(officer(ours))).toEqual(own)
    expect(await listed(officer(ours), { on: today })).toEqual(own)
    expect(await listed(officer(theirs))).toEqual([[902, undefined]])
  })

  it('is in that list for the province too, with the unit, and once in the list of all', async () => {
    expect(await listed(province, { unitUid: ours })).toEqual([
      [904, undefined],
      [901, { unitUid: theirs }],
    ])
    expect(await listed(province)).toEqual([
      [904, undefined],
      [902, undefined],
    ])
  })

  it('is read with the others page by page', async () => {
    const pages = async (actor: Actor) =>
      (
        await as(actor, (transaction) => nextPersons(transaction, { after: firstPlace, limit: 10 }))
      ).persons.map(({ id, keptElsewhere }) => [id, keptElsewhere])
    expect(await pages(officer(ours))).toEqual([
      [904, undefined],
      [901, {}],
    ])
    expect(await pages(province)).toEqual([
      [902, undefined],
      [904, undefined],
    ])
  })

  it('is found by the officer of either commune, as far as their right goes', async () => {
    const found = (actor: Actor, text: string) =>
      as(actor, async (transaction) => {
        const places = searchPlaces(await readUnits(transaction), today)
        const { hits } = await searchPeople(transaction, text, {
          limit: 10,
          today,
          places,
          memory: new Map(),
        })
        return hits.map(({ id, name, keptElsewhere }) => [id, name, keptElsewhere])
      })
    expect(await found(officer(ours), 'vi thi hoa')).toEqual([[901, 'Vi Thị Hoa', {}]])
    expect(await found(officer(ours), 'bí mật')).toEqual([])
    expect(await found(province, 'vi thi hoa')).toEqual([[902, 'Vi Thị Bí Mật', undefined]])
    expect(await found(officer(ours), 'lo thi bay')).toEqual([[904, 'Lô Thị Bảy', undefined]])
  })

  it('is told of on their own page', async () => {
    const keeper = (actor: Actor, id: number) => as(actor, (transaction) => findKeeper(transaction, id))
    expect(await keeper(officer(ours), 901)).toEqual({})
    expect(await keeper(province, 901)).toEqual({ unitUid: theirs })
    expect(await keeper(officer(ours), 905)).toBeUndefined()
    expect(await keeper(officer(theirs), 902)).toBeUndefined()
    expect(await keeper(officer(theirs), 901)).toBeUndefined()
  })
})
