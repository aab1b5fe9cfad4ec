import { type LocalDate, lastDayOf, type Month } from '#calendar'
import { collectSpellings, foldText, type Sex, tidyText } from '#identity'
import { type CellValue, columnLetters, readSheets, type Sheet } from '#platform/sheets'
import { findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { markDuplicates } from './duplicates.ts'
import { fileHash } from './hashes.ts'
import { findHeadings, type Headings } from './headings.ts'
import type { ListReading } from './list-rows.ts'
import { type ListContext, type RowGroup, readPerson } from './person-row.ts'
import { kindOfRow, looksLikeName, namesVillage, type RowKind, valueAt } from './row-kinds.ts'
import { isMark, meaningOfMarks } from './sexes.ts'
import { readsInThousands } from './thousands.ts'
import { parseListMonth, readTitle } from './title.ts'
import { wholeRows, withDittos, withGivenNames } from './whole-rows.ts'

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
  const notRead = sheets.filter((other) => other !== sheet)
  reading.sheetsNotRead = notRead.map(({ name }) => name)
  for (const { name } of notRead.filter((other) => columnsNamed(other) > 0)) {
    reading.problems.push({ cell: `'${name}'!A1`, row: 1, column: 'name', code: 'otherList', reads: name })
  }
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
  const found = findHeadings(sheet.rows)
  if (!found) return unreadable(sheet, 'noHeadings')
  if (found.besides) return unreadable(sheet, 'listsSideBySide')
  const headings = withGivenNames(found, sheet.rows)
  const title = readTitle(sheet.rows.slice(0, headings.firstRow))
  const rows = wholeRows(sheet, headings)
  const body = rows.slice(headings.lastRow + 1)
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
  readRows({ name: sheet.name, rows }, headings, reading, {
    columns: headings.columns,
    asOf: month ? lastDayOf(month) : options.today,
    inThousands: readsInThousands(sheet.rows, headings),
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

function readRows(
  { name, rows }: Sheet,
  headings: Headings,
  reading: ListReading,
  context: ListContext,
): void {
  let group: RowGroup = { village: villageOfSheet(name), category: undefined }
  const others: OtherRow[] = []
  let afterSignatures = false
  let above: readonly CellValue[] = []
  for (let index = headings.lastRow + 1; index < rows.length; index += 1) {
    const cells = rows[index] ?? []
    const kind = kindOfRow(cells, { columns: context.columns, afterSignatures })
    if (kind.is === 'empty') continue
    if (kind.is === 'person') {
      const whole = withDittos(cells, above, context.columns)
      const person = readPerson(index, whole, group, context)
      if (person) reading.rows.push(person)
      above = whole
      continue
    }
    const is = namesUnsaidVillage(kind, context.columns) ? 'village heading' : kind.is
    reading.notPeople.push({ row: index + 1, is })
    others.push({ row: index + 1, folded: foldText(kind.text), isWhole: kind.is === 'total' && kind.isNamed })
    if (is === 'village heading') group = { ...group, village: tidyText(kind.text) }
    if (is === 'heading') group = { ...group, category: findCategory(kind.text) ?? group.category }
    if (kind.is === 'signatures') afterSignatures = true
  }
  correctKinds(reading, others)
}

/** A sheet called `Xóm 1` is of that village. */
function villageOfSheet(name: string): string | undefined {
  return namesVillage(name) && !name.includes('.') ? tidyText(name) : undefined
}

/** `Tân Sơn` above people whose list has no column of villages: a place without its word. */
function namesUnsaidVillage(kind: RowKind, columns: Columns): boolean {
  return (
    kind.is === 'heading' &&
    !columns.has('village') &&
    looksLikeName(kind.text) &&
    findCategory(kind.text) === undefined
  )
}

interface OtherRow {
  row: number
  folded: string
  /** A sum that says it is of everything. */
  isWhole: boolean
}

/**
 * What the people around a row say of it: a heading that names their village is of the village; a sum of a village,
 * or one of nothing said that follows people and precedes another sum, is a subtotal.
 */
function correctKinds({ rows, notPeople }: ListReading, others: readonly OtherRow[]): void {
  const villages = new Set(rows.map(({ village }) => foldText(village ?? '')).filter((name) => name !== ''))
  const firstPerson = rows[0]?.row ?? 0
  const lastSum = notPeople.findLast(({ is }) => is === 'total')?.row
  notPeople.forEach((other, index) => {
    const { folded, isWhole } = others[index] ?? { folded: '', isWhole: false }
    if (other.is === 'heading' && villages.has(folded)) other.is = 'village heading'
    if (other.is !== 'total') return
    const ofVillage = villages.has(folded.replace(/^(tong cong|tong so|tong|cong) /, ''))
    const ofNothing = !isWhole && other.row > firstPerson && other.row !== lastSum
    if (ofVillage || ofNothing) other.is = 'subtotal'
  })
}

function unreadable(sheet: Sheet, code: 'noHeadings' | 'listsSideBySide'): ListReading {
  return {
    layout: 'flat',
    kind: undefined,
    month: undefined,
    unitAsWritten: undefined,
    firstDataRow: 1,
    rows: [],
    notPeople: [],
    problems: [{ cell: 'A1', row: 1, column: 'name', code, reads: sheet.name }],
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
