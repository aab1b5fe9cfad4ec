import { describe, expect, it } from 'vitest'
import { getMetric } from '#indicators'
import { cutsOf, isPlainCount } from './map-cuts.ts'

describe('the classes of a metric on the map', () => {
  it('are the same on every day for a share that has thresholds', () => {
    expect(cutsOf(getMetric('full-entitlement'))).toEqual([70, 80, 90, 97])
  })

  it('hold a fifth of the communes each for what is counted', () => {
    expect(cutsOf(getMetric('missed-people'))).toBeUndefined()
    expect(cutsOf(getMetric('recipients'))).toBeUndefined()
  })

  it('mark the most as worst only where more is wrong', () => {
    expect(['missed-people', 'full-entitlement', 'poor-households'].map(getMetric).map(isPlainCount)).toEqual(
      [false, false, false],
    )
    expect(['recipients', 'monthly-amount', 'children'].map(getMetric).map(isPlainCount)).toEqual([
      true,
      true,
      true,
    ])
  })
})
