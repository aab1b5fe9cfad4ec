import { describe, expect, it } from 'vitest'
import { leaderQueryOf, mapMetrics } from './query.server.ts'
import { mapAddress } from './query.ts'

const asked = (search: string) => leaderQueryOf(new URLSearchParams(search))

describe('what the leader’s page is asked', () => {
  it('shows full entitlement today when nothing is asked', () => {
    expect(asked('')).toEqual({
      metric: 'full-entitlement',
      on: undefined,
      wrongDay: undefined,
      order: undefined,
    })
  })

  it('takes any metric that is told apart by commune, on any day however it is written', () => {
    expect(mapMetrics.length).toBeGreaterThan(10)
    for (const { key } of mapMetrics) expect(asked(`chi-so=${key}`).metric).toBe(key)
    expect(asked('ngay=1/7/2026').on).toBe('2026-07-01')
  })

  it('keeps to its own metric for one that no map can show, and says what is no day', () => {
    expect(asked('chi-so=jobs-created').metric).toBe('full-entitlement')
    expect(asked('chi-so=<script>').metric).toBe('full-entitlement')
    expect(asked('ngay=31/2/2026')).toMatchObject({ on: undefined, wrongDay: '31/2/2026' })
  })

  it('writes an address that asks the same again', () => {
    const query = asked('chi-so=poor-households&ngay=01/07/2026&xep=ten')
    expect(asked(mapAddress(query, query.order))).toEqual(query)
    expect(mapAddress(query)).toBe('?chi-so=poor-households&ngay=2026-07-01')
  })
})
