import { describe, expect, it } from 'vitest'
import { listMetricsOf, metrics } from '#indicators'
import { byGroup, groupOf } from './groups.ts'

const lines = metrics.map((metric) => ({ metric }))

describe('the list of metrics', () => {
  it('names each group once, the three principles first, and leaves no metric out', () => {
    const listed = byGroup(lines, undefined)
    const headings = listed.map(({ metric }) => groupOf(metric, undefined))
    const changes = headings.filter((heading, at) => heading !== headings[at - 1])
    expect(changes).toEqual([...new Set(headings)])
    expect(headings.slice(0, 4)).toEqual(['principles', 'principles', 'principles', 'social-assistance'])
    expect(new Set(listed)).toEqual(new Set(lines))
  })

  it('stands under the area asked for, whichever area a metric names first', () => {
    const asked = byGroup(
      listMetricsOf('poverty').map((metric) => ({ metric })),
      'poverty',
    )
    expect(new Set(asked.map(({ metric }) => groupOf(metric, 'poverty')))).toEqual(
      new Set(['principles', 'poverty']),
    )
  })
})
