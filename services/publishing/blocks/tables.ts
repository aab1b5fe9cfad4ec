import { blockLimits, type Run, wordsOf } from './runs.ts'

/** Cells joined into one: the place of its upper left corner (row 0 is the header), and how far it goes. */
interface TableSpan {
  row: number
  column: number
  rows: number
  columns: number
}

/** A table of whole rows; what a joined cell covers stands in it as cells without words. */
export interface TableBlock {
  kind: 'table'
  header: Run[][]
  rows: Run[][][]
  /** Joined cells; a table without any has none. */
  spans?: TableSpan[] | undefined
  /** How many rows the head has, the header among them, where it is more than one. */
  heads?: number | undefined
}

/** A cell as it is drawn: covered ones are not. */
export interface PlacedCell extends TableSpan {
  runs: Run[]
}

/** A cell as HTML and the editor have them: one after another, with how far each goes. */
export interface WrittenCell {
  runs: Run[]
  rows: number
  columns: number
}

/** A head is read before every cell below it: more rows than these are no head. */
const headsMax = 4

/** The rows of a table, each with the cells that begin in it. */
export function placedCells({ header, rows, spans = [] }: TableBlock): PlacedCell[][] {
  const covered = new Set(spans.flatMap(placesUnder))
  const joined = new Map(spans.map((span) => [placeOf(span.row, span.column), span]))
  return [header, ...rows].map((cells, row) =>
    cells.flatMap((runs, column): PlacedCell[] => {
      const place = placeOf(row, column)
      const { rows: down, columns: across } = joined.get(place) ?? { rows: 1, columns: 1 }
      return covered.has(place) ? [] : [{ runs, row, column, rows: down, columns: across }]
    }),
  )
}

/** How many rows of the head a table has: one, where nothing is said. */
export function headsOf({ heads = 1 }: Pick<TableBlock, 'heads'>): number {
  return heads
}

/** Whether spans and head stay within the table, spans apart from each other, and nothing is written under them. */
export function isWholeTable({ header, rows, spans = [], heads = 1 }: TableBlock): boolean {
  const all = [header, ...rows]
  if (!rows.every((row) => row.length === header.length) || heads > all.length) return false
  const taken = new Set<number>()
  return spans.every((span) => {
    const { row, column, rows: down, columns: across } = span
    if (down * across < 2 || row + down > all.length || column + across > header.length) return false
    // A cell of the head ends with the head: a reader of the page has it read before what is below.
    if (row < heads && row + down > heads) return false
    const under = placesUnder(span)
    const isFree = [placeOf(row, column), ...under].every((place) => !taken.has(place))
    for (const place of [placeOf(row, column), ...under]) taken.add(place)
    const isBlank = (place: number) =>
      wordsOf(all[Math.floor(place / columnsInAll)]?.[place % columnsInAll] ?? []) === ''
    return isFree && under.every(isBlank)
  })
}

/**
 * A table from its rows as HTML has them, where a cell names how far it goes and those after it move over. What goes
 * beyond the table is cut. `headRows` are known to be of its head; `withoutBlanks` leaves out rows that say nothing.
 * Undefined when there is no row.
 */
export function tableFromCells(
  written: readonly WrittenCell[][],
  { headRows = 1, withoutBlanks = false }: { headRows?: number; withoutBlanks?: boolean } = {},
): TableBlock | undefined {
  const kept = written.slice(0, blockLimits.rows + 1)
  const { grid, spans } = lay(kept)
  const width = Math.min(blockLimits.columns, Math.max(0, ...grid.map((row) => row.length)))
  const within = spans.flatMap((span) => {
    const columns = Math.min(span.columns, width - span.column)
    return columns > 0 ? [{ ...span, columns }] : []
  })
  const isBlank = (row: number) =>
    withoutBlanks &&
    !(grid[row] ?? []).some((runs) => wordsOf(runs ?? []).trim() !== '') &&
    !within.some((span) => span.row <= row && row < span.row + span.rows)
  const lines = grid.flatMap((_, row) => (isBlank(row) ? [] : [row]))
  const [header, ...rows] = lines.map((row) =>
    Array.from({ length: width }, (_, at) => grid[row]?.[at] ?? []),
  )
  if (!header || width === 0) return undefined
  const moved = within.map((span) => ({ ...span, row: lines.indexOf(span.row) }))
  return headed({ kind: 'table', header, rows }, moved, lines.filter((row) => row < headRows).length)
}

/** Puts cells into a grid as browsers do: each into the first free place of its row. */
function lay(written: readonly WrittenCell[][]): { grid: (Run[] | undefined)[][]; spans: TableSpan[] } {
  const grid: (Run[] | undefined)[][] = written.map(() => [])
  const spans: TableSpan[] = []
  written.forEach((cells, row) => {
    const line = grid[row] ?? []
    for (const { runs, ...asked } of cells) {
      let column = 0
      while (line[column] !== undefined) column += 1
      if (column >= blockLimits.columns) break
      const rows = Math.max(1, Math.min(asked.rows, written.length - row))
      const columns = freeFrom(line, column, Math.min(asked.columns, blockLimits.columns - column))
      for (let down = 0; down < rows; down += 1)
        for (let across = 0; across < columns; across += 1) {
          const below = grid[row + down]
          if (below) below[column + across] = down + across === 0 ? runs : []
        }
      if (rows * columns > 1) spans.push({ row, column, rows, columns })
    }
  })
  return { grid, spans }
}

/** How many of `columns` places from `column` on are free. */
function freeFrom(line: readonly unknown[], column: number, columns: number): number {
  let free = 1
  while (free < columns && line[column + free] === undefined) free += 1
  return free
}

/** The head goes as far as the joined cells of its first row go; what goes on below it is cut there. */
function headed(table: TableBlock, spans: readonly TableSpan[], known: number): TableBlock {
  const reach = spans.filter(({ row }) => row === 0).map(({ rows }) => rows)
  const wished = Math.max(1, known, ...reach.filter((rows) => rows <= headsMax))
  const heads = Math.min(wished, headsMax, table.rows.length + 1)
  const cut = spans.flatMap((span): TableSpan[] => {
    const rows = span.row < heads ? Math.min(span.rows, heads - span.row) : span.rows
    return rows * span.columns > 1 ? [{ ...span, rows }] : []
  })
  return { ...table, ...(cut.length > 0 ? { spans: cut } : {}), ...(heads > 1 ? { heads } : {}) }
}

/** More than a table has columns. */
const columnsInAll = 1_000

function placeOf(row: number, column: number): number {
  return row * columnsInAll + column
}

/** The places a joined cell covers, its own corner left out. */
function placesUnder({ row, column, rows, columns }: TableSpan): number[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    placeOf(row + Math.floor(index / columns), column + (index % columns)),
  ).slice(1)
}
