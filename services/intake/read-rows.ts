import { type LocalDate, lastDayOf, type Month } from '#calendar'
import { collectSpellings, foldText, type NameSpellings, type Sex, tidyText } from '#identity'
import type { CellValue } from '#platform/sheets'
import { findCategory } from './categories.ts'
import type { DuplicateMarks } from './duplicates.ts'
import { HouseholdBlocks } from './household-blocks.ts'
import type { ListReading, ListRow } from './list-rows.ts'
import { bodyOf, type Columns, type ListSheet, lastPaidMonth } from './list-sheets.ts'
import { findMonthFirst } from './month-first.ts'
import { type RowGroup, readPerson } from './person-row.ts'
import type { ListProblem } from './problems.ts'
import { type ListContext, readsOf, report } from './row-cells.ts'
import {
  beginsOtherList,
  kindOfRow,
  looksLikeName,
  namesVillage,
  type RowKind,
  valueAt,
} from './row-kinds.ts'
import { isMark, meaningOfMarks } from './sexes.ts'
import { readsInThousands } from './thousands.ts'
import { isTickKey, tickOf } from './ticks.ts'
import { mergedOverPeople, withDittos } from './whole-rows.ts'

/** Some rows of a list, with the problems of these rows; what is no person comes with the last piece of its sheet. */
export interface Piece {
  rows: ListRow[]
  problems: ListProblem[]
  notPeople: ListReading['notPeople']
}

interface RowOptions {
  today: LocalDate
  standardOn?: (month: Month) => number | undefined
  month: Month | undefined
  kind: string | undefined
  marks: DuplicateMarks
}

const pieceRows = 250

/** Reads the rows of all sheets of a list, one after the other. */
export function* readPieces(list: readonly ListSheet[], options: RowOptions): Generator<Piece> {
  const spellings = collectSpellings(namesOf(list))
  for (const sheet of list)
    yield* readSheet(sheet, contextOf(sheet, list, { ...options, spellings }), options)
}

function contextOf(
  sheet: ListSheet,
  list: readonly ListSheet[],
  { today, standardOn, month, spellings }: RowOptions & { spellings: NameSpellings },
): ListContext {
  const { headings, title } = sheet
  return {
    columns: headings.columns,
    asOf: month ? lastDayOf(month) : today,
    inThousands: readsInThousands(sheet.sheet.rows, headings),
    standardDong: month ? standardOn?.(month) : undefined,
    tick: meaningOfTicks(sheet),
    monthFirst: findMonthFirst(birthsOf(sheet)),
    unitAsWritten: title.unitAsWritten ?? list[0]?.title.unitAsWritten,
    spellings,
    facts: [...headings.columns.keys()].flatMap((key) => (key.startsWith('fact:') ? [key.slice(5)] : [])),
    paidMonths: [...headings.columns.keys()]
      .flatMap((key) => (key.startsWith('paid:') ? [Number(key.slice(5))] : []))
      .sort((one, other) => one - other),
    year: title.year,
    lastPaid: lastPaidMonth(sheet),
    ...(list.length > 1 ? { sheet: { at: sheet.at, name: sheet.sheet.name } } : {}),
    ticks: [...headings.columns.keys()].filter(isTickKey).map((key) => ({ key, tick: tickOf(key) })),
    merged: mergedOverPeople(sheet.sheet, headings.columns),
    hiddenRows: new Set(sheet.sheet.hiddenRows),
    problems: [],
  }
}

interface OtherRow {
  row: number
  folded: string
  /** A sum that says it is of everything. */
  isWhole: boolean
}

/** Where the reading of a sheet stands. */
interface Reading {
  group: RowGroup
  above: readonly CellValue[]
  afterSignatures: boolean
  /** A table with other headings has begun. */
  isOtherList: boolean
  households: HouseholdBlocks
  villages: Set<string>
  firstPerson: number
  others: OtherRow[]
  notPeople: ListReading['notPeople']
}

function* readSheet(sheet: ListSheet, context: ListContext, { kind, marks }: RowOptions): Generator<Piece> {
  const at: Reading = {
    group: {
      village: villageOfSheet(sheet.sheet.name),
      category: kind === 'HTXH hàng tháng' ? 'SP' : undefined,
    },
    above: [],
    afterSignatures: false,
    isOtherList: false,
    households: new HouseholdBlocks(context.columns),
    villages: new Set(),
    firstPerson: 0,
    others: [],
    notPeople: [],
  }
  let rows: ListRow[] = []
  for (let index = sheet.headings.lastRow + 1; index < sheet.rows.length; index += 1) {
    const person = readRow(index, sheet.rows[index] ?? [], at, context)
    if (person) {
      marks.mark(person)
      rows.push(person)
    }
    if (rows.length < pieceRows) continue
    yield { rows, problems: context.problems.splice(0), notPeople: [] }
    rows = []
  }
  correctKinds(at, context.sheet !== undefined)
  yield { rows, problems: context.problems.splice(0), notPeople: at.notPeople }
}

function readRow(
  index: number,
  cells: readonly CellValue[],
  at: Reading,
  context: ListContext,
): ListRow | undefined {
  const kind = kindIn(index, cells, at, context)
  if (kind.is === 'empty') return undefined
  if (kind.is === 'person') {
    at.afterSignatures = false
    at.above = at.households.fill(withDittos(cells, at.above, context.columns))
    const person = readPerson(index, at.above, at.group, context)
    if (!person) return undefined
    at.villages.add(foldText(person.village ?? ''))
    if (at.firstPerson === 0) at.firstPerson = person.row
    return person
  }
  const is = namesUnsaidVillage(kind, context.columns) ? 'village heading' : kind.is
  at.notPeople.push({ row: index + 1, is, ...(context.sheet ? { sheet: context.sheet.name } : {}) })
  at.others.push({
    row: index + 1,
    folded: foldText(kind.text),
    isWhole: kind.is === 'total' && kind.isNamed,
  })
  at.group = groupUnder(is, kind.text, at.group)
  if (kind.is === 'signatures') at.afterSignatures = true
  if (kind.is === 'column headings' || is === 'village heading') at.afterSignatures = false
  return undefined
}

/** What a row is; where a table with other headings begins, that is told once and nothing of it is read. */
function kindIn(index: number, cells: readonly CellValue[], at: Reading, context: ListContext): RowKind {
  const kind = kindOfRow(cells, { columns: context.columns, afterSignatures: at.afterSignatures })
  if (kind.is === 'empty' || kind.is === 'column headings') return kind
  if (!at.isOtherList && beginsOtherList(cells)) {
    at.isOtherList = true
    report({ index, cells, context }, 'name', 'otherHeadings', cells.filter(Boolean).map(readsOf).join(' | '))
  }
  const [text = ''] = cells.filter((cell) => typeof cell === 'string')
  return at.isOtherList ? { is: 'other list', text } : kind
}

/** What a heading among the rows says of those below it; a sum or a note says nothing. */
function groupUnder(is: string, text: string, group: RowGroup): RowGroup {
  if (is === 'village heading') return { ...group, village: withoutCount(text) }
  if (is !== 'heading') return group
  const areLeaving = leaverWords.test(foldText(text))
  return { ...group, category: findCategory(text) ?? group.category, areLeaving }
}

/** `Xóm 1 (12 người)` and `Xóm 2: 03 đối tượng` are Xóm 1 and Xóm 2. */
function withoutCount(text: string): string {
  return tidyText(text).replace(/\s*[:(–-]*\s*\d+ (?:người|đối tượng|đt|hộ|ng)\)?\s*$/iu, '')
}

const leaverWords =
  /^(danh sach |doi tuong |nguoi |cac )*(bien dong )?(giam|cat giam|cat|dung|thoi|ngung|tu tran|da chet|chet|chuyen di)\b/
/** Who is there, comes or leaves is no village. */
const changeWords = /^(dang huong|tang|huong moi|moi|bo sung|bien dong|dieu chinh|doi tuong|danh sach)\b/

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
    !leaverWords.test(foldText(kind.text)) &&
    !changeWords.test(foldText(kind.text)) &&
    findCategory(kind.text) === undefined
  )
}

/**
 * What the people around a row say of it: a heading that names their village is of the village; a sum of a village,
 * or one of nothing said that follows people and precedes another sum, is a subtotal, as is that of one sheet among
 * several.
 */
function correctKinds({ villages, notPeople, others, firstPerson }: Reading, isOneOfSeveral: boolean): void {
  villages.delete('')
  const lastSum = notPeople.findLast(({ is }) => is === 'total')?.row
  notPeople.forEach((other, index) => {
    const { folded, isWhole } = others[index] ?? { folded: '', isWhole: false }
    if (other.is === 'heading' && villages.has(folded)) other.is = 'village heading'
    if (other.is !== 'total') return
    const ofVillage = villages.has(folded.replace(/^(tong cong|tong so|tong|cong) /, ''))
    const ofNothing = !isWhole && other.row > firstPerson && (isOneOfSeveral || other.row !== lastSum)
    if (ofVillage || ofNothing) other.is = 'subtotal'
  })
}

function meaningOfTicks(sheet: ListSheet): Sex | undefined {
  const { columns } = sheet.headings
  const column = columns.get('sex')
  if (column === undefined) return undefined
  const ticked = bodyOf(sheet).filter((cells) => isMark(valueAt(cells, column)))
  return meaningOfMarks(
    ticked.map((cells) => ({
      name: valueAt(cells, columns.get('name')),
      id: valueAt(cells, columns.get('id')),
    })),
  )
}

/** What stands in the columns of births. */
function* birthsOf(sheet: ListSheet): Generator<CellValue> {
  for (const key of ['birth', 'birthMale', 'birthFemale'] as const) {
    const column = sheet.headings.columns.get(key)
    if (column !== undefined) for (const cells of bodyOf(sheet)) yield valueAt(cells, column)
  }
}

/** The names of people: villages and sums in the same column would teach wrong spellings. */
function* namesOf(list: readonly ListSheet[]): Generator<string> {
  for (const sheet of list) {
    const { columns } = sheet.headings
    const column = columns.get('name')
    for (const cells of bodyOf(sheet)) {
      const cell = valueAt(cells, column)
      if (typeof cell === 'string' && kindOfRow(cells, { columns, afterSignatures: false }).is === 'person')
        yield cell
    }
  }
}
