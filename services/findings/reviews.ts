import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Run } from './runs.ts'

/** Whose day of review has come since a run, by their records, and the next such day as far as it is known. */
export interface Reviews {
  come: number[]
  nextOn: LocalDate | undefined
}

/**
 * Somebody whose facts were gone through on a day to come counts as reviewed from that day on. Everybody is read for
 * it, and only on the night on which such a day has come.
 */
export async function reviewsSince(
  transaction: Transaction,
  { knownOn: from, nextReviewOn }: Pick<Run, 'knownOn' | 'nextReviewOn'>,
  to: LocalDate,
): Promise<Reviews> {
  if (nextReviewOn === undefined || nextReviewOn > to) return { come: [], nextOn: nextReviewOn }
  const { rows } = await sql<{ id: number; on: LocalDate }>`select id, reviewed_on as on from registry.person
    where reviewed_on > ${from}::date order by reviewed_on`.execute(transaction)
  return {
    come: rows.filter(({ on }) => on <= to).map(({ id }) => id),
    nextOn: rows.find(({ on }) => on > to)?.on,
  }
}
