import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { enact } from './enact.ts'
import { readUnits, recordPerson, type SearchPlaces, searchPeople, searchPlaces } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01'] as const
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('province', 'provinceOfficer')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
let places: SearchPlaces

async function found(text: string, actor: Actor = province) {
  const { hits } = await as(actor, (transaction) =>
    searchPeople(transaction, text, { limit: 20, today, places, memory: new Map() }),
  )
  return hits.map(({ id, formerly }) => [id, formerly?.key, formerly?.value])
}

/** 1 was Vi Thị Hoà with a CMND; 2 bears the name 1 had; 3 lives elsewhere and had another citizen number. */
const ids: number[] = []
beforeAll(async () => {
  await as(machine, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, level, kind, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'commune', 'xã', '[2025-07-01,)')`.execute(
        transaction,
      )
    for (const person of [
      { name: 'Vi Thị Hoà', oldId: '181234567', unitUid: ours },
      { name: 'Vi Thị Hòa', unitUid: ours },
      { name: 'Lô Văn Sáu', citizenId: '040150001234', unitUid: theirs },
    ])
      ids.push(await recordPerson(transaction, person, 'test'))
    places = searchPlaces(await readUnits(transaction), today)
  })
  const [one = 0, , three = 0] = ids
  await as(province, async (transaction) => {
    const change = { name: 'Vi Thị Hương' }
    await enact(transaction, { kind: 'correctPerson', personId: one, change }, { today })
    const lastOn = day('2026-01-01')
    await enact(transaction, { kind: 'endPersonValue', personId: one, key: 'oldId', lastOn }, { today })
    const number = { key: 'citizenId', value: '040150001243', from: today } as const
    await enact(transaction, { kind: 'replacePersonValue', personId: three, ...number }, { today })
    // As when a list is taken back that gave somebody a wrong number.
    for (const oldId of ['181111111', null])
      await sql`update registry.person set old_id = ${oldId} where id = ${three}`.execute(transaction)
  })
})

describe('what an old paper says', () => {
  it('finds by a name that was corrected, after those who bear it now, and says which name', async () => {
    const [one, two] = ids
    expect(await found('vi thi hoa')).toEqual([
      [two, undefined, undefined],
      [one, 'name', 'Vi Thị Hoà'],
    ])
    expect(await found('Vi Thị Hương')).toEqual([[one, undefined, undefined]])
    expect(await found('lô văn sáu')).toEqual([[ids[2], undefined, undefined]])
  })

  it('finds by a number that was ended or replaced, whole', async () => {
    expect(await found('181234567')).toEqual([[ids[0], 'oldId', '181234567']])
    expect(await found('040150001234')).toEqual([[ids[2], 'citizenId', '040150001234']])
    expect(await found('040150001243')).toEqual([[ids[2], undefined, undefined]])
  })

  it('finds nobody by a number that was never theirs, nor whoever lives elsewhere', async () => {
    expect(await found('181111111')).toEqual([])
    expect(await found('040150001234', officer(ours))).toEqual([])
    expect(await found('040150001234', officer(theirs))).toHaveLength(1)
  })
})
