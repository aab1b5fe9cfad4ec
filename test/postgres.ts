import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '#platform/migrations'
import { startPostgres } from '#platform/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's database `postgres` for its administrator. */
    administratorUrl: string
  }
}

/** One PostgreSQL for all test files; its database `template` is migrated once and cloned by `freshDatabase`. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'an-sinh-test-'))
  chmodSync(home, 0o755)
  const checkout = fileURLToPath(new URL('..', import.meta.url))
  const server = await startPostgres({ home: join(home, 'data'), checkout, throwAway: true })
  const administratorUrl = server.urlFor('postgres', 'postgres')
  await administer(administratorUrl, 'create database template owner an_sinh')
  await migrate(server.urlFor('template', 'an_sinh'), await readMigrations())
  await administer(administratorUrl, 'alter database template with is_template true allow_connections false')
  project.provide('administratorUrl', administratorUrl)
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
