import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { type Actor, type Database, withActor } from '#platform/database'

/**
 * Milliseconds so far that these processes stood ready while others had the processor, as Linux counts them; on a
 * machine that is busy with other things it is the difference between a program's time and the machine's.
 */
export function waitedMs(processes: readonly (number | 'self')[]): number {
  const each = processes.map((process) => {
    const file = `/proc/${process}/schedstat`
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) : 0
  })
  return each.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6
}

/** The process of PostgreSQL that serves a pool of one connection. */
export async function serverProcess(database: Database, actor: Actor): Promise<number> {
  const { rows } = await withActor(database, actor, (transaction) =>
    sql<{ process: number }>`select pg_backend_pid() as process`.execute(transaction),
  )
  return rows[0]?.process ?? 0
}
