import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { readListFile } from '#intake'
import { type Actor, withActor } from '#platform/database'
import { countPersons, listPersons, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, type ListFile, stage, tryImport } from './import-list.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const province: Actor = {
  kind: 'officer',
  id: 'tinh',
  name: 'Trần Văn Minh',
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['socialAssistance'],
}
const otherCommune: Actor = { ...province, id: 'xa', role: 'communeOfficer', unitUid: '16702@2025-07-01' }
const today = day('2026-11-23')

async function read(fileName: string): Promise<ListFile> {
  const bytes = await readFile(new URL(`../test/examples/lists/${fileName}`, import.meta.url))
  const { reading, fileHash } = await readListFile(bytes, fileName, { today })
  return { fileName, fileHash, reading }
}

const titled = await read('tcxh-nghi-kieu-2024-06.xlsx')
const flat = await read('tong-hop-2025-03.xlsx')

const inRegister = () =>
  withActor(database, province, async (transaction) => {
    const { rows } = await sql<{ awards: number }>`select count(*) as awards from awards.award`.execute(
      transaction,
    )
    return { people: await countPersons(transaction), awards: rows[0]?.awards }
  })

beforeAll(() =>
  withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await recordUnits(transaction, await readUnitsTable())
  }),
)

describe('importing a list', () => {
  it('tries everything and takes it back', async () => {
    const { counts } = await tryImport(database, province, titled, { today })
    expect(counts.new).toBeGreaterThan(20)
    expect(counts.waiting).toBe(0)
    expect(await inRegister()).toEqual({ people: 0, awards: 0 })
  })

  it('writes what the trial promised, and the same file again changes nothing', async () => {
    const promised = await tryImport(database, province, titled, { today })
    const { id } = await stage(database, province, titled)
    const written = await importStaged(database, province, id, { today })
    expect(written.counts).toEqual(promised.counts)
    const before = await inRegister()
    expect(before.people).toBe(written.counts.new)
    const staged = await stage(database, province, titled)
    expect(staged.id).toBe(id)
    const again = await importStaged(database, province, staged.id, { today })
    expect(again.isRepeated).toBe(true)
    expect(again.counts).toMatchObject({ new: 0, changed: 0 })
    expect(await inRegister()).toEqual(before)
  })

  it('finds the same people in another file and changes nothing', async () => {
    const before = await inRegister()
    const { id } = await stage(database, province, { ...titled, fileHash: `${titled.fileHash}-saved-again` })
    const { counts } = await importStaged(database, province, id, { today })
    expect(counts).toMatchObject({ new: 0, changed: 0, waiting: 0 })
    expect(await inRegister()).toEqual(before)
  })

  it('goes on where it was stopped, and nothing is doubled', async () => {
    const promised = await tryImport(database, province, flat, { today })
    const before = await inRegister()
    const { id } = await stage(database, province, flat)
    const stopped = new AbortController()
    stopped.abort()
    const first = await importStaged(database, province, id, { today, signal: stopped.signal })
    expect(first.counts.waiting).toBeGreaterThan(0)
    const rest = await importStaged(database, province, id, { today })
    expect(rest.counts).toEqual(promised.counts)
    expect((await inRegister()).people - before.people).toBe(promised.counts.new)
  })

  it('keeps who is in the list where they live now, with the row they came from', async () => {
    const [person] = await withActor(database, province, (transaction) =>
      listPersons(transaction, { text: '040089055156', limit: 5 }),
    )
    expect(person).toMatchObject({ name: 'Lê Văn An', village: 'Xóm 1' })
    expect(person?.unitUid).toMatch(/@2025-07-01$/)
    expect(person?.origin).toContain('#!11')
  })

  it('leaves rows of another commune alone and says where they belong', async () => {
    const { counts, remarks } = await tryImport(database, otherCommune, titled, { today })
    expect(counts).toMatchObject({ new: 0, changed: 0 })
    expect(remarks.some(({ remarks }) => remarks.some(({ vi }) => vi.includes('không thuộc địa bàn')))).toBe(
      true,
    )
  })
})
