import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'
import type { FindingKind } from './kinds.ts'

/** One sweep that was finished. */
export interface Run {
  id: number
  month: Month
  knownOn: LocalDate
  people: number
  counts: Partial<Record<FindingKind, number>>
  tookMs: number
  finishedAt: Date
  /** Whether everybody was judged, or only who was touched since the run before. */
  mode: 'whole' | 'changed'
  /** How many people were judged; undefined in runs before there were two modes. */
  judged: number | undefined
  /** Why everybody was judged though only the changes were asked for. */
  because: Text | undefined
  /** What was committed when it began, as PostgreSQL writes it. */
  seen: string | undefined
  /** Whether everything recorded until it ended was known on its day, and all that was touched since is remembered. */
  knewAll: boolean
  lawDigest: string | undefined
  nextReviewOn: LocalDate | undefined
  /** The last month that everybody was looked at for; undefined in runs before that was kept. */
  lookedTo: Month | undefined
}

/** A run to be recorded. */
export type NewRun = Omit<Run, 'id' | 'finishedAt' | 'knewAll'>

interface RunRow {
  id: number
  month: LocalDate
  known_on: LocalDate
  people: number
  counts: Run['counts']
  took_ms: number
  finished_at: Date
  mode: Run['mode']
  judged: number | null
  because: Text | null
  seen: string | null
  knew_all: boolean
  law_digest: string | null
  next_review_on: LocalDate | null
  looked_to: LocalDate | null
}

/** For so long a run of changes may start from a run. */
const startsFor = '35 days'

const columns = sql`id, month, known_on, people, counts, took_ms, finished_at, mode, judged, because,
  seen::text as seen, law_digest, next_review_on, looked_to,
  (known_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' > finished_at
    and finished_at > now() - ${startsFor}::interval as knew_all`

export async function recordRun(transaction: Transaction, run: NewRun): Promise<Run> {
  const { rows } = await sql<RunRow>`insert into findings.run
      (month, known_on, people, counts, took_ms, mode, judged, because, seen, law_digest, next_review_on,
      looked_to)
    values (${firstDayOf(run.month)}, ${run.knownOn}, ${run.people}, ${JSON.stringify(run.counts)}, ${run.tookMs},
      ${run.mode}, ${run.judged ?? null}, ${run.because ? JSON.stringify(run.because) : null},
      ${run.seen ?? null}::pg_snapshot, ${run.lawDigest ?? null}, ${run.nextReviewOn ?? null},
      ${run.lookedTo ? firstDayOf(run.lookedTo) : null})
    returning ${columns}`.execute(transaction)
  return runOf(rows[0] as RunRow)
}

/**
 * The latest sweep of a month; without one, of the latest month that had begun when it was swept: looking back at an
 * old month or ahead does not change what is shown as today's.
 */
export async function findLatestRun(transaction: Transaction, month?: Month): Promise<Run | undefined> {
  const asked = month
    ? sql`where month = ${firstDayOf(month)} order by id desc`
    : sql`order by month <= known_on desc, month desc, id desc`
  const { rows } = await sql<RunRow>`select ${columns} from findings.run ${asked} limit 1`.execute(
    transaction,
  )
  return rows[0] && runOf(rows[0])
}

function runOf(row: RunRow): Run {
  return {
    id: row.id,
    month: monthOf(row.month),
    knownOn: row.known_on,
    people: row.people,
    counts: row.counts,
    tookMs: row.took_ms,
    finishedAt: row.finished_at,
    mode: row.mode,
    judged: row.judged ?? undefined,
    because: row.because ?? undefined,
    seen: row.seen ?? undefined,
    knewAll: row.knew_all,
    lawDigest: row.law_digest ?? undefined,
    nextReviewOn: row.next_review_on ?? undefined,
    lookedTo: row.looked_to ? monthOf(row.looked_to) : undefined,
  }
}

/** What is committed now: what a later run must look at is all that is not. */
export async function snapshotNow(transaction: Transaction): Promise<string> {
  const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(
    transaction,
  )
  return (rows[0] as { seen: string }).seen
}

/**
 * Forgets who was touched before the latest run of every month from which a run of changes may still start. Only whole
 * runs do it: after a register was filled there are millions.
 */
export async function forgetTouched(transaction: Transaction): Promise<void> {
  await sql`delete from registry.touched where at < (
      select min(pg_snapshot_xmin(seen)::text::bigint)::text::xid8 from (
        select distinct on (month) seen, finished_at from findings.run order by month, id desc) as latest
      where finished_at > now() - ${startsFor}::interval)`.execute(transaction)
}
