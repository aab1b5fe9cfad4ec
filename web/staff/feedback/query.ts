import { type MessageFilter, messageStates } from '#feedback'
import { type AgencyCode, type Area, isAgencyCode, isArea } from '#law/authorities'

/** What the address of the queue asks for. */
export interface QueueQuery {
  state: MessageFilter['state'] | 'all'
  due: MessageFilter['due']
  area: Area | undefined
  agency: AgencyCode | undefined
  unitUid: string | undefined
  text: string
  /** From 1. */
  page: number
}

const states = ['unfinished', 'all', ...messageStates] as const

export function queueQueryOf(params: URLSearchParams): QueueQuery {
  const area = params.get('linh-vuc') ?? ''
  const agency = params.get('co-quan') ?? ''
  return {
    state: states.find((each) => each === params.get('buoc')) ?? 'unfinished',
    due: (['late', 'soon'] as const).find((each) => each === params.get('han')),
    area: isArea(area) ? area : undefined,
    agency: isAgencyCode(agency) ? agency : undefined,
    unitUid: params.get('xa') || undefined,
    text: (params.get('tu') ?? '').replaceAll('\0', '').slice(0, 100),
    page: /^[1-9]\d{0,5}$/.test(params.get('trang') ?? '') ? Number(params.get('trang')) : 1,
  }
}

/** The same question for `#feedback`. */
export function messageFilterOf({ state, due, area, agency, unitUid, text }: QueueQuery): MessageFilter {
  return { state: state === 'all' ? undefined : state, due, area, agency, unitUid, text }
}
