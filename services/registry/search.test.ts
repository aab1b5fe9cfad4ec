import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  readUnits,
  recordPerson,
  recordUnits,
  type SearchMemory,
  type SearchPlaces,
  searchPeople,
  searchPlaces,
} from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const [vanTu, kimLien] = ['17611@2025-07-01', '17950@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: `${role}-${unitUid}`,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('province', 'provinceOfficer')
const commune = officer(vanTu)
const memory: SearchMemory = new Map()
let places: SearchPlaces

const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
17611,Xã Vân Tụ,xã,commune,40,2025-07-01,,,${vanTu},,
17612,Xã Nam Thành,xã,commune,426,2020-01-01,2025-06-30,17611,17612@2020-01-01,,
17950,Xã Kim Liên,xã,commune,40,2025-07-01,,,${kimLien},,`

const people = [
  ['Nguyễn Thị Hòa', vanTu, '1944', '040144000123', 'Xóm 5'],
  ['Nguyễn Thị Hoa', vanTu, '1950', '040150000456', 'Xóm 6'],
  ['Nguyễn Thị Hoạ', vanTu, '1951', undefined, 'Xóm 6'],
  ['Nguyễn Thị Hoà', kimLien, '1961', '040161000789', 'Xóm 5'],
  ['Trần Thị Bích Ngọc', vanTu, '1970', undefined, 'Bản Na Loi'],
  ['Đậu Đình Đạt', vanTu, '1980', undefined, 'Xóm 5'],
  ['Moong Văn Thoong', kimLien, '1990', '040090111222', 'Bản 1'],
  ['Lê Văn Kim Liên', vanTu, '1999', undefined, undefined],
] as const
const ids: Record<string, number> = {}

const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

function search(text: string, actor: Actor = province, limit = 20) {
  return as(actor, (transaction) => searchPeople(transaction, text, { limit, today, places, memory }))
}

async function names(text: string, actor: Actor = province): Promise<string[]> {
  return (await search(text, actor)).hits.map(({ name }) => name)
}

beforeAll(async () => {
  await as(machine, async (transaction) => {
    await recordUnits(transaction, units)
    places = searchPlaces(await readUnits(transaction), today)
    for (const [name, unitUid, year, citizenId, village] of people) {
      const birth = { from: day(`${year}-01-01`), to: day(`${year}-12-31`), written: year }
      const id = await recordPerson(
        transaction,
        { name, unitUid, birth, citizenId, village } as Parameters<typeof recordPerson>[1],
        'officer:test',
      )
      ids[name] = id
    }
  })
})

describe('a name', () => {
  it('spelt with its tone stands before those that fold alike, wherever the mark was put', async () => {
    const found = (await search('nguyễn thị hoà')).hits.map(({ name, closeness }) => `${name} ${closeness}`)
    expect(found.slice(0, 2).sort()).toEqual(['Nguyễn Thị Hoà exact', 'Nguyễn Thị Hòa exact'])
    expect(found.slice(2).sort()).toEqual(['Nguyễn Thị Hoa folded', 'Nguyễn Thị Hoạ folded'])
  })

  it.each([
    ['without tones', 'nguyen thi hoa', 4],
    ['with its letters taken apart, as a telephone types it', 'Nguyễn Thị Hòa'.normalize('NFD'), 4],
    ['with the last word unfinished', 'nguyen thi ho', 4],
    ['by its last words', 'thi hoa', 4],
    ['by the given name', 'hoa', 4],
    ['in another order', 'hoa nguyen', 4],
    ['by a word inside', 'bich', 1],
    ['by words inside, the last unfinished', 'thi bic', 1],
    ['by words that do not follow each other', 'tran ngoc', 1],
    ['from the middle of a word', 'guyen', 4],
    ['with đ as d', 'dau dinh dat', 1],
    ['with a letter too many', 'moong van thooong', 1],
    ['with a letter wrong', 'tran thi bick ngoc', 1],
    ['with two letters swapped', 'đậu đình đtạ', 1],
  ])('is found %s', async (_, text, count) => {
    expect((await names(text)).length).toBe(count)
  })

  it('that is near is said to be near, and is not shown beside a name that is there', async () => {
    expect((await search('moong van thooong')).hits[0]?.closeness).toBe('near')
    expect((await search('hoa')).hits.every(({ closeness }) => closeness !== 'near')).toBe(true)
  })

  it.each(['%', '_', "'", '\\', '((', 'zzz', ' ', '', '\u0000'.slice(1), '☃', 'a'.repeat(500)])(
    'such as %j finds nobody and breaks nothing',
    async (text) => {
      expect(await names(text)).toEqual([])
    },
  )
})

describe('beside the name', () => {
  it.each([
    ['a commune narrows', 'nguyễn thị hoà kim liên', ['Nguyễn Thị Hoà']],
    ['a commune with its kind narrows', 'hoa xã Kim Liên', ['Nguyễn Thị Hoà']],
    ['a commune of before leads to the one of today', 'thi hoa nam thanh 1944', ['Nguyễn Thị Hòa']],
    ['a year narrows', 'nguyen thi hoa 1950', ['Nguyễn Thị Hoa']],
    ['a year and a commune narrow', 'hoa 1944 vân tụ', ['Nguyễn Thị Hòa']],
    ['a day narrows to who may be born on it', 'hoa 12/03/1944', ['Nguyễn Thị Hòa']],
    ['a village narrows', 'hoa xóm 5', ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà']],
    ['a village and a commune narrow', 'hoa xom 5 van tu', ['Nguyễn Thị Hòa']],
    ['a village of words narrows', 'ngoc, bản Na Loi', ['Trần Thị Bích Ngọc']],
    ['words that name a commune may be of the name', 'văn kim liên', ['Lê Văn Kim Liên']],
  ])('%s', async (_, text, expected) => {
    expect((await names(text)).sort()).toEqual([...expected].sort())
  })

  it('a commune alone lists its people, a year alone who were born in it', async () => {
    expect((await names('kim liên')).length).toBe(3)
    expect(await names('1944')).toEqual(['Nguyễn Thị Hòa'])
  })
})

describe('a number', () => {
  it.each([
    ['in full', '040144000123', 'Nguyễn Thị Hòa'],
    ['in groups', '040 144 000 123', 'Nguyễn Thị Hòa'],
    ['by its end', '0456', 'Nguyễn Thị Hoa'],
    ['by its beginning', '04016100', 'Nguyễn Thị Hoà'],
    ['by its end with a name', 'hoa 00456', 'Nguyễn Thị Hoa'],
  ])('is found %s', async (_, text, name) => {
    expect(await names(text)).toEqual([name])
  })

  it('is found by any part of it in the commune', async () => {
    expect(await names('4400012', commune)).toEqual(['Nguyễn Thị Hòa'])
  })

  it('that was linked away leads to the record that speaks', async () => {
    const [linked, speaker] = [ids['Nguyễn Thị Hoạ'], ids['Nguyễn Thị Hoa']]
    await as(machine, (transaction) =>
      sql`update registry.person set linked_to = ${speaker}, citizen_id = '040151999888' where id = ${linked}`.execute(
        transaction,
      ),
    )
    expect(await names('040151999888')).toEqual(['Nguyễn Thị Hoa'])
    expect(await names('nguyễn thị hoạ')).toEqual(['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoà'])
    await as(machine, (transaction) =>
      sql`update registry.person set linked_to = null where id = ${linked}`.execute(transaction),
    )
  })
})

describe('an officer of a commune', () => {
  it('is told of nobody beyond it: not by name, number, place, nearness or count', async () => {
    for (const text of ['moong', 'Moong Văn Thoong', '040090111222', '1222', 'thooong', 'kim liên', 'bản 1'])
      expect((await names(text, commune)).filter((name) => name.startsWith('Moong'))).toEqual([])
    expect(await search('nguyen thi hoa', commune, 3)).toMatchObject({ isMore: false })
    expect(await search('nguyen thi hoa', province, 3)).toMatchObject({ isMore: true })
    const asked = { limit: 20, today, places, memory, unitUid: kimLien }
    expect((await as(commune, (transaction) => searchPeople(transaction, 'moong', asked))).hits).toEqual([])
  })

  it.each([
    ['a citizen', { kind: 'citizen' } as const, 0],
    ['a leader', officer('province', 'leader'), 4],
    ['the machine', machine, 4],
    ['the neighbour', officer(kimLien), 1],
  ])('and %s sees as many as the policies let them', async (_, actor, count) => {
    expect((await names('nguyen thi hoa', actor)).length).toBe(count)
  })

  it('learns nothing from the work done: the same rows are read whether somebody lives elsewhere or nowhere', async () => {
    const counter = async (transaction: Transaction) => {
      const { rows } = await sql<{ read: number }>`select seq_tup_read + coalesce(idx_tup_fetch, 0) as read
        from pg_stat_xact_user_tables where relid = 'registry.person'::regclass`.execute(transaction)
      return rows[0]?.read ?? 0
    }
    const rowsRead = (text: string) =>
      as(commune, async (transaction) => {
        const before = await counter(transaction)
        await searchPeople(transaction, text, { limit: 20, today, places, memory })
        return (await counter(transaction)) - before
      })
    const texts = [
      'cụt phò khăm',
      'khăm',
      'cut pho kham 1999',
      '040099888777',
      '888777',
      '9988',
      '1999',
      'hoa cut',
    ]
    const before = []
    for (const text of texts) before.push(await rowsRead(text))
    const birth = { from: day('1999-01-01'), to: day('1999-12-31'), written: '1999' }
    const person = {
      name: 'Cụt Phò Khăm',
      unitUid: kimLien,
      birth,
      sex: undefined,
      citizenId: '040099888777',
    }
    const newcomer = person as Parameters<typeof recordPerson>[1]
    await as(machine, (transaction) => recordPerson(transaction, newcomer, 'officer:test'))
    const after = []
    for (const text of texts) after.push(await rowsRead(text))
    expect(after).toEqual(before)
    expect(await names('cụt phò khăm')).toEqual(['Cụt Phò Khăm'])
  })
})

describe('a long list', () => {
  it('says that there are more than are shown', async () => {
    const result = await search('thi', province, 2)
    expect([result.hits.length, result.isMore]).toEqual([2, true])
    expect((await search('thi')).isMore).toBe(false)
  })
})
