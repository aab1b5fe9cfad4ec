import {
  type BirthDate,
  birthFromShort,
  birthInShort,
  contentsOf,
  parseBirth,
  readBirth as readUncertain,
  type Sex,
} from '#identity'
import { findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadId } from './id-cells.ts'
import { mayBeExchanged } from './month-first.ts'
import { cellAt, type Row, readsOf, report, textAt } from './row-cells.ts'

const birthColumns = ['birth', 'birthMale', 'birthFemale', 'birthYear'] as const
export type BirthColumn = (typeof birthColumns)[number]

/** Where the birth stands: a dash or a zero in the other column is no birth. */
export function findBirthColumn(row: Row): BirthColumn | undefined {
  return (
    birthColumns.find((key) => isBirthWritten(row, key)) ??
    birthColumns.find((key) => cellAt(row, key) !== null)
  )
}

export function isBirthWritten(row: Row, key: ColumnKey): boolean {
  const cell = cellAt(row, key)
  return cell !== null && /[1-9]/.test(readsOf(cell))
}

/** The birth in a cell; undefined when it was refused. What is only about right is doubted. */
export function readBirth(
  row: Row,
  column: BirthColumn,
  { id, sex }: { id: ReadId | undefined; sex: Sex | undefined },
): { birth: BirthDate; twoDigitYear: boolean } | undefined {
  const cell = column === 'birthYear' ? joinedBirth(row) : cellAt(row, column)
  const { asOf } = row.context
  const written = typeof cell === 'object' && cell !== null ? cell.day : cell
  if (typeof written !== 'string' && typeof written !== 'number') {
    report(row, column, 'notABirth', readsOf(cell))
    return undefined
  }
  const reading = readUncertain(written, { asOf })
  if (!reading.ok) {
    report(row, column, reading.problem, reading.reads)
    return undefined
  }
  const { birth, doubts } = reading
  if (mayBeExchanged(cell, row.context.monthFirst)) report(row, column, 'dayMonthUncertain', birth.written)
  const twoDigitYear = doubts.includes('twoDigitYear')
  if (/^\d{2}$/.test(birth.written) && !isToldBy(id, birth.written)) report(row, column, 'yearOrAge', written)
  const read = twoDigitYear ? ofOldAge(row, inCenturyOf(id, sex, birth)) : birth
  return { birth: asFarAsSure(row, column, read, doubts), twoDigitYear }
}

const uncertain = ['approximate', 'lunar', 'otherYearName'] as const

/**
 * Of a day that is about right, or of the lunar calendar and some weeks before its own, the year alone is taken; the
 * day stays a proposal, and what is written stays with the record.
 */
function asFarAsSure(row: Row, column: BirthColumn, birth: BirthDate, doubts: readonly string[]): BirthDate {
  const told = uncertain.filter((doubt) => doubts.includes(doubt))
  if (told.length === 0) return birth
  const short = birthInShort(birth)
  const proposal = short.length > 4 ? { proposes: short } : {}
  for (const doubt of told) report(row, column, doubt, birth.written, proposal)
  const year = birthFromShort(birth.from.slice(0, 4))
  return year ? { ...year, written: birth.written } : birth
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
