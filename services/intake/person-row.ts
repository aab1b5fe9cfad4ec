import { type LocalDate, lastDayOf, monthOf } from '#calendar'
import { foldText, parseBirth, proposeTones, type Sex, tidyName, tidyText } from '#identity'
import type { CellValue } from '#platform/sheets'
import { type Address, parseAddress } from './addresses.ts'
import { readAwards } from './award-cells.ts'
import { findBirthColumn, isBirthWritten, readBirth } from './birth-cells.ts'
import type { Category } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { readFacts } from './fact-cells.ts'
import { rowHash } from './hashes.ts'
import { idColumn, readId, reportDoubts } from './id-cells.ts'
import type { ListRow } from './list-rows.ts'
import { isRefusal, type ListProblem } from './problems.ts'
import { cellAt, type ListContext, type Row, readsOf, report, textAt } from './row-cells.ts'
import { valueAt } from './row-kinds.ts'
import { inferSex, isMark, sexEvidence, sexInWords } from './sexes.ts'
import { holdsTwoNames } from './two-people.ts'

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
  const row = withoutMerged(withoutErrors({ index, cells, context }))
  if (context.hiddenRows.has(index)) report(row, 'name', 'hiddenRow', textAt(row, 'name') ?? '')
  const name = readName(row)
  if (name === undefined) return undefined
  const id = readId(row)
  const birthColumn = findBirthColumn(row)
  const sex = readSex(row, birthColumn)
  const birth = birthColumn && !sex.isBoth ? readBirth(row, birthColumn, { id, sex: sex.sex }) : undefined
  reportDoubts(row, id, { sex: sex.sex, birth: birth?.birth })
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

/** What one merged cell says over several people is said of none of them: each cell is reported and read as empty. */
function withoutMerged(row: Row): Row {
  const merged = row.context.merged.get(row.index)
  if (merged === undefined) return row
  const cells: CellValue[] = [...row.cells]
  for (const { key, column, value } of merged) {
    report(row, key, 'mergedCells', readsOf(value))
    cells[column] = null
  }
  return { ...row, cells }
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
  if (holdsTwoNames(typeof cell === 'string' ? cell : name)) report(row, 'name', 'twoPeople', name)
  else if (beyondName.test(name.normalize('NFC')) || (typeof cell === 'string' && twoNames.test(cell)))
    report(row, 'name', 'moreThanName', name)
  return name
}

function standingOf(problems: readonly ListProblem[], from: number): ListRow['standing'] {
  let standing: ListRow['standing'] = 'good'
  for (let index = from; index < problems.length; index += 1) {
    const problem = problems[index]
    if (problem && isRefusal(problem)) return 'faulty'
    standing = 'doubtful'
  }
  return standing
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
