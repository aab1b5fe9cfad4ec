import type { LocalDate, Month } from '#calendar'
import { type NameSpellings, type Sex, tidyText } from '#identity'
import { type CellValue, cellAddress } from '#platform/sheets'
import type { ColumnKey } from './columns.ts'
import type { MonthFirst } from './month-first.ts'
import type { ListProblem } from './problems.ts'
import { valueAt } from './row-kinds.ts'
import type { Tick, TickKey } from './ticks.ts'

/** What is the same for every row of the list. */
export interface ListContext {
  columns: ReadonlyMap<ColumnKey, number>
  /** Nobody on the list is born later. */
  asOf: LocalDate
  /** The standard of the month, in đồng, when amounts are to be checked. */
  standardDong: number | undefined
  /** Amounts are written in thousands of đồng. */
  inThousands: boolean
  /** What a tick in the column of sex means. */
  tick: Sex | undefined
  /** Which births may have their day and month exchanged. */
  monthFirst: MonthFirst | undefined
  unitAsWritten: string | undefined
  spellings: NameSpellings
  /** The facts that have a column. */
  facts: readonly string[]
  /** The columns in which a tick says what the heading says. */
  ticks: readonly { key: TickKey; tick: Tick }[]
  /** Cells that one merged cell holds for several people, by the row from 0. */
  merged: ReadonlyMap<number, readonly MergedCell[]>
  /** Rows that the sheet hides, from 0. */
  hiddenRows: ReadonlySet<number>
  /** The months that have a column of what was paid, in order; of the year of the title. */
  paidMonths: readonly number[]
  year: string | undefined
  /** The last month in which anybody on the sheet was paid. */
  lastPaid: Month | undefined
  /** Where several sheets are read as one list. */
  sheet?: { at: number; name: string }
  problems: ListProblem[]
}

/** A cell covered by one that is merged over several people, with what that one reads. */
export interface MergedCell {
  key: ColumnKey
  column: number
  value: CellValue
}

/** One row that is being read. */
export interface Row {
  index: number
  cells: readonly CellValue[]
  context: ListContext
}

export function cellAt({ cells, context }: Row, column: ColumnKey): CellValue {
  return valueAt(cells, context.columns.get(column))
}

export function textAt(row: Row, column: ColumnKey): string | undefined {
  const cell = cellAt(row, column)
  if (cell === null) return undefined
  const text = tidyText(readsOf(cell))
  return text === '' ? undefined : text
}

export function readsOf(cell: CellValue): string {
  return typeof cell === 'object' && cell !== null ? cell.day : String(cell ?? '')
}

export function report(
  { index, context }: Row,
  column: ColumnKey,
  code: ListProblem['code'],
  reads: string | number,
  more: Pick<ListProblem, 'proposes' | 'expectedDong'> = {},
): void {
  const own = cellAddress(index, context.columns.get(column) ?? 0)
  const { sheet } = context
  const cell = sheet ? `'${sheet.name}'!${own}` : own
  const at = sheet ? { sheetAt: sheet.at } : {}
  context.problems.push({ cell, row: index + 1, ...at, column, code, reads, ...more })
}
