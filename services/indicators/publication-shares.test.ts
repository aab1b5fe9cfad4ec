import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadPrinciple, sharesOfAll, stepOf, stepsOf } from './publication-shares.ts'
import { isSmall, possibleMin } from './publication-suppression.ts'

/** Only one principle was measured: so many of so many. */
const right =
  (part: number, whole: number): ReadPrinciple =>
  (principle) =>
    principle === 'right' ? { part, whole } : undefined

const place = fc
  .record({ whole: fc.integer({ min: 80, max: 130 }), wrong: fc.nat({ max: 14 }) })
  .map(({ whole, wrong }) => ({ whole, wrong }))

describe('a share of the province beside the steps of its communes', () => {
  it('tells of nobody: by every world that fits, five numbers stay possible for each small one', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 2 }), (places) => {
        const wholes = places.map(({ whole }) => whole)
        const all = wholes.reduce((one, other) => one + other, 0)
        const told = (wrong: readonly number[]) => {
          const ofPlaces = wholes.map((whole, i) => right(whole - (wrong[i] ?? 0), whole))
          const province = right(all - wrong.reduce((one, other) => one + other, 0), all)
          return { steps: ofPlaces.map(stepsOf), share: sharesOfAll(province, ofPlaces).right }
        }
        const actual = places.map(({ wrong }) => wrong)
        const { share, steps } = told(actual)
        if (share === null || share === undefined) return
        // A step holds what is at least its beginning and below its end; the last one holds 100 too.
        const isTold = (exact: number) =>
          typeof share === 'number'
            ? exact === share
            : exact >= share.from && (exact < share.to || share.to === 100)
        const found = places.map(() => new Set<number>())
        for (let one = 0; one <= Math.min(60, wholes[0] ?? 0); one++)
          for (let other = 0; other <= Math.min(60, wholes[1] ?? 0); other++) {
            const shareThen = Math.floor(((all - one - other) * 1_000) / all) / 10
            const stepsThen = [one, other].map((wrong, i) =>
              stepsOf(right((wholes[i] ?? 0) - wrong, wholes[i] ?? 0)),
            )
            if (!isTold(shareThen) || JSON.stringify(stepsThen) !== JSON.stringify(steps)) continue
            found[0]?.add(one)
            found[1]?.add(other)
          }
        for (const [i, wrong] of actual.entries())
          if (isSmall(wrong)) expect(found[i]?.size).toBeGreaterThanOrEqual(possibleMin)
      }),
      { numRuns: 150 },
    )
  })

  it('is told with a decimal of many people and of all of them, and as a step where three of few are left out', () => {
    const province = (part: number, whole: number) => sharesOfAll(right(part, whole), []).right
    expect([province(19_997, 20_000), province(368, 368), province(1_259, 1_290)]).toEqual([99.9, 100, 97.5])
    expect(province(365, 368)).toEqual({ from: 98, to: 100 })
    expect(province(20, 23)).toEqual({ from: 80, to: 100 })
    expect(province(2, 3)).toBeNull()
    expect(sharesOfAll(right(0, 0), [])).toEqual({})
  })

  it('is told beside places with next to nobody, of which nothing is told', () => {
    expect(sharesOfAll(right(923, 1_004), [right(920, 1_000), right(3, 4)]).right).toBe(91.9)
  })

  it('is a step where the step of one commune and the share would leave less than five numbers', () => {
    const commune = right(97, 100)
    expect(sharesOfAll(right(197, 200), [commune, right(100, 100)]).right).toEqual({ from: 98, to: 100 })
  })

  it('takes a share for the step of five points it lies in', () => {
    expect([100, 97.2, 95, 94.9, 0].map((share) => stepOf(share).from)).toEqual([95, 95, 95, 90, 0])
  })
})
