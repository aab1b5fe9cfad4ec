import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { findErrorFile, findUpload, isHidden, keepFile, listPreview, listProblems } from '#intake'
import { type Actor, withActor } from '#platform/database'
import { recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { readStaged } from './read-list.ts'
import { undoStaged } from './undo-list.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const unitUid = '16702@2025-07-01'
const officer = (id: string, areas: string[], role = 'communeOfficer', place = unitUid): Actor => ({
  kind: 'officer',
  id,
  name: 'Lan',
  role,
  unitUid: place,
  areas,
})
const social = officer('lan', ['socialAssistance'])
const employment = officer('minh', ['employment', 'merit'])
const leader = officer('hoa', ['*'], 'leader', 'province')
const province = officer('tinh', ['merit'], 'provinceOfficer', 'province')
const others = [employment, leader, province]
const machine: Actor = { kind: 'system', job: 'test' }

await withActor(database, machine, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

/** What holds what a list says, cell by cell. */
const tables = ['row', 'preview', 'problem', 'upload', 'original', 'effect']

let lists = 0

/** A list of two people, the second with a cell that is wrong, kept and read as `actor`. */
async function bring(actor: Actor, [heading, good, bad]: readonly [string, string, string]) {
  lists += 1
  const id = (last: number) => `04015000${String(lists * 10 + last).padStart(4, '0')}`
  const text = [
    `Họ và tên,Ngày sinh,Giới tính,Số định danh,${heading}`,
    `Vi Thị ${['An', 'Bình', 'Châu', 'Dung', 'Én', 'Giang', 'Hà', 'Ích', 'Khánh'][lists]},12/03/1950,Nữ,${id(1)},${good}`,
    `Vi Văn Ba,31/02/1951,Nam,${id(2)},${bad}`,
  ].join('\n')
  const fileId = await withActor(database, actor, async (transaction) => {
    const parts = [Buffer.from(text)]
    const hash = String(lists).padStart(64, '0')
    const file = await keepFile(transaction, { hash, name: `ds-${lists}.csv`, unitUid, parts })
    return file.id
  })
  const read = await readStaged(database, actor, fileId, { today })
  return { fileId, read }
}

/** How many rows an actor sees in each table that holds what a list says. */
async function seen(actor: Actor, fileId: number): Promise<Record<string, number>> {
  return withActor(database, actor, async (transaction) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`intake.${table}`)} as t
        where file_id = ${fileId} and to_jsonb(t)::text <> ''`.execute(transaction)
      counts[table] = rows[0]?.n ?? 0
    }
    return counts
  })
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]))

describe('a list that says who lives with HIV', () => {
  it.each([
    ['in a column of its own', 'Nhiễm HIV', 'có', 'chưa rõ'],
    ['in the words of its groups', 'Nhóm đối tượng', 'Người nhiễm HIV/AIDS hộ nghèo', 'Người cao tuổi'],
    ['by the code of the group', 'Nhóm đối tượng', 'K8', 'K6'],
    ['in a note', 'Ghi chú', '', 'Đang điều trị HIV'],
    ['where a village should stand', 'Thôn, xóm', 'Khối 3 (nhiễm HIV)', 'Khối 4'],
    ['in a cell that is refused', 'Số tiền', '750000', 'sida'],
    ['in a column that is not read', 'Theo dõi riêng', 'nhiễm HIV', 'không'],
  ])('%s shows its rows, cells and bytes to officers of social assistance alone', async (_, ...cells) => {
    const { fileId } = await bring(social, cells)
    await previewStaged(database, social, fileId, { today })
    await importStaged(database, social, fileId, { today })
    expect(Object.values(await seen(social, fileId)).every((count) => count > 0)).toBe(true)
    for (const actor of others) {
      expect(await seen(actor, fileId)).toEqual(nothing)
      await withActor(database, actor, async (transaction) => {
        expect(await isHidden(transaction, fileId)).toBe(true)
        // That there is such a list is no secret, what it says is.
        const upload = await findUpload(transaction, fileId)
        expect(upload?.fileName).toMatch(/^ds-/)
        expect([upload?.summary, upload?.hasErrorFile]).toEqual([undefined, false])
        expect(await findErrorFile(transaction, fileId)).toBeUndefined()
        expect(await listPreview(transaction, fileId, { limit: 9 })).toEqual([])
        expect(await listProblems(transaction, fileId, { limit: 9 })).toEqual([])
      })
    }
  })

  it('is opened to nobody by who may not see it', async () => {
    const { fileId } = await bring(social, ['Nhiễm HIV', 'có', 'không'])
    for (const actor of [employment, province]) {
      const open = withActor(database, actor, (transaction) =>
        sql`update intake.file set restricted = false where id = ${fileId}`.execute(transaction),
      )
      await expect(open).rejects.toThrow(/opened by who may see it/)
    }
    expect(await seen(employment, fileId)).toEqual(nothing)
  })

  it('is not brought in by who works on something else: nothing of it stays to be seen, and they are told', async () => {
    const { fileId, read } = await bring(employment, ['Nhiễm HIV', 'có', 'không'])
    expect(read).toEqual({ isRead: false })
    const upload = await withActor(database, employment, (transaction) => findUpload(transaction, fileId))
    expect(upload?.refused?.vi).toMatch(/HIV.*nhờ cán bộ trợ giúp xã hội/)
    expect(await seen(employment, fileId)).toEqual(nothing)
    // The same file is then brought in by who may.
    expect(await readStaged(database, social, fileId, { today })).toEqual({ isRead: true })
    expect((await seen(social, fileId)).row).toBe(2)
    expect(await seen(employment, fileId)).toEqual(nothing)
  })

  it('is neither tried, written nor taken back by them', async () => {
    const { fileId } = await bring(social, ['Nhiễm HIV', 'có', 'không'])
    await importStaged(database, social, fileId, { today })
    const before = await seen(social, fileId)
    for (const work of [
      () => previewStaged(database, employment, fileId, { today }),
      () => importStaged(database, employment, fileId, { today }),
      () => undoStaged(database, employment, { fileId, reason: 'nhầm', round: 0 }),
    ])
      await expect(work()).rejects.toThrow(/HIV/)
    expect(await seen(social, fileId)).toEqual(before)
  })
})

describe('a list that says nothing of that', () => {
  it('is seen by everybody of its unit', async () => {
    const { fileId } = await bring(employment, ['Ghi chú', 'Sống một mình', 'Chuyển từ phường Hà Huy Tập'])
    for (const actor of [social, ...others]) expect((await seen(actor, fileId)).row).toBe(2)
  })
})
