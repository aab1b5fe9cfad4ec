import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { decideRow, listObstacles, listPreview, readRecipientList } from '#intake'
import { type Actor, withActor } from '#platform/database'
import { getPerson, listLinks, recordLink, recordPerson, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, stage } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { undoStaged } from './undo-list.ts'
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
const [one, other] = ['040150001234', '040150001243']
const as = <Result>(work: Parameters<typeof withActor<Result>>[2]) => withActor(database, officer, work)
await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

/** Somebody without a number, linked to a record that has one and lets them speak. */
function writeLinked(name: string, number: string): Promise<number> {
  return as(async (transaction) => {
    const about = {
      name,
      birth: { from: day('1950-03-01'), to: day('1950-03-01') },
      sex: 'female',
      unitUid,
    } as const
    const speaker = await recordPerson(transaction, about, 'test')
    const beside = await recordPerson(
      transaction,
      { ...about, name: `${name} Mai`, citizenId: number },
      'test',
    )
    const outcome = await recordLink(transaction, {
      records: [speaker, beside],
      speaks: speaker,
      because: { by: 'Lan', reason: 'Một người' },
    })
    expect(outcome.ok).toBe(true)
    return speaker
  })
}

it('a row says that its number is not written when the person it is about has another one', async () => {
  const [alone, more] = [
    await writeLinked('Vi Thị Hoa', one),
    await writeLinked('Lô Văn Sáu', '040150001252'),
  ]
  const rows = [
    ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9/2026'],
    ['Họ và tên', 'Ngày sinh', 'Số định danh', 'Thôn, xóm'],
    ['Vi Thị Hoa', '01/03/1950', other, null],
    ['Lô Văn Sáu', '01/03/1950', '040150001261', 'Xóm 5'],
    ['Hà Văn Tám', '01/03/1951', '040051001270', 'Xóm 5'],
  ]
  const reading = readRecipientList({ name: 'Danh sách', rows }, { today })
  const file = await stage(database, officer, { fileName: 'a.xlsx', fileHash: '0'.repeat(16), reading })
  await as(async (transaction) => {
    await decideRow(transaction, { fileId: file.id, number: 3, decision: { is: 'same', personId: alone } })
    await decideRow(transaction, { fileId: file.id, number: 4, decision: { is: 'same', personId: more } })
  })

  const promised = await previewStaged(database, officer, file.id, { today })
  const tried = await as((transaction) => listPreview(transaction, file.id, { limit: 9 }))
  const { counts, remarks } = await importStaged(database, officer, file.id, { today })

  expect(counts).toEqual(promised.counts)
  expect(counts).toMatchObject({ new: 1, changed: 1, doubtful: 1 })
  const told = (number: string, id: number) => `Số ${number} không ghi vì hồ sơ ${id} đã nối`
  expect(tried.map(({ remarks: [first] }) => first?.vi).filter(Boolean)).toEqual(
    remarks.map(({ remarks: [first] }) => first?.vi),
  )
  expect(remarks.map(({ state, remarks: [first] }) => [state, first?.vi])).toEqual([
    ['doubtful', expect.stringContaining(told(other, alone))],
    ['changed', expect.stringContaining(told('040150001261', more))],
  ])
  expect(tried[1]?.changes.map(({ field }) => field)).toEqual(['village'])
  const [first, second] = await as(async (transaction) => [
    await getPerson(transaction, alone),
    await getPerson(transaction, more),
  ])
  expect([first?.citizenId, second?.citizenId, second?.village]).toEqual([undefined, undefined, 'Xóm 5'])
  expect(await as((transaction) => listLinks(transaction, [alone]))).toHaveLength(1)

  // What was not written is nothing to take back.
  expect(await as((transaction) => listObstacles(transaction, file.id))).toEqual([])
  await undoStaged(database, officer, { fileId: file.id, reason: 'nhập nhầm', round: 0 })
  const { rows: left } = await as((transaction) =>
    sql`select village from registry.person where id = ${more}`.execute(transaction),
  )
  expect(left).toEqual([{ village: null }])
})
