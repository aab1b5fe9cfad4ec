import type { Month } from '#calendar'
import { foldText, tidyText } from '#identity'
import { type CellValue, columnLetters, type Sheet } from '#platform/sheets'
import { guessHeadings } from './column-guesses.ts'
import type { ColumnKey } from './columns.ts'
import { findHeadings, type Headings } from './headings.ts'
import type { ListReading } from './list-rows.ts'
import {
  type Mapping,
  nameColumns,
  type ShownColumn,
  showColumns,
  signatureOf,
  withMapping,
} from './mapping.ts'
import { kindOfRow, valueAt } from './row-kinds.ts'
import { type ListTitle, parseListMonth, readTitle } from './title.ts'
import { wholeRows, withGivenNames } from './whole-rows.ts'

/** What an officer said of lists with the same headings; undefined when nothing. */
export type FindMapping = (signature: string) => Mapping | undefined

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
}

/** Finds the headings of a sheet and what each column is: as an officer said before, by its heading, or by its values. */
export function openSheet(sheet: Sheet, at: number, findMapping: FindMapping): ListSheet | Unopened {
  const found = findHeadings(sheet.rows) ?? guessHeadings(sheet.rows)
  if (!found) return { because: 'noHeadings' }
  if (found.besides) return { because: 'listsSideBySide' }
  const named = nameColumns(sheet, found)
  const signature = signatureOf(named)
  const mapping = findMapping(signature)
  const mapped = withMapping(sheet, found, { named, mapping })
  const shown = showColumns(sheet, mapped.headings, { named, reasons: mapped.reasons })
  if (!mapped.headings.columns.has('name')) return { because: 'noHeadings', signature, shown }
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
  const most = (one: ListSheet, other: ListSheet) => {
    const more = other.headings.columns.size - one.headings.columns.size
    return more > 0 || (more === 0 && isLater(other, one)) ? other : one
  }
  const best = sheets.length > 0 ? sheets.reduce(most) : undefined
  if (!best) return []
  const together = sheets.filter(
    (other) =>
      other === best ||
      (other.signature === best.signature &&
        sameMonth(other, best) &&
        !notTheList.test(foldText(`${other.sheet.name} ${titleLine(other)}`))),
  )
  return together.map((each, at) => ({ ...each, at }))
}

function sameMonth(one: ListSheet, other: ListSheet): boolean {
  const [first, second] = [periodOf(one), periodOf(other)]
  const agree = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || a === b
  return agree(first.year, second.year) && agree(first.month, second.month)
}

/** Of two sheets of different months, the list in force is the later one. */
function isLater(one: ListSheet, other: ListSheet): boolean {
  const [first, second] = [periodOf(one), periodOf(other)]
  if (first.year === undefined || second.year === undefined) return false
  return `${first.year}-${first.month ?? ''}` > `${second.year}-${second.month ?? ''}`
}

/** The year and the month of the year, as far as the lines above the list or the name of its sheet say them. */
function periodOf({ title, sheet }: ListSheet): { year?: string | undefined; month?: string | undefined } {
  const name = foldText(sheet.name)
  const month = /\b(?:thang|th|t(?=\d{1,2} 20\d{2}\b)) ?(\d{1,2})\b/.exec(name)?.[1]?.padStart(2, '0')
  return {
    year: title.month?.slice(0, 4) ?? title.year ?? /\b20\d{2}\b/.exec(name)?.[0],
    month: title.month?.slice(5) ?? month,
  }
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

/** The month the list pays: by its title, by the last month somebody was paid in, or by the latest beginning. */
export function monthOfList(sheets: readonly ListSheet[]): Month | undefined {
  const titled = sheets.find(({ title }) => title.month !== undefined)?.title.month
  if (titled !== undefined) return titled
  let latest: Month | undefined
  for (const sheet of sheets)
    for (const month of [lastPaidMonth(sheet), latestBeginning(sheet)])
      if (month !== undefined && (latest === undefined || month > latest)) latest = month
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
