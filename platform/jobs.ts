import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type WithNulls, withoutNulls } from './rows.ts'

/** A piece of long work as people see it: it can be left and come back to. */
export interface Job {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** Steps finished, of `total`; total is undefined until the work has counted itself. */
  done: number
  total: number | undefined
  /** What is being done just now, in Vietnamese, for the screen. */
  message: string | undefined
  /** What the handler returned; only in state `done`. */
  result: unknown
  /**
   * Why it failed, for officers; only in state `failed`, and undefined there when the reason is for the operator, who
   * finds it in the log by `referenceOf`.
   */
  because: string | undefined
  /** The same in English. */
  becauseEn: string | undefined
  /** The officer's id, or undefined when the machine began it. */
  startedBy: string | undefined
  createdAt: Date
  startedAt: Date | undefined
  finishedAt: Date | undefined
}

export interface Progress {
  done: number
  total?: number
  message?: string
}

type Connection = Kysely<unknown>

const columns = sql`id, name, state, done, total, message, result, because, because_en as "becauseEn", started_by as "startedBy",
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`

/** Records that work is wanted; with a key that was used and did not fail, gives that job's id instead. */
export async function recordJob(
  connection: Connection,
  { name, key, startedBy }: { name: string; key: string | undefined; startedBy: string | undefined },
): Promise<{ id: string; isNew: boolean }> {
  const id = randomUUID()
  const { rows } = await sql`insert into platform.job (id, name, key, started_by)
    values (${id}, ${name}, ${key ?? null}, ${startedBy ?? null})
    on conflict (name, key) where state <> 'failed' do nothing returning id`.execute(connection)
  if (rows.length > 0) return { id, isNew: true }
  const { rows: before } = await sql<{ id: string }>`select id from platform.job
    where name = ${name} and key = ${key} and state <> 'failed'`.execute(connection)
  const existing = before[0]
  if (!existing) throw new Error(`The job ${name} with the key ${key} has just failed: ask again`)
  return { id: existing.id, isNew: false }
}

export async function findJob(connection: Connection, id: string): Promise<Job | undefined> {
  const { rows } = await sql<WithNulls<Job>>`select ${columns} from platform.job where id = ${id}`.execute(
    connection,
  )
  return rows[0] && withoutNulls<Job>(rows[0])
}

export async function listJobs(
  connection: Connection,
  { name, limit = 50 }: { name?: string; limit?: number } = {},
): Promise<Job[]> {
  const { rows } = await sql<WithNulls<Job>>`select ${columns} from platform.job
    where ${name ?? null}::text is null or name = ${name ?? null}
    order by created_at desc limit ${limit}`.execute(connection)
  return rows.map((row) => withoutNulls<Job>(row))
}

/** Marks a job begun by `worker`; one the clock sent appears here for the first time. Gives who asked for it. */
export async function beginJob(
  connection: Connection,
  { id, worker }: Begun,
  name: string,
): Promise<{ startedBy: string | undefined }> {
  const { rows } = await sql<{
    startedBy: string | null
  }>`insert into platform.job (id, name, state, started_at, worker)
    values (${id}, ${name}, 'running', now(), ${worker})
    on conflict (id) do update set state = 'running', started_at = now(), worker = ${worker}, done = 0
    returning started_by as "startedBy"`.execute(connection)
  return { startedBy: rows[0]?.startedBy ?? undefined }
}

/** A job that `worker` began; whoever lost it, because it looked dead, no longer writes to it. */
export interface Begun {
  id: string
  worker: number | null
}

export async function reportJob(connection: Connection, begun: Begun, progress: Progress): Promise<void> {
  const { done, total, message } = progress
  await sql`update platform.job set done = ${done}, total = coalesce(${total ?? null}, total),
    message = coalesce(${message ?? null}, message) where ${isHeld(begun)}`.execute(connection)
}

export async function finishJob(connection: Connection, begun: Begun, result: unknown): Promise<void> {
  await sql`update platform.job set state = 'done', result = ${JSON.stringify(result ?? null)}, message = null,
    done = coalesce(total, done), finished_at = now(), worker = null where ${isHeld(begun)}`.execute(
    connection,
  )
}

/** Without a sentence for officers they are told that the machine is in trouble. */
export async function failJob(
  connection: Connection,
  begun: Begun,
  because: { vi: string; en: string } | undefined,
): Promise<void> {
  await sql`update platform.job set state = 'failed', because = ${because?.vi ?? null},
    because_en = ${because?.en ?? null}, finished_at = now(), worker = null where ${isHeld(begun)}`.execute(
    connection,
  )
}

/** The number by which an officer tells the operator of a job, short enough for the telephone. */
export function referenceOf(id: string): string {
  return id.slice(0, 8).toUpperCase()
}

/** Gives a job back, to be begun again from its beginning. */
export async function returnJob(connection: Connection, begun: Begun): Promise<void> {
  await sql`update platform.job set state = 'waiting', worker = null, message = null, done = 0
    where ${isHeld(begun)}`.execute(connection)
}

function isHeld({ id, worker }: Begun) {
  return sql`id = ${id} and state = 'running' and worker is not distinct from ${worker}`
}

/** Jobs whose process is gone: they say that they run, but nobody holds their worker's lock. */
export async function listOrphans(
  connection: Connection,
  lockClass: number,
): Promise<(Begun & { name: string })[]> {
  const { rows } = await sql<Begun & { name: string }>`select id, name, worker from platform.job
    where state = 'running' and not exists (
      select from pg_locks where locktype = 'advisory' and granted and classid = ${lockClass}::oid
        and objid = worker::oid and database = (select oid from pg_database where datname = current_database())
    )`.execute(connection)
  return rows
}
