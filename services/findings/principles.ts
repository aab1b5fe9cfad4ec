import { sql } from 'kysely'
import type { LocalDate, Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { findLatestRun } from './runs.ts'

/** How many of how many; `share` is undefined when there is nobody to count. */
export interface Measured {
  part: number
  whole: number
  /** In tenths of a percent, rounded down: 1000 only when it is everybody. */
  share: number | undefined
}

/** The three principles as one definition, for the page, the export and the command alike. */
export interface Principles {
  month: Month
  knownOn: LocalDate
  sweptAt: Date
  people: number
  /** Đúng đối tượng: of those who receive, whom nothing undue and nothing twice is recorded for. */
  rightPerson: Measured
  /** Đủ chế độ: of those to whom the law certainly gives, who are recorded with at least that of every benefit. */
  fullEntitlement: Measured
  /** Kịp thời: of the clocks that ended in the last twelve months, which were kept. */
  onTime: Measured
}

/** The principles of the latest sweep (of a month when named), for a unit or for everybody in the actor's sight. */
export async function readPrinciples(
  transaction: Transaction,
  { unitUid, month }: { unitUid?: string; month?: Month } = {},
): Promise<Principles | undefined> {
  const run = await findLatestRun(transaction, month)
  if (!run) return undefined
  const own = unitUid !== undefined && unitUid !== 'province' ? sql`unit_uid = ${unitUid}` : sql`true`
  const { rows } = await sql<Record<string, number>>`select coalesce(sum(people), 0)::bigint as people,
      coalesce(sum(recipients), 0)::bigint as recipients, coalesce(sum(recipients_right), 0)::bigint as recipients_right,
      coalesce(sum(entitled), 0)::bigint as entitled, coalesce(sum(entitled_fully), 0)::bigint as entitled_fully,
      coalesce(sum(clocks), 0)::bigint as clocks, coalesce(sum(clocks_kept), 0)::bigint as clocks_kept
    from findings.measure where run_id = ${run.id} and ${own}`.execute(transaction)
  const sums = rows[0] ?? {}
  return {
    month: run.month,
    knownOn: run.knownOn,
    sweptAt: run.finishedAt,
    people: sums.people ?? 0,
    rightPerson: measured(sums.recipients_right, sums.recipients),
    fullEntitlement: measured(sums.entitled_fully, sums.entitled),
    onTime: measured(sums.clocks_kept, sums.clocks),
  }
}

function measured(part = 0, whole = 0): Measured {
  return { part, whole, share: whole === 0 ? undefined : Math.floor((part * 1000) / whole) }
}
