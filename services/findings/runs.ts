import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
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
}

interface RunRow {
  id: number
  month: LocalDate
  known_on: LocalDate
  people: number
  counts: Run['counts']
  took_ms: number
  finished_at: Date
}

export async function recordRun(transaction: Transaction, run: Omit<Run, 'id' | 'finishedAt'>): Promise<Run> {
  const { rows } = await sql<RunRow>`insert into findings.run (month, known_on, people, counts, took_ms)
    values (${firstDayOf(run.month)}, ${run.knownOn}, ${run.people}, ${JSON.stringify(run.counts)}, ${run.tookMs})
    returning *`.execute(transaction)
  return runOf(rows[0] as RunRow)
}

/**
 * The latest sweep of a month; without one, of the latest month that had begun when it was swept: looking back at an
 * old month or ahead does not change what is shown as today's.
 */
export async function findLatestRun(transaction: Transaction, month?: Month): Promise<Run | undefined> {
  const { rows } = await sql<RunRow>`select * from findings.run
    where ${month ? sql`month = ${firstDayOf(month)}` : sql`true`} order by month <= known_on desc, month desc, id desc limit 1`.execute(
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
  }
}
