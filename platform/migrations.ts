import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { BilingualError } from './bilingual-error.ts'
import { applicationRole, openDatabase } from './database.ts'

/** A file of db/migrations, `NNNN_name.sql`. */
export interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

const directory = new URL('../db/migrations/', import.meta.url)

/** The migrations in their order; throws when two share a number or a name is not `NNNN_name.sql`. */
export async function readMigrations(from: URL = directory): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort()
  if (names.length === 0) throw new Error(`No migrations in ${from.pathname}`)
  const migrations = await Promise.all(names.map((name) => readMigration(name, from)))
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before?.number === migration.number) {
      throw new Error(
        `Two migrations have the number ${migration.number}: ${before.name} and ${migration.name}`,
      )
    }
  }
  return migrations
}

async function readMigration(name: string, from: URL): Promise<Migration> {
  const match = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)
  if (!match) throw new Error(`db/migrations/${name} must be called NNNN_name.sql`)
  const sql = await readFile(new URL(name, from), 'utf8')
  return { number: Number(match[1]), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings the database at `ownerUrl` up to these migrations, each in its own transaction, and returns the names of those
 * that ran. Two processes may start at once: the second waits. Throws when a migration that ran was edited since.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  onPending: (count: number) => void = () => {},
): Promise<string[]> {
  const database = openDatabase(ownerUrl, { as: 'owner', max: 1 })
  const client = await database.pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('platform.migration'))`)
    await ensureApplicationRole(client)
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        ran_at timestamptz not null default now()
      );
      comment on table platform.migration is 'The files of db/migrations that ran here, with their checksums'`)
    const pending = await listPending(client, migrations)
    if (pending.length > 0) onPending(pending.length)
    for (const migration of pending) await run(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    client.release(true)
    await database.close()
  }
}

async function listPending(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from platform.migration order by number',
  )
  for (const ran of rows) {
    const file = migrations.find(({ number }) => number === ran.number)
    if (!file)
      throw new BilingualError({
        vi: `Cơ sở dữ liệu đã chạy ${ran.name} mà phiên bản này không có: hãy dùng phiên bản mới hơn.`,
        en: `This database ran ${ran.name}, which this version does not have: use a newer version.`,
      })
    if (file.checksum !== ran.checksum) {
      throw new BilingualError({
        vi: `${file.name} đã bị sửa sau khi chạy ở đây: hãy trả lại như cũ và viết một tệp migration mới.`,
        en: `${file.name} was edited after it ran here: put it back as it was and write a new migration.`,
      })
    }
  }
  const ran = new Set(rows.map(({ number }) => number))
  return migrations.filter(({ number }) => !ran.has(number))
}

async function run(client: pg.PoolClient, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    const values = [number, name, checksum]
    await client.query('insert into platform.migration (number, name, checksum) values ($1, $2, $3)', values)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** On a server of one's own db/roles.sql may not have run: whoever may create roles gets by without it. */
async function ensureApplicationRole(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(`select pg_has_role(current_user, oid, 'set') as can from pg_roles
    where rolname = '${applicationRole}'`)
  if (rows[0]?.can) return
  try {
    if (rows.length === 0) await client.query(`create role ${applicationRole} login`)
    await client.query(`grant ${applicationRole} to current_user`)
  } catch (error) {
    throw new BilingualError(
      {
        vi: `Người dùng của cơ sở dữ liệu không được tạo vai trò ${applicationRole}: hãy chạy db/roles.sql một lần với quyền quản trị.`,
        en: `The database's user may not create the role ${applicationRole}: run db/roles.sql once as an administrator.`,
      },
      { cause: error },
    )
  }
}
