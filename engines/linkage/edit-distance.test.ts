import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsApartIn, textsOf } from './edit-distance.ts'

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'h', ' '), maxLength: 9 })

describe('edits between names', () => {
  it.each([
    ['nguyen van an', 'nguyen van an', 0],
    ['nguyen van an', 'nguyen van anh', 1],
    ['nguyen van hong', 'nguyen van hogn', 1],
    ['nguyen van hung', 'nguyen van hoang', 2],
    ['nguyen van an', 'nguyen van ba', 2],
    ['nguyen van an', 'tran thi be', 3],
    ['ca', 'abc', 2],
  ])('%s and %s are %i apart, where 3 is more than anybody asks', (first, second, edits) => {
    expect(editsApartIn(textsOf([first, second]))(0, 1, 2)).toBe(edits)
    expect(editsApartIn(textsOf([first, second]))(1, 0, 2)).toBe(edits)
  })

  it('are what a table filled to the last cell says, up to the limit', () => {
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 3 }), (first, second, limit) => {
        const whole = Math.min(wholeTable(first, second), limit + 1)
        expect(editsApartIn(textsOf([first, second]))(0, 1, limit)).toBe(whole)
      }),
      { numRuns: 3_000 },
    )
  })
})

/** Damerau–Levenshtein with every cell, as the paper has it. */
function wholeTable(first: string, second: string): number {
  const far = first.length + second.length
  const table = new Map<string, number>()
  const at = (row: number, column: number) =>
    row < 0 || column < 0 ? far : (table.get(`${row} ${column}`) ?? far)
  const lastRow = new Map<string, number>()
  for (let row = 0; row <= first.length; row++) table.set(`${row} 0`, row)
  for (let column = 0; column <= second.length; column++) table.set(`0 ${column}`, column)
  for (let row = 1; row <= first.length; row++) {
    let lastColumn = 0
    for (let column = 1; column <= second.length; column++) {
      const swappedRow = lastRow.get(second[column - 1] as string) ?? 0
      const alike = first[row - 1] === second[column - 1]
      const swapped =
        swappedRow && lastColumn
          ? at(swappedRow - 1, lastColumn - 1) + (row - swappedRow - 1) + 1 + (column - lastColumn - 1)
          : far
      const changed = at(row - 1, column - 1) + (alike ? 0 : 1)
      table.set(
        `${row} ${column}`,
        Math.min(changed, at(row - 1, column) + 1, at(row, column - 1) + 1, swapped),
      )
      if (alike) lastColumn = column
    }
    lastRow.set(first[row - 1] as string, row)
  }
  return at(first.length, second.length)
}
