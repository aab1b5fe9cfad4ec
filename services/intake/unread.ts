import { readIdNumber, tidyText } from '#identity'
import { type CellValue, cellAddress, columnLetters, type Sheet } from '#platform/sheets'
import { rowsSearched } from './headings.ts'
import type { ColumnLetters, ListReading } from './list-rows.ts'
import { bodyOf, type ListSheet } from './list-sheets.ts'
import type { ColumnReason } from './mapping.ts'
import type { ListProblem } from './problems.ts'
import { looksLikeName, type NotPerson } from './row-kinds.ts'

/** Columns of a list that hold something and are not read, wherever in them it stands. */
export function columnsLeft(list: ListSheet): ListReading['columnsNotRead'] {
  const { shown, headings } = list
  const body = bodyOf(list)
  const births = (headings.births ?? []).flatMap((start) => [start, start + 1, start + 2])
  const read = new Set([...headings.columns.values(), ...births].map(columnLetters))
  const named = new Set(shown.map(({ letters }) => letters))
  const width = body.reduce((most, { length }) => Math.max(most, length), 0)
  const unnamed = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !named.has(columnLetters(index)) && body.some((row) => (row[index] ?? null) !== null),
  )
  return [
    ...shown.filter(({ because }) => leftWithoutWord.has(because)),
    ...unnamed.map((index) => ({ letters: columnLetters(index), heading: '' })),
  ]
    .filter(({ letters }) => !read.has(letters))
    .map(({ letters, heading }) => ({ letters, heading }))
}

const leftWithoutWord = new Set<ColumnReason>(['unknownHeading', 'again', 'noHeading'])

/** Where each column of a sheet is read from. */
export function lettersOf({ headings }: ListSheet): ColumnLetters {
  return Object.fromEntries([...headings.columns].map(([key, index]) => [key, columnLetters(index)]))
}

/** What the sheets of a list do not show. */
export function hiddenIn(list: readonly ListSheet[]): ListReading['hidden'] {
  const columns = list[0]?.shown.filter(({ isHidden }) => isHidden === true) ?? []
  return {
    rows: list.reduce(
      (sum, { sheet, headings }) =>
        sum + (sheet.hiddenRows ?? []).filter((row) => row > headings.lastRow && isFilled(sheet, row)).length,
      0,
    ),
    columns: columns.map(({ letters }) => letters),
  }
}

function isFilled({ rows }: Sheet, row: number): boolean {
  return (rows[row] ?? []).some((cell) => cell !== null)
}

/** Rows above the headings that name somebody with a number: they are told, since nothing above headings is read. */
export function peopleAbove({ sheet, headings, at }: ListSheet, isOneOfSeveral: boolean): ListProblem[] {
  return sheet.rows.slice(0, headings.firstRow).flatMap((cells, row): ListProblem[] => {
    const column = cells.findIndex((cell) => typeof cell === 'string' && looksLikeName(cell))
    if (column < 0 || !cells.some(isCitizenId)) return []
    const own = cellAddress(row, column)
    return [
      {
        cell: isOneOfSeveral ? `'${sheet.name}'!${own}` : own,
        row: row + 1,
        ...(isOneOfSeveral ? { sheetAt: at } : {}),
        column: 'name',
        code: 'aboveHeadings',
        reads: tidyText(String(cells[column])),
      },
    ]
  })
}

function isCitizenId(cell: CellValue): boolean {
  if (typeof cell !== 'string' && typeof cell !== 'number') return false
  return readIdNumber(cell).kind === 'citizenId'
}

/** A row that is no person, as it is written. */
export interface RowLeft {
  row: number
  sheet?: string
  is: NotPerson
  text: string
}

const rowsShown = 300

/** The rows that were read as no person, as they are written; the first some hundred of them. */
export function rowsLeft(sheets: readonly Sheet[], notPeople: ListReading['notPeople']): RowLeft[] {
  return notPeople.slice(0, rowsShown).map((each) => {
    const sheet = sheets.find(({ name }) => name === each.sheet) ?? sheets[0]
    const cells = sheet?.rows[each.row - 1] ?? []
    return {
      ...each,
      text: cells
        .filter((cell) => cell !== null)
        .map(shortText)
        .join(' | '),
    }
  })
}

const cellsShown = 12
const lettersMax = 40

/** The first rows of a sheet as texts, so that an officer sees where the headings stand. */
export function firstRowsOf({ rows }: Sheet): string[][] {
  const filled = rows.slice(0, rowsSearched)
  return filled.map((row) => row.slice(0, cellsShown).map(shortText))
}

function shortText(cell: CellValue): string {
  const text = tidyText(typeof cell === 'object' && cell !== null ? cell.day : String(cell ?? ''))
  return text.length > lettersMax ? `${text.slice(0, lettersMax)}…` : text
}
