import {
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
  type PostgresPoolClient,
  sql,
} from 'kysely'
import pg from 'pg'
import { type Actor, settingsOf } from './actors.ts'
import { parseColumn } from './columns.ts'

export type { Actor } from './actors.ts'

/**
 * Work that happens wholly or not at all, done by somebody: row-level security has been told who.
 * Name your tables with `transaction.withTables<RegistryTables>()`, where RegistryTables is a `type`, not an interface;
 * SQL text comes from Kysely's `sql`.
 */
export type Transaction = KyselyTransaction<unknown>

/** Connections to one PostgreSQL database. */
export interface Database {
  readonly url: string
  /** Outside any transaction and as nobody: sees no row that belongs to a person. */
  readonly query: Kysely<unknown>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The role everything runs as, once the tables stand: it owns nothing and row-level security binds it. */
export const applicationRole = 'an_sinh_app'

/** What the server's list of connections shows for this process. */
export const applicationName = `an-sinh ${process.pid}`

export interface OpenOptions {
  /** Connections at most. */
  max?: number
  /** The role to run as; `owner` stays who the address says, for migrations and set-up. */
  as?: 'application' | 'owner'
  /** Told of connections that broke while nobody used them, as when the server restarts. */
  onBroken?: (error: Error) => void
}

/**
 * Opens a pool; connects with the first query. Days come as text yyyy-mm-dd, bigint as a safe number (an unsafe one
 * throws), numeric as text, timestamptz as Date.
 */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: parseColumn },
    ...(options.as === 'owner' ? {} : { options: `-c role=${applicationRole}` }),
  })
  // Without a listener a restart of the server ends this process.
  pool.on('error', options.onBroken ?? (() => {}))
  let closed: Promise<void> | undefined
  return {
    url,
    query: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    close() {
      closed ??= pool.end()
      return closed
    },
  }
}

/** Which connection of Kysely stands on which connection of `pg`, for COPY. */
const clients = new WeakMap<object, pg.PoolClient>()

/**
 * Does `work` in one transaction as `actor`: committed when it returns, rolled back when it throws.
 * The settings app.actor, app.scope, app.areas, app.changes and app.agency last as long as the transaction; policies read them.
 */
export async function withActor<Result>(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect()
  let broken: Error | boolean = false
  const noteBroken = (error: Error) => {
    broken = error
  }
  client.on('error', noteBroken)
  try {
    return await kyselyOver(client, () => {
      broken = true
    })
      .transaction()
      .execute(async (transaction) => {
        const { name, scope, areas, changes, agency } = settingsOf(actor)
        await sql`select set_config('app.actor', ${name}, true), set_config('app.scope', ${scope}, true),
          set_config('app.areas', ${areas}, true), set_config('app.changes', ${changes}, true),
          set_config('app.agency', ${agency}, true)`.execute(transaction)
        return work(transaction)
      })
  } finally {
    client.off('error', noteBroken)
    client.release(broken)
  }
}

/** Kysely over one connection that is already ours, so that `clientOf` can find it again. */
function kyselyOver(client: pg.PoolClient, discard: () => void): Kysely<unknown> {
  const lent = {
    query: client.query.bind(client) as PostgresPoolClient['query'],
    release(unusable?: boolean | Error) {
      if (unusable) discard()
    },
  }
  return new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => lent, end: async () => {} },
      onReserveConnection: async (connection) => void clients.set(connection, client),
    }),
  })
}

/** The `pg` connection below a transaction of `withActor`. */
export function clientOf(transaction: Transaction): Promise<pg.PoolClient> {
  return transaction.getExecutor().provideConnection(async (connection) => {
    const client = clients.get(connection)
    if (!client) throw new Error('Bulk work needs the transaction that withActor gave')
    return client
  })
}
