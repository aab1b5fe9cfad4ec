import { type LocalDate, lastDayOf, type Month } from '#calendar'
import { collectSpellings, type Sex, tidyText } from '#identity'
import { type CellValue, columnLetters, readSheets, type Sheet } from '#platform/sheets'
import { findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { markDuplicates } from './duplicates.ts'
import { fileHash } from './hashes.ts'
import { findHeadings, type Headings } from './headings.ts'
import type { ListReading } from './list-rows.ts'
import { type ListContext, type RowGroup, readPerson } from './person-row.ts'
import { kindOfRow, valueAt } from './row-kinds.ts'
import { isMark, meaningOfMarks } from './sexes.ts'
import { parseListMonth, readTitle } from './title.ts'

export interface ListOptions {
  /** The day the list is read on; a list that says no month is read as of this day. */
  today: LocalDate
  /** The standard level of a month in đồng, by the law; amounts are checked where it is known. */
  standardOn?(month: Month): number | undefined
}

export interface ReadFile {
  /** The sheet that was read: it is needed again for the file of errors. */
  sheet: Sheet
  reading: ListReading
  /** The same file twice has the same hash. */
  fileHash: string
}

/** Reads the sheet of a file whose headings name most columns. Throws UnreadableSheet when it is no sheet at all. */
export async function readListFile(
  bytes: Uint8Array,
  fileName: string,
  options: ListOptions,
): Promise<ReadFile> {
  const sheets = await readSheets(bytes, fileName)
  const sheet = sheets.reduce((best, other) => (columnsNamed(other) > columnsNamed(best) ? other : best))
  const reading = readRecipientList(sheet, options)
  reading.sheetsNotRead = sheets.filter((other) => other !== sheet).map(({ name }) => name)
  return { sheet, reading, fileHash: await fileHash(bytes) }
}

function columnsNamed(sheet: Sheet): number {
  return findHeadings(sheet.rows)?.columns.size ?? 0
}

/**
 * Reads a list of people and what they receive, as communes keep it or in our template: finds the headings, tells
 * people from headings, sums and signatures, and reports every cell it cannot take or doubts.
 */
export function readRecipientList(sheet: Sheet, options: ListOptions): ListReading {
  const headings = findHeadings(sheet.rows)
  if (!headings) return unreadable(sheet)
  const title = readTitle(sheet.rows.slice(0, headings.firstRow))
  const body = sheet.rows.slice(headings.lastRow + 1)
  const month = title.month ?? latestMonth(body, headings.columns.get('fromMonth'))
  const reading: ListReading = {
    layout: title.kind === undefined && title.month === undefined ? 'flat' : 'titled',
    kind: title.kind,
    month,
    unitAsWritten: title.unitAsWritten,
    firstDataRow: headings.lastRow + 2,
    rows: [],
    notPeople: [],
    problems: [],
    columns: columnsOf(headings, sheet),
    columnsNotRead: headings.unknown.map(({ column, heading }) => ({
      letters: columnLetters(column),
      heading: tidyText(heading),
    })),
    sheetsNotRead: [],
  }
  readRows(sheet, headings, reading, {
    columns: headings.columns,
    asOf: month ? lastDayOf(month) : options.today,
    standardDong: month ? options.standardOn?.(month) : undefined,
    tick: meaningOfTicks(body, headings.columns),
    unitAsWritten: title.unitAsWritten,
    spellings: collectSpellings(namesOf(body, headings.columns)),
    facts: [...headings.columns.keys()].flatMap((key) => (key.startsWith('fact:') ? [key.slice(5)] : [])),
    problems: reading.problems,
  })
  markDuplicates(reading.rows)
  return reading
}

function readRows(sheet: Sheet, headings: Headings, reading: ListReading, context: ListContext): void {
  let group: RowGroup = { village: undefined, category: undefined }
  let afterSignatures = false
  let above: readonly CellValue[] = []
  for (let index = headings.lastRow + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? []
    const kind = kindOfRow(cells, { columns: context.columns, afterSignatures })
    if (kind.is === 'empty') continue
    if (kind.is === 'person') {
      const whole = withDittos(cells, above, context.columns)
      const person = readPerson(index, whole, group, context)
      if (person) reading.rows.push(person)
      above = whole
      continue
    }
    reading.notPeople.push({ row: index + 1, is: kind.is })
    if (kind.is === 'village heading') group = { ...group, village: tidyText(kind.text) }
    if (kind.is === 'heading') group = { ...group, category: findCategory(kind.text) ?? group.category }
    if (kind.is === 'signatures') afterSignatures = true
  }
}

const repeated = ['village', 'commune', 'district', 'category', 'fromMonth'] as const

/** `-nt-` and `"` repeat the cell of the person above. */
function withDittos(
  cells: readonly CellValue[],
  above: readonly CellValue[],
  columns: Columns,
): readonly CellValue[] {
  let whole: CellValue[] | undefined
  for (const key of repeated) {
    const column = columns.get(key)
    const cell = valueAt(cells, column)
    if (column === undefined || typeof cell !== 'string' || !/^\s*(-?\s*nt\s*-?|["”″〃]|'')\s*$/i.test(cell))
      continue
    whole ??= [...cells]
    whole[column] = valueAt(above, column)
  }
  return whole ?? cells
}

function unreadable(sheet: Sheet): ListReading {
  return {
    layout: 'flat',
    kind: undefined,
    month: undefined,
    unitAsWritten: undefined,
    firstDataRow: 1,
    rows: [],
    notPeople: [],
    problems: [{ cell: 'A1', row: 1, column: 'name', code: 'noHeadings', reads: sheet.name }],
    columns: [],
    columnsNotRead: [],
    sheetsNotRead: [],
  }
}

function columnsOf({ columns, firstRow, lastRow }: Headings, sheet: Sheet): ListReading['columns'] {
  return [...columns]
    .sort(([, one], [, other]) => one - other)
    .map(([key, column]) => {
      const heading =
        valueAt(sheet.rows[firstRow] ?? [], column) ?? valueAt(sheet.rows[lastRow] ?? [], column)
      return { letters: columnLetters(column), column: key, heading: tidyText(String(heading ?? '')) }
    })
}

type Columns = ReadonlyMap<ColumnKey, number>

/** The latest month in which somebody on the list began: a flat list of a month has nobody later. */
function latestMonth(body: Sheet['rows'], column: number | undefined): Month | undefined {
  if (column === undefined) return undefined
  let latest: Month | undefined
  const read = new Map<CellValue, Month | undefined>()
  for (const cells of body) {
    const cell = valueAt(cells, column)
    if (!read.has(cell)) read.set(cell, parseListMonth(cell))
    const month = read.get(cell)
    if (month && (latest === undefined || month > latest)) latest = month
  }
  return latest
}

function meaningOfTicks(body: Sheet['rows'], columns: Columns): Sex | undefined {
  const column = columns.get('sex')
  if (column === undefined) return undefined
  const ticked = body.filter((cells) => isMark(valueAt(cells, column)))
  return meaningOfMarks(
    ticked.map((cells) => ({
      name: valueAt(cells, columns.get('name')),
      id: valueAt(cells, columns.get('id')),
    })),
  )
}

/** The names of people: villages and sums in the same column would teach wrong spellings. */
function* namesOf(body: Sheet['rows'], columns: Columns): Generator<string> {
  const column = columns.get('name')
  for (const cells of body) {
    const cell = valueAt(cells, column)
    if (typeof cell === 'string' && kindOfRow(cells, { columns, afterSignatures: false }).is === 'person')
      yield cell
  }
}
