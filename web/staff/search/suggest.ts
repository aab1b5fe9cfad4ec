import type { Formerly, SearchHit } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { maskedId } from '#web/staff/people/citizen-id.ts'
import { birthText } from '#web/staff/people/texts.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import type { Route } from './+types/suggest'
import { findPeople } from './find.server.ts'

/** Somebody proposed while an officer types. */
export interface Suggestion {
  id: number
  name: string
  /** Birth, place and the end of the number: what tells namesakes apart. */
  details: string
  isNear: boolean
  /** What they bore before and were found by. */
  formerly?: Formerly
  /** The main record is kept by another unit, named where the officer may know it. */
  keeper?: { name: string }
}

const suggestionsMax = 8

/** The nearest people to what is being typed; the text comes in the body, so that no log holds it. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const form = await request.formData()
  const text = String(form.get('tim') ?? '').slice(0, 100)
  const { hits, isMore } = await findPeople(desk, text, { limit: suggestionsMax })
  const units = await unitsOf(desk.database)
  const suggestions = hits.map(
    (hit): Suggestion => ({
      id: hit.id,
      name: hit.name,
      details: detailsOf(hit, shortName(units, hit.unitUid)),
      isNear: hit.closeness === 'near',
      ...(hit.formerly && { formerly: hit.formerly }),
      ...(hit.keptElsewhere && { keeper: { name: shortName(units, hit.keptElsewhere.unitUid) } }),
    }),
  )
  return Response.json({ suggestions, isMore }, { headers: { 'cache-control': 'private, no-store' } })
}

function detailsOf({ birth, village, citizenId }: SearchHit, unitName: string): string {
  return [birthText(birth), [village, unitName].filter(Boolean).join(', '), citizenId && maskedId(citizenId)]
    .filter(Boolean)
    .join(' · ')
}
