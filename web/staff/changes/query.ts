import type { ActKind, ChangeRequestFilter, ChangeState } from '#registry'
import { actKinds } from './asked.ts'

/** What the address of the list of requests asks for. */
export interface RequestsQuery {
  /** `all` for every state; waiting ones when nothing is said. */
  state: ChangeState | 'all'
  kind: ActKind | undefined
  whose: 'byMe' | 'byOthers' | undefined
  unitUid: string | undefined
  /** From 1. */
  page: number
}

const states = ['proposed', 'approved', 'refused', 'withdrawn', 'all'] as const

export function requestsQueryOf(params: URLSearchParams): RequestsQuery {
  return {
    state: states.find((each) => each === params.get('trang-thai')) ?? 'proposed',
    kind: actKinds.find((each) => each === params.get('viec')),
    whose: (['byMe', 'byOthers'] as const).find((each) => each === params.get('cua')),
    unitUid: params.get('xa') || undefined,
    page: /^[1-9]\d{0,5}$/.test(params.get('trang') ?? '') ? Number(params.get('trang')) : 1,
  }
}

/** The same question for `#registry`. */
export function requestFilterOf({ state, kind, whose, unitUid }: RequestsQuery): ChangeRequestFilter {
  return { state: state === 'all' ? undefined : state, kind, proposed: whose, unitUid }
}
