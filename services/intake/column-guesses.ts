import { parseBirth, readIdNumber } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import type { ColumnKey } from './columns.ts'
import type { Headings } from './headings.ts'
import { headingText, rowsSearched } from './headings.ts'
import { looksLikeName, namesVillage, valueAt } from './row-kinds.ts'
import { sexInWords } from './sexes.ts'

const rowsSampled = 60
/** A column of which fewer cells fit is not guessed. */
const shareMin = 0.6
const headingsMin = 3

/** What a column may be told to be by its values alone, the surest first. */
const guessed: readonly (readonly [ColumnKey, (value: CellValue) => boolean])[] = [
  ['id', isIdNumber],
  ['name', isName],
  ['sex', (value) => sexInWords(value) !== undefined],
  ['birth', isBirth],
]

/**
 * Columns whose headings are not known, by what they hold: numbers of people, names, sexes, births. Only what the
 * list lacks, and only columns that no heading has named.
 */
export function guessColumns(
  sheet: Sheet,
  { lastRow, columns: recognised, again = [] }: Headings,
  columns: ReadonlyMap<ColumnKey, number>,
): Map<ColumnKey, number> {
  const guesses = new Map<ColumnKey, number>()
  if (columns.has('name')) return guesses
  const body = sheet.rows.slice(lastRow + 1, lastRow + 1 + rowsSampled)
  const width = Math.max(0, ...body.map(({ length }) => length))
  const taken = new Set([...recognised.values(), ...again])
  for (const [key, fits] of guessed) {
    if (columns.has(key) || (key === 'birth' && births.some((birth) => columns.has(birth)))) continue
    for (let index = 0; index < width; index += 1) {
      if (taken.has(index) || !isMostly(body, index, fits)) continue
      guesses.set(key, index)
      taken.add(index)
      break
    }
  }
  return guesses
}

const births = ['birth', 'birthMale', 'birthFemale', 'birthYear'] as const
const bySex = [
  ['sexMale', 'birthMale'],
  ['sexFemale', 'birthFemale'],
] as const

/** Births under `Nam` and `Nữ` where no heading above says so: they are no ticks, and tell the sex as well. */
export function withBirthsBySex(sheet: Sheet, found: Headings): Headings {
  if (births.some((birth) => found.columns.has(birth))) return found
  const body = sheet.rows.slice(found.lastRow + 1, found.lastRow + 1 + rowsSampled)
  const indexes = bySex.flatMap(([sex]) => found.columns.get(sex) ?? [])
  const values = body.flatMap((row) => indexes.map((index) => valueAt(row, index)))
  const written = values.filter((value) => /[1-9]/.test(String(value ?? '')) && value !== 1)
  if (written.length < 2 || written.filter(isBirth).length < written.length * shareMin) return found
  const columns = new Map(found.columns)
  for (const [sex, birth] of bySex) {
    const index = columns.get(sex)
    if (index === undefined) continue
    columns.delete(sex)
    columns.set(birth, index)
  }
  return { ...found, columns }
}

/** A row that may hold headings though none is known: several different texts, and filled rows below it. */
export function guessHeadings(rows: Sheet['rows']): Headings | undefined {
  const searched = rows.slice(0, rowsSearched)
  const firstRow = searched.findIndex((row, index) => {
    const filled = row.filter((cell) => cell !== null)
    const texts = row.flatMap((cell) => headingText(cell ?? undefined) ?? [])
    if (
      texts.length < headingsMin ||
      texts.length < filled.length ||
      texts.some((text) => /\d{4}/.test(text))
    )
      return false
    const below = (rows[index + 1] ?? []).filter((cell) => cell !== null).length
    return new Set(texts).size === texts.length && below >= headingsMin
  })
  if (firstRow < 0) return undefined
  const unknown = [...(rows[firstRow] ?? []).entries()].flatMap(([column, value]) => {
    const heading = headingText(value ?? undefined)
    return heading === undefined ? [] : [{ row: firstRow, column, heading }]
  })
  return { firstRow, lastRow: firstRow, columns: new Map(), unknown }
}

function isMostly(body: Sheet['rows'], index: number, fits: (value: CellValue) => boolean): boolean {
  const values = body.map((row) => valueAt(row, index)).filter((value) => value !== null)
  return values.length >= 2 && values.filter(fits).length >= values.length * shareMin
}

function isIdNumber(value: CellValue): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const digits = String(value).replace(/\D/g, '').length
  return digits >= 9 && readIdNumber(value).kind !== 'none' && readIdNumber(value).kind !== 'problem'
}

function isName(value: CellValue): boolean {
  return typeof value === 'string' && looksLikeName(value) && !namesVillage(value)
}

function isBirth(value: CellValue): boolean {
  if (typeof value === 'object') return value !== null
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1900 && value <= 2100
  if (typeof value !== 'string' || !/\d{4}/.test(value)) return false
  const reading = parseBirth(value, { asOf: lastDay })
  return reading.ok || reading.problem === 'tooLongAgo'
}

/** Any day will do: nobody's birth is refused for being late here. */
const lastDay = '2100-12-31' as Parameters<typeof parseBirth>[1]['asOf']
