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
  const origins = [cell, row, 'scan:4', 'officer:lan', 'register:dân cư', 'system:sweep', 'demonstration']
  const said = await withActor(database, machine, async (transaction) => {
    await sql`insert into intake.file (hash, name, rows) values (${fileHash}, 'Danh sách T10.xlsx', 1)`.execute(
      transaction,
    )
    return origins.map(await sourceTexts(transaction, origins, { lang: 'vi', nameOf }))
  })
  expect(said).toEqual([
    'tệp Danh sách T10.xlsx, trang Tháng 10, ô E9',
    'danh sách đã nạp, hàng 12',
    'hồ sơ giấy số 4, hai cán bộ đã đọc',
    'cán bộ Trần Thị Lan',
    'cơ sở dữ liệu dân cư',
    'máy ghi (sweep)',
    'dữ liệu thử nghiệm',
  ])
})
