import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { readRecipientList } from '#intake'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { recordFact, recordLink, recordPerson, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, stage } from './import-list.ts'
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
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, officer, work)
await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

let lists = 0

/** A list that says of somebody who was there before that they are severely disabled, and names somebody new. */
async function bring() {
  lists += 1
  const numbers = [`04015000${1000 + lists * 2}`, `04015000${1001 + lists * 2}`] as const
  const known = await as((transaction) =>
    recordPerson(transaction, { name: `Vi Thị Hoa ${'IVX'[lists]}`, citizenId: numbers[0], unitUid }, 'test'),
  )
  const rows = [
    ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9/2026'],
    ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh', 'Mức độ khuyết tật'],
    [`Vi Thị Hoa ${'IVX'[lists]}`, `0${lists}/03/1950`, 'Nữ', numbers[0], 'Nặng'],
    [`Lô Thị Sáu ${'IVX'[lists]}`, `0${lists}/04/1950`, 'Nữ', numbers[1], 'Nặng'],
  ]
  const reading = readRecipientList({ name: 'Danh sách', rows }, { today })
  const fileHash = `${lists}`.padStart(16, '0')
  const { id } = await stage(database, officer, { fileName: 'a.xlsx', fileHash, reading })
  const { counts } = await importStaged(database, officer, id, { today })
  expect(counts).toMatchObject({ new: 1, changed: 1 })
  const { rows: added } = await as((transaction) =>
    sql<{ id: number }>`select id from registry.person where citizen_id = ${numbers[1]}`.execute(transaction),
  )
  return { id, known, added: added[0]?.id as number }
}

const undo = (fileId: number) => undoStaged(database, officer, { fileId, reason: 'nhập nhầm', round: 0 })

/** Does something and leaves it uncommitted for a while; told when it is done but not committed. */
function slowly(work: (transaction: Transaction) => Promise<unknown>) {
  let begun = () => {}
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const done = as(async (transaction) => {
    await work(transaction)
    begun()
    await pause(150)
  })
  return { isBegun, done }
}

describe('a list that is taken back while an officer works on its people', () => {
  it('waits for what they record, and stands because of it', async () => {
    const { id, known } = await bring()
    const fact = {
      key: 'disability',
      value: 'extreme',
      valid: { from: day('2026-10-01') },
      origin: 'officer:xa',
    }
    const writing = slowly((transaction) => recordFact(transaction, known, fact))
    await writing.isBegun
    const undone = undo(id)
    await writing.done
    expect(await undone).toMatchObject({ ok: false, obstacles: 1 })
    const { rows } = await as((transaction) =>
      sql`select value, origin like 'file:%' as listed from registry.fact where person_id = ${known}
        and key = 'disability' order by valid`.execute(transaction),
    )
    expect(rows).toEqual([
      { value: 'severe', listed: true },
      { value: 'extreme', listed: false },
    ])
  })

  it('waits for whom they link, and stands because of it', async () => {
    const { id, known, added } = await bring()
    const because = { by: 'Lan', reason: 'Một người' }
    const linking = slowly((transaction) =>
      recordLink(transaction, { records: [known, added], mistakenNumber: '040150001004', because }),
    )
    await linking.isBegun
    const undone = undo(id)
    await linking.done
    expect((await undone).ok).toBe(false)
  })

  it('lets nobody link whom it removes', async () => {
    const { id, known, added } = await bring()
    const [undone, linked] = await Promise.all([
      undo(id),
      pause(5).then(() =>
        as((transaction) =>
          recordLink(transaction, {
            records: [known, added],
            mistakenNumber: '040150001006',
            because: { by: 'Lan', reason: 'Một người' },
          }),
        ),
      ),
    ])
    expect([undone.ok, linked.ok].sort()).toEqual([false, true])
    if (!linked.ok) expect(linked.because).toBe('notSeen')
  })
})
