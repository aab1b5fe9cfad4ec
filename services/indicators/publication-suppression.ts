import { type Cell, freedomOf, type HiddenTable } from './publication-freedom.ts'

/** Fewer people than this in a cell are hidden: a rule of this system, no law sets a number. */
export const publishedFrom = 5
/** From the published table at least this many values remain possible for every hidden cell. */
export const possibleMin = 5

export interface CountTable {
  /** Whole counts, row by row; every row has as many. */
  counts: readonly (readonly number[])[]
  /** Cells that were hidden before and stay so, as `row:column`; totals stand after the last row and column. */
  hiddenBefore?: ReadonlySet<string>
  /** The totals of the rows are told elsewhere already: hiding them here would hide nothing. */
  rowTotalsTold?: boolean
  /** More than this a count cannot be, as everybody knows: row by row. */
  most?: readonly (readonly number[])[]
}

/**
 * Which cells of a table of counts are hidden when it is published with the totals of its rows and columns and the total of
 * all. Hidden is every cell and total from 1 to 4, what was hidden before, and as many more as it takes until nobody can
 * compute a hidden count from what is shown: at least five values stay possible for each, even knowing that a hidden cell is
 * not empty. Returns a matrix with one row and one column more than the counts, for the totals.
 */
export function suppress({
  counts,
  hiddenBefore = new Set(),
  rowTotalsTold = false,
  most,
}: CountTable): boolean[][] {
  const values = withTotals(counts)
  const hidden = values.map((row, i) =>
    row.map((value, j) => isSmall(value) || hiddenBefore.has(`${i}:${j}`)),
  )
  const table: HiddenTable = { values, hidden, most }
  const isTold = ([i, j]: Cell) =>
    j === (values[0]?.length ?? 1) - 1 && (rowTotalsTold || i === values.length - 1)
  if (listHidden(table).some(isTold)) return hidden.map((row) => row.map(() => true))
  // Totals come first: the cells hidden with them may be enough for the others.
  const queue = listHidden(table).reverse()
  for (let cell = queue.shift(); cell; cell = queue.shift()) {
    if (isFree(table, cell)) continue
    const cells = findProtection(table, cell, isTold)
    if (!cells) return rowTotalsTold ? hidden.map((row) => row.map(() => true)) : hideAll(table)
    for (const [i, j] of cells) (hidden[i] as boolean[])[j] = true
    queue.push(...cells)
  }
  return hidden
}

/** Whether a count is of so few people that it is not told. */
export function isSmall(count: number): boolean {
  return count > 0 && count < publishedFrom
}

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

function isFree(table: HiddenTable, cell: Cell): boolean {
  return freedomOf(table, cell, possibleMin - 1) >= possibleMin - 1
}

/** Where no cell can protect another the total of all is told alone: then nobody knows which cells are empty. */
function hideAll({ hidden, values }: HiddenTable): boolean[][] {
  const [last, end] = [values.length - 1, (values[0]?.length ?? 1) - 1]
  const isTold = (values[last]?.[end] ?? 0) >= publishedFrom
  return hidden.map((row, i) => row.map((_, j) => !isTold || i !== last || j !== end))
}

interface Protection {
  cells: Cell[]
  cost: number
}

/**
 * The cells to hide with one so that it is free: rectangles around it, cheapest in people hidden. A total of a column is
 * dear whichever its protection, so that small rectangles are laid side by side before a bigger column is hidden.
 */
function findProtection(table: HiddenTable, cell: Cell, isTold: (cell: Cell) => boolean): Cell[] | undefined {
  const cost = (cells: readonly Cell[]) => cells.reduce((all, each) => all + costOf(table, each, isTold), 0)
  const options = rectangles(table, cell)
    .map((cells): Protection => ({ cells, cost: cost(cells) }))
    .filter((option) => Number.isFinite(option.cost))
    .sort((one, other) => one.cost - other.cost)
  const single = options.find(({ cells }) => isFreeWith(table, cell, cells))
  const several = cell[0] === table.values.length - 1 ? sideBySide(table, cell, { options, cost }) : undefined
  const best = several && (!single || several.cost < single.cost) ? several : single
  return best?.cells.filter(([i, j]) => !table.hidden[i]?.[j])
}

/** Three more cells that make a rectangle with one: people can be shifted around it. */
function rectangles({ values }: HiddenTable, [row, column]: Cell): Cell[][] {
  const others = (length: number, own: number) => [...Array(length).keys()].filter((at) => at !== own)
  return others(values.length, row).flatMap((i) =>
    others(values[0]?.length ?? 0, column).map((j): Cell[] => [
      [row, j],
      [i, column],
      [i, j],
    ]),
  )
}

/** So many rectangles over the same two columns protect no better together than one of a bigger column. */
const sideBySideMax = 8

function sideBySide(
  table: HiddenTable,
  cell: Cell,
  { options, cost }: { options: readonly Protection[]; cost: (cells: readonly Cell[]) => number },
): Protection | undefined {
  let best: Protection | undefined
  const byColumn = Map.groupBy(options, ({ cells }) => cells[0]?.[1])
  for (const ofColumn of byColumn.values()) {
    const total = ofColumn[0]?.cells[0] as Cell
    const cells: Cell[] = [total]
    // Of cells that cost the same those with more people give more room.
    for (const option of ofColumn.slice(0, sideBySideMax)) {
      cells.push(...option.cells.slice(1))
      if (cost(cells) >= (best?.cost ?? Number.POSITIVE_INFINITY)) break
      if (isFreeWith(table, cell, cells)) best = { cells: [...cells], cost: cost(cells) }
    }
  }
  return best
}

/** An empty cell tells much, and a total more than any cell. */
const emptyCost = 50
const totalCost = 1_000_000

function costOf({ values, hidden }: HiddenTable, cell: Cell, isTold: (cell: Cell) => boolean): number {
  const [i, j] = cell
  if (hidden[i]?.[j]) return 0
  if (isTold(cell)) return Number.POSITIVE_INFINITY
  const isTotal = i === values.length - 1 || j === (values[0]?.length ?? 1) - 1
  const value = values[i]?.[j] ?? 0
  return (value === 0 ? emptyCost : value) + (isTotal ? totalCost : 0)
}

/** Whether a cell is free once these are hidden with what is hidden already. */
function isFreeWith(table: HiddenTable, cell: Cell, cells: readonly Cell[]): boolean {
  const more = table.hidden.map((row) => [...row])
  for (const [i, j] of cells) (more[i] as boolean[])[j] = true
  return isFree({ ...table, hidden: more }, cell)
}
