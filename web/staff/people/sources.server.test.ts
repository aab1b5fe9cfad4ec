import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import { fileOrigin } from '#registry'
import { freshDatabase } from '#test/database'
import { sourceTexts } from './sources.server.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const fileHash = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
const nameOf = (actor: string) => (actor === 'officer:lan' ? 'Trần Thị Lan' : 'một cán bộ')

it('a value says its file with sheet and cell, its paper, its officer or its register', async () => {
  const cell = fileOrigin({ fileHash, sheet: 'Tháng 10', row: 9, column: 'E' })
  const row = fileOrigin({ fileHash: 'fedcba9876543210', row: 12 })
  const origins = [
    cell,
    row,
    'scan:4',
    'scan:4#2',
    'officer:lan',
    'officer:gone',
    'register:dân cư',
    'system:sweep',
    'demonstration',
  ]
  const said = await withActor(database, machine, async (transaction) => {
    await sql`insert into intake.file (hash, name, rows) values (${fileHash}, 'Danh sách T10.xlsx', 1)`.execute(
      transaction,
    )
    const sourceOf = await sourceTexts(transaction, origins, { lang: 'vi', nameOf })
    return origins.map((origin) => sourceOf(origin))
  })
  expect(said).toEqual([
    'tệp Danh sách T10.xlsx, trang Tháng 10, ô E9',
    'danh sách đã nạp, hàng 12',
    'hồ sơ giấy số 4, hai cán bộ đã đọc',
    'hồ sơ giấy số 4, trang 2, hai cán bộ đã đọc',
    'cán bộ Trần Thị Lan',
    'một cán bộ',
    'cơ sở dữ liệu dân cư',
    'máy ghi (sweep)',
    'dữ liệu thử nghiệm',
  ])
})

it('a value of a list says its cell, by the field it is and the columns the list was read from', async () => {
  const listHash = '89abcdef01234567'.repeat(4)
  const letters = { 'Xóm 1': { name: 'B', birth: 'C' }, 'Xóm 2': { birth: 'D', 'fact:poverty': 'E' } }
  const one = fileOrigin({ fileHash: listHash, sheet: 'Xóm 1', row: 12 })
  const two = fileOrigin({ fileHash: listHash, sheet: 'Xóm 2', row: 7 })
  const said = await withActor(database, machine, async (transaction) => {
    await sql`insert into intake.file (hash, name, rows, letters)
      values (${listHash}, 'danh-sach-9.xlsx', 2, ${JSON.stringify(letters)}::jsonb)`.execute(transaction)
    const sourceOf = await sourceTexts(transaction, [one, two], { lang: 'vi', nameOf })
    return [
      sourceOf(one, 'birth'),
      sourceOf(two, 'birth'),
      sourceOf(two, 'poverty'),
      sourceOf(one, 'poverty'),
    ]
  })
  expect(said).toEqual([
    'tệp danh-sach-9.xlsx, trang Xóm 1, ô C12',
    'tệp danh-sach-9.xlsx, trang Xóm 2, ô D7',
    'tệp danh-sach-9.xlsx, trang Xóm 2, ô E7',
    'tệp danh-sach-9.xlsx, trang Xóm 1, hàng 12',
  ])
})
