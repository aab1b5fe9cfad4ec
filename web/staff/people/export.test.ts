import { sql } from 'kysely'
import pg from 'pg'
import { RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { foldText } from '#identity'
import { type Actor, withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { readSheets } from '#platform/sheets'
import { administratorUrlOf, freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { sealText } from '#web/staff/search/sealed-text.server.ts'
import { loader as exportPeople } from './export.ts'
import { loader as listPeople } from './list.tsx'

const database = await freshDatabase()
const [ours, theirs] = ['17611@2025-07-01', '17950@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }

function officerOf(unitUid: string): Officer {
  const role = unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer'
  return { id: unitUid, username: 'lan', name: 'Lan', role, unitUid, areas: ['*'] }
}

/** What a loader is given when this officer asks for this address. */
function asked(officer: Officer, path: string) {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => officer })
  const url = new URL(path, 'http://localhost')
  return { context, url, request: new Request(url), params: {} } as unknown as Parameters<
    typeof exportPeople
  >[0] &
    Parameters<typeof listPeople>[0]
}

async function exported(officer: Officer, path: string): Promise<unknown[][]> {
  const answer = await exportPeople(asked(officer, path))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const [sheet] = await readSheets(bytes, path.includes('.csv') ? 'a.csv' : 'a.xlsx')
  return sheet?.rows.slice(1).map((row) => [...row]) ?? []
}

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    for (const [uid, name] of [
      [ours, 'Xã Vân Tụ'],
      [theirs, 'Xã Kim Liên'],
    ])
      await sql`insert into registry.unit (uid, code, name, kind, level, parent_code, valid)
        values (${uid}, ${uid?.slice(0, 5)}, ${name}, 'xã', 'commune', '40', '[2025-07-01,)')`.execute(
        transaction,
      )
    for (let index = 0; index < 4_100; index += 1) {
      const name = `${index % 2 ? 'Nguyễn Thị Hoa' : 'Lê Văn An'} ${index}`
      const unitUid = index < 2_050 ? ours : theirs
      await sql`insert into registry.person (name, name_folded, unit_uid, citizen_id, village, origin)
        values (${name}, ${foldText(name)}, ${unitUid}, ${`0401${String(index).padStart(8, '0')}`}, '=Xóm 1', 'test')`.execute(
        transaction,
      )
    }
  }),
)

describe('the list of people as a file', () => {
  it('holds everybody of the commune, past many pages, and nobody beyond it', async () => {
    const rows = await exported(officerOf(ours), '/can-bo/nguoi.xlsx')
    expect(new Set(rows.map(([id]) => id)).size).toBe(2_050)
    expect(new Set(rows.map((row) => row[6]))).toEqual(new Set(['Vân Tụ']))
    expect(rows.map(([, name]) => foldText(String(name)))).toEqual(
      rows.map(([, name]) => foldText(String(name))).toSorted(),
    )
    expect(await exported(officerOf(ours), `/can-bo/nguoi.csv?xa=${theirs}`)).toEqual([])
    expect((await exported(officerOf('province'), '/can-bo/nguoi.csv')).length).toBe(4_100)
    expect((await exported(officerOf('province'), `/can-bo/nguoi.csv?xa=${theirs}`)).length).toBe(2_050)
  })

  it('keeps numbers as text, and guards what a spreadsheet would run', async () => {
    const [row] = await exported(officerOf(ours), '/can-bo/nguoi.csv?tim=0401%200000%200000')
    expect(row?.slice(4)).toEqual(['040100000000', null, 'Vân Tụ', "'=Xóm 1"])
    const [cell] = await exported(officerOf(ours), '/can-bo/nguoi.xlsx?tim=040100000000')
    expect(cell?.slice(4)).toEqual(['040100000000', null, 'Vân Tụ', '=Xóm 1'])
  })

  it('holds what the page counts, also for a search whose text is sealed', async () => {
    const officer = officerOf(ours)
    const sealed = await sealText(database, officer.id, 'hoa 10')
    const page = await listPeople(asked(officer, `/can-bo/nguoi?k=${sealed}`))
    const rows = await exported(officer, `/can-bo/nguoi.xlsx?k=${sealed}`)
    expect([page.text, page.count]).toEqual(['hoa 10', rows.length])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.slice(0, 50).map(([, name]) => name)).toEqual(page.people.map(({ name }) => name))
  })

  it('leaves a line in the log with the name of who took it, what was asked, and how many rows left', async () => {
    const officer = officerOf(theirs)
    await exported(officer, '/can-bo/nguoi.csv')
    const { rows } = await withActor(database, actorOf(officer), (transaction) =>
      sql<{ details: object }>`select details from platform.audit where subject_kind = 'people'
        order by number desc limit 1`.execute(transaction),
    )
    expect(rows[0]?.details).toMatchObject({ by: 'Lan', purpose: 'export', rows: 2_050, isWhole: true })
  })

  it('holds the people of a day as they were known on another, with the place they had then', async () => {
    const officer = officerOf('province')
    const name = 'Kha Thị Mộc'
    await withActor(database, machine, async (transaction) => {
      await sql`insert into registry.person (name, name_folded, unit_uid, village, origin, recorded_at)
        values (${name}, ${foldText(name)}, ${theirs}, 'Xóm 9', 'test', '2026-01-05T10:00:00+07:00')`.execute(
        transaction,
      )
      await sql`insert into registry.residence (person_id, unit_uid, village, valid, origin, recorded_at)
        select id, ${ours}, 'Xóm 2', daterange('2025-07-01', null), 'test', recorded_at from registry.person
        where name = ${name}`.execute(transaction)
    })
    const asOf = `tim=m%E1%BB%99c&ngay=2026-01-01`
    const page = await listPeople(asked(officer, `/can-bo/nguoi?${asOf}&biet=2026-01-05`))
    expect([page.count, page.people[0]?.place]).toEqual([1, 'Xóm 2, Vân Tụ'])
    const rows = await exported(officer, `/can-bo/nguoi.csv?${asOf}&biet=05/01/2026`)
    expect(rows.map((row) => row.slice(6))).toEqual([['Vân Tụ', 'Xóm 2']])
    expect((await listPeople(asked(officer, `/can-bo/nguoi?${asOf}&biet=2026-01-04`))).count).toBe(0)
    expect(await exported(officer, `/can-bo/nguoi.xlsx?${asOf}&biet=2026-01-04`)).toEqual([])
  })

  it('of a whole large province is not read as of another day: commune by commune it is', async () => {
    const administrator = new pg.Client({ connectionString: administratorUrlOf(database) })
    await administrator.connect()
    await administrator.query(`select pg_restore_relation_stats('schemaname', 'registry', 'relname', 'person',
      'reltuples', 3800000::real)`)
    await administrator.end()
    const officer = officerOf('province')
    const page = await listPeople(asked(officer, '/can-bo/nguoi?ngay=2026-01-01'))
    expect([page.isTooWide, page.people]).toEqual([true, []])
    const refused = await exportPeople(asked(officer, '/can-bo/nguoi.csv?ngay=2026-01-01')).catch(
      (answer) => answer,
    )
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('chọn một xã')])
    expect((await listPeople(asked(officer, `/can-bo/nguoi?ngay=2026-01-01&xa=${ours}`))).isTooWide).toBe(
      false,
    )
  })
})
