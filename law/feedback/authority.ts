import type { LocalDate } from '#calendar'
import { type AgencyCode, type Area, competentAuthority } from '#law/authorities'
import type { Certainty } from '#rules'
import type { FeedbackPath } from './kinds.ts'

/** Who should answer: an agency, and its commune where it is one of many. */
export interface Addressee {
  agency: AgencyCode
  /** The commune's uid, for an agency of the commune. */
  unitUid: string | undefined
  legalBasis: readonly string[]
  certainty: Certainty
}

/**
 * Who is competent for a message about an area on a day: the commune where its place is known and the area has an
 * authority there, or else the province's. A message about nothing we know goes to the province's office.
 */
export function addresseeOf({
  area,
  placeUid,
  on,
}: {
  area: Area | undefined
  placeUid: string | undefined
  on: LocalDate
}): Addressee {
  const office = {
    agency: 'provinceOffice',
    unitUid: undefined,
    legalBasis: [],
    certainty: 'pending',
  } as const
  if (!area) return office
  const near = placeUid === undefined ? undefined : competentAuthority({ area, level: 'commune', on })
  const found = near ?? competentAuthority({ area, level: 'province', on })
  if (!found) return office
  const { agencyCode, legalBasis, certainty } = found
  return { agency: agencyCode, unitUid: near && placeUid, legalBasis, certainty }
}

/**
 * One level up from whoever left a message unsolved or let its clock run out: from the commune to the department, from
 * a department to the province's office, which has nobody above it here.
 */
export function levelAbove(
  { unitUid, area }: { agency: string; unitUid: string | null; area: Area | undefined },
  on: LocalDate,
): Addressee {
  if (unitUid !== null) return addresseeOf({ area, placeUid: undefined, on })
  return { agency: 'provinceOffice', unitUid: undefined, legalBasis: [], certainty: 'pending' }
}

/** Who takes in what came on a path: the inspectorate for denunciations, whoever cares for children for those. */
export function firstHolder(path: FeedbackPath, on: LocalDate): Addressee {
  if (path === 'denunciation')
    return { agency: 'provinceInspectorate', unitUid: undefined, legalBasis: [], certainty: 'pending' }
  if (path === 'child') return addresseeOf({ area: 'children', placeUid: undefined, on })
  return { agency: 'provinceOffice', unitUid: undefined, legalBasis: [], certainty: 'pending' }
}
