import pg from 'pg'
import type { Database } from './database.ts'

/** A lock that outlasts transactions: held until it is released or this process ends. */
export interface HeldLock {
  /** Whether somebody waits for it. Throws when the lock was lost with its connection. */
  isWanted(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Waits for a lock of the whole database and holds it on a connection of its own, so that whoever waits takes nothing
 * from the pool. Who takes the same name inside a transaction (`pg_advisory_xact_lock(hashtext(name))`) waits for it
 * too. Transactions done under it take `name beside` shared: when a process was killed, the next holder waits until
 * what it left unfinished is gone.
 */
export async function holdLock(database: Pick<Database, 'pool'>, name: string): Promise<HeldLock> {
  const client = new pg.Client(database.pool.options)
  // A lock that is lost is told by the next question.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    await client.query('select pg_advisory_lock(hashtext($1)), pg_advisory_unlock(hashtext($1))', [
      `${name} beside`,
    ])
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    async isWanted() {
      const { rows } = await client.query<{ wanted: boolean }>(waiting, [name])
      return rows[0]?.wanted === true
    },
    release: () => client.end(),
  }
}

const waiting = `select exists (select from pg_locks
  where locktype = 'advisory' and not granted and objsubid = 1
    and database = (select oid from pg_database where datname = current_database())
    and (classid::bigint << 32 | objid::bigint) = hashtext($1)::bigint) as wanted`
