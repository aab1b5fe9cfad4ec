import type { FindingKind } from '#findings'
import { wholeNumber } from '#web/staff/numbers.ts'
import { kindOrder } from './kinds.ts'

export const sorts = ['due', 'amount', 'name', 'since'] as const

type Sort = (typeof sorts)[number]

/** What the address of the Today page asks for. */
export interface TodayQuery {
  kind: FindingKind | undefined
  unitUid: string | undefined
  text: string
  sort: Sort
  /** From 1. */
  page: number
  /** The finding whose reasons stand at the right. */
  selectedId: number | undefined
}

export const findingsAPage = 50

/** Reads an address; what it does not understand it leaves out. */
export function queryOf(params: URLSearchParams): TodayQuery {
  const kind = params.get('loai')
  const sort = params.get('sap')
  return {
    kind: kindOrder.find((each) => each === kind),
    unitUid: params.get('xa') || undefined,
    text: (params.get('tim') ?? '').trim().slice(0, 100),
    sort: sorts.find((each) => each === sort) ?? 'due',
    page: wholeNumber(params.get('trang')) ?? 1,
    selectedId: wholeNumber(params.get('chon')),
  }
}

/** The address of a query, with some of it changed; a changed filter starts again at its first page. */
export function searchOf(query: TodayQuery, change: Partial<TodayQuery> = {}): string {
  const filters = Object.keys(change).some((key) => key !== 'page' && key !== 'selectedId')
  const next = { ...query, ...(filters ? { page: 1, selectedId: undefined } : {}), ...change }
  const params = new URLSearchParams()
  if (next.kind) params.set('loai', next.kind)
  if (next.unitUid) params.set('xa', next.unitUid)
  if (next.text) params.set('tim', next.text)
  if (next.sort !== 'due') params.set('sap', next.sort)
  if (next.page > 1) params.set('trang', String(next.page))
  if (next.selectedId) params.set('chon', String(next.selectedId))
  const text = params.toString()
  return text ? `?${text}` : ''
}
