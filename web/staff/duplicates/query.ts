import type { Band, PairFilter, PairState } from '#deduplication'
import { wholeNumber } from '#web/staff/numbers.ts'

/** In the order of the page; the service's own list stays on the server. */
export const bands: readonly Band[] = ['certain', 'likely', 'possible']
export const pairStates: readonly PairState[] = ['waiting', 'setAside', 'different', 'linked']

/** What the address of the queue asks for. */
export interface QueueQuery {
  state: PairState
  unitUid: string | undefined
  band: Band | undefined
  /** Marks that a pair must carry. */
  marks: Mark[]
  /** From 1. */
  page: number
  /** The page begins right after this pair, or ends right before it: found at once, however far back. */
  afterId: number | undefined
  beforeId: number | undefined
  /** The pair that was just decided. */
  doneId: number | undefined
}

export const marks = ['bothPaid', 'twoNumbers', 'cameBack'] as const

export type Mark = (typeof marks)[number]

export const pairsAPage = 50

const states: Readonly<Record<string, PairState>> = {
  cho: 'waiting',
  'de-sau': 'setAside',
  khac: 'different',
  noi: 'linked',
}
const bandNames: Readonly<Record<Band, string>> = { certain: 'chac', likely: 'kha-nang', possible: 'co-the' }
const markNames: Readonly<Record<Mark, string>> = {
  bothPaid: 'chi',
  twoNumbers: 'hai-so',
  cameBack: 'tro-lai',
}

/** What says where in the queue a page stands. */
const places = ['page', 'afterId', 'beforeId']

/** Reads an address; what it does not understand it leaves out. */
export function queryOf(params: URLSearchParams): QueueQuery {
  return {
    state: states[params.get('trang-thai') ?? ''] ?? 'waiting',
    unitUid: params.get('xa') || undefined,
    band: bands.find((band) => bandNames[band] === params.get('muc')),
    marks: marks.filter((mark) => params.getAll('dau').includes(markNames[mark])),
    page: wholeNumber(params.get('trang')) ?? 1,
    afterId: wholeNumber(params.get('sau')),
    beforeId: wholeNumber(params.get('truoc')),
    doneId: wholeNumber(params.get('xong')),
  }
}

/** The address of a query, with some of it changed; a changed filter starts again at its first page. */
export function searchOf(query: QueueQuery, change: Partial<QueueQuery> = {}): string {
  const isFilter = Object.keys(change).some((key) => !places.includes(key) && key !== 'doneId')
  const isMove = isFilter || Object.keys(change).some((key) => places.includes(key))
  const next = {
    ...query,
    ...(isMove ? { afterId: undefined, beforeId: undefined } : {}),
    ...(isFilter ? { page: 1 } : {}),
    doneId: undefined,
    ...change,
  }
  const params = new URLSearchParams()
  if (next.state !== 'waiting') params.set('trang-thai', stateName(next.state))
  if (next.unitUid) params.set('xa', next.unitUid)
  if (next.band) params.set('muc', bandNames[next.band])
  for (const mark of next.marks) params.append('dau', markNames[mark])
  if (next.page > 1) {
    params.set('trang', String(next.page))
    if (next.afterId) params.set('sau', String(next.afterId))
    if (next.beforeId) params.set('truoc', String(next.beforeId))
  }
  if (next.doneId) params.set('xong', String(next.doneId))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** What the service is asked: the query without its paging. */
export function filterOf({ state, unitUid, band, marks: wanted }: QueueQuery): PairFilter {
  return {
    state,
    ...(unitUid ? { unitUid } : {}),
    ...(band ? { band } : {}),
    ...Object.fromEntries(wanted.map((mark) => [mark, true])),
  }
}

export function stateName(state: PairState): string {
  return Object.keys(states).find((name) => states[name] === state) ?? 'cho'
}
