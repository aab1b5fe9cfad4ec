import type { LocalDate, Month } from '#calendar'
import { readSheets, type Sheet } from '#platform/sheets'
import { DuplicateMarks } from './duplicates.ts'
import { fileHash } from './hashes.ts'
import type { HeadingRows, ListReading } from './list-rows.ts'
import {
  columnsOf,
  isOpen,
  type ListSheet,
  type Mappings,
  monthOfList,
  openSheet,
  placeOf,
  sheetsOfList,
  signatureAt,
  type Unopened,
} from './list-sheets.ts'
import type { ListProblem } from './problems.ts'
import { type Piece, readPieces } from './read-rows.ts'
import { columnsLeft, firstRowsOf, hiddenIn, lettersOf, peopleAbove } from './unread.ts'

export interface ListOptions {
  /** The day the list is read on; a list that says no month is read as of this day. */
  today: LocalDate
  /** The standard level of a month in đồng, by the law; amounts are checked where it is known. */
  standardOn?: (month: Month) => number | undefined
  /** What an officer said of the columns of lists with these headings. */
  mappings?: Mappings
  /** The month the list pays, when an officer has named it. */
  month?: Month
  /** The rows of the first sheet that an officer says are its headings. */
  headings?: HeadingRows
}

export interface ReadFile {
  /** The sheets that were read, in their order: they are needed again for the file of errors. */
  sheets: readonly Sheet[]
  reading: ListReading
  /** The same file twice has the same hash. */
  fileHash: string
}

/** A list whose headings are understood and whose rows are still to be read. */
export interface OpenList {
  sheets: readonly Sheet[]
  /** Everything but rows; `problems` and `notPeople` hold what is known before a row is read. */
  reading: ListReading
  /** The rows in their order, some thousands at a time. */
  pieces(): Generator<Piece>
}

/**
 * Reads a file: the sheet whose headings name most columns, and all others with the same headings as one list.
 * Throws UnreadableSheet when it is no sheet at all.
 */
export async function readListFile(
  bytes: Uint8Array,
  fileName: string,
  options: ListOptions,
): Promise<ReadFile> {
  const list = openList(await readSheets(bytes, fileName), options)
  return { sheets: list.sheets, reading: collect(list), fileHash: await fileHash(bytes) }
}

/**
 * Reads a list of people and what they receive, as communes keep it or in our template: finds the headings, tells
 * people from headings, sums and signatures, and reports every cell it cannot take or doubts.
 */
export function readRecipientList(sheet: Sheet, options: ListOptions): ListReading {
  return collect(openList([sheet], options))
}

function collect(list: OpenList): ListReading {
  const { reading } = list
  const [rows, notPeople, problems] = [[...reading.rows], [...reading.notPeople], [] as ListProblem[]]
  for (const piece of list.pieces()) {
    rows.push(...piece.rows)
    notPeople.push(...piece.notPeople)
    problems.push(...piece.problems)
  }
  return { ...reading, rows, notPeople, problems: [...problems, ...reading.problems] }
}

/** Finds which sheets are the list and what their columns are; the rows are read when they are asked for. */
export function openList(sheets: readonly Sheet[], options: ListOptions): OpenList {
  const shown = sheets.filter(({ isHidden }) => isHidden !== true)
  const mappings = withChosenHeadings(shown, options)
  const tried = shown.map((sheet, at) => openSheet(sheet, at, mappings))
  const list = sheetsOfList(tried.filter(isOpen)).map((sheet) => inYearOf(sheet, options.month))
  const [first] = list
  if (!first) return unreadable(shown, tried as Unopened[])
  const rest = sheets.filter((sheet) => !list.some((each) => each.sheet === sheet))
  const others = tried.flatMap((each) => (isOpen(each) && rest.includes(each.sheet) ? [each.sheet.name] : []))
  const { month, monthFrom } = options.month
    ? { month: options.month, monthFrom: 'officer' as const }
    : (monthOfList(list) ?? { month: undefined, monthFrom: undefined })
  const kind = list.find(({ title }) => title.kind !== undefined)?.title.kind
  const reading: ListReading = {
    layout: kind === undefined && list.every(({ title }) => title.month === undefined) ? 'flat' : 'titled',
    kind,
    month,
    monthFrom,
    unitAsWritten: first.title.unitAsWritten,
    firstDataRow: first.headings.lastRow + 2,
    rows: [],
    notPeople: [],
    problems: [
      ...others.map((name) => sheetProblem('otherList', name)),
      ...rest
        .filter((sheet) => sheet.isHidden && isOpen(openSheet(sheet, 0, mappings)))
        .map(({ name }) => sheetProblem('hiddenSheet', name)),
      ...list.flatMap((sheet) => peopleAbove(sheet, list.length > 1)),
    ],
    columns: columnsOf(first),
    columnsNotRead: columnsLeft(first),
    sheetsNotRead: rest.map(({ name }) => name),
    sheetsRead: list.map((sheet) => ({
      name: sheet.sheet.name,
      firstDataRow: sheet.headings.lastRow + 2,
      letters: lettersOf(sheet),
    })),
    hidden: hiddenIn(list),
    headings: placeOf(first.headings),
    firstRows: firstRowsOf(first.sheet),
    shown: first.shown,
    signature: first.signature,
    isMapped: first.isMapped,
    corrects: correctedBy(list),
  }
  const marks = new DuplicateMarks()
  return {
    sheets: list.map(({ sheet }) => sheet),
    reading,
    pieces: () => readPieces(list, { ...options, month, kind, marks }),
  }
}

/** With the rows that an officer named on the first sheet as the headings of every sheet that has the same. */
function withChosenHeadings(
  [sheet]: readonly Sheet[],
  { headings, mappings = new Map() }: ListOptions,
): Mappings {
  if (headings === undefined || sheet === undefined) return mappings
  const chosen = signatureAt(sheet, headings)
  const headingRows = headings.last - headings.first + 1
  return new Map(mappings).set(chosen, { columns: mappings.get(chosen)?.columns ?? {}, headingRows })
}

/** A list that says no year is of the year of the month that an officer named. */
function inYearOf(sheet: ListSheet, month: Month | undefined): ListSheet {
  if (month === undefined || sheet.title.year !== undefined) return sheet
  return { ...sheet, title: { ...sheet.title, year: month.slice(0, 4) } }
}

/** The number that a file of errors bears in its last heading. */
function correctedBy(list: readonly ListSheet[]): number | undefined {
  for (const { sheet, headings } of list)
    for (const cell of sheet.rows[headings.lastRow] ?? [])
      if (typeof cell === 'string' && correction.test(cell)) return Number(correction.exec(cell)?.[1])
  return undefined
}

const correction = /^\s*Lỗi cần sửa \(danh sách số (\d{1,15})\)\s*$/

function sheetProblem(code: 'otherList' | 'hiddenSheet', name: string): ListProblem {
  return { cell: `'${name}'!A1`, row: 1, column: 'name', code, reads: name }
}

function unreadable(sheets: readonly Sheet[], tried: readonly Unopened[]): OpenList {
  const [sheet, first] = [sheets[0], tried[0]]
  const code = first?.because ?? 'noHeadings'
  return {
    sheets: [],
    reading: {
      layout: 'flat',
      kind: undefined,
      month: undefined,
      monthFrom: undefined,
      unitAsWritten: undefined,
      firstDataRow: 1,
      rows: [],
      notPeople: [],
      problems: [{ cell: 'A1', row: 1, column: 'name', code, reads: sheet?.name ?? '' }],
      columns: [],
      columnsNotRead: [],
      sheetsNotRead: [],
      sheetsRead: [],
      hidden: { rows: 0, columns: [] },
      headings: first?.place,
      firstRows: sheet ? firstRowsOf(sheet) : [],
      shown: first?.shown ?? [],
      signature: first?.signature,
      isMapped: false,
      corrects: undefined,
    },
    *pieces() {},
  }
}
