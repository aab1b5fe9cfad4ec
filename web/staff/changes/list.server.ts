import type { Transaction } from '#platform/database'
import { type ChangeRequest, namesOfPersons, type Units } from '#registry'
import { shortName } from '#web/staff/units.server.ts'
import { formatInstant, type Lang } from '#web/ui/index.ts'
import { titleOf } from './act-view.server.ts'
import { personsOf, wishOf } from './wish.server.ts'

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

interface LineWording {
  units: Units
  lang: Lang
  /** The names of those whom the requests name by number. */
  names: ReadonlyMap<number, string>
  nameOf: (actor: string) => string
}

/** The names of everybody whom the wishes of some acts name. */
export function namesIn(transaction: Transaction, requests: readonly Pick<ChangeRequest, 'act'>[]) {
  return namesOfPersons(
    transaction,
    requests.flatMap(({ act }) => personsOf(act)),
  )
}

export function lineOf(request: ChangeRequest, { units, lang, names, nameOf }: LineWording): RequestLine {
  const { id, act, subject, state, proposedBy, proposedAt, unitUid, otherUnitUid, baseNow } = request
  const places = [unitUid, otherUnitUid].filter((each) => each !== undefined && each !== null)
  return {
    id,
    state,
    name: subject.name,
    householdId: subject.householdId ?? undefined,
    place: places.map((uid) => shortName(units, uid)).join(' – '),
    title: titleOf(act, lang),
    wish: wishOf(act, { units, lang, names }),
    proposedBy: nameOf(proposedBy),
    proposedAt: formatInstant(proposedAt),
    isConflicting: baseNow !== undefined,
  }
}
