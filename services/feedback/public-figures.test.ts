import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { told } from './public-figures.ts'

const few = fc.integer({ min: 0, max: 14 })

describe('the figures of an authority, for everybody', () => {
  it.each([
    ['nothing small is in them', [40, 30, 22], [40, 30, 22]],
    ['all were answered in time', [20, 20, 20], [20, 20, 20]],
    ['three were late: how many in time is hidden too', [23, 23, 20], [23, 23, null]],
    ['it has four messages', [4, 4, 4], [null, null, null]],
    ['three wait and fourteen were late', [37, 34, 20], [37, null, 20]],
  ] as const)('where %s', (_, [messages, answered, answeredInTime], [...expected]) => {
    const shown = told({ messages, answered, answeredInTime })
    expect([shown.messages, shown.answered, shown.answeredInTime]).toEqual(expected)
  })

  it('leave at least five possibilities for whatever is one to four', () => {
    fc.assert(
      fc.property(few, few, few, (inTime, late, waiting) => {
        const shown = told({
          ...{ messages: inTime + late + waiting, answered: inTime + late, answeredInTime: inTime },
        })
        const fits = (a: number, b: number, c: number) =>
          (shown.messages === null || shown.messages === a + b + c) &&
          (shown.answered === null || shown.answered === a + b) &&
          (shown.answeredInTime === null || shown.answeredInTime === a)
        const possible: number[][] = []
        for (let a = 0; a <= 50; a++)
          for (let b = 0; b <= 50; b++)
            for (let c = 0; c <= 50; c++) if (fits(a, b, c)) possible.push([a, b, c])
        for (const [index, value] of [inTime, late, waiting].entries())
          if (value > 0 && value < 5)
            expect(new Set(possible.map((each) => each[index])).size).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 40 },
    )
  })
})
