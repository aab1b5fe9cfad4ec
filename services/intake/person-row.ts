import { type LocalDate, lastDayOf, monthOf } from '#calendar'
import {
  type BirthDate,
  birthInShort,
  type CitizenId,
  contentsOf,
  doubtsAbout,
  foldText,
  type IdReading,
  type OldId,
  parseBirth,
  proposeTones,
  readIdNumber,
  type Sex,
  tidyName,
  tidyText,
} from '#identity'
import type { CellValue } from '#platform/sheets'
import { type Address, parseAddress } from './addresses.ts'
import { readAwards } from './award-cells.ts'
import { type Category, findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { factColumns } from './fact-columns.ts'
import { rowHash } from './hashes.ts'
import type { ListRow } from './list-rows.ts'
import { mayBeExchanged } from './month-first.ts'
import { isRefusal, type ListProblem } from './problems.ts'
import { cellAt, type ListContext, type Row, readsOf, report, textAt } from './row-cells.ts'
import { valueAt } from './row-kinds.ts'
import { inferSex, isMark, sexEvidence, sexInWords } from './sexes.ts'

/** What the heading rows above say of the row. */
export interface RowGroup {
  village: string | undefined
  category: Category | undefined
  /** The heading above says that they leave the list. */
  areLeaving?: boolean
}

/** Reads one person; undefined (and a problem) when the row has no name. */
export function readPerson(
  index: number,
  cells: readonly CellValue[],
  group: RowGroup,
  context: ListContext,
) {
  const problemsBefore = context.problems.length
  const row = withoutErrors({ index, cells, context })
  const name = readName(row)
  if (name === undefined) return undefined
  const id = readId(row)
  const birthColumn = findBirthColumn(row)
  const sex = readSex(row, birthColumn)
  const birth = birthColumn && !sex.isBoth ? readBirth(row, birthColumn, id, sex.sex) : undefined
  if (id?.kind === 'citizenId') reportDoubts(row, id.id, sex.sex, birth?.birth)
  const note = textAt(row, 'note')
  const nameProposed = proposeTones(name, context.spellings)
  const died = note === undefined ? undefined : deathIn(note, context.asOf)
  const address = addressAt(row)
  const village = address.village ?? group.village
  const listed: ListRow = {
    row: index + 1,
    ...(context.sheet ? { sheet: context.sheet.name, sheetAt: context.sheet.at } : {}),
    name,
    ...(nameProposed === undefined ? {} : { nameProposed }),
    sex: sex.sex,
    ...(sex.sexInferred ? { sexInferred: true as const } : {}),
    birth: birth?.birth,
    ...(birth?.twoDigitYear ? { birthTwoDigitYear: true as const } : {}),
    id: id?.id,
    idKind: id?.kind,
    ...(id?.kind === 'citizenId' && id.zeroLost ? { idZeroLost: true as const } : {}),
    unitAsWritten: unitOf(row, address),
    village,
    household: textAt(row, 'household'),
    relation: textAt(row, 'relation'),
    facts: readFacts(row),
    ...(group.areLeaving ? leaving(row) : readAwards(row, group.category)),
    note,
    ...(died ? { died } : {}),
    ...correctsOf(row),
    standing: 'good',
    rowHash: rowHash(contentOf(row, village)),
  }
  listed.standing = standingOf(context.problems, problemsBefore)
  return listed
}

/** Whoever leaves the list draws nothing by it. */
function leaving(row: Row): { award: undefined } {
  report(row, 'name', 'amongLeavers', textAt(row, 'name') ?? '')
  return { award: undefined }
}

/** In a file of errors each row says which row of the list it corrects. */
function correctsOf(row: Row): { corrects?: number } {
  const written = textAt(row, 'originalRow')
  return written !== undefined && /^\d{1,9}$/.test(written) ? { corrects: Number(written) } : {}
}

const formulaError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i

/** A formula that gives an error tells nothing: its cell is reported and read as empty. */
function withoutErrors(row: Row): Row {
  let cells: CellValue[] | undefined
  for (const [key, column] of row.context.columns) {
    const cell = valueAt(row.cells, column)
    if (key === 'ordinal' || key === 'other' || typeof cell !== 'string') continue
    if (cell[0] !== '#' || !formulaError.test(cell.trim())) continue
    report(row, key, 'formulaError', cell)
    cells ??= [...row.cells]
    cells[column] = null
  }
  return cells ? { ...row, cells } : row
}

/** Digits, brackets and marks between words, or a word of address, are no part of a name. */
const beyondName = /[\d,;:()[\]/&+]|\s[-–]\s|^(?:bà|cụ)\s/iu
/** Two names, a line each. */
const twoNames = /^\s*\S+(?:[ \t]+\S+){2,}\s*[\r\n]+\s*\S+(?:[ \t]+\S+){2,}\s*$/

function readName(row: Row): string | undefined {
  const cell = cellAt(row, 'name')
  const name = tidyName(textAt(row, 'name') ?? '')
  if (name === '' || /^(?:-?nt-?|["”″〃-])$/i.test(name)) {
    const isTold = row.context.problems.at(-1)
    if (!(isTold?.code === 'formulaError' && isTold.row === row.index + 1))
      report(row, 'name', 'noName', name)
    return undefined
  }
  if (beyondName.test(name.normalize('NFC')) || (typeof cell === 'string' && twoNames.test(cell)))
    report(row, 'name', 'moreThanName', name)
  return name
}

/** Where the birth stands: a dash or a zero in the other column is no birth. */
function findBirthColumn(row: Row): (typeof birthColumns)[number] | undefined {
  return (
    birthColumns.find((key) => isBirthWritten(row, key)) ??
    birthColumns.find((key) => cellAt(row, key) !== null)
  )
}

function isBirthWritten(row: Row, key: ColumnKey): boolean {
  const cell = cellAt(row, key)
  return cell !== null && /[1-9]/.test(readsOf(cell))
}

const birthColumns = ['birth', 'birthMale', 'birthFemale', 'birthYear'] as const

function standingOf(problems: readonly ListProblem[], from: number): ListRow['standing'] {
  let standing: ListRow['standing'] = 'good'
  for (let index = from; index < problems.length; index += 1) {
    const problem = problems[index]
    if (problem && isRefusal(problem)) return 'faulty'
    standing = 'doubtful'
  }
  return standing
}

/** Two letters of the group, a digit of the benefit, two of the province, ten of the person. */
const insuranceCard = /^\s*[A-Z]{2}[ -]?\d(?:[ -]?\d){12}\s*$/

type ReadId = Extract<IdReading, { id: CitizenId | OldId }>

function readId(row: Row): ReadId | undefined {
  const column = idColumn(row)
  const cell = cellAt(row, column)
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined
  if (typeof cell === 'string' && insuranceCard.test(cell)) {
    report(row, column, 'insuranceCard', cell)
    return undefined
  }
  const reading = readIdNumber(cell)
  if (reading.kind === 'none') return undefined
  if (reading.kind === 'problem') {
    report(row, column, reading.problem, reading.reads)
    return undefined
  }
  if (reading.kind === 'citizenId' && reading.zeroLost) {
    report(row, column, 'zeroLost', String(cell), { proposes: reading.id })
  }
  return reading
}

/** Some lists keep the old card in a column of its own: it stands in only where there is no citizen ID. */
function idColumn(row: Row): 'id' | 'oldId' {
  return cellAt(row, 'id') === null && cellAt(row, 'oldId') !== null ? 'oldId' : 'id'
}

interface ReadSex {
  sex: Sex | undefined
  sexInferred?: true
  /** Births stand under both sexes: neither is read. */
  isBoth?: true
}

function readSex(row: Row, birthColumn: ColumnKey | undefined): ReadSex {
  const births = isBirthWritten(row, 'birthMale') && isBirthWritten(row, 'birthFemale')
  const ticks = isMark(cellAt(row, 'sexMale')) && isMark(cellAt(row, 'sexFemale'))
  if (births || ticks) {
    const column = births ? 'birthFemale' : 'sexFemale'
    report(row, column, 'bothSexes', readsOf(cellAt(row, column)))
    return births ? { sex: undefined, isBoth: true } : { sex: undefined }
  }
  if (birthColumn === 'birthMale') return { sex: 'male' }
  if (birthColumn === 'birthFemale') return { sex: 'female' }
  if (isMark(cellAt(row, 'sexMale'))) return { sex: 'male' }
  if (isMark(cellAt(row, 'sexFemale'))) return { sex: 'female' }
  const cell = cellAt(row, 'sex')
  const inWords = sexInWords(cell)
  if (inWords) return { sex: inWords }
  if (cell !== null && !isMark(cell)) {
    report(row, 'sex', 'unknownSex', readsOf(cell))
    return { sex: undefined }
  }
  const inferred = inferSex(
    cell,
    sexEvidence(cellAt(row, 'name'), cellAt(row, idColumn(row))),
    row.context.tick,
  )
  return inferred ? { sex: inferred, sexInferred: true } : { sex: undefined }
}

function readBirth(
  row: Row,
  column: ColumnKey,
  id: ReadId | undefined,
  sex: Sex | undefined,
): { birth: BirthDate; twoDigitYear: boolean } | undefined {
  const cell = column === 'birthYear' ? joinedBirth(row) : cellAt(row, column)
  const { asOf } = row.context
  const written = typeof cell === 'object' && cell !== null ? cell.day : cell
  if (typeof written !== 'string' && typeof written !== 'number') {
    report(row, column, 'notABirth', readsOf(cell))
    return undefined
  }
  const reading = parseBirth(written, { asOf })
  if (!reading.ok) {
    report(row, column, reading.problem, reading.reads)
    return undefined
  }
  if (mayBeExchanged(cell, row.context.monthFirst))
    report(row, column, 'dayMonthUncertain', reading.birth.written)
  const { birth, twoDigitYear } = reading
  if (/^\d{2}$/.test(birth.written) && !isToldBy(id, birth.written)) report(row, column, 'yearOrAge', written)
  return { birth: twoDigitYear ? ofOldAge(row, inCenturyOf(id, sex, birth)) : birth, twoDigitYear }
}

function isToldBy(id: ReadId | undefined, year: string): boolean {
  return id?.kind === 'citizenId' && String(contentsOf(id.id).birthYear).endsWith(year)
}

/** Day, month and year from three columns, as far as they are filled. */
function joinedBirth(row: Row): string {
  const parts = (['birthDay', 'birthMonth', 'birthYear'] as const).map((key) => cellAt(row, key))
  return parts.flatMap((part) => (part === null ? [] : [readsOf(part)])).join('/')
}

const oldAgeMin = 60

/** Who draws a benefit of the old was not born lately: `10-9-24` is of the century before. */
function ofOldAge(row: Row, birth: BirthDate): BirthDate {
  const category = findCategory(textAt(row, 'category') ?? '')
  const year = Number(birth.from.slice(0, 4))
  const isOld = category === 'SP' || category?.startsWith('K5') === true
  if (!isOld || year <= Number(row.context.asOf.slice(0, 4)) - oldAgeMin) return birth
  const reading = parseBirth(`${year - 100}${birthInShort(birth).slice(4)}`, row.context)
  return reading.ok ? { ...reading.birth, written: birth.written } : birth
}

/** A two-digit year is of the century the ID tells, when the ID agrees with everything else. */
function inCenturyOf(id: ReadId | undefined, sex: Sex | undefined, birth: BirthDate): BirthDate {
  if (id?.kind !== 'citizenId') return birth
  const told = contentsOf(id.id)
  const differs = told.birthYear !== Number(birth.from.slice(0, 4))
  if (!differs || told.sex !== sex || told.birthYear % 100 !== Number(birth.from.slice(2, 4))) return birth
  const reading = parseBirth(`${told.birthYear}${birthInShort(birth).slice(4)}`, { asOf: birth.from })
  return reading.ok ? { ...reading.birth, written: birth.written } : birth
}

function reportDoubts(row: Row, id: CitizenId, sex: Sex | undefined, birth: BirthDate | undefined): void {
  for (const doubt of doubtsAbout(id, { sex, birth })) report(row, idColumn(row), doubt, id)
}

const answers = new Map(
  factColumns.map(({ fact, values }) => [
    fact,
    values === 'count'
      ? undefined
      : new Map(
          Object.entries(values).flatMap(([code, words]) =>
            words.map((word): [string, string] => [foldText(word), code]),
          ),
        ),
  ]),
)

function readFacts(row: Row): Readonly<Record<string, string>> {
  let facts: Record<string, string> | undefined
  for (const fact of row.context.facts) {
    const cell = cellAt(row, `fact:${fact}`)
    if (cell === null) continue
    const codes = answers.get(fact)
    const folded = foldText(readsOf(cell))
    const code = codes ? codes.get(folded) : /^\d{1,2}$/.test(folded) ? String(Number(folded)) : undefined
    if (code === undefined) report(row, `fact:${fact}`, 'unknownFact', readsOf(cell))
    else facts = { ...facts, [fact]: code }
  }
  return facts ?? noFacts
}

const noFacts: Readonly<Record<string, string>> = Object.freeze({})

/** An address in one cell is taken apart where no other column says the commune. */
function addressAt(row: Row): Address {
  const written = textAt(row, 'village')
  if (written === undefined) return {}
  return row.context.columns.has('commune') ? { village: written } : parseAddress(written)
}

function unitOf(row: Row, address: Address): readonly string[] {
  const commune = textAt(row, 'commune') ?? address.commune
  const district = textAt(row, 'district') ?? address.district
  if (commune !== undefined) return district === undefined ? [commune] : [commune, district]
  return row.context.unitAsWritten === undefined ? [] : [row.context.unitAsWritten]
}

/** `Chết 3/2024`, `mất ngày 12/3/2024`: the days meant, when the note gives them. */
function deathIn(note: string, asOf: LocalDate): { from: LocalDate; to: LocalDate } | undefined {
  const date = /\b(?:chet|tu tran|qua doi|mat)\b(?: (?:ngay|thang|nam|tu|vao))* ([\d ]+)$/.exec(
    foldText(note),
  )?.[1]
  const reading = date === undefined ? undefined : parseBirth(date, { asOf: lastDayOf(monthOf(asOf)) })
  return reading?.ok ? { from: reading.birth.from, to: reading.birth.to } : undefined
}

/** The words of every cell that is read, in the order of the columns' names. */
function contentOf({ cells, context }: Row, village: string | undefined): string {
  let content = `${context.unitAsWritten ?? ''}|${village ?? ''}`
  for (const [key, column] of context.columns) {
    if (key === 'ordinal' || key === 'other' || key === 'village' || key === 'originalRow') continue
    const cell = valueAt(cells, column)
    if (cell !== null) content += `|${key}=${typeof cell === 'string' ? tidyText(cell) : readsOf(cell)}`
  }
  return content
}
