import { type Month, parseMonth } from '#calendar'
import { foldText, tidyText } from '#identity'
import { type CellValue, columnLetters, type Sheet } from '#platform/sheets'
import { guessHeadings, withBirthsBySex } from './column-guesses.ts'
import type { ColumnKey } from './columns.ts'
import { findHeadings, type Headings, headingsIn, rowsSearched } from './headings.ts'
import type { HeadingRows, ListReading, MonthSource } from './list-rows.ts'
import {
  nameColumns,
  type RememberedMapping,
  type ShownColumn,
  showColumns,
  signatureOf,
  withMapping,
} from './mapping.ts'
import { kindOfRow, valueAt } from './row-kinds.ts'
import { areMonthly, isLaterPeriod, type Period, periodOf, periodsAgree } from './sheet-months.ts'
import { withTicks } from './ticks.ts'
import { type ListTitle, parseListMonth, readTitle } from './title.ts'
import { wholeRows, withGivenNames } from './whole-rows.ts'

/** What officers said of lists with the same headings, by the signature of these. */
export type Mappings = ReadonlyMap<string, RememberedMapping>

/** A sheet whose headings were found: what its columns are and what stands above them. */
export interface ListSheet {
  sheet: Sheet
  /** Its place among the sheets that are read together, from 0. */
  at: number
  /** With what merged cells hold for their rows, and names in two columns made one. */
  rows: Sheet['rows']
  headings: Headings
  title: ListTitle
  signature: string
  shown: ShownColumn[]
  /** An officer's mapping is applied. */
  isMapped: boolean
}

export type Unopened = {
  because: 'noHeadings' | 'listsSideBySide'
  signature?: string
  shown?: ShownColumn[]
  place?: HeadingRows
}

export function placeOf({ firstRow, lastRow }: Headings): HeadingRows {
  return { first: firstRow + 1, last: lastRow + 1 }
}

/** By what the headings in some rows of a sheet are remembered. */
export function signatureAt(sheet: Sheet, { first, last }: HeadingRows): string {
  return signatureOf(nameColumns(sheet, headingsIn(sheet.rows, first - 1, last - 1)))
}

const headingRowsMax = 3

/** Rows of which an officer has said that headings like these are the headings. */
function rememberedHeadings(sheet: Sheet, mappings: Mappings): Headings | undefined {
  if (![...mappings.values()].some(({ headingRows }) => headingRows !== undefined)) return undefined
  for (let row = 0; row < Math.min(sheet.rows.length, rowsSearched); row += 1) {
    if ((sheet.rows[row] ?? []).length === 0) continue
    for (let rows = 1; rows <= headingRowsMax; rows += 1) {
      const place = { first: row + 1, last: row + rows }
      if (mappings.get(signatureAt(sheet, place))?.headingRows === rows)
        return headingsIn(sheet.rows, row, row + rows - 1)
    }
  }
  return undefined
}

/** Finds the headings of a sheet and what each column is: as an officer said before, by its heading, or by its values. */
export function openSheet(sheet: Sheet, at: number, mappings: Mappings): ListSheet | Unopened {
  const recognised =
    rememberedHeadings(sheet, mappings) ?? findHeadings(sheet.rows) ?? guessHeadings(sheet.rows)
  if (!recognised) return { because: 'noHeadings' }
  const found = withTicks(sheet, withBirthsBySex(sheet, recognised))
  if (found.besides) return { because: 'listsSideBySide' }
  const named = nameColumns(sheet, found)
  const signature = signatureOf(named)
  const mapping = mappings.get(signature)
  const mapped = withMapping(sheet, found, { named, mapping: mapping?.columns })
  const shown = showColumns(sheet, mapped.headings, { named, reasons: mapped.reasons })
  if (!mapped.headings.columns.has('name'))
    return { because: 'noHeadings', signature, shown, place: placeOf(found) }
  const headings = withGivenNames(mapped.headings, sheet.rows)
  return {
    sheet,
    at,
    rows: wholeRows(sheet, headings),
    headings,
    title: readTitle(sheet.rows.slice(0, headings.firstRow)),
    signature,
    shown,
    isMapped: mapping !== undefined,
  }
}

export function isOpen(sheet: ListSheet | Unopened): sheet is ListSheet {
  return 'headings' in sheet
}

/** Who came, left or was cut this month: these people are told elsewhere, or no longer receive. */
const notTheList =
  /\b(tang|giam|cat|dung huong|thoi huong|tu tran|da chet|bien dong|tong hop|mau|huong dan)\b/

/**
 * The sheets that are one list: the one whose headings name most, of several the latest, and every other with the same headings. What says
 * that it lists changes, sums or a pattern is none of it.
 */
export function sheetsOfList(sheets: readonly ListSheet[]): ListSheet[] {
  const isMonthly = areMonthly(sheets)
  const of = (sheet: ListSheet): Period => periodOf(sheet, { isMonthly })
  const most = (one: ListSheet, other: ListSheet) => {
    const more = other.headings.columns.size - one.headings.columns.size
    return more > 0 || (more === 0 && isLaterPeriod(of(other), of(one))) ? other : one
  }
  const best = sheets.length > 0 ? sheets.reduce(most) : undefined
  if (!best) return []
  const together = sheets.filter(
    (other) =>
      other === best ||
      (other.signature === best.signature &&
        periodsAgree(of(other), of(best)) &&
        !notTheList.test(foldText(`${other.sheet.name} ${titleLine(other)}`))),
  )
  return together.map((each, at) => ({ ...each, at }))
}

function titleLine({ sheet, headings }: ListSheet): string {
  const lines = sheet.rows.slice(0, headings.firstRow).flat()
  return (
    lines
      .find((line) => typeof line === 'string' && /danh s[aá]ch/i.test(line.normalize('NFC')))
      ?.toString() ?? ''
  )
}

export function bodyOf({ rows, headings }: ListSheet): Sheet['rows'] {
  return rows.slice(headings.lastRow + 1)
}

/** The columns that are read, from the left; with the words that stand above each. */
export function columnsOf({ headings, sheet }: ListSheet): ListReading['columns'] {
  const { columns, firstRow, lastRow } = headings
  return [...columns]
    .sort(([, one], [, other]) => one - other)
    .map(([key, column]) => {
      const heading =
        valueAt(sheet.rows[firstRow] ?? [], column) ?? valueAt(sheet.rows[lastRow] ?? [], column)
      return { letters: columnLetters(column), column: key, heading: tidyText(String(heading ?? '')) }
    })
}

/** The month the list pays: by its title, its sheet, the last month somebody was paid in, or by the latest beginning. */
export function monthOfList(
  sheets: readonly ListSheet[],
): { month: Month; monthFrom: MonthSource } | undefined {
  const titled = sheets.find(({ title }) => title.month !== undefined)?.title.month
  if (titled !== undefined) return { month: titled, monthFrom: 'title' }
  for (const sheet of sheets) {
    const { year, month } = periodOf(sheet, { isMonthly: true })
    const named = year === undefined || month === undefined ? undefined : parseMonth(`${year}-${month}`)
    if (named !== undefined) return { month: named, monthFrom: 'sheet' }
  }
  let latest: { month: Month; monthFrom: MonthSource } | undefined
  for (const sheet of sheets) {
    const found = [
      { month: lastPaidMonth(sheet), monthFrom: 'paid' as const },
      { month: latestBeginning(sheet), monthFrom: 'beginning' as const },
    ]
    for (const { month, monthFrom } of found)
      if (month !== undefined && (latest === undefined || month > latest.month)) latest = { month, monthFrom }
  }
  return latest
}

/** Of a list with a column a month: the last in which anybody was paid. */
export function lastPaidMonth(sheet: ListSheet): Month | undefined {
  const { year } = sheet.title
  if (year === undefined) return undefined
  const body = bodyOf(sheet)
  for (let month = 12; month >= 1; month -= 1) {
    const column = sheet.headings.columns.get(`paid:${month}`)
    const isPaid = (cells: readonly CellValue[]) =>
      typeof valueAt(cells, column) !== 'boolean' &&
      valueAt(cells, column) !== null &&
      isSomebody(cells, sheet)
    if (column !== undefined && body.some(isPaid)) return `${year}-${String(month).padStart(2, '0')}` as Month
  }
  return undefined
}

function isSomebody(cells: readonly CellValue[], { headings }: ListSheet): boolean {
  return kindOfRow(cells, { columns: headings.columns, afterSignatures: false }).is === 'person'
}

function latestBeginning(sheet: ListSheet): Month | undefined {
  const column = sheet.headings.columns.get('fromMonth')
  if (column === undefined) return undefined
  let latest: Month | undefined
  const read = new Map<CellValue, Month | undefined>()
  for (const cells of bodyOf(sheet)) {
    const cell = valueAt(cells, column)
    if (!read.has(cell)) read.set(cell, parseListMonth(cell))
    const month = read.get(cell)
    if (month && (latest === undefined || month > latest)) latest = month
  }
  return latest
}

export type Columns = ReadonlyMap<ColumnKey, number>
