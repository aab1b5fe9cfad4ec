import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { canReach, refugeFor, socketFolderFor } from './postgres-places.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-postgres-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function answers(postgres: Postgres): Promise<boolean> {
  const database = openDatabase(postgres.urlFor('an_sinh', 'an_sinh_app'), { max: 1 })
  const { rows } = await sql`select 1`.execute(database.query)
  await database.close()
  return rows.length === 1
}

describe('the PostgreSQL from npm', () => {
  const home = join(folder, 'data')

  it('starts over what a start that was killed left half made, and a pid that another program has by now', async () => {
    mkdirSync(join(home, 'pg.new', 'base'), { recursive: true })
    const first = await startPostgres({ home, checkout, throwAway: true })
    expect(await answers(first)).toBe(true)
    await first.stop()
    writeFileSync(join(home, 'pg', 'postmaster.pid'), `${process.pid}\n${join(home, 'pg')}\n`)
    const second = await startPostgres({ home, checkout, throwAway: true })
    expect(await answers(second)).toBe(true)
    await second.stop()
    expect(existsSync(join(home, 'pg', 'postmaster.pid'))).toBe(false)
  })

  it('lets nobody else near its data or its socket', () => {
    expect(statSync(join(home, 'pg')).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'run')).mode & 0o777).toBe(0o700)
  })

  it('refuses to take over a folder that holds something else', async () => {
    const full = join(folder, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'letters.txt'), '')
    await expect(startPostgres({ home: full, checkout, throwAway: true })).rejects.toThrow('letters.txt')
  })

  it('refuses data of another major version instead of harming it', async () => {
    const old = join(folder, 'old')
    mkdirSync(join(old, 'pg'), { recursive: true })
    writeFileSync(join(old, 'pg', 'PG_VERSION'), '17\n')
    await expect(startPostgres({ home: old, checkout, throwAway: true })).rejects.toThrow('PostgreSQL 17')
  })

  it('answers from a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
    const postgres = await startPostgres({ home: deep, checkout, throwAway: true })
    expect(await answers(postgres)).toBe(true)
    await postgres.stop()
    rmSync(socketFolderFor(deep), { recursive: true, force: true })
  })
})

describe('places PostgreSQL can live in', () => {
  const locked = join(folder, 'locked')
  mkdirSync(join(locked, 'checkout'), { recursive: true })
  chmodSync(locked, 0o700)
  const stranger = { uid: 65_000, gid: 65_000 }

  it('are not below a folder that only its owner may enter', () => {
    expect(canReach(join(locked, 'checkout', '.data'), stranger)).toBe(false)
    expect(canReach(join(folder, 'data'), stranger)).toBe(true)
    expect(canReach(join(locked, 'checkout', '.data'), undefined)).toBe(true)
  })

  it('each checkout has a refuge of its own, not in a folder that is swept', () => {
    expect(refugeFor('/a')).not.toBe(refugeFor('/b'))
    expect(refugeFor('/a')).toMatch(/^\/var\/lib\/an-sinh-[0-9a-f]{12}$/)
  })

  it('sockets have a path of at most 103 bytes', () => {
    for (const home of ['/srv/an-sinh', `/${'đ'.repeat(80)}`, `/${'a'.repeat(200)}`]) {
      expect(Buffer.byteLength(join(socketFolderFor(home), '.s.PGSQL.5432'))).toBeLessThanOrEqual(103)
    }
  })
})
