import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '#platform/database'

/**
 * A migrated database of this test file alone, open as the application: row-level security holds. Call it once at the
 * top of the file or in `beforeAll`; it is dropped when the file's tests are done.
 */
export async function freshDatabase(): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(`create database ${name} template template strategy = file_copy owner an_sinh`)
  const database = openDatabase(urlOf(name, 'an_sinh_app'), { max: 4 })
  afterAll(async () => {
    await database.close()
    await administer(`drop database ${name} with (force)`)
  })
  return database
}

/** An empty database without migrations, by its owner's address; an owner who is not there yet gets no rights at all. */
export async function emptyDatabaseUrl(owner = 'an_sinh'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  if (owner !== 'an_sinh') await administer(`create role ${owner} login`)
  await administer(`create database ${name} owner ${owner}`)
  afterAll(async () => {
    await administer(`drop database ${name} with (force)`)
    if (owner !== 'an_sinh') await administer(`drop role ${owner}`)
  })
  return urlOf(name, owner)
}

/** The same database open as the role that owns the tables; row-level security holds for it too. */
export function asOwner(database: Database): Database {
  const url = new URL(database.url.replace('@/', '@localhost/'))
  const owner = openDatabase(urlOf(url.pathname.slice(1), 'an_sinh'), { as: 'owner', max: 2 })
  afterAll(() => owner.close())
  return owner
}

/** The same database as the server's administrator, whom no policy binds: for what is true beside what is seen. */
export function administratorUrlOf(database: Database): string {
  const { pathname } = new URL(database.url.replace('@/', '@localhost/'))
  return urlOf(pathname.slice(1), 'postgres')
}

function urlOf(name: string, role: string): string {
  return inject('administratorUrl').replace('postgres://postgres@/postgres', `postgres://${role}@/${name}`)
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('administratorUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
