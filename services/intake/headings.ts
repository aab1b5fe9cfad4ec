import { foldText, tidyText } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import { findCategory } from './categories.ts'
import { type ColumnKey, findColumn, namesSomebodyElse } from './columns.ts'
import { answerOf } from './fact-answers.ts'

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
  /** Where the day of a birth stands, its month and year in the two columns after it: of men, and of women. */
  births?: readonly number[]
}

/** Headings stand among the first rows. */
export const rowsSearched = 40
const needed = 3

/**
 * The row of headings, or the two rows when the second splits the first (births under Nam and Nữ), or three when
 * these births are split again into days. It is the row among the first forty that names most columns, with the
 * name among them.
 */
export function findHeadings(rows: Rows): Headings | undefined {
  let best: Headings | undefined
  for (let row = 0; row < Math.min(rows.length, rowsSearched); row += 1) {
    const single = headingsAt(rows, row, row)
    const isSplit = splitsAbove(rows, row + 1, single)
    const isHalf = !single.columns.has('name') && !(isSplit && namesOthers(rows[row]))
    if (isHalf && !beginsName(rows[row])) continue
    const split = isSplit ? withDays(rows, headingsAt(rows, row, row + 1)) : single
    const isWhole = isSplit && (single.columns.has('name') || namesOthers(rows[row]))
    const found = (isWhole ? undefined : withLinesJoined(rows, row, split)) ?? split
    if (!found.columns.has('name')) continue
    if (found.columns.size >= needed && found.columns.size > (best?.columns.size ?? 0)) best = found
  }
  return best
}

/** `Họ và` with `tên` in the row below. */
function beginsName(row: readonly CellValue[] = []): boolean {
  return row.some((cell) => typeof cell === 'string' && /^ho( va)?( ten)?$/.test(foldText(cell)))
}

/** Headings whose words go on in the row below, `Họ và` above `tên`, when more of them are ours so. */
function withLinesJoined(rows: Rows, row: number, single: Headings): Headings | undefined {
  const [above = [], below = []] = [rows[row], rows[row + 1]]
  const filled = below.filter((cell) => cell !== null)
  if (filled.length === 0 || filled.some((cell) => typeof cell !== 'string' || /\d{3}/.test(cell)))
    return undefined
  const joined = Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const words = [headingText(above[column]), headingText(below[column])].filter(Boolean)
    return words.length > 0 ? words.join(' ') : null
  })
  const found = headingsAt([joined], 0, 0)
  if (!found.columns.has('name') || found.columns.size <= single.columns.size) return undefined
  const unknown = found.unknown.map((each) => ({ ...each, row }))
  return { ...found, firstRow: row, lastRow: row + 1, unknown }
}

/** The headings of rows that an officer said are the headings, whatever is recognised of them. */
export function headingsIn(rows: Rows, firstRow: number, lastRow: number): Headings {
  const { besides: _, ...found } = headingsAt(rows, firstRow, lastRow)
  const joined = lastRow === firstRow + 1 ? withLinesJoined(rows, firstRow, found) : undefined
  return joined ?? withDays(rows, found)
}

/** Whether the row continues the headings above it: words, most of them headings, and nothing below the name. */
function splitsAbove(rows: Rows, row: number, above: Headings): boolean {
  const filled = [...(rows[row] ?? []).entries()].filter(([, value]) => value !== null)
  if (filled.length < 2 || filled.some(([column]) => column === above.columns.get('name'))) return false
  const named = filled.filter(([column, value]) => {
    return (
      typeof value === 'string' && (headingOf(value) !== undefined || isAnswer(value, rows[row - 1], column))
    )
  })
  const isWord = (value: CellValue) => typeof value === 'string' && !/\d/.test(value)
  const others = filled.filter((cell) => !named.includes(cell))
  return named.length > others.length && others.every(([, value]) => isWord(value))
}

/** A group below `Đối tượng`, or an answer below its question: a column each, to be ticked. */
function isAnswer(words: string, above: readonly CellValue[] = [], column: number): boolean {
  const asked = above.slice(0, column + 1).findLast((cell) => typeof cell === 'string')
  const key = typeof asked === 'string' ? headingOf(asked) : undefined
  if (key?.startsWith('fact:')) return answerOf(key.slice('fact:'.length), words) !== undefined
  return key === 'category' && findCategory(words) !== undefined
}

/** Headings above others that speak of the guardian or of who receives for the person. */
function namesOthers(row: readonly CellValue[] = []): boolean {
  return row.some((cell) => typeof cell === 'string' && namesSomebodyElse(cell))
}

/** Births under Nam and Nữ, of which a third row splits each into the day, the month and the year. */
function withDays(rows: Rows, found: Headings): Headings {
  const row = rows[found.lastRow + 1] ?? []
  const starts = dayColumns(row)
  const births = (['birthMale', 'birthFemale', 'birth'] as const).flatMap((key) => {
    const column = found.columns.get(key)
    return column === undefined ? [] : [column]
  })
  if (starts.length === 0 || !starts.every((start) => births.includes(start))) return found
  const columns = new Map(found.columns)
  for (const [column, cell] of row.entries()) {
    if (cell === null || starts.some((start) => column >= start && column < start + 3)) continue
    const key = typeof cell === 'string' ? headingOf(cell) : undefined
    if (!key) return found
    if (!columns.has(key)) columns.set(key, column)
  }
  return { ...found, lastRow: found.lastRow + 1, columns, births: starts }
}

/** Where `Ngày`, `Tháng` and `Năm` stand next to each other. */
function dayColumns(row: readonly CellValue[]): number[] {
  const words = row.map((cell) => (typeof cell === 'string' ? lowerCase(cell).replace(/ sinh$/, '') : ''))
  return words.flatMap((word, at) =>
    word === 'ngày' && words[at + 1] === 'tháng' && words[at + 2] === 'năm' ? [at] : [],
  )
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
    if (key && columns.has(key) && key !== 'other') {
      again.push(key)
      repeats.push(column)
    }
    if (key && !columns.has(key)) columns.set(key, column)
    const heading = own ?? below
    if (!key && heading !== undefined) unknown.push({ row: firstRow, column, heading })
  }
  splitBirth(rows[lastRow] ?? [], columns)
  const besides = again.includes('name') && (again.length >= needed || again.includes('ordinal'))
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
  const [first] = dayColumns(row)
  if (first === undefined) return
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
  if (heading !== undefined && namesSomebodyElse(heading) && !part?.startsWith('fact:')) return 'other'
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
