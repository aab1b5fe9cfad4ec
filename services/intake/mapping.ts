import { foldText, tidyText } from '#identity'
import { type CellValue, columnLetters, type Sheet } from '#platform/sheets'
import { guessColumns } from './column-guesses.ts'
import type { ColumnKey } from './columns.ts'
import { rowHash } from './hashes.ts'
import { type Headings, headingText } from './headings.ts'
import { valueAt } from './row-kinds.ts'

/** What an officer said of the columns of a list, by the name of each; those left out stay as they were recognised. */
export type Mapping = Readonly<Record<string, ColumnKey | 'leftOut'>>

/** What is remembered of lists with the same headings: their columns and, where an officer said so, of how many rows the headings are. */
export interface RememberedMapping {
  columns: Mapping
  headingRows?: number
}

/** Why a column is read as it is, or not read. */
export type ColumnReason =
  | 'heading'
  | 'content'
  | 'officer'
  | 'leftOut'
  | 'notKept'
  | 'again'
  | 'unknownHeading'
  | 'noHeading'

/** One column of the sheet, as it is shown to the officer who may say otherwise. */
export interface ShownColumn {
  letters: string
  /** As written; empty where nothing stands above the column. */
  heading: string
  /** By which a mapping names the column: it stays the same in another order of the columns. */
  name: string
  column: ColumnKey | undefined
  because: ColumnReason
  /** Up to three values that stand below. */
  samples: readonly string[]
  /** The sheet does not show it; it is read like any other. */
  isHidden?: true
}

interface NamedColumn {
  index: number
  heading: string
  name: string
}

const samplesShown = 3
const rowsSampled = 200
const sampleLettersMax = 40

/** Names every column that has a heading or holds something, the same heading twice by its place among them. */
export function nameColumns(sheet: Sheet, { firstRow, lastRow }: Headings): NamedColumn[] {
  const head = sheet.rows.slice(firstRow, lastRow + 1)
  const body = sheet.rows.slice(lastRow + 1, lastRow + 1 + rowsSampled)
  const width = Math.max(0, ...head.map(({ length }) => length), ...body.map(({ length }) => length))
  const seen = new Map<string, number>()
  let group: string | undefined
  return Array.from({ length: width }, (_, index) => {
    const [own, below] = [headingText(head[0]?.[index]), headingText(head[1]?.[index])]
    if (own !== undefined) group = own
    const above = own ?? (below === undefined ? undefined : group)
    const heading = tidyText([above, below].filter(Boolean).join(' – '))
    const folded = foldText(heading)
    const times = (seen.get(folded) ?? 0) + 1
    seen.set(folded, times)
    return { index, heading, name: times === 1 ? folded : `${folded}#${times}` }
  }).filter(({ index, heading }) => heading !== '' || body.some((row) => (row[index] ?? null) !== null))
}

/** The same headings have the same signature, in whatever order they stand. */
export function signatureOf(columns: readonly NamedColumn[]): string {
  return rowHash(
    columns
      .map(({ name }) => name)
      .sort()
      .join('|'),
  )
}

/** The headings with the columns as the officer says, or else with those told by what they hold. */
export function withMapping(
  sheet: Sheet,
  found: Headings,
  { named, mapping }: { named: readonly NamedColumn[]; mapping: Mapping | undefined },
): { headings: Headings; reasons: ReadonlyMap<number, ColumnReason> } {
  const reasons = new Map<number, ColumnReason>([...found.columns.values()].map((at) => [at, 'heading']))
  const columns = new Map(found.columns)
  for (const index of found.again ?? []) reasons.set(index, 'again')
  for (const { index, name } of named) {
    const said = mapping?.[name]
    if (said === undefined) continue
    for (const [key, at] of [...columns]) if (at === index || key === said) columns.delete(key)
    if (said !== 'leftOut') columns.set(said, index)
    reasons.set(index, said === 'leftOut' ? 'leftOut' : 'officer')
  }
  const hasSaid = mapping !== undefined && Object.keys(mapping).length > 0
  const guesses = hasSaid ? new Map<ColumnKey, number>() : guessColumns(sheet, found, columns)
  for (const [key, index] of guesses) {
    columns.set(key, index)
    reasons.set(index, 'content')
  }
  const read = new Set(columns.values())
  const unknown = found.unknown.filter(({ column }) => !read.has(column))
  return { headings: { ...found, columns: inOrder(columns), unknown }, reasons }
}

/** As recognised columns are: from the left to the right. */
function inOrder(columns: ReadonlyMap<ColumnKey, number>): Map<ColumnKey, number> {
  return new Map([...columns].sort(([, one], [, other]) => one - other))
}

/** Every column with what it is read as and why, and some of its values. */
export function showColumns(
  sheet: Sheet,
  headings: Headings,
  { named, reasons }: { named: readonly NamedColumn[]; reasons: ReadonlyMap<number, ColumnReason> },
): ShownColumn[] {
  const byIndex = new Map([...headings.columns].map(([key, index]) => [index, key]))
  const body = sheet.rows.slice(headings.lastRow + 1, headings.lastRow + 1 + rowsSampled)
  const hidden = new Set(sheet.hiddenColumns)
  return named.map(({ index, heading, name }) => {
    const column = byIndex.get(index)
    const kept = column === 'other' || column === 'ordinal' ? undefined : column
    const reason = reasons.get(index)
    return {
      letters: columnLetters(index),
      heading,
      name,
      column: kept,
      because: becauseOf({ reason, isKnown: column !== undefined, isRead: kept !== undefined, heading }),
      samples: samplesOf(body, index),
      ...(hidden.has(index) ? { isHidden: true as const } : {}),
    }
  })
}

function becauseOf(column: {
  reason: ColumnReason | undefined
  isKnown: boolean
  isRead: boolean
  heading: string
}): ColumnReason {
  const { reason, isKnown, isRead, heading } = column
  if (isRead) return reason ?? 'heading'
  if (reason === 'leftOut' || reason === 'again') return reason
  if (isKnown) return 'notKept'
  return heading === '' ? 'noHeading' : 'unknownHeading'
}

function samplesOf(body: Sheet['rows'], index: number): string[] {
  const samples = new Set<string>()
  for (const row of body) {
    const text = textOf(valueAt(row, index))
    if (text !== '')
      samples.add(text.length > sampleLettersMax ? `${text.slice(0, sampleLettersMax)}…` : text)
    if (samples.size === samplesShown) break
  }
  return [...samples]
}

/** A cell as people read it: what Excel keeps as a day is written dd/mm/yyyy, whatever the file shows. */
function textOf(value: CellValue): string {
  if (typeof value !== 'object' || value === null) return tidyText(String(value ?? ''))
  const [year, month, date] = value.day.split('-')
  return `${date}/${month}/${year}`
}
