import { foldText, tidyText } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import { type ColumnKey, findColumn } from './columns.ts'

type Rows = Sheet['rows']

/** Where the headings stand and what each column is; rows and columns count from 0. */
export interface Headings {
  firstRow: number
  lastRow: number
  columns: ReadonlyMap<ColumnKey, number>
  /** Headings that are none of ours: their columns are not read. */
  unknown: readonly { row: number; column: number; heading: string }[]
  /** Columns whose heading names one that stands further left already. */
  again?: readonly number[]
  /** The name and other columns stand twice: two lists side by side. */
  besides?: true
}

const rowsSearched = 40
const needed = 3

/**
 * The row of headings, or the two rows when the second splits the first (births under Nam and Nữ). It is the row
 * among the first forty that names most columns, with the name among them.
 */
export function findHeadings(rows: Rows): Headings | undefined {
  let best: Headings | undefined
  for (let row = 0; row < Math.min(rows.length, rowsSearched); row += 1) {
    const single = headingsAt(rows, row, row)
    if (!single.columns.has('name')) continue
    const found = splitsAbove(rows, row + 1, single) ? headingsAt(rows, row, row + 1) : single
    if (found.columns.size >= needed && found.columns.size > (best?.columns.size ?? 0)) best = found
  }
  return best
}

/** Whether the row continues the headings above it: only words that are headings, and nothing below the name. */
function splitsAbove(rows: Rows, row: number, above: Headings): boolean {
  const filled = [...(rows[row] ?? []).entries()].filter(([, value]) => value !== null)
  if (filled.length === 0 || filled.some(([column]) => column === above.columns.get('name'))) return false
  return filled.every(([, value]) => typeof value === 'string' && headingOf(value) !== undefined)
}

function headingsAt(rows: Rows, firstRow: number, lastRow: number): Headings {
  const columns = new Map<ColumnKey, number>()
  const unknown: Headings['unknown'][number][] = []
  const width = Math.max(rows[firstRow]?.length ?? 0, rows[lastRow]?.length ?? 0)
  const again: ColumnKey[] = []
  const repeats: number[] = []
  let group: string | undefined
  for (let column = 0; column < width; column += 1) {
    const own = headingText(rows[firstRow]?.[column])
    const below = lastRow > firstRow ? headingText(rows[lastRow]?.[column]) : undefined
    if (own !== undefined) group = own
    const key = keyOf(below === undefined ? own : group, below)
    if (key && columns.has(key) && key !== 'other' && key !== 'ordinal') {
      again.push(key)
      repeats.push(column)
    }
    if (key && !columns.has(key)) columns.set(key, column)
    const heading = own ?? below
    if (!key && heading !== undefined) unknown.push({ row: firstRow, column, heading })
  }
  splitBirth(rows[lastRow] ?? [], columns)
  const besides = again.includes('name') && again.length >= needed
  return {
    firstRow,
    lastRow,
    columns: withPaidMonths(columns),
    unknown,
    again: repeats,
    ...(besides ? { besides: true as const } : {}),
  }
}

/** Months as columns are what was paid in each; one or two alone are none. */
function withPaidMonths(columns: Map<ColumnKey, number>): Map<ColumnKey, number> {
  const months = [...columns.keys()].filter((key) => key.startsWith('paid:'))
  if (months.length < paidMonthsMin) for (const key of months) columns.delete(key)
  return columns
}

const paidMonthsMin = 3

/** `Ngày sinh`, `Tháng sinh` and `Năm sinh` next to each other are one birth in three columns. */
function splitBirth(row: readonly CellValue[], columns: Map<ColumnKey, number>): void {
  const words = row.map((cell) => (typeof cell === 'string' ? lowerCase(cell).replace(/ sinh$/, '') : ''))
  const first = words.findIndex(
    (word, at) => word === 'ngày' && words[at + 1] === 'tháng' && words[at + 2] === 'năm',
  )
  if (first < 0) return
  columns.delete('birth')
  columns
    .set('birthDay', first)
    .set('birthMonth', first + 1)
    .set('birthYear', first + 2)
}

/** What a column is by its heading and, where the headings are split, the words below it. */
function keyOf(heading: string | undefined, below: string | undefined): ColumnKey | undefined {
  if (below === undefined) return heading === undefined ? undefined : headingOf(heading)
  const part = headingOf(below)
  const whole = heading === undefined ? undefined : headingOf(heading)
  return (whole === 'birth' ? birthParts.get(lowerCase(below)) : undefined) ?? part ?? whole
}

/** How a column of births is split: by sex, or into the parts of the day. */
const birthParts = new Map<string, ColumnKey>([
  ['nam', 'birthMale'],
  ['nữ', 'birthFemale'],
  ['nu', 'birthFemale'],
  ['ngày', 'birthDay'],
  ['tháng', 'birthMonth'],
  ['năm', 'birthYear'],
])

/** `Năm` is a year and folds like `Nam`, a man. */
function headingOf(text: string): ColumnKey | undefined {
  if (lowerCase(text) === 'năm') return 'other'
  const paid = /^(?:t|th|thang) ?(\d{1,2})$/.exec(foldText(text))?.[1]
  const month = Number(paid)
  return month >= 1 && month <= 12 ? `paid:${month}` : findColumn(text)
}

function lowerCase(text: string): string {
  return tidyText(text).toLocaleLowerCase('vi')
}

export function headingText(value: CellValue | undefined): string | undefined {
  return typeof value === 'string' && foldText(value) !== '' ? value : undefined
}
