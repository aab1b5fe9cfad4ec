import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  countPreview,
  discardList,
  findUpload,
  keepSummary,
  listPreview,
  listUnconfirmed,
  readRecipientList,
  summaryOf,
} from '#intake'
import { type Actor, withActor } from '#platform/database'
import { countPersons, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, stage } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const officer: Actor = {
  kind: 'officer',
  id: 'xa',
  name: 'Nguyễn Thị Lan',
  role: 'communeOfficer',
  unitUid: '16702@2025-07-01',
  areas: ['*'],
}
const elsewhere: Actor = { ...officer, id: 'khac', unitUid: '16708@2025-07-01' }

await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

const headings = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh', 'Nhóm đối tượng', 'Số tiền']
const lan = ['Đặng Thị Lan', '12/03/1950', 'Nữ', '040150000017', '', '']
const minh = ['Cao Văn Minh', '05/06/1948', 'Nam', '040048000019', '', '']
const wrong = ['Hồ Thị Sai', '31/02/1950', 'Nữ', '', '', '']

async function staged(name: string, rows: string[][], as: Actor = officer): Promise<number> {
  const reading = readRecipientList(
    { name: 'Danh sách', rows: [headings, ...rows].map((row) => row.map((cell) => cell || null)) },
    { today },
  )
  const { id } = await stage(database, as, { fileName: name, fileHash: name, reading })
  await withActor(database, as, (transaction) =>
    keepSummary(transaction, id, summaryOf(reading, { notPeople: 0, problems: reading.problems.length })),
  )
  return id
}

const rowsOf = (fileId: number, as = officer) =>
  withActor(database, as, (transaction) => listPreview(transaction, fileId, { limit: 50 }))

describe('the preview of a list', () => {
  it('tells row by row what is new and what is faulty, and leaves the register as it was', async () => {
    const id = await staged('mot.xlsx', [lan, minh, wrong])
    const told: number[] = []
    const { counts } = await previewStaged(database, officer, id, {
      today,
      onProgress: ({ done }) => void told.push(done),
    })
    expect(counts).toMatchObject({ new: 2, faulty: 1, waiting: 0 })
    expect(told.at(-1)).toBe(2)
    expect(await withActor(database, officer, (transaction) => countPersons(transaction))).toBe(0)
    const rows = await rowsOf(id)
    expect(rows.map(({ number, state, personId }) => [number, state, personId])).toEqual([
      [2, 'new', undefined],
      [3, 'new', undefined],
      [4, 'faulty', undefined],
    ])
    expect(rows[2]?.remarks[0]?.cell).toBe('B4')
    const after = await withActor(database, officer, (transaction) =>
      listPreview(transaction, id, { limit: 50, after: 3 }),
    )
    expect(after.map(({ number }) => number)).toEqual([4])
  })

  it('tells each field before and after, of the same person in another list', async () => {
    const id = await staged('hai.xlsx', [lan, minh])
    await importStaged(database, officer, id, { today })
    const next = await staged('ba.xlsx', [lan, [...minh.slice(0, 4), 'SP', '540000']])
    await previewStaged(database, officer, next, { today })
    const rows = await rowsOf(next)
    expect(rows.map(({ state }) => state)).toEqual(['identical', 'changed'])
    expect(rows[1]?.changes).toContainEqual({
      field: 'award:socialPension:SP',
      before: undefined,
      after: '540000',
    })
  })

  it('names somebody whom only the list knows by their row, not by a number no record has', async () => {
    const id = await staged('hai-lan.xlsx', [
      ['Vi Văn Hai', '', 'Nam', '040050000021', '', ''],
      ['Vi Văn Hai', '', 'Nam', '', 'K6', '810000'],
    ])
    await previewStaged(database, officer, id, { today })
    const [, second] = await rowsOf(id)
    expect(second).toMatchObject({ state: 'doubtful', personId: undefined })
    expect(second?.remarks.map(({ vi }) => vi).join()).toContain('người ở dòng 2 của chính danh sách này')
    expect(second?.remarks.map(({ en }) => en).join()).toContain('the person of row 2 of this list')
  })

  it('is kept until the list is given up, and only its own unit sees it', async () => {
    const id = await staged('bon.xlsx', [lan, wrong])
    await previewStaged(database, officer, id, { today })
    const seen = (as: Actor) =>
      withActor(database, as, async (transaction) => ({
        names: (await listUnconfirmed(transaction)).map(({ fileName }) => fileName),
        counts: await countPreview(transaction, id),
      }))
    expect(await seen(officer)).toMatchObject({ counts: { identical: 1, faulty: 1 } })
    expect((await seen(officer)).names).toContain('bon.xlsx')
    expect(await seen(elsewhere)).toMatchObject({ names: [], counts: { identical: 0 } })
    expect(await withActor(database, elsewhere, (transaction) => discardList(transaction, id))).toBe(false)
    expect(await withActor(database, officer, (transaction) => discardList(transaction, id))).toBe(true)
    expect(await withActor(database, officer, (transaction) => findUpload(transaction, id))).toBeUndefined()
  })

  it('of a list that was written cannot be given up', async () => {
    const id = await staged('nam.xlsx', [lan])
    await importStaged(database, officer, id, { today })
    expect(await withActor(database, officer, (transaction) => discardList(transaction, id))).toBe(false)
  })
})
