import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleMin, publishedFrom, suppress, withTotals } from './publication-suppression.ts'

/** Everything a hidden cell can be, found by trying every table: small ones only. */
function possibleValues(values: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]) {
  const [rows, columns] = [values.length - 1, (values[0]?.length ?? 1) - 1]
  const valueMax = 22
  const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns])
  const table = values.map((row) => row.map(() => 0))
  const found = values.map((row) => row.map(() => new Set<number>()))
  const isShown = (i: number, j: number) => !hidden[i]?.[j]
  // Beside the total of all alone nobody knows that a hidden cell is not empty.
  const least = hidden.flat().filter((isHidden) => !isHidden).length > 1 ? 1 : 0
  const fits = (i: number, j: number, sum: number) =>
    isShown(i, j) ? sum === values[i]?.[j] : sum >= Math.min(least, values[i]?.[j] ?? 0)
  const sumOfRow = (i: number) => (table[i] as number[]).slice(0, columns).reduce((a, b) => a + b, 0)
  const sumOfColumn = (j: number) => table.slice(0, rows).reduce((all, row) => all + (row[j] as number), 0)
  const total = values[rows]?.[columns] ?? 0
  function tryCell(at: number, left: number): void {
    const cell = cells[at]
    if (!cell) {
      if (left !== 0) return
      for (let j = 0; j < columns; j++) if (!fits(rows, j, sumOfColumn(j))) return
      for (let i = 0; i <= rows; i++)
        for (let j = 0; j <= columns; j++) {
          const value =
            i < rows && j < columns
              ? table[i]?.[j]
              : i < rows
                ? sumOfRow(i)
                : j < columns
                  ? sumOfColumn(j)
                  : total
          found[i]?.[j]?.add(value ?? 0)
        }
      return
    }
    const [i, j] = cell as [number, number]
    const own = values[i]?.[j] ?? 0
    const from = isShown(i, j) ? own : Math.min(least, own)
    const to = isShown(i, j) ? own : Math.min(valueMax, left)
    for (let value = from; value <= to; value++) {
      ;(table[i] as number[])[j] = value
      if (j === columns - 1 && !fits(i, columns, sumOfRow(i))) continue
      tryCell(at + 1, left - value)
    }
    ;(table[i] as number[])[j] = 0
  }
  tryCell(0, total)
  return found
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.nat({ max: 4 }) },
  { weight: 3, arbitrary: fc.nat({ max: 11 }) },
)
const tables = fc.oneof(
  fc.array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
  fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
)

describe('a table that is published', () => {
  it('hides every count and total from 1 to 4', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const values = withTotals(counts)
        const hidden = suppress({ counts })
        for (const [i, row] of values.entries())
          for (const [j, value] of row.entries())
            if (value > 0 && value < publishedFrom) expect(hidden[i]?.[j]).toBe(true)
      }),
    )
  })

  it('lets nobody compute a hidden count: by every table that fits what is shown, five values stay possible', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const values = withTotals(counts)
        const hidden = suppress({ counts })
        if (hidden.at(-1)?.at(-1)) return
        const possible = possibleValues(values, hidden)
        for (const [i, row] of hidden.entries())
          for (const [j, isHidden] of row.entries())
            if (isHidden) {
              expect(possible[i]?.[j]?.has(values[i]?.[j] ?? 0)).toBe(true)
              expect(possible[i]?.[j]?.size).toBeGreaterThanOrEqual(possibleMin)
            }
      }),
      { numRuns: 150 },
    )
  })

  it('does not give one hidden cell away by the totals around it', () => {
    const hidden = suppress({
      counts: [
        [3, 40, 60],
        [20, 50, 70],
        [30, 9, 80],
      ],
    })
    expect(hidden).toEqual([
      [true, true, false, false],
      [false, false, false, false],
      [true, true, false, false],
      [false, false, false, false],
    ])
  })

  it('shows how many there are in all, though one programme has hardly anybody', () => {
    const hidden = suppress({
      counts: [
        [1, 12, 40],
        [0, 20, 50],
        [2, 3, 60],
        [0, 9, 70],
      ],
    })
    expect(hidden.at(-1)).toEqual([true, true, false, false])
  })

  it('shows everything where nothing is small', () => {
    expect(
      suppress({
        counts: [
          [10, 0],
          [7, 5],
        ],
      }).flat(),
    ).not.toContain(true)
  })

  it('keeps hidden what was hidden the month before, so that two months laid side by side tell no more', () => {
    const before = suppress({
      counts: [
        [3, 40],
        [20, 50],
      ],
    })
    const hiddenBefore = new Set(
      before.flatMap((row, i) => row.flatMap((isHidden, j) => (isHidden ? [`${i}:${j}`] : []))),
    )
    const after = suppress({
      counts: [
        [12, 41],
        [20, 50],
      ],
      hiddenBefore,
    })
    for (const [i, row] of before.entries())
      for (const [j, isHidden] of row.entries()) if (isHidden) expect(after[i]?.[j]).toBe(true)
  })

  it('tells how many there are in all where they are too thinly spread to tell anything else', () => {
    const hidden = suppress({ counts: [[1], [2], [0], [1], [2], [1]] })
    expect(hidden.at(-1)?.at(-1)).toBe(false)
    expect(hidden.flat().filter((isHidden) => !isHidden)).toHaveLength(1)
  })

  it('is hidden whole where there are too few people in all of it', () => {
    expect(suppress({ counts: [[1, 2]] }).flat()).not.toContain(false)
    expect(
      suppress({
        counts: [
          [1, 1],
          [1, 1],
        ],
      }).flat(),
    ).not.toContain(false)
  })

  it('hides so much of a province of 131 places and 14 benefits as it takes, and tells how many there are in all', () => {
    const random = (at: number) => ((at * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
    const counts = Array.from({ length: 131 }, (_, i) =>
      Array.from({ length: 14 }, (_, j) => Math.floor(random(i * 14 + j + 1) ** 4 * 60)),
    )
    const hidden = suppress({ counts })
    expect(hidden.flat().filter(Boolean).length).toBeGreaterThan(200)
    expect(hidden.flat().filter((isHidden) => !isHidden).length).toBeGreaterThan(400)
    expect(hidden.at(-1)?.at(-1)).toBe(false)
  })
})
