import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  countProblems,
  countRows,
  findErrorFile,
  findUpload,
  forgetMapping,
  keepFile,
  keepMapping,
  listPreview,
  listProblems,
} from '#intake'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { readSheets, writeCells } from '#platform/sheets'
import { recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged } from './import-list.ts'
import { workInThread } from './list-thread.ts'
import { previewStaged } from './preview-list.ts'
import { readStaged } from './read-list.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const unitUid = '16702@2025-07-01'
const officer: Actor = {
  kind: 'officer',
  id: 'xa',
  name: 'Nguyễn Thị Lan',
  role: 'communeOfficer',
  unitUid,
  areas: ['*'],
}
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, officer, work)
await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

let files = 0

async function keep(name: string, bytes: Uint8Array): Promise<number> {
  files += 1
  const { id } = await as((transaction) =>
    keepFile(transaction, { hash: `${files}`.padStart(16, 'a'), name, unitUid, parts: [bytes] }),
  )
  return id
}

async function read(name: string, bytes: Uint8Array): Promise<number> {
  const id = await keep(name, bytes)
  await readStaged(database, officer, id, { today })
  return id
}

const uploadOf = (fileId: number) => as((transaction) => findUpload(transaction, fileId))
const rowsOf = async (fileId: number) => {
  await previewStaged(database, officer, fileId, { today })
  return as((transaction) => listPreview(transaction, fileId, { limit: 50 }))
}
const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))

describe('the columns of a list', () => {
  const odd = ['Nhân khẩu', 'Mốc 1', 'Mốc 2', 'Khu']
  const people = [
    ['Đặng Thị Lan', '12/03/1950', '040150000017', 'Khối 1'],
    ['Cao Văn Minh', '05/06/1948', '040048000019', 'Khối 2'],
  ]

  it('with headings nobody knows are told by what they hold, and shown with values and reasons', async () => {
    const id = await read('la.csv', csv([odd, ...people]))
    const { summary } = (await uploadOf(id)) ?? {}
    expect(summary?.shown).toMatchObject([
      {
        letters: 'A',
        heading: 'Nhân khẩu',
        column: 'name',
        because: 'content',
        samples: ['Đặng Thị Lan', 'Cao Văn Minh'],
      },
      { letters: 'B', column: 'birth', because: 'content' },
      { letters: 'C', column: 'id', because: 'content' },
      { letters: 'D', because: 'unknownHeading', samples: ['Khối 1', 'Khối 2'] },
    ])
    expect(
      (await rowsOf(id)).map(({ reading }) => [reading.name, reading.birth?.from, reading.village]),
    ).toEqual([
      ['Đặng Thị Lan', '1950-03-12', undefined],
      ['Cao Văn Minh', '1948-06-05', undefined],
    ])
  })

  it('are read as an officer names them, now and in later lists of the unit in any order, until it is forgotten', async () => {
    const id = await read('ten.csv', csv([odd, ...people]))
    const signature = (await uploadOf(id))?.summary?.signature ?? ''
    const columns = { 'nhan khau': 'name', 'moc 1': 'leftOut', 'moc 2': 'id', khu: 'village' } as const
    await as((transaction) => keepMapping(transaction, { unitUid, signature, columns, headings: odd }))
    await readStaged(database, officer, id, { today })
    expect((await rowsOf(id)).map(({ reading }) => [reading.birth, reading.village])).toEqual([
      [undefined, 'Khối 1'],
      [undefined, 'Khối 2'],
    ])
    const turned = [odd, ...people].map((row) => row.toReversed())
    const later = await read('thang-sau.csv', csv(turned))
    expect((await uploadOf(later))?.summary).toMatchObject({ isMapped: true })
    expect((await rowsOf(later)).map(({ reading }) => reading.village)).toEqual(['Khối 1', 'Khối 2'])
    for (const elsewhere of ['17827@2025-07-01', 'province'] as const) {
      const role = elsewhere === 'province' ? 'provinceOfficer' : 'communeOfficer'
      const other: Actor = { ...officer, id: role, role, unitUid: elsewhere }
      const hash = `${elsewhere.slice(0, 5)}`.padStart(16, 'b')
      const unit = elsewhere === 'province' ? undefined : elsewhere
      const theirs = await withActor(database, other, async (transaction) =>
        keepFile(transaction, { hash, name: 'ten.csv', unitUid: unit, parts: [csv([odd, ...people])] }),
      )
      await readStaged(database, other, theirs.id, { today })
      const seen = await withActor(database, other, (transaction) => findUpload(transaction, theirs.id))
      expect([elsewhere, seen?.summary?.isMapped]).toEqual([elsewhere, false])
    }
    await as((transaction) => forgetMapping(transaction, { unitUid, signature }))
    await readStaged(database, officer, later, { today })
    expect((await uploadOf(later))?.summary).toMatchObject({ isMapped: false })
  })

  it('without any name are refused with what to do, and can still be named', async () => {
    const id = await read(
      'khong-ten.csv',
      csv([
        ['Mã', 'Loại', 'Số'],
        ['a1', 'b2', 'c3'],
        ['a4', 'b5', 'c6'],
      ]),
    )
    expect(await uploadOf(id)).toMatchObject({
      isRead: false,
      refused: { vi: expect.stringContaining('tiêu đề') },
    })
    expect((await uploadOf(id))?.summary?.shown.map(({ heading }) => heading)).toEqual(['Mã', 'Loại', 'Số'])
  })
})

describe('a list with cells that are wrong', () => {
  const headings = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh', 'Màu mắt']
  const rows = [
    headings,
    ['Đặng Thị Lan', '12/03/1950', 'Nữ', '040150000027', 'nâu'],
    ['Hồ Thị Sai', '31/02/1950', 'Nữ', '040150000028', 'đen'],
    ['Cao Văn Nhầm', '05/06/1948', 'Ly', '040048000029', 'nâu'],
  ]

  it('tells each of them by kind, page by page', async () => {
    const id = await read('loi.csv', csv(rows))
    const kinds = await as((transaction) => countProblems(transaction, id))
    expect(kinds.map(({ code, count }) => [code, count])).toEqual([
      ['noSuchDay', 1],
      ['unknownSex', 1],
    ])
    const [only] = await as((transaction) => listProblems(transaction, id, { code: 'unknownSex', limit: 10 }))
    expect(only).toMatchObject({
      cell: 'C4',
      reads: 'Ly',
      vi: 'Không nhận ra giới tính',
      remedyVi: 'Viết Nam hoặc Nữ',
    })
  })

  it('gives its bad rows back in its own layout, and the corrected file finds the list again', async () => {
    const text = `\ufeff${rows.map((row) => row.join(';')).join('\r\n')}\r\n`
    const id = await read('dau-cham-phay.csv', new TextEncoder().encode(text))
    await importStaged(database, officer, id, { today })
    const given = await as((transaction) => findErrorFile(transaction, id))
    const bad = Buffer.from(given?.bytes ?? []).toString('utf8')
    expect(bad.split('\r\n').slice(0, 2)).toEqual([
      `\ufeff${headings.join(';')};Lỗi cần sửa (danh sách số ${id});Dòng gốc`,
      expect.stringMatching(/^Hồ Thị Sai;31\/02\/1950;Nữ;040150000028;đen;"?B3: .*"?;3$/),
    ])
    const corrected = bad.replace('31/02/1950', '28/02/1950').replace(';Ly;', ';Nam;')
    const again = await read('da-sua.csv', new TextEncoder().encode(corrected))
    expect(await uploadOf(again)).toMatchObject({ corrects: id, rows: 2 })
    expect((await rowsOf(again)).map(({ state, reading }) => [state, reading.corrects])).toEqual([
      ['new', 3],
      ['new', 4],
    ])
    const { counts } = await importStaged(database, officer, again, { today })
    expect(counts).toMatchObject({ new: 2, faulty: 0 })
  })

  it('keeps the widths and looks of an Excel file', async () => {
    const bytes = await readFile(new URL('../test/examples/lists/theo-xom-2025-06.xlsx', import.meta.url))
    const id = await read('theo-xom.xlsx', bytes)
    const given = await as((transaction) => findErrorFile(transaction, id))
    const sheets = await readSheets(given?.bytes ?? new Uint8Array(), 'a.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual(['Xóm 1', 'Xóm 2'])
    expect(sheets[0]?.rows.map((row) => row[1] ?? row[0])).toEqual([
      'UBND XÃ NGHI KIỀU',
      'DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 6/2025',
      'Họ và tên',
      'Cao Văn Sáu',
    ])
  })
})

describe('work on a list in a thread of its own', () => {
  it('reads and tries it while this thread is free, and begins again from the file after it was killed', async () => {
    const people = Array.from({ length: 6_000 }, (_, index) => [
      `Vi Văn ${['An', 'Bình', 'Châu'][index % 3]}`,
      `${1 + (index % 28)}/${1 + (index % 12)}/${1930 + (index % 80)}`,
      `0400${String(30 + (index % 70)).padStart(2, '0')}${String(index).padStart(6, '0')}`,
    ])
    const bytes = await writeCells('Danh sách', [['Họ và tên', 'Ngày sinh', 'Số định danh'], ...people])
    const fileId = await keep('lon.xlsx', bytes)
    const task = { is: 'read', fileId, actor: officer } as const
    const stopped = new AbortController()
    const killed = workInThread(
      database.url,
      { task, today },
      {
        // Stopped at its first word, while the rows are on their way.
        report: async () => stopped.abort(),
        signal: stopped.signal,
      },
    )
    await killed.catch(() => undefined)
    const told: number[] = []
    await workInThread(
      database.url,
      { task, today },
      { report: async ({ done }) => void told.push(done), signal: new AbortController().signal },
    )
    expect(told.at(-1)).toBe(6_000)
    expect(await as((transaction) => countRows(transaction, fileId))).toMatchObject({ waiting: 6_000 })
    expect((await uploadOf(fileId))?.previewedAt).toBeDefined()
  })

  it('that fails says why', async () => {
    const task = { is: 'preview', fileId: 999_999, actor: officer } as const
    const control = { report: async () => {}, signal: new AbortController().signal }
    await expect(workInThread(database.url, { task, today }, control)).rejects.toThrow(
      'Không có danh sách số 999999',
    )
  })
})
