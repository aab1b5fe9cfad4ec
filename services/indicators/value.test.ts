import { describe, expect, it } from 'vitest'
import { dutyAreas } from '#notices'
import { findMetric, listMetricsOf, metrics, reachOf } from './catalogue.ts'
import { figureOf, standingOfValue } from './value.ts'

const share = { unit: 'percent', better: 'higher' } as const

describe('a figure', () => {
  it('of a share is rounded towards the worse side: 100 % is everybody and 0 % nobody', () => {
    expect(figureOf(share, 9_999, 10_000)).toBe(99.9)
    expect(figureOf(share, 10_000, 10_000)).toBe(100)
    expect(figureOf({ ...share, better: 'lower' }, 1, 10_000)).toBe(0.1)
    expect(figureOf({ ...share, better: 'lower' }, 0, 10_000)).toBe(0)
  })

  it('of nobody is no share', () => {
    expect(figureOf(share, 0, 0)).toBeUndefined()
  })

  it('of a count is its part, of a mean a quotient', () => {
    expect(figureOf({ unit: 'people', better: 'higher' }, 12, undefined)).toBe(12)
    expect(figureOf({ unit: 'days', better: 'lower' }, 25, 3)).toBe(8.4)
  })
})

describe('a threshold', () => {
  const principle = { better: 'higher', thresholds: { good: 97, fair: 90 } } as const
  it.each([
    [97, 'good'],
    [96.9, 'cham'],
    [90, 'cham'],
    [89.9, 'sai'],
    [undefined, 'none'],
  ])('%s %% is %s', (value, standing) => {
    expect(standingOfValue(principle, value)).toBe(standing)
  })

  it('of something that should be none is crossed by the first one', () => {
    const late = { better: 'lower', thresholds: { good: 0, fair: 0 } } as const
    expect([standingOfValue(late, 0), standingOfValue(late, 1)]).toEqual(['good', 'sai'])
  })

  it('that nobody set gives no colour', () => {
    expect(standingOfValue({ better: 'higher' }, 12)).toBe('none')
  })
})

describe('the catalogue', () => {
  it('names each metric once, in both languages, with what it is read from', () => {
    expect(new Set(metrics.map(({ key }) => key)).size).toBe(metrics.length)
    for (const { key, name, definition, source } of metrics)
      for (const text of [name, definition, source])
        expect(
          [text.vi, text.en].every((words) => words.length > 3),
          key,
        ).toBe(true)
  })

  it('says of each metric how it is counted, or what is missing before it can be', () => {
    for (const { key, counted, missing } of metrics)
      expect((counted === undefined) !== (missing === undefined), key).toBe(true)
  })

  it('has something to say of every area of duty', () => {
    for (const area of dutyAreas) expect(listMetricsOf(area).length, area).toBeGreaterThan(0)
  })

  it('opens the three principles for the poverty area', () => {
    expect(listMetricsOf('poverty').flatMap(({ principle }) => principle ?? [])).toEqual([
      'right',
      'full',
      'onTime',
    ])
    expect([reachOf('poverty'), reachOf('social-assistance'), reachOf('merit')]).toEqual([
      'area',
      'all',
      'none',
    ])
    expect(findMetric('nobody-wrote-this')).toBeUndefined()
  })
})
