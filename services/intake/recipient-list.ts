import type { LocalDate, Month } from '#calendar'
import { readSheets, type Sheet } from '#platform/sheets'
import { DuplicateMarks } from './duplicates.ts'
import { fileHash } from './hashes.ts'
import type { ListReading } from './list-rows.ts'
import {
  columnsOf,
  type FindMapping,
  isOpen,
  type ListSheet,
  monthOfList,
  openSheet,
  sheetsOfList,
  type Unopened,
} from './list-sheets.ts'
import type { ListProblem } from './problems.ts'
import { type Piece, readPieces } from './read-rows.ts'

export interface ListOptions {
  /** The day the list is read on; a list that says no month is read as of this day. */
  today: LocalDate
  /** The standard level of a month in đồng, by the law; amounts are checked where it is known. */
  standardOn?: (month: Month) => number | undefined
  /** What an officer said of the columns of lists with these headings. */
  findMapping?: FindMapping
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
  const tried = sheets.map((sheet, at) => openSheet(sheet, at, options.findMapping ?? (() => undefined)))
  const list = sheetsOfList(tried.filter(isOpen))
  const [first] = list
  if (!first) return unreadable(sheets, tried as Unopened[])
  const rest = sheets.filter((sheet) => !list.some((each) => each.sheet === sheet))
  const others = tried.flatMap((each) => (isOpen(each) && rest.includes(each.sheet) ? [each.sheet.name] : []))
  const month = monthOfList(list)
  const kind = list.find(({ title }) => title.kind !== undefined)?.title.kind
  const reading: ListReading = {
    layout: kind === undefined && list.every(({ title }) => title.month === undefined) ? 'flat' : 'titled',
    kind,
    month,
    unitAsWritten: first.title.unitAsWritten,
    firstDataRow: first.headings.lastRow + 2,
    rows: [],
    notPeople: [],
    problems: others.map((name) => otherList(name)),
    columns: columnsOf(first),
    columnsNotRead: first.shown
      .filter(({ because }) => because === 'unknownHeading' || because === 'again')
      .map(({ letters, heading }) => ({ letters, heading })),
    sheetsNotRead: rest.map(({ name }) => name),
    sheetsRead: list.map(({ sheet, headings }) => ({ name: sheet.name, firstDataRow: headings.lastRow + 2 })),
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

/** The number that a file of errors bears in its last heading. */
function correctedBy(list: readonly ListSheet[]): number | undefined {
  for (const { sheet, headings } of list)
    for (const cell of sheet.rows[headings.lastRow] ?? [])
      if (typeof cell === 'string' && correction.test(cell)) return Number(correction.exec(cell)?.[1])
  return undefined
}

const correction = /^\s*Lỗi cần sửa \(danh sách số (\d{1,15})\)\s*$/

function otherList(name: string): ListProblem {
  return { cell: `'${name}'!A1`, row: 1, column: 'name', code: 'otherList', reads: name }
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
      unitAsWritten: undefined,
      firstDataRow: 1,
      rows: [],
      notPeople: [],
      problems: [{ cell: 'A1', row: 1, column: 'name', code, reads: sheet?.name ?? '' }],
      columns: [],
      columnsNotRead: [],
      sheetsNotRead: [],
      sheetsRead: [],
      shown: first?.shown ?? [],
      signature: first?.signature,
      isMapped: false,
      corrects: undefined,
    },
    *pieces() {},
  }
}
