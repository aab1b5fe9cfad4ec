import { findMetric, metrics, principleKeys } from '#indicators'
import { dayAsked } from '#web/staff/days.ts'
import type { LeaderQuery } from './query.ts'

const orders = { ten: 'name', so: 'value' } as const

/** The metrics that a map can show: counted, and told apart by commune. */
export const mapMetrics = metrics.filter(({ by, counted }) => counted && by.includes('commune'))

/** Whatever no map can show is answered with full entitlement. */
export function leaderQueryOf(params: URLSearchParams): LeaderQuery {
  const typed = (params.get('ngay') ?? '').trim()
  const on = dayAsked(typed)
  const asked = findMetric(params.get('chi-so') ?? '')
  const order = params.get('xep')
  return {
    metric: asked && mapMetrics.includes(asked) ? asked.key : principleKeys.full,
    on,
    wrongDay: on === undefined && typed !== '' ? typed.slice(0, 40) : undefined,
    order: order === 'ten' || order === 'so' ? orders[order] : undefined,
  }
}
