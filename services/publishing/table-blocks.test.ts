import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from './blocks/index.ts'
import { headsOf, isWholeTable, placedCells, type TableBlock, tableFromCells } from './blocks/tables.ts'
import { blocksSchema } from './blocks-schema.ts'

const cell = (text: string, columns = 1, rows = 1) => ({ runs: text ? [{ text }] : [], rows, columns })
const words = (...row: string[]) => row.map((text) => (text ? [{ text }] : []))

const ofTwoHeads: TableBlock = {
  kind: 'table',
  header: words('Xã', 'Số người', ''),
  rows: [words('', 'Nam', 'Nữ'), words('Vinh Phú', '1', '2')],
  spans: [
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 1, columns: 2 },
  ],
  heads: 2,
}

describe('a table with joined cells', () => {
  it('is laid out from its rows as a browser lays it out', () => {
    const rows = [
      [cell('Xã', 1, 2), cell('Số người', 2)],
      [cell('Nam'), cell('Nữ')],
      [cell('Vinh Phú'), cell('1'), cell('2')],
    ]
    expect(tableFromCells(rows)).toEqual(ofTwoHeads)
  })

  it('draws each cell once, and none that is covered', () => {
    const drawn = placedCells(ofTwoHeads).map((row) => row.map(({ runs, column }) => [column, runs[0]?.text]))
    expect(drawn).toEqual([
      [
        [0, 'Xã'],
        [1, 'Số người'],
      ],
      [
        [1, 'Nam'],
        [2, 'Nữ'],
      ],
      [
        [0, 'Vinh Phú'],
        [1, '1'],
        [2, '2'],
      ],
    ])
  })

  it('is taken by the server when whole, and old tables stay what they were', () => {
    const old = { kind: 'table', header: words('Thôn', 'Giờ'), rows: [words('Xuân Am', '7')] }
    expect(blocksSchema.safeParse([old, ofTwoHeads]).success).toBe(true)
  })

  it('is refused when cells reach out of it, over each other, over words or out of its head', () => {
    const wrong: Partial<TableBlock>[] = [
      { spans: [{ row: 2, column: 2, rows: 1, columns: 2 }] },
      { spans: [{ row: 2, column: 0, rows: 1, columns: 1 }] },
      { spans: [{ row: 2, column: 0, rows: 1, columns: 2 }] },
      { heads: 1 },
      { heads: 4 },
      { spans: [...(ofTwoHeads.spans ?? []), { row: 0, column: 2, rows: 2, columns: 1 }] },
    ]
    for (const change of wrong) expect(isWholeTable({ ...ofTwoHeads, ...change })).toBe(false)
  })

  it('ends what goes on from its head into its body where the head ends', () => {
    const rows = [[cell('Cả cột', 1, 6), cell('a')], ...Array.from({ length: 5 }, () => [cell('b')])]
    const table = tableFromCells(rows)
    expect(table?.spans).toBeUndefined()
    expect(table?.rows).toHaveLength(5)
  })

  it('of any rows is whole, and laid out again from its own cells it is the same', () => {
    const extent = fc.integer({ min: 1, max: 30 })
    const anyCell = fc.record({
      runs: fc.constantFrom<Run[]>([], [{ text: 'a' }], [{ text: 'b' }]),
      rows: extent,
      columns: extent,
    })
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const table = tableFromCells(rows)
        if (!table) return
        expect(isWholeTable(table)).toBe(true)
        const again = tableFromCells(placedCells(table), { headRows: headsOf(table) })
        expect(again).toEqual(table)
        const withoutBlanks = tableFromCells(rows, { withoutBlanks: true })
        if (withoutBlanks) expect(isWholeTable(withoutBlanks)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
