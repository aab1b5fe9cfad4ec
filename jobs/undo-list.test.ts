import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { countRows, listObstacles, readRecipientList } from '#intake'
import { verifyAudit } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { listLinks, officerOrigin, recordFact, recordLink, recordUnits, undoLink } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, stage } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { undoStaged } from './undo-list.ts'
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
await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

const headings = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số định danh',
  'Thôn, xóm',
  'Mã hộ',
  'Quan hệ với chủ hộ',
  'Hộ nghèo',
  'Mức độ khuyết tật',
  'Nhóm đối tượng',
  'Số tiền',
]

let lists = 0

async function bring(rows: readonly (readonly string[])[], month: string, as = officer) {
  lists += 1
  const title = [`DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG ${month}`]
  const cells = [title, headings, ...rows].map((row) => row.map((cell) => cell || null))
  const reading = readRecipientList({ name: 'Danh sách', rows: cells }, { today })
  const fileName = `danh-sach-${lists}.xlsx`
  const file = await stage(database, as, { fileName, fileHash: `${lists}`.padStart(16, '0'), reading })
  const promised = await previewStaged(database, as, file.id, { today })
  const { counts } = await importStaged(database, as, file.id, { today })
  // The preview promises what the writing does, of any list.
  expect(counts).toEqual(promised.counts)
  return { id: file.id, counts }
}

const undo = (fileId: number, round = 0) =>
  undoStaged(database, officer, { fileId, reason: 'nhập nhầm', round })

/** What the register says, without when it was recorded. */
async function register(): Promise<unknown> {
  return withActor(database, officer, async (transaction) => {
    const { rows } = await sql`select
      (select json_agg(p order by id) from (select id, name, sex, birth_from, birth_to, birth_written, citizen_id, old_id,
        death_on, unit_uid, village, origin from registry.person) p) as people,
      (select json_agg(r order by person_id, valid) from (select person_id, unit_uid, village, valid, origin
        from registry.residence) r) as residences,
      (select json_agg(h order by id) from (select id, unit_uid, village, origin from registry.household) h) as households,
      (select json_agg(h order by household_id) from (select household_id, valid from registry.household_life) h) as lives,
      (select json_agg(m order by person_id, valid) from (select person_id, household_id, relation, valid, origin
        from registry.membership) m) as memberships,
      (select json_agg(f order by person_id, key, valid) from (select person_id, key, value, valid, origin
        from registry.fact) f) as facts,
      (select json_agg(a order by person_id, category, valid) from (select person_id, benefit, category, amount_dong,
        valid, origin from awards.award) a) as awards`.execute(transaction)
    return rows[0]
  })
}

/** Somebody of a small commune: few people, so that lists meet them again with other numbers, facts and amounts. */
const row = fc
  .record({
    who: fc.integer({ min: 0, max: 11 }),
    hasNumber: fc.boolean(),
    hasBirth: fc.boolean(),
    village: fc.constantFrom('', 'Khối 1', 'Khối 2'),
    household: fc.constantFrom('', '1', '2'),
    poverty: fc.constantFrom('', 'nghèo', 'không'),
    disability: fc.constantFrom('', 'nhẹ', 'nặng'),
    pays: fc.constantFrom(['', ''], ['K6', '750000'], ['K6', '1000000'], ['SP', '500000'], ['SP', '540000']),
  })
  .map(({ who, hasNumber, hasBirth, village, household, poverty, disability, pays }) => {
    const year = 1941 + who
    const name = `Vi Văn ${['Ất', 'Bính', 'Đinh', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý', 'Tý', 'Dần', 'Mão', 'Ngọ'][who]}`
    return [
      name,
      hasBirth ? `05/06/${year}` : '',
      'Nam',
      hasNumber ? `0400${String(year).slice(2)}00000${who % 10}` : '',
      village,
      household,
      household ? 'con' : '',
      poverty,
      disability,
      ...pays,
    ]
  })
const months = fc.constantFrom('5/2026', '6/2026', '7/2026')

describe('a list that was written', () => {
  it('and is taken back leaves the register as it was, and may be written again', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.array(row, { minLength: 1, maxLength: 8 }),
        months,
        months,
        async (first, second, firstMonth, secondMonth) => {
          await bring(first, firstMonth)
          const before = await register()
          const { id, counts } = await bring(second, secondMonth)
          const written = await register()
          expect(await undo(id)).toMatchObject({ ok: true })
          expect(await register()).toEqual(before)
          // Begun again by a queue that did not hear of its end: nothing more happens.
          expect(await undo(id)).toMatchObject({ ok: true, undone: { people: 0 } })
          const again = await importStaged(database, officer, id, { today })
          expect(again.counts).toEqual(counts)
          expect(namesOf(await register())).toEqual(namesOf(written))
        },
      ),
      { numRuns: 12 },
    )
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
  })

  const lan = [
    'Đặng Thị Lan',
    '12/03/1950',
    'Nữ',
    '040150000017',
    '',
    '',
    '',
    'nghèo',
    'nặng',
    'K6',
    '750000',
  ]

  it('waits to be taken back until what a killed process left on its way is in the register', async () => {
    const { id } = await bring([lan], '6/2026')
    let undone = false
    const taken = await withActor(database, officer, async (left) => {
      await sql`select pg_advisory_xact_lock_shared(hashtext('intake.apply beside'))`.execute(left)
      const taken = undo(id).finally(() => {
        undone = true
      })
      await waitsForLock(left)
      expect(undone).toBe(false)
      return { taken }
    })
    expect(await taken.taken).toMatchObject({ ok: true, undone: { people: 1 } })
  })

  it('stands once somebody corrected what it said, and names the row', async () => {
    const { id } = await bring([lan], '6/2026')
    const [personId] = await peopleOf(id)
    await withActor(database, officer, (transaction) =>
      recordFact(transaction, personId ?? 0, {
        key: 'disability',
        value: 'light',
        valid: { from: day('2026-08-01') },
        origin: officerOrigin('xa'),
      }),
    )
    const before = await register()
    expect(await undo(id)).toMatchObject({ ok: false, obstacles: 1 })
    expect(await register()).toEqual(before)
    const obstacles = await withActor(database, officer, (transaction) => listObstacles(transaction, id))
    expect(obstacles).toContainEqual(
      expect.objectContaining({ row: 3, name: 'Đặng Thị Lan', because: 'factLater' }),
    )
  })

  it('stands while another list names its people; that one is taken back first', async () => {
    const minh = ['Cao Văn Minh', '05/06/1948', 'Nam', '040048000019', '', '', '', '', '', 'SP', '500000']
    const before = await register()
    const first = await bring([minh], '6/2026')
    const second = await bring([[...minh.slice(0, 10), '540000']], '7/2026')
    expect(second.counts.changed).toBe(1)
    expect(await undo(first.id)).toMatchObject({ ok: false })
    expect(await undo(second.id)).toMatchObject({ ok: true })
    expect(await undo(first.id)).toMatchObject({ ok: true })
    expect(await register()).toEqual(before)
    expect(await waiting(first.id)).toBe(1)
  })

  it('stands once one of its people is linked to another record', async () => {
    const hoa = ['Lô Thị Hoa', '01/02/1944', 'Nữ', '040144000031', '', '', '', '', '', '', '']
    const { id } = await bring([hoa], '6/2026')
    const [personId] = await peopleOf(id)
    await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      sql`update registry.person set linked_to = (select min(id) from registry.person where id <> ${personId})
        where id = ${personId}`.execute(transaction),
    )
    const obstacles = await withActor(database, officer, (transaction) => listObstacles(transaction, id))
    expect(obstacles.map(({ because }) => because)).toContain('linked')
  })

  it('goes once every link of its people was taken back, whatever was linked before, and leaves the register as it was', {
    timeout: 120_000,
  }, async () => {
    let linked = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 }),
        months,
        async (rows, pairs, listMonth) => {
          const before = await register()
          const { id } = await bring([newcomer(), ...rows], listMonth)
          const links = await linkSome(id, pairs)
          linked += links.length
          if (links.length > 0) {
            expect(await undo(id)).toMatchObject({ ok: false })
            const obstacles = await withActor(database, officer, (tx) => listObstacles(tx, id))
            expect(obstacles.map(({ because }) => because)).toContain('linked')
          }
          for (const link of links.toReversed())
            await withActor(database, officer, async (tx) =>
              expect(await undoLink(tx, link, 'nối nhầm')).toEqual({ ok: true }),
            )
          expect(await undo(id)).toMatchObject({ ok: true })
          expect(await register()).toEqual(before)
          expect(await linksKept(links)).toBe(links.length)
        },
      ),
      { numRuns: 12 },
    )
    expect(linked).toBeGreaterThan(0)
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
  })
})

let newcomers = 0

/** Somebody no list has named before. */
function newcomer(): string[] {
  newcomers += 1
  const number = `040162${String(newcomers).padStart(6, '0')}`
  return [`Vi Thị Mới`, '05/06/1962', 'Nữ', number, '', '', '', '', '', '', '']
}

/** Links people whom a list added to each other and to people who were there before, where that is allowed. */
async function linkSome(fileId: number, pairs: readonly (readonly [number, number])[]): Promise<number[]> {
  const added = await withActor(database, officer, async (transaction) => {
    const { rows } = await sql<{ id: number }>`select person_id as id from intake.effect
      where file_id = ${fileId} and kind = 'person' order by person_id`.execute(transaction)
    return rows.map(({ id }) => id)
  })
  const people = ((await register()) as { people: { id: number }[] }).people.map(({ id }) => id)
  const links: number[] = []
  for (const [one, other] of pairs) {
    const records = [added[one % added.length] ?? 0, people[other % people.length] ?? 0] as const
    if (records[0] === records[1]) continue
    const outcome = await withActor(database, officer, (transaction) =>
      recordLink(transaction, { records, because: { reason: 'cùng người' } }),
    )
    if (outcome.ok && outcome.isNew) links.push(outcome.linkId)
  }
  return links
}

/** How many of the links taken back are still told: beside records that stand, or as known before of those that went. */
async function linksKept(links: readonly number[]): Promise<number> {
  // Of two records that both went the province alone reads it.
  return withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    const { rows } = await sql<{ id: number }>`select id from registry.link where id = any(${links})
      union all select id from registry.link_before where id = any(${links})`.execute(transaction)
    const { rows: all } = await sql<{ id: number }>`select id from registry.person`.execute(transaction)
    const standing = await listLinks(
      transaction,
      all.map(({ id }) => id),
    )
    expect(standing.filter(({ id, unlinked }) => links.includes(id) && !unlinked)).toEqual([])
    return rows.length
  })
}

/** Until somebody waits for the last transactions of a list. */
async function waitsForLock(transaction: Transaction): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32 | objid::bigint) = hashtext('intake.apply beside')::bigint`.execute(
      transaction,
    )
    if (rows.length > 0) return
  }
}

const peopleOf = (fileId: number) =>
  withActor(database, officer, async (transaction) => {
    const { rows } = await sql<{ id: number }>`select person_id as id from intake.row
      where file_id = ${fileId} and person_id is not null`.execute(transaction)
    return rows.map(({ id }) => id)
  })

const waiting = async (fileId: number) =>
  (await withActor(database, officer, (transaction) => countRows(transaction, fileId))).waiting

/** Who and what is in the register, whatever numbers the records were given. */
function namesOf(said: unknown): unknown {
  const { people, facts, awards } = said as Record<
    string,
    { name?: string; value?: string; amount_dong?: number }[]
  >
  return [
    people?.map(({ name }) => name).sort(),
    facts?.map(({ value }) => value).sort(),
    awards?.map(({ amount_dong }) => amount_dong).sort(),
  ]
}
