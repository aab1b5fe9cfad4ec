import type { ChangeRequest, Units } from '#registry'
import { shortName } from '#web/staff/units.server.ts'
import { formatInstant, type Lang } from '#web/ui/index.ts'
import { titleOf, wishOf } from './act-view.server.ts'

/** A line of the list of requests. */
export interface RequestLine {
  id: number
  state: ChangeRequest['state']
  name: string
  householdId: number | undefined
  place: string
  title: string
  wish: string
  proposedBy: string
  proposedAt: string
  isConflicting: boolean
}

export function lineOf(
  request: ChangeRequest,
  { units, lang, nameOf }: { units: Units; lang: Lang; nameOf: (actor: string) => string },
): RequestLine {
  const { id, act, subject, state, proposedBy, proposedAt, unitUid, otherUnitUid, baseNow } = request
  const places = [unitUid, otherUnitUid].filter((each) => each !== undefined && each !== null)
  return {
    id,
    state,
    name: subject.name,
    householdId: subject.householdId ?? undefined,
    place: places.map((uid) => shortName(units, uid)).join(' – '),
    title: titleOf(act, lang),
    wish: wishOf(act, { units, lang }),
    proposedBy: nameOf(proposedBy),
    proposedAt: formatInstant(proposedAt),
    isConflicting: baseNow !== undefined,
  }
}
