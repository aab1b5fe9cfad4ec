import type { Month } from '#calendar'
import type { BirthDate, CitizenId, OldId, Sex } from '#identity'
import type { Category } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import type { ShownColumn } from './mapping.ts'
import type { ListProblem } from './problems.ts'
import type { NotPerson } from './row-kinds.ts'

/** What the list says the person receives each month. */
export interface ListedAward {
  category: Category | undefined
  categoryAsWritten: string
  coefficientTenths: number | undefined
  amountDong: number | undefined
  fromMonth: Month | undefined
  /** The last month paid, when the list shows that it ended; then, and for months told one by one, both are exact. */
  toMonth?: Month
  isExact?: true
}

/** One person of a list, as far as the row could be read. */
export interface ListRow {
  /** The row of the sheet, as Excel numbers it. */
  row: number
  /** The sheet, where several are read as one list; `sheetAt` is its place among them, from 0. */
  sheet?: string
  sheetAt?: number
  /** As written, in NFC; all-capital names in small letters. */
  name: string
  /** The name has no tones; how it is probably spelt. A proposal for an officer. */
  nameProposed?: string
  sex: Sex | undefined
  /** The column of sex held a tick or nothing: the sex is our inference. */
  sexInferred?: true
  birth: BirthDate | undefined
  birthTwoDigitYear?: true
  id: CitizenId | OldId | undefined
  idKind: 'citizenId' | 'oldId' | undefined
  /** The ID is a proposal: its cell had lost the leading zeros. */
  idZeroLost?: true
  /** From the smallest unit up, such as `['TT Mường Xén', 'Kỳ Sơn']`; empty when the list does not say. */
  unitAsWritten: readonly string[]
  village: string | undefined
  household: string | undefined
  relation: string | undefined
  /** Facts by their key in the law; a fact that is not answered is absent. */
  facts: Readonly<Record<string, string>>
  award: ListedAward | undefined
  /** What was paid before that, of a list with a column a month. */
  earlierAwards?: readonly ListedAward[]
  note: string | undefined
  /** The days on which the person died, when the note says so. */
  died?: { from: BirthDate['from']; to: BirthDate['to'] }
  /** The row of the sheet that is probably the same person. */
  probableDuplicateOf?: number
  probableDuplicateSheet?: string
  /** The row of the list whose file of errors this is. */
  corrects?: number
  /** `faulty` when some cell was refused, `doubtful` when some cell is doubted, `good` otherwise. */
  standing: 'good' | 'doubtful' | 'faulty'
  /** Of what the row says, wherever it stands: the same row twice has the same hash. */
  rowHash: string
}

/** How the month of a list is known; what was paid last and who began last are told to the officer as a guess. */
export type MonthSource = 'officer' | 'title' | 'sheet' | 'paid' | 'beginning'

/** The rows that hold the headings of a sheet, as Excel numbers them. */
export interface HeadingRows {
  first: number
  last: number
}

/** Where on its sheet each column is read from: `{ name: 'B' }`. */
export type ColumnLetters = Readonly<Partial<Record<ColumnKey, string>>>

/** Everything a careful reader finds in a list. */
export interface ListReading {
  /** `titled` when lines above the headings name the list, as communes do; `flat` otherwise. */
  layout: 'titled' | 'flat'
  kind: string | undefined
  /** The month the list pays. */
  month: Month | undefined
  /** How the month is known; undefined where it is not. */
  monthFrom: MonthSource | undefined
  unitAsWritten: string | undefined
  /** The first row below the headings, as Excel numbers it. */
  firstDataRow: number
  rows: ListRow[]
  notPeople: { row: number; is: NotPerson; sheet?: string }[]
  problems: ListProblem[]
  /** Which column was read as what: `C` → `name`. */
  columns: { letters: string; column: ColumnKey; heading: string }[]
  /** Columns whose heading is none of ours: they were not read. */
  columnsNotRead: { letters: string; heading: string }[]
  /** Rows and columns that the sheets hide, which are read like any other. */
  hidden: { rows: number; columns: readonly string[] }
  /** Other sheets of the file that hold something, hidden or not: they were not read. */
  sheetsNotRead: readonly string[]
  /** The sheets that were read as one list. */
  sheetsRead: readonly { name: string; firstDataRow: number; letters: ColumnLetters }[]
  /** The rows that hold the headings of the first of them; undefined when none were found. */
  headings: HeadingRows | undefined
  /** The first rows of it as they are written, so that an officer can say which are the headings. */
  firstRows: readonly (readonly string[])[]
  /** Every column of the first of them, read or not, with why. */
  shown: readonly ShownColumn[]
  /** Of the headings; undefined when none were found. */
  signature: string | undefined
  /** The columns are those an officer named for these headings. */
  isMapped: boolean
  /** The list whose file of errors this is, by its number. */
  corrects: number | undefined
}

/** Rows of one sheet, so that the numbers of the rows of several sheets never meet; no sheet of Excel has more. */
const rowsOfSheet = 1_048_576

/** The number a row is kept under: its row in the first sheet, and beyond all of those in the next. */
export function numberOf({ row, sheetAt = 0 }: Pick<ListRow, 'row' | 'sheetAt'>): number {
  return sheetAt * rowsOfSheet + row
}
