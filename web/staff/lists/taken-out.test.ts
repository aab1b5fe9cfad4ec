import { sql } from 'kysely'
import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { readSheets } from '#platform/sheets'
import { freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { loader as errorFile } from './error-file.ts'
import { loader as problemsFile } from './problems-file.ts'

const database = await freshDatabase()

function officerOf(unitUid: string): Officer {
  return { id: unitUid, username: 'lan', name: 'Lan', role: 'communeOfficer', unitUid, areas: ['*'] }
}

/** What a loader is given when this officer asks for a file of a list. */
function asked(officer: Officer, fileId: number, path = `danh-sach-can-sua/${fileId}`) {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => officer })
  const url = new URL(`http://localhost/can-bo/${path}`)
  const given = { context, url, request: new Request(url), params: { fileId: String(fileId) } }
  return given as unknown as Parameters<typeof errorFile>[0] & Parameters<typeof problemsFile>[0]
}

it('whoever takes the wrong rows or cells of a list out stands in the log, and nobody else can', async () => {
  const lan = officerOf('17611@2025-07-01')
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`insert into registry.unit (uid, code, name, level, kind, valid)
      values ('17611@2025-07-01', '17611', 'Vinh Phú', 'commune', 'phường', '[2025-07-01,)')`.execute(
      transaction,
    ),
  )
  const fileId = await withActor(database, actorOf(lan), async (transaction) => {
    const { rows } = await sql<{ id: number }>`insert into intake.file (hash, name, unit_uid, rows)
      values ('ab', 'a.csv', ${lan.unitUid}, 1) returning id`.execute(transaction)
    const id = rows[0]?.id as number
    await sql`insert into intake.upload (file_id, summary, error_file)
      values (${id}, '{}', 'loi')`.execute(transaction)
    await sql`insert into intake.problem (file_id, number, place, cell, code, reads, proposes, weight)
      values (${id}, 2, 1, 'B2', 'noSuchDay', '31/02/1950', null, 'refusal'),
        (${id}, 3, 2, 'C3', 'zeroLost', '=40152000034', '040152000034', 'doubt')`.execute(transaction)
    return id
  })
  for (const load of [errorFile, problemsFile]) {
    expect((await load(asked(lan, fileId))).status).toBe(200)
    const refused = await load(asked(officerOf('17950@2025-07-01'), fileId)).catch((error) => error)
    expect((refused as Response).status).toBe(404)
  }
  const cellsIn = async (path: string) => {
    const answer = await problemsFile(asked(lan, fileId, path))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const [sheet] = await readSheets(bytes, path.includes('.csv') ? 'a.csv' : 'a.xlsx')
    return sheet?.rows.slice(1).map((row) => row.slice(0, 4)) ?? []
  }
  expect(await cellsIn(`danh-sach-o-loi/${fileId}.xlsx`)).toEqual([
    ['B2', 'Không đọc được', '31/02/1950', null],
    ['C3', 'Cần kiểm tra', '=40152000034', '040152000034'],
  ])
  expect(await cellsIn(`danh-sach-o-loi/${fileId}.csv?loai=zeroLost`)).toEqual([
    ['C3', 'Cần kiểm tra', "'=40152000034", '040152000034'],
  ])
  const { rows } = await withActor(database, actorOf(lan), (transaction) =>
    sql<{ actor: string; format: string; rows: string }>`select actor, details ->> 'format' as format,
        details ->> 'rows' as rows from platform.audit
      where subject_kind = 'list' and subject_id = ${String(fileId)} order by number`.execute(transaction),
  )
  expect(rows).toEqual([
    { actor: `officer:${lan.id}`, format: 'errors', rows: null },
    { actor: `officer:${lan.id}`, format: 'xlsx', rows: null },
    ...['xlsx', 'csv'].flatMap((format) => [
      { actor: `officer:${lan.id}`, format, rows: null },
      { actor: `officer:${lan.id}`, format, rows: format === 'csv' ? '1' : '2' },
    ]),
  ])
})
