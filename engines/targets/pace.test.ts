import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween, type LocalDate } from '#calendar'
import { paceOf } from './pace.ts'
import { expectedOn } from './plan.ts'
import type { PaceQuestion, Point, Target } from './types.ts'

const start = day('2026-01-01')
const end = day('2026-12-31')
const at = (on: string, value: number): Point => ({ on: day(on), value })
/** From 80 to 98 over 364 days: 0,0495 a day. */
const rising: Target = { baseline: { on: start, value: 80 }, goal: { on: end, value: 98 }, better: 'higher' }
const ask = (more: Partial<PaceQuestion>): PaceQuestion => ({ ...rising, series: [], today: end, ...more })

describe('what a plan expects', () => {
  it('is straight by days, the baseline before it begins and the goal after its day', () => {
    expect(expectedOn(rising, day('2025-06-01'))).toBe(80)
    expect(expectedOn(rising, day('2026-07-02'))).toBe(89)
    expect(expectedOn(rising, end)).toBe(98)
    expect(expectedOn(rising, day('2027-06-01'))).toBe(98)
  })

  it('follows the steps where the plan names them', () => {
    const target = { ...rising, steps: [at('2026-07-02', 96)] }
    expect(expectedOn(target, day('2026-04-02'))).toBe(88)
    expect(expectedOn(target, day('2026-07-02'))).toBe(96)
  })

  it('is refused when its days do not rise', () => {
    expect(() => expectedOn({ ...rising, steps: [at('2027-01-01', 90)] }, end)).toThrow(RangeError)
    expect(() => expectedOn({ ...rising, goal: rising.baseline }, end)).toThrow(RangeError)
  })
})

describe('the pace of a target', () => {
  it('is unknown while nothing was measured, which is not zero', () => {
    const { verdict, latest, gap, sentences } = paceOf(ask({ series: [], today: day('2026-07-02') }))
    expect([verdict, latest, gap]).toEqual(['unknown', undefined, undefined])
    expect(sentences.map(({ vi }) => vi)).toEqual([
      'Từ 80 (01/01/2026) đến 98 (31/12/2026), chia đều theo ngày.',
      'Đến ngày 02/07/2026 lẽ ra phải đạt 89.',
      'Chưa đo được lần nào.',
    ])
  })

  it('does not look at what was measured after today', () => {
    expect(paceOf(ask({ series: [at('2026-08-01', 99)], today: day('2026-07-02') })).verdict).toBe('unknown')
  })

  it.each([
    [98, 'reached'],
    [89, 'onTrack'],
    [87.2, 'behind'],
    [87.1, 'farBehind'],
  ])('with %s half way is %s', (value, verdict) => {
    const today = day('2026-07-02')
    expect(paceOf(ask({ series: [{ on: today, value }], today })).verdict).toBe(verdict)
  })

  it('compares a figure with the plan of its own day, not of today', () => {
    const { gap, expectedNow } = paceOf(ask({ series: [at('2026-07-02', 88)], today: end }))
    expect([gap, expectedNow]).toEqual([-1, 98])
  })

  it('forecasts by the slope of the last figures, and not below three days', () => {
    const series = [at('2026-03-01', 81), at('2026-03-11', 82), at('2026-03-21', 83)]
    const two = paceOf(ask({ series: series.slice(1), today: day('2026-03-21') }))
    expect(two.forecastOnGoalDay).toBeUndefined()
    expect(two.sentences.at(-1)?.vi).toBe('Chưa đủ ba lần đo vào những ngày khác nhau để dự báo.')
    const three = paceOf(ask({ series, today: day('2026-03-21'), most: 100 }))
    expect(three.slopeADay).toBeCloseTo(0.1, 12)
    expect(three.forecastReachesOn).toBe('2026-08-18')
    expect(three.forecastOnGoalDay).toBe(100)
  })

  it('says that a goal is not reached when the figures lead away from it', () => {
    const series = [at('2026-03-01', 83), at('2026-03-11', 82), at('2026-03-21', 81)]
    const pace = paceOf(ask({ series, today: day('2026-03-21') }))
    expect(pace.forecastReachesOn).toBeUndefined()
    expect(pace.sentences.at(-1)?.en).toBe('At that pace it is not reached within ten years.')
  })

  it('holds a goal that the baseline meets already', () => {
    const held: Target = { baseline: { on: start, value: 3 }, goal: { on: end, value: 5 }, better: 'lower' }
    const verdictOf = (value: number) => paceOf({ ...held, series: [{ on: end, value }], today: end }).verdict
    expect([verdictOf(5), verdictOf(6)]).toEqual(['reached', 'farBehind'])
  })
})

const dayIn = (min: number, max: number) => fc.integer({ min, max }).map((count) => addDays(start, count))
const figure = fc.integer({ min: -10_000, max: 10_000 })
const points = fc.array(fc.record({ on: dayIn(-50, 500), value: figure }), { maxLength: 20 })
const question: fc.Arbitrary<PaceQuestion> = fc
  .record({
    from: figure,
    to: figure,
    length: fc.integer({ min: 1, max: 400 }),
    better: fc.constantFrom('higher' as const, 'lower' as const),
    series: points,
    today: dayIn(-60, 600),
  })
  .map(({ from, to, length, ...rest }) => ({
    baseline: { on: start, value: from },
    goal: { on: addDays(start, length), value: to },
    ...rest,
  }))

const mirrored = (point: Point): Point => ({ ...point, value: -point.value })

describe('whatever the figures', () => {
  it('the same upside down, with lower for higher, is called the same', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const one = paceOf(asked)
        const other = paceOf({
          ...asked,
          baseline: mirrored(asked.baseline),
          goal: mirrored(asked.goal),
          series: asked.series.map(mirrored),
          better: asked.better === 'higher' ? 'lower' : 'higher',
        })
        expect(other.verdict).toBe(one.verdict)
        expect(other.gap).toBe(one.gap)
        expect(other.forecastReachesOn).toBe(one.forecastReachesOn)
      }),
    )
  })

  it('a better latest figure is never called worse', () => {
    const order = ['farBehind', 'behind', 'onTrack', 'reached']
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 5_000 }), (asked, more) => {
        const on = asked.today
        const sign = asked.better === 'higher' ? 1 : -1
        const rank = (value: number) =>
          order.indexOf(paceOf({ ...asked, series: [...asked.series, { on, value }] }).verdict)
        expect(rank(sign * more)).toBeGreaterThanOrEqual(rank(0))
      }),
    )
  })

  it('the order in which figures of different days are told changes nothing', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const series = [...new Map(asked.series.map((point) => [point.on, point])).values()]
        expect(paceOf({ ...asked, series: series.toReversed() })).toEqual(paceOf({ ...asked, series }))
      }),
    )
  })

  it('figures on a straight line are forecast on that line, whichever one of them is wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 7 }),
        figure,
        (slope, from, wrong, said) => {
          const on = (index: number): LocalDate => addDays(start, index * 7)
          const series = Array.from({ length: 8 }, (_, index) => ({
            on: on(index),
            value: from + slope * index * 7,
          }))
          series[wrong] = { on: on(wrong), value: said }
          const pace = paceOf(ask({ series, today: on(8) }))
          expect(pace.slopeADay).toBeCloseTo(slope, 6)
          expect(pace.forecastOnGoalDay).toBeCloseTo(from + slope * daysBetween(start, end), 3)
        },
      ),
    )
  })

  it('a forecast stays within what the figure can be, and tells a day after today', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { forecastOnGoalDay = 0, forecastReachesOn = addDays(asked.today, 1) } = paceOf({
          ...asked,
          least: 0,
          most: 100,
        })
        expect(forecastOnGoalDay).toBeGreaterThanOrEqual(0)
        expect(forecastOnGoalDay).toBeLessThanOrEqual(100)
        expect(forecastReachesOn > asked.today).toBe(true)
      }),
    )
  })
})
