import { expect, it } from 'vitest'
import { day, type Month } from '#calendar'
import {
  cellOfField,
  chooseHeadings,
  findUpload,
  keepFile,
  lettersOfFiles,
  listPreview,
  nameMonth,
} from '#intake'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { personTimeline, readOrigin, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { readStaged } from './read-list.ts'
import { readUnitsTable } from './units-table.ts'

/** What an officer says of a list that the list does not say itself. */
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

const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))

async function read(name: string, rows: readonly (readonly string[])[]): Promise<number> {
  const hash = name.replace(/[^a-f0-9]/g, '').padStart(16, '0')
  const { id } = await as((transaction) => keepFile(transaction, { hash, name, unitUid, parts: [csv(rows)] }))
  await readStaged(database, officer, id, { today })
  return id
}

const uploadOf = async (fileId: number) => {
  const upload = await as((transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Error(`no list ${fileId}`)
  return upload
}

it('the month that nobody has said is asked for, and what is written holds from the month that is named', async () => {
  const id = await read('a1.csv', [
    ['Họ và tên', 'Năm sinh', 'Số định danh', 'Xóm', 'Mức độ khuyết tật'],
    ['Đặng Thị Lan', '1950', '040150000017', 'Khối 1', 'nặng'],
  ])
  expect((await uploadOf(id)).month).toBeUndefined()
  await as((transaction) => nameMonth(transaction, { fileId: id, month: '2026-03' as Month }))
  await readStaged(database, officer, id, { today })
  const { month, summary } = await uploadOf(id)
  expect([month, summary?.monthFrom]).toEqual(['2026-03', 'officer'])

  await importStaged(database, officer, id, { today })
  await previewStaged(database, officer, id, { today })
  const said = await as(async (transaction) => {
    const [row] = await listPreview(transaction, id, { limit: 1 })
    const timeline = await personTimeline(transaction, row?.personId ?? 0, { identity: true })
    const letters = await lettersOfFiles(transaction, ['0000000000000a1c'])
    return { timeline, letters: Object.values(letters.get('0000000000000a1c') ?? {})[0] ?? {} }
  })
  const cells = said.timeline.map(({ key, from, origin }) => {
    const source = readOrigin(origin)
    const row = source.kind === 'file' ? source.row : undefined
    return [key, from, row === undefined ? undefined : cellOfField(said.letters, key, row)]
  })
  expect(cells).toContainEqual(['disability', '2026-03-01', 'E2'])
  expect(cells).toContainEqual(['citizenId', undefined, 'C2'])
  expect(cells).toContainEqual(['birth', undefined, 'B2'])
})

it('a list whose title speaks of HIV is read by nobody who does not work with that', async () => {
  const titled = [
    ['DANH SÁCH NGƯỜI NHIỄM HIV'],
    ['Họ và tên', 'Năm sinh', 'Xóm'],
    ['Vi Thị Hà', '1950', 'Khối 1'],
  ]
  const work: Actor = { ...officer, id: 'viec', areas: ['employment'] }
  const { id } = await withActor(database, work, (transaction) =>
    keepFile(transaction, { hash: 'c1'.padStart(16, '0'), name: 'c1.csv', unitUid, parts: [csv(titled)] }),
  )
  expect(await readStaged(database, work, id, { today })).toEqual({ isRead: false })
  expect((await uploadOf(id)).refused?.vi).toContain('HIV')
  expect((await uploadOf(await read('c2.csv', titled))).isRead).toBe(true)
})

it('the rows named as headings are taken, and known again in the lists of the unit to come', async () => {
  const list = (name: string, id: string) => [
    ['BẢNG'],
    ['Họ và tên', 'Năm sinh', 'Thôn', 'Số tiền'],
    ['Danh tính', 'Mốc', 'Nơi', 'Thẻ'],
    [name, '1950', 'Khối 1', id],
    [`${name} Hai`, '1951', 'Khối 2', id.replace('040150', '040151')],
  ]
  const first = await read('b1.csv', list('Cao Thị Mai', '040150000021'))
  expect((await uploadOf(first)).summary).toMatchObject({ headings: { first: 2, last: 2 } })
  await as((transaction) => chooseHeadings(transaction, { fileId: first, headings: { first: 3, last: 3 } }))
  await readStaged(database, officer, first, { today })
  expect((await uploadOf(first)).summary).toMatchObject({
    headings: { first: 3, last: 3 },
    isMapped: true,
    columns: [{ letters: 'A', heading: 'Danh tính' }, { letters: 'B' }, { letters: 'D' }],
  })
  const next = await read('b2.csv', [['BẢNG'], ['tháng sau'], ...list('Vi Thị Hà', '040150000031').slice(1)])
  expect((await uploadOf(next)).summary).toMatchObject({ headings: { first: 4, last: 4 }, isMapped: true })
})
