import type { CellValue, Sheet } from '#platform/sheets'
import type { ColumnKey } from './columns.ts'
import type { Headings } from './headings.ts'
import type { MergedCell } from './row-cells.ts'
import { valueAt } from './row-kinds.ts'

type Columns = ReadonlyMap<ColumnKey, number>

const repeated = ['village', 'commune', 'district', 'category', 'fromMonth', 'household'] as const

/** What the cell of one row may say of the rows below it: where they live, their group, and what their household is. */
function repeatedOf(columns: Columns): ColumnKey[] {
  return [...repeated, ...[...columns.keys()].filter((key) => key.startsWith('fact:'))]
}
const ditto = /^\s*(["“”']?-?\s*nt\s*-?["“”']?|như trên|["”″〃]|''|\/\/)\s*$/i

/** `-nt-` and `"` repeat the cell of the person above. */
export function withDittos(
  cells: readonly CellValue[],
  above: readonly CellValue[],
  columns: Columns,
): readonly CellValue[] {
  let whole: CellValue[] | undefined
  for (const key of repeatedOf(columns)) {
    const column = columns.get(key)
    const cell = valueAt(cells, column)
    if (column === undefined || typeof cell !== 'string' || !ditto.test(cell)) continue
    whole ??= [...cells]
    whole[column] = valueAt(above, column)
  }
  return whole ?? cells
}

/** The rows with the cells that one merged cell covers, and with names that stand in two columns, and births in twice three, made one. */
export function wholeRows(sheet: Sheet, { columns, lastRow, births = [] }: Headings): Sheet['rows'] {
  const rows = withNamesJoined(withMerged(sheet, columns, lastRow), columns, lastRow)
  return births.length === 0
    ? rows
    : rows.map((row, index) => (index <= lastRow ? row : withBirthsJoined(row, births)))
}

/** The day, the month and the year of three columns as one birth, where the first of them stands. */
function withBirthsJoined(row: readonly CellValue[], births: readonly number[]): readonly CellValue[] {
  const joined: CellValue[] = [...row]
  for (const start of births) {
    const parts = row.slice(start, start + 3).filter((part) => part !== null)
    const isPlain = parts.every((part) => typeof part === 'string' || typeof part === 'number')
    if (parts.length === 0 || !isPlain) continue
    joined[start] = parts.join('/')
    joined[start + 1] = null
    joined[start + 2] = null
  }
  return joined
}

/** The rows of people as they read alone, by their rows of the sheet: with what they repeat of the rows above. */
export function rowsAlone(
  sheet: Sheet,
  columns: Columns,
  rows: readonly number[],
): Map<number, readonly CellValue[]> {
  const merged = withMerged(sheet, columns, (rows[0] ?? 1) - 2)
  const alone = new Map<number, readonly CellValue[]>()
  let above: readonly CellValue[] = []
  for (const row of rows) {
    above = withDittos(merged[row - 1] ?? [], above, columns)
    alone.set(row, above)
  }
  return alone
}

/** A cell merged downwards holds for every row it covers. */
function withMerged({ rows, merged = [] }: Sheet, columns: Columns, lastRow: number): Sheet['rows'] {
  const kept = new Set(repeatedOf(columns).flatMap((key) => columns.get(key) ?? []))
  const down = merged.filter(({ firstRow, column }) => firstRow > lastRow && kept.has(column))
  if (down.length === 0) return rows
  const whole = rows.map((row) => [...row])
  for (const { firstRow, lastRow: last, column } of down) {
    const value = valueAt(rows[firstRow] ?? [], column)
    for (const row of whole.slice(firstRow, last + 1)) {
      while (row.length < column) row.push(null)
      row[column] = value
    }
  }
  return whole
}

/** What is somebody's own: no two people share the cell. */
const own = /^(?:amount|coefficient|monthsPaid|paid:.*|tick:.*|id|oldId|birth.*)$/

/** The cells of what is one person's own that are merged over several people, by their rows. */
export function mergedOverPeople({ rows, merged = [] }: Sheet, columns: Columns): Map<number, MergedCell[]> {
  const over = new Map<number, MergedCell[]>()
  const named = columns.get('name')
  const keys = new Map([...columns].map(([key, column]) => [column, key]))
  for (const { firstRow, lastRow, column } of merged) {
    const key = keys.get(column)
    if (key === undefined || !own.test(key)) continue
    const value = valueAt(rows[firstRow] ?? [], column)
    const people = rows.slice(firstRow, lastRow + 1).flatMap((row, at) => {
      return valueAt(row, named) === null ? [] : [firstRow + at]
    })
    if (value === null || people.length < 2) continue
    for (const row of people) over.set(row, [...(over.get(row) ?? []), { key, column, value }])
  }
  return over
}

function withNamesJoined(rows: Sheet['rows'], columns: Columns, lastRow: number): Sheet['rows'] {
  const [family, given] = [columns.get('familyName'), columns.get('name')]
  if (family === undefined || given === undefined) return rows
  return rows.map((row, index) => {
    const [first, last] = [valueAt(row, family), valueAt(row, given)]
    if (index <= lastRow || typeof first !== 'string') return row
    const joined: CellValue[] = [...row]
    joined[family] = null
    joined[given] = typeof last === 'string' ? `${first} ${last}` : first
    return joined
  })
}

/** One heading may stand over two columns, of which the second holds the given names. */
export function withGivenNames(headings: Headings, rows: Sheet['rows']): Headings {
  const name = headings.columns.get('name')
  if (name === undefined || headings.columns.has('familyName')) return headings
  const above = rows.slice(headings.firstRow, headings.lastRow + 1)
  if (above.some((row) => valueAt(row, name + 1) !== null)) return headings
  const named = rows.slice(headings.lastRow + 1).filter((row) => typeof valueAt(row, name) === 'string')
  const withGiven = named.filter((row) => isOneWord(valueAt(row, name + 1)))
  if (named.length === 0 || withGiven.length * 2 < named.length) return headings
  const columns = new Map(headings.columns).set('familyName', name).set('name', name + 1)
  return { ...headings, columns }
}

function isOneWord(value: CellValue): boolean {
  return typeof value === 'string' && /^\s*[\p{L}\p{M}']{2,}\s*$/u.test(value)
}
