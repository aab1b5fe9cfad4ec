import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyDatabaseUrl } from '#test/database'
import { openDatabase } from './database.ts'
import { type Migration, migrate, readMigrations } from './migrations.ts'

function migration(number: number, text: string): Migration {
  const name = `${String(number).padStart(4, '0')}_step.sql`
  return { number, name, sql: text, checksum: createHash('sha256').update(text).digest('hex') }
}

const first = migration(1, 'create table public.a (id int)')
const second = migration(2, 'create table public.b (id int)')

describe('migrations', () => {
  it('run once each, in order, and the next start finds nothing to do', async () => {
    const url = await emptyDatabaseUrl()
    expect(await migrate(url, [first])).toEqual(['0001_step.sql'])
    expect(await migrate(url, [first, second])).toEqual(['0002_step.sql'])
    expect(await migrate(url, [first, second])).toEqual([])
  })

  it('two processes that start together run each once', async () => {
    const url = await emptyDatabaseUrl()
    const [one, other] = await Promise.all([migrate(url, [first, second]), migrate(url, [first, second])])
    expect([...one, ...other].sort()).toEqual(['0001_step.sql', '0002_step.sql'])
  })

  it('a file edited after it ran is an error that names it', async () => {
    const url = await emptyDatabaseUrl()
    await migrate(url, [first])
    const edited = migration(1, 'create table public.a (id bigint)')
    await expect(migrate(url, [edited])).rejects.toThrow('0001_step.sql đã bị sửa')
  })

  it('a database from a newer version is left alone', async () => {
    const url = await emptyDatabaseUrl()
    await migrate(url, [first, second])
    await expect(migrate(url, [first])).rejects.toThrow('phiên bản mới hơn')
  })

  it('one that fails leaves nothing of itself and keeps those before it', async () => {
    const url = await emptyDatabaseUrl()
    const failing = migration(2, 'create table public.b (id int); select 1/0')
    await expect(migrate(url, [first, failing])).rejects.toThrow('0002_step.sql failed: division by zero')
    const database = openDatabase(url, { as: 'owner', max: 1 })
    const { rows } = await sql`select to_regclass('public.a') as a, to_regclass('public.b') as b`.execute(
      database.query,
    )
    await database.close()
    expect(rows).toEqual([{ a: 'a', b: null }])
  })
})

describe('a server where db/roles.sql has not run', () => {
  it("is refused to a user who may not take the application's role, with what to do", async () => {
    const url = await emptyDatabaseUrl('stranger')
    await expect(migrate(url, [first])).rejects.toThrow('hãy chạy db/roles.sql một lần')
  })
})

describe('the files of migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-migrations-'))
  const url = pathToFileURL(`${folder}/`)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('an empty folder is an error, not a database without tables', async () => {
    await expect(readMigrations(url)).rejects.toThrow('No migrations')
  })

  it('names and numbers are checked', async () => {
    writeFileSync(join(folder, '0001_one.sql'), 'select 1')
    writeFileSync(join(folder, '0001_two.sql'), 'select 1')
    await expect(readMigrations(url)).rejects.toThrow('Two migrations have the number 1')
    rmSync(join(folder, '0001_two.sql'))
    writeFileSync(join(folder, 'three.sql'), 'select 1')
    await expect(readMigrations(url)).rejects.toThrow('three.sql must be called NNNN_name.sql')
  })
})
