import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { BilingualError } from './bilingual-error.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate, readMigrations } from './migrations.ts'
import { type Postgres, startPostgres } from './postgres.ts'

/** The migrated database, wherever it is: what a server and every command that reads or writes stands on. */
export interface System {
  database: Database
  /** Where the data is, when PostgreSQL is the one that came with npm. */
  home: string | undefined
  /** Closes the connections and ends PostgreSQL, unless another process of ours still works with it. */
  close(): Promise<void>
}

export type Step = 'copying programs' | 'creating data' | 'starting' | 'migrating'

/** Starts or reaches PostgreSQL, brings its tables up to date and opens it as the application. */
export async function openSystem(config: Config, onStep: (step: Step) => void = () => {}): Promise<System> {
  const migrations = await readMigrations()
  if (config.databaseUrl !== undefined) {
    const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl
    await reach(ownerUrl)
    await migrate(ownerUrl, migrations, () => onStep('migrating'))
    const database = openDatabase(config.databaseUrl)
    return { database, home: undefined, close: () => database.close() }
  }
  const checkout = fileURLToPath(new URL('..', import.meta.url))
  const postgres = await startPostgres({ home: config.dataDir, checkout, onStep })
  try {
    await migrate(postgres.urlFor('an_sinh', 'an_sinh'), migrations, () => onStep('migrating'))
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return systemOn(postgres)
}

function systemOn(postgres: Postgres): System {
  const database = openDatabase(postgres.urlFor('an_sinh', 'an_sinh_app'))
  return {
    database,
    home: postgres.home,
    async close() {
      // A query that still runs ends with the server: it is not waited for.
      await Promise.race([database.close(), sleep(2_000, undefined, { ref: false })])
      await postgres.stop()
    },
  }
}

/** A server that does not answer is said in one sentence, without the password in its address. */
async function reach(url: string): Promise<void> {
  const database = openDatabase(url, { as: 'owner', max: 1 })
  try {
    await sql`select 1`.execute(database.query)
  } catch (error) {
    const place = placeIn(url)
    const said =
      error instanceof Error ? error.message || ('code' in error && error.code) || error.name : error
    throw new BilingualError(
      {
        vi: `Không kết nối được cơ sở dữ liệu ${place} (${said}): xem lại DATABASE_URL và máy chủ PostgreSQL.`,
        en: `The database ${place} cannot be reached (${said}): check DATABASE_URL and the PostgreSQL server.`,
      },
      { cause: error },
    )
  } finally {
    await database.close()
  }
}

function placeIn(url: string): string {
  const withoutUser = url.replace(/^\w+:\/\//, '').replace(/^[^/]*@/, '')
  return withoutUser.replace(/\?.*$/, '') || url.replace(/:\/\/.*$/, '')
}
