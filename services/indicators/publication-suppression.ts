import { freedomOf, type HiddenTable } from './publication-freedom.ts'

/** Fewer people than this in a cell are hidden: a rule of this system, no law sets a number. */
export const publishedFrom = 5
/** From the published table at least this many values remain possible for every hidden cell. */
export const possibleMin = 5

export interface CountTable {
  /** Whole counts, row by row; every row has as many. */
  counts: readonly (readonly number[])[]
  /** Cells that were hidden before and stay so, as `row:column`; totals stand after the last row and column. */
  hiddenBefore?: ReadonlySet<string>
}

/**
 * Which cells of a table of counts are hidden when it is published with the totals of its rows and columns and the total of
 * all. Hidden is every cell and total from 1 to 4, what was hidden before, and as many more as it takes until nobody can
 * compute a hidden count from what is shown: at least five values stay possible for each, even knowing that a hidden cell is
 * not empty. Returns a matrix with one row and one column more than the counts, for the totals.
 */
export function suppress({ counts, hiddenBefore = new Set() }: CountTable): boolean[][] {
  const values = withTotals(counts)
  const hidden = values.map((row, i) =>
    row.map((value, j) => (value > 0 && value < publishedFrom) || hiddenBefore.has(`${i}:${j}`)),
  )
  const table: HiddenTable = { values, hidden }
  const corner = hidden.at(-1) as boolean[]
  if (corner.at(-1)) return hidden.map((row) => row.map(() => true))
  // Totals come first: the cells hidden with them may be enough for the others.
  const queue = listHidden(table).reverse()
  for (let cell = queue.shift(); cell; cell = queue.shift()) {
    if (freedomOf(table, cell, possibleMin - 1) >= possibleMin - 1) continue
    const cycle = cheapestCycle(table, cell)
    if (!cycle) return hideAll(table)
    for (const [i, j] of cycle) {
      if (hidden[i]?.[j]) continue
      ;(hidden[i] as boolean[])[j] = true
      queue.push([i, j])
    }
  }
  return hidden
}

type Cell = readonly [row: number, column: number]

/** The counts with a column of the sums of the rows and a row of the sums of the columns. */
export function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
  const rows = counts.map((row) => [...row, sum(row)])
  const columns = rows[0]?.length ?? 1
  return [...rows, Array.from({ length: columns }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))]
}

function listHidden({ hidden }: HiddenTable): Cell[] {
  return hidden.flatMap((row, i) => row.flatMap((isHidden, j) => (isHidden ? [[i, j] as const] : [])))
}

/** Where no cell can protect another, the total of all is shown alone, and not even that where it would tell of the cells. */
function hideAll({ hidden, values }: HiddenTable): boolean[][] {
  const [last, end] = [values.length - 1, (values[0]?.length ?? 1) - 1]
  const all = hidden.map((row, i) => row.map((_, j) => i !== last || j !== end))
  const isEnough = listHidden({ values, hidden: all }).every(
    (cell) => freedomOf({ values, hidden: all }, cell, possibleMin - 1) >= possibleMin - 1,
  )
  return isEnough ? all : all.map((row) => row.map(() => true))
}

/**
 * Three more cells that make a rectangle with one, cheapest in people hidden: by shifting people around it the cell could
 * be at least four more or four less. Totals are hidden only where no other cell will do.
 */
function cheapestCycle(table: HiddenTable, [row, column]: Cell): Cell[] | undefined {
  const { values, hidden } = table
  let best: { cells: Cell[]; cost: number } | undefined
  for (let i = 0; i < values.length; i++) {
    if (i === row) continue
    for (let j = 0; j < (values[i] as number[]).length; j++) {
      if (j === column) continue
      const cells: Cell[] = [
        [row, j],
        [i, column],
        [i, j],
      ]
      const cost = cells.reduce((all, cell) => all + costOf(table, cell), 0)
      if (cost >= (best?.cost ?? Number.POSITIVE_INFINITY)) continue
      if (isWide(table, [row, column], cells)) best = { cells, cost }
    }
  }
  return best?.cells.filter(([i, j]) => !hidden[i]?.[j])
}

/** An empty cell tells much, and a total more than any cell. */
const emptyCost = 50
const totalCost = 1_000_000

function costOf({ values, hidden }: HiddenTable, [i, j]: Cell): number {
  if (hidden[i]?.[j]) return 0
  const isTotal = i === values.length - 1 || j === (values[0]?.length ?? 1) - 1
  const isCorner = i === values.length - 1 && j === (values[0]?.length ?? 1) - 1
  if (isCorner) return Number.POSITIVE_INFINITY
  const value = values[i]?.[j] ?? 0
  return (value === 0 ? emptyCost : value) + (isTotal ? totalCost : 0)
}

/** Whether hiding these cells alone lets the first one move by four. */
function isWide({ values }: HiddenTable, cell: Cell, cells: readonly Cell[]): boolean {
  const alone = values.map((row) => row.map(() => false))
  for (const [i, j] of [cell, ...cells]) (alone[i] as boolean[])[j] = true
  return freedomOf({ values, hidden: alone }, cell, possibleMin - 1) >= possibleMin - 1
}
