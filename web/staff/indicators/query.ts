import type { LocalDate } from '#calendar'
import { type DutyArea, dutyAreas } from '#notices'
import { dayAsked } from '#web/staff/days.ts'

/** What the addresses of the pages of metrics ask for. */
export interface IndicatorsQuery {
  area: DutyArea | undefined
  /** The commune an officer of the province looks at; undefined for the whole of what they see. */
  unitUid: string | undefined
  /** The day of the figures; undefined is today. */
  on: LocalDate | undefined
  order: 'name' | 'value'
  /** The principle on the map of the three; undefined while nobody chose one. */
  principle?: MappedPrinciple | undefined
}

export const mappedPrinciples = ['right', 'full', 'onTime'] as const
type MappedPrinciple = (typeof mappedPrinciples)[number]

/** Their names in addresses. */
const principleSlugs: Record<MappedPrinciple, string> = {
  right: 'dung-doi-tuong',
  full: 'du-che-do',
  onTime: 'kip-thoi',
}

/** Reads an address; what it does not understand it leaves out. */
export function queryOf(params: URLSearchParams): IndicatorsQuery {
  const area = params.get('linh-vuc')
  return {
    area: dutyAreas.find((each) => each === area),
    unitUid: params.get('xa')?.slice(0, 40) || undefined,
    on: dayAsked(params.get('ngay') ?? ''),
    order: params.get('sap') === 'ten' ? 'name' : 'value',
    principle: mappedPrinciples.find((each) => principleSlugs[each] === params.get('ban-do')),
  }
}

/** The part of an address after `?` that asks the same again, changed as said. */
export function searchOf(query: IndicatorsQuery, change: Partial<IndicatorsQuery> = {}): string {
  const { area, unitUid, on, order, principle } = { ...query, ...change }
  const params = new URLSearchParams()
  if (area) params.set('linh-vuc', area)
  if (unitUid) params.set('xa', unitUid)
  if (on) params.set('ngay', on)
  if (order === 'name') params.set('sap', 'ten')
  if (principle) params.set('ban-do', principleSlugs[principle])
  const text = params.toString()
  return text ? `?${text}` : ''
}
