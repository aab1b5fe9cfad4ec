import { type CellValue, columnIndex, type Sheet } from '#platform/sheets'
import { type ListReading, numberOf } from './list-rows.ts'
import { explainProblem, type ListProblem } from './problems.ts'
import { rowsAlone } from './whole-rows.ts'

/** The last columns of a file of errors: what is wrong, and the row of the list that is corrected. */
export const errorHeading = 'Lỗi cần sửa'
const originalRowHeading = 'Dòng gốc'

/** A row of a file of errors, with the row of the sheet it was, by an index from 0. */
export interface ErrorRow {
  source: number
  cells: CellValue[]
}

interface ErrorOptions {
  at?: number
  listNumber?: number
  /** Every row with a person, faulty or not: what a row repeats stands above it. */
  people?: readonly { row: number; sheetAt?: number }[]
}

/**
 * The rows of a sheet that need correcting, in its own layout: its lines above and its headings, the village headings
 * they stand under, and at the end what is wrong and what to do. `listNumber` is put into the last heading, so that
 * the corrected file finds its list. `at` is the place of the sheet among those read as one list.
 */
export function errorRows(
  sheet: Sheet,
  reading: ListReading,
  { at = 0, listNumber, people = reading.rows }: ErrorOptions = {},
): ErrorRow[] {
  const isOfSheet = (each: { sheetAt?: number }) => (each.sheetAt ?? 0) === at
  const firstDataRow = reading.sheetsRead[at]?.firstDataRow ?? reading.firstDataRow
  const byRow = Map.groupBy(reading.problems.filter(isOfSheet), ({ row }) => row)
  const groupRows = reading.notPeople.filter(
    ({ is, sheet: of }) =>
      (is === 'village heading' || is === 'heading') && (of ?? sheet.name) === sheet.name,
  )
  const width = Math.max(...sheet.rows.slice(0, firstDataRow).map((row) => row.length), 1)
  const heading = listNumber === undefined ? errorHeading : `${errorHeading} (danh sách số ${listNumber})`
  const rows = sheet.rows.slice(0, firstDataRow - 1).map(
    (row, source): ErrorRow => ({
      source,
      cells: source === firstDataRow - 2 ? withLast(row, width, [heading, originalRowHeading]) : [...row],
    }),
  )
  const columns = new Map(reading.columns.map(({ column, letters }) => [column, columnIndex(letters)]))
  const alone = rowsAlone(
    sheet,
    columns,
    people.filter(isOfSheet).map(({ row }) => row),
  )
  let group: number | undefined
  for (const [row, problems] of [...byRow].sort(([one], [other]) => one - other)) {
    if (row < firstDataRow) continue
    const above = groupRows.findLast((candidate) => candidate.row < row)?.row
    if (above !== undefined && above !== group)
      rows.push({ source: above - 1, cells: [...(sheet.rows[above - 1] ?? [])] })
    group = above
    const own = alone.get(row) ?? sheet.rows[row - 1] ?? []
    const number = numberOf({ row, sheetAt: at })
    rows.push({
      source: row - 1,
      cells: withLast(own, width, [problems.map(sentenceOf).join(' | '), number]),
    })
  }
  return rows
}

function sentenceOf(problem: ListProblem): string {
  const { vi, remedyVi } = explainProblem(problem)
  const proposal =
    problem.proposes ?? (problem.expectedDong === undefined ? undefined : String(problem.expectedDong))
  return `${problem.cell}: ${vi}${proposal === undefined ? '' : ` (đề xuất ${proposal})`}. ${remedyVi}.`
}

function withLast(row: readonly CellValue[], width: number, last: readonly CellValue[]): CellValue[] {
  return [...Array.from({ length: width }, (_, index) => row[index] ?? null), ...last]
}
