import type { RouterContextProvider } from 'react-router'
import type { LocalDate } from '#calendar'
import { today } from '#platform/clock'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { communesFor, scopeName, unitsOf } from '#web/staff/units.server.ts'
import { type IndicatorsQuery, queryOf } from './query.ts'

/** Whose figures a page shows, of which day. */
export interface IndicatorsDesk {
  desk: Desk
  query: IndicatorsQuery
  /** `province`, or a commune's uid. */
  unitUid: string
  /** In full; undefined for the whole province. */
  unitName: string | undefined
  /** What an officer of the province may choose among. */
  communes: { uid: string; name: string }[]
  on: LocalDate
  today: LocalDate
}

/**
 * The desk of a page of metrics. A commune's officer is shown their own commune, whatever the address says; a unit that
 * is none of today's communes is not found.
 */
export async function indicatorsDesk(
  context: Readonly<RouterContextProvider>,
  url: URL,
): Promise<IndicatorsDesk> {
  const desk = await getDesk(context, url)
  const query = queryOf(url.searchParams)
  const now = today()
  const units = await unitsOf(desk.database)
  const { unitUid: own } = desk.officer
  const communes = communesFor(units, own, now)
  const asked = own === 'province' ? query.unitUid : undefined
  if (asked !== undefined && !communes.some(({ uid }) => uid === asked))
    throw new Response(null, { status: 404 })
  const unitUid = asked ?? own
  const on = query.on !== undefined && query.on < now ? query.on : now
  return { desk, query, unitUid, unitName: scopeName(units, unitUid), communes, on, today: now }
}
