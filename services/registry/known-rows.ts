import type { LocalDate } from '#calendar'
import { today as dayOf } from '#platform/clock'
import type { HouseholdFact, HouseholdMembership } from './household-file.ts'

type Known = Pick<HouseholdMembership, 'from' | 'recordedAt' | 'supersededAt'> &
  Partial<Pick<HouseholdMembership, 'personId'> & Pick<HouseholdFact, 'key'>>

/**
 * Of the rows of a file, what was known at the end of a day: recorded by then and not yet corrected. What has been cut
 * short since stands beside its remainder; known was the whole.
 */
export function knownRows<Row extends Known>(rows: readonly Row[], knownOn: LocalDate): Row[] {
  const known = rows.filter(
    ({ recordedAt, supersededAt }) =>
      dayOf(recordedAt) <= knownOn && (supersededAt === undefined || dayOf(supersededAt) > knownOn),
  )
  const identity = ({ personId, key, from, recordedAt }: Row) =>
    `${personId} ${key} ${from} ${recordedAt.getTime()}`
  const cut = new Set(known.filter(({ supersededAt }) => supersededAt !== undefined).map(identity))
  return known.filter((row) => row.supersededAt !== undefined || !cut.has(identity(row)))
}
