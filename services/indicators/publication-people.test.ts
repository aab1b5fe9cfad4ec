import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hidePeople } from './publication-people.ts'
import { isSmall, possibleMin, suppress, withTotals } from './publication-suppression.ts'

/** Recipients of two benefits at two places, and how many of them have both. */
const worlds = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 2, maxLength: 2 })
  .chain((counts) =>
    fc.record({
      counts: fc.constant(counts),
      both: fc.tuple(...counts.map(([one, other]) => fc.nat({ max: Math.min(one, other) }))),
    }),
  )

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

/** Every world in which everybody is told the same, found by trying: how often people have both, place by place. */
function possibleBoth(
  { counts, both }: { counts: readonly (readonly number[])[]; both: readonly number[] },
  { hidden, hides }: { hidden: readonly (readonly boolean[])[]; hides: readonly boolean[] },
): Set<number>[] {
  const values = withTotals(counts)
  const told = (rows: readonly (readonly number[])[], twice: readonly number[]) => {
    const all = withTotals(rows)
    const people = [...rows.map((row, i) => sum(row) - (twice[i] ?? 0)), sum(rows.flat()) - sum(twice)]
    return JSON.stringify([
      all.map((row, i) => row.map((value, j) => (hidden[i]?.[j] ? value > 0 : value))),
      people.map((count, i) => (hides[i] ? null : count)),
    ])
  }
  const expected = told(counts, both)
  const found = both.map(() => new Set<number>())
  const total = values.at(-1)?.at(-1) ?? 0
  for (let a = 0; a <= total; a++)
    for (let b = 0; a + b <= total; b++)
      for (let c = 0; a + b + c <= total; c++) {
        const rows = [
          [a, b],
          [c, total - a - b - c],
        ]
        for (let one = 0; one <= Math.min(a, b); one++)
          for (let other = 0; other <= Math.min(c, total - a - b - c); other++)
            if (told(rows, [one, other]) === expected) {
              found[0]?.add(one)
              found[1]?.add(other)
            }
      }
  return found
}

describe('people counted once, beside the recipients of each benefit', () => {
  it('never tell of a few who have two benefits: by every world that fits, five numbers stay possible', () => {
    fc.assert(
      fc.property(worlds, ({ counts, both }) => {
        const hidden = suppress({ counts })
        if (hidden.at(-1)?.at(-1)) return
        const people = counts.map((row, i) => sum(row) - (both[i] ?? 0))
        const hides = hidePeople({ counts, people }, { hidden, hiddenBefore: new Set() })
        if (hides.every(Boolean)) return
        const found = possibleBoth({ counts, both }, { hidden, hides })
        for (const [place, twice] of both.entries())
          if (isSmall(twice)) expect(found[place]?.size).toBeGreaterThanOrEqual(possibleMin)
      }),
      {
        numRuns: 60,
        examples: [
          [
            {
              counts: [
                [2, 3],
                [3, 3],
              ],
              both: [2, 3],
            },
          ],
        ],
      },
    )
  })

  it('are told where nobody has two, and where many have', () => {
    const counts = [
      [40, 20],
      [60, 30],
    ]
    const hides = (both: readonly number[]) =>
      hidePeople(
        { counts, people: counts.map((row, i) => sum(row) - (both[i] ?? 0)) },
        { hidden: suppress({ counts }), hiddenBefore: new Set() },
      )
    expect(hides([0, 0])).toEqual([false, false, false])
    expect(hides([10, 20])).toEqual([false, false, false])
    expect(hides([2, 20])).toEqual([true, true, false])
  })

  it('stay hidden where the month before hid them', () => {
    const counts = [
      [40, 20],
      [60, 30],
    ]
    const hides = hidePeople(
      { counts, people: [50, 70] },
      { hidden: suppress({ counts }), hiddenBefore: new Set([0]) },
    )
    expect(hides).toEqual([true, true, false])
  })
})
