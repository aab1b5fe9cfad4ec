import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { sentenceOf } from './bilingual-error.ts'
import { applicationName, applicationRole, type Database, type Transaction } from './database.ts'
import {
  beginJob,
  failJob,
  findJob,
  finishJob,
  type Job,
  listJobs,
  listOrphans,
  type Progress,
  recordJob,
  referenceOf,
  reportJob,
  returnJob,
} from './jobs.ts'
import type { Log } from './log.ts'

export { type Job, referenceOf } from './jobs.ts'

/** What a handler is given beside its data. */
interface Work {
  id: string
  /** The officer who asked, or undefined when the machine began it. */
  startedBy: string | undefined
  /** Shows how far the work is; writes to the database a few times a second at most. */
  report(progress: Progress): Promise<void>
  /** Aborted when the process is asked to stop. */
  signal: AbortSignal
}

/** Does the work; begun again from its beginning when its process was killed, so it must not mind what is there. */
type Handler<Data> = (data: Data, work: Work) => Promise<unknown>

/** Long work outside the request, over PostgreSQL: what was sent survives the process that sent it. */
export interface Queue {
  /**
   * Asks for work and returns the job's id. With a `key`, asking twice gives the same job; with `within`, the
   * job exists only if that transaction commits.
   */
  send<Data extends object>(
    name: string,
    data: Data,
    options?: { key?: string; startedBy?: string; within?: Transaction },
  ): Promise<string>
  /**
   * Names who does the work; a handler that throws fails its job. What an error says in both
   * languages (`sentenceOf`) is told to officers, anything else to the log alone.
   */
  work<Data extends object>(name: string, handler: Handler<Data>): Promise<void>
  /** Sends `data` at each time of `cron` (five fields), Vietnamese time. */
  schedule<Data extends object>(name: string, cron: string, data: Data): Promise<void>
  /** With `within`, as that transaction sees it. */
  find(id: string, within?: Transaction): Promise<Job | undefined>
  /** The newest first. */
  list(options?: { name?: string; limit?: number }): Promise<Job[]>
  /** The job now and at each change, until it is done or failed or `signal` aborts. */
  watch(id: string, signal?: AbortSignal): AsyncIterable<Job>
  /** Lets running work finish for a few seconds, then gives it back. */
  stop(): Promise<void>
}

/** Advisory locks of this class say which processes live. */
const lockClass = 4_152
const reportEvery = 300
const queueOptions = { notify: true, retryLimit: 2, expireInSeconds: 23 * 3_600 }

interface State {
  database: Database
  boss: PgBoss
  log: Log
  worker: number
  stopping: AbortController
  known: Set<string>
}

/** Opens the queue: gives back what killed processes left half done, and is ready to send and to work. */
export async function openQueue(database: Database, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: database.url,
    options: `-c role=${applicationRole}`,
    application_name: applicationName,
    schema: 'queue',
    createSchema: false,
    useListenNotify: true,
    max: 4,
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'queue'))
  await boss.start()
  const state: State = {
    database,
    boss,
    log,
    worker: randomInt(1, 2 ** 31 - 1),
    stopping: new AbortController(),
    known: new Set(),
  }
  const life = await holdLife(state)
  await recover(state)
  const recovering = setInterval(() => void recover(state).catch((error) => log.warn(error)), 15_000)
  return {
    send: (name, data, options) => send(state, name, data, options),
    work: (name, handler) => work(state, name, handler as Handler<object>),
    async schedule(name, cron, data) {
      await ensureQueue(state, name)
      await boss.schedule(name, cron, data, { tz: 'Asia/Ho_Chi_Minh' })
    },
    find: (id, within) => findJob(within ?? database.query, id),
    list: (options) => listJobs(database.query, options),
    watch: (id, signal) => watch(state, id, signal),
    async stop() {
      clearInterval(recovering)
      state.stopping.abort()
      await boss.stop({ graceful: true, timeout: 5_000 })
      await life()
    },
  }
}

/**
 * Holds a lock on a connection of its own as long as this process lives; PostgreSQL lets go of it when the process is
 * gone, however it went. A broken connection is made anew. Returns how to let go.
 */
async function holdLife(state: State): Promise<() => Promise<void>> {
  let client = await connect()
  async function connect() {
    const next = new pg.Client({ connectionString: state.database.url, application_name: applicationName })
    next.on('error', () => void reconnect())
    await next.connect()
    await next.query('select pg_advisory_lock($1, $2)', [lockClass, state.worker])
    return next
  }
  async function reconnect() {
    if (state.stopping.signal.aborted) return
    await sleep(500)
    await connect().then(
      (next) => {
        client = next
      },
      () => reconnect(),
    )
  }
  return () => client.end()
}

/** Work whose process was killed is begun again, at most twice; then it has failed. */
async function recover(state: State): Promise<void> {
  const query = state.database.query
  for (const { id, name, worker } of await listOrphans(query, lockClass)) {
    await state.boss.fail(name, id, { because: 'killed' })
    const [left] = await state.boss.findJobs(name, { id })
    if (left && left.state !== 'failed') await returnJob(query, { id, worker })
    else await failJob(query, { id, worker }, killedTooOften)
    state.log.warn({ id, reference: referenceOf(id), name, next: left?.state }, 'work of a killed process')
  }
}

const killedTooOften = {
  vi: 'máy chủ dừng giữa chừng nhiều lần; hãy yêu cầu lại việc này',
  en: 'the server stopped half way several times; please ask for this again',
}

async function send(
  state: State,
  name: string,
  data: object,
  { key, startedBy, within }: { key?: string; startedBy?: string; within?: Transaction } = {},
): Promise<string> {
  await ensureQueue(state, name)
  if (within) return sendWithin(state, within, { name, data, key, startedBy })
  return state.database.query
    .transaction()
    .execute((transaction) => sendWithin(state, transaction, { name, data, key, startedBy }))
}

async function sendWithin(
  state: State,
  transaction: Transaction,
  { name, data, key, startedBy }: { name: string; data: object; key?: string; startedBy?: string },
): Promise<string> {
  const { id, isNew } = await recordJob(transaction, { name, key, startedBy })
  if (isNew) await state.boss.send(name, data, { id, db: fromKysely(transaction) })
  return id
}

/** Queues are made once; asking again changes nothing. */
async function ensureQueue({ boss, known }: State, name: string): Promise<void> {
  if (known.has(name)) return
  await boss.createQueue(name, queueOptions)
  known.add(name)
}

async function work(state: State, name: string, handler: Handler<object>): Promise<void> {
  await ensureQueue(state, name)
  await state.boss.work<object>(name, { batchSize: 1, pollingIntervalSeconds: 2 }, async ([job]) => {
    if (job) await runJob(state, { id: job.id, name, data: job.data ?? {} }, handler)
  })
}

async function runJob(
  state: State,
  { id, name, data }: { id: string; name: string; data: object },
  handler: Handler<object>,
): Promise<void> {
  const query = state.database.query
  const begun = { id, worker: state.worker }
  const { startedBy } = await beginJob(query, begun, name)
  const { report, flush } = throttled((progress) => reportJob(query, begun, progress))
  try {
    const result = await handler(data, { id, startedBy, report, signal: state.stopping.signal })
    await flush()
    await finishJob(query, begun, result)
  } catch (error) {
    if (state.stopping.signal.aborted) {
      await returnJob(query, begun)
      throw error
    }
    await failJob(query, begun, sentenceOf(error))
    const raw = error instanceof Error ? error.stack : String(error)
    state.log.error({ id, reference: referenceOf(id), name, error: raw }, 'work failed')
  }
}

/** Lets through what is reported, `reportEvery` milliseconds apart; `flush` writes the newest that was held back. */
function throttled(write: (progress: Progress) => Promise<void>) {
  let held: Progress | undefined
  let wroteAt = Number.NEGATIVE_INFINITY
  async function flush() {
    if (!held) return
    const newest = held
    held = undefined
    wroteAt = performance.now()
    await write(newest)
  }
  return {
    flush,
    async report(progress: Progress) {
      held = { ...held, ...progress }
      if (performance.now() - wroteAt >= reportEvery) await flush()
    },
  }
}

async function* watch({ database, stopping }: State, id: string, signal?: AbortSignal): AsyncGenerator<Job> {
  let shown = ''
  while (!signal?.aborted && !stopping.signal.aborted) {
    const job = await findJob(database.query, id)
    if (!job) return
    const now = JSON.stringify(job)
    if (now !== shown) yield job
    shown = now
    if (job.state === 'done' || job.state === 'failed') return
    await sleep(reportEvery, undefined, { signal }).catch(() => {})
  }
}
