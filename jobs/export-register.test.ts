import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { openDuckdb, sqlText } from '#platform/duckdb'
import { freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'
import { openTables } from './export-register/tables.ts'
import { exportRegister, isPastKeeping, type RegisterExport } from './export-register.ts'

const database = await freshDatabase()
const home = mkdtempSync(join(tmpdir(), 'an-sinh-export-'))
const today = day('2026-11-23')
const officer = (role: string, unitUid: string, areas = ['*']): Actor => ({
  kind: 'officer',
  id: role,
  name: 'Vi Thị Lan',
  role,
  unitUid,
  areas,
})
const province = officer('provinceOfficer', 'province')
let written: RegisterExport

beforeAll(async () => {
  await loadDemonstration({ database, people: 1_000, seed: 3, today })
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`update registry.person set name = E'Lê "Tí", ở\nxóm', village = '' where id = (select min(id) from registry.person)`.execute(
      transaction,
    ),
  )
  written = await exportRegister(database, province, { folder: join(home, 'all'), id: 'all', today })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function read<Row>(select: string): Promise<Row[]> {
  const duckdb = await openDuckdb()
  try {
    return await duckdb.rows<Row>(select)
  } finally {
    duckdb.close()
  }
}
const parquet = (name: string, folder = 'all') =>
  `read_parquet(${sqlText(join(home, folder, `${name}.parquet`))})`

describe('the open register', () => {
  it.each(openTables.map(({ name }) => name))(
    'holds every row of %s, with the types it promises',
    async (name) => {
      const table = openTables.find((each) => each.name === name)
      const schema = name === 'award' ? 'awards' : 'registry'
      const [counted] = await withActor(database, province, async (transaction) => {
        const { rows } = await sql<{ count: number }>`select count(*) as count
        from ${sql.table(`${schema}.${name}`)}`.execute(transaction)
        return rows
      })
      const [found] = await read<{ rows: number }>(`select count(*) as rows from ${parquet(name)}`)
      expect(found?.rows).toBe(counted?.count)
      expect(written.files.find((file) => file.name === `${name}.parquet`)?.rows).toBe(counted?.count)
      const columns = await read<{ column_name: string; column_type: string }>(
        `describe select * from ${parquet(name)}`,
      )
      expect(columns.map((each) => [each.column_name, each.column_type])).toEqual(
        table?.columns.map((each) => [each.name, each.type]),
      )
    },
  )

  it('keeps texts as they are, zeros, quotes and line ends too, and days as days', async () => {
    const [first] = await read<Record<string, unknown>>(
      `select name, village from ${parquet('person')} order by person_id limit 1`,
    )
    expect(first).toEqual({ name: 'Lê "Tí", ở\nxóm', village: '' })
    const [numbers] = await read<{
      wrong: number
      known: number
    }>(`select count(*) filter (length(citizen_id) <> 12) as wrong,
      count(citizen_id) as known from ${parquet('person')}`)
    expect(numbers).toEqual({ wrong: 0, known: expect.any(Number) })
    expect(numbers?.known).toBeGreaterThan(500)
    const [paid] = await read<{ sum: number }>(
      `select sum(amount_dong)::bigint as sum from ${parquet('award')}`,
    )
    const { rows } = await withActor(database, province, (transaction) =>
      sql<{ sum: string }>`select sum(amount_dong) as sum from awards.award`.execute(transaction),
    )
    expect(paid?.sum).toBe(Number(rows[0]?.sum))
  })

  it('stands beside its dictionary and the hashes of every file, readable by its owner alone', () => {
    const sums = readFileSync(join(home, 'all', 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
    for (const line of sums) {
      const [sha256, name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(readFileSync(join(home, 'all', name)))
          .digest('hex'),
      ).toBe(sha256)
    }
    expect(sums.length).toBe(openTables.length + 2)
    expect(readdirSync(join(home, 'all')).filter((name) => name.endsWith('.csv'))).toEqual([])
    expect(statSync(join(home, 'all')).mode & 0o077).toBe(0)
    for (const name of readdirSync(join(home, 'all')))
      expect(statSync(join(home, 'all', name)).mode & 0o077, name).toBe(0)
    const dictionary = JSON.parse(readFileSync(join(home, 'all', 'dictionary.json'), 'utf8'))
    expect(dictionary.tables.map(({ file }: { file: string }) => file)).toContain('person.parquet')
    expect(readFileSync(join(home, 'all', 'README.md'), 'utf8')).toContain('| amount_dong | BIGINT | đồng |')
  })

  it('leaves lines in the log: who began, and what was written with its hashes', async () => {
    const { rows } = await withActor(database, province, (transaction) =>
      sql<{
        action: string
        details: { by: string; files?: unknown[] }
      }>`select action, details from platform.audit
        where subject_kind = 'register' order by number`.execute(transaction),
    )
    expect(rows.map(({ action, details }) => [action, details.by, details.files?.length])).toEqual([
      ['beginRegisterExport', 'Vi Thị Lan', undefined],
      ['exportRegister', 'Vi Thị Lan', written.files.length],
    ])
  })

  it('holds what the officer may see: without the area nobody’s HIV', async () => {
    await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      sql`insert into registry.fact (person_id, key, value, valid, origin) select id, 'hiv', 'yes', '[2024-01-01,)', 'test'
        from registry.person order by id desc limit 3 on conflict do nothing`.execute(transaction),
    )
    for (const [folder, areas] of [
      ['with', ['socialAssistance']],
      ['without', ['employment']],
    ] as const) {
      const actor = officer('provinceOfficer', 'province', [...areas])
      await exportRegister(database, actor, { folder: join(home, folder), id: folder, today })
    }
    const hiv = (folder: string) =>
      read<{ rows: number }>(`select count(*) as rows from ${parquet('fact', folder)} where key = 'hiv'`)
    expect((await hiv('with'))[0]?.rows).toBeGreaterThan(0)
    expect((await hiv('without'))[0]?.rows).toBe(0)
    // The ground of an award may say the same.
    const grounds = (folder: string) =>
      read<{ rows: number }>(`select count(category) as rows from ${parquet('award', folder)}`)
    expect((await grounds('with'))[0]?.rows).toBeGreaterThan(0)
    expect((await grounds('without'))[0]?.rows).toBe(0)
  })

  it.each([
    ['a leader', officer('leader', 'province')],
    ['an officer of a commune', officer('communeOfficer', '17827@2025-07-01')],
    ['a citizen', { kind: 'citizen' } as const],
  ])('is refused to %s', async (_, actor) => {
    const asked = exportRegister(database, actor, { folder: join(home, 'no'), id: 'no', today })
    await expect(asked).rejects.toThrow('Chỉ cán bộ cấp tỉnh')
    expect(readdirSync(home)).not.toContain('no')
  })

  it('leaves nothing when it is stopped', async () => {
    const stopping = new AbortController()
    const asked = exportRegister(database, province, {
      folder: join(home, 'stopped'),
      id: 'stopped',
      today,
      signal: stopping.signal,
      onProgress: ({ done }) => {
        if (done === 2) stopping.abort()
      },
    })
    await expect(asked).rejects.toThrow()
    expect(readdirSync(home)).not.toContain('stopped')
  })

  it('is kept for three days', () => {
    const finished = new Date('2026-11-23T00:00:00Z')
    expect(isPastKeeping(finished, new Date('2026-11-26T00:00:00Z'))).toBe(false)
    expect(isPastKeeping(finished, new Date('2026-11-26T00:00:01Z'))).toBe(true)
  })
})
