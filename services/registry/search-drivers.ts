import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'

/** A record the search came upon; the one that speaks for the person is asked for afterwards. */
export interface Found {
  id: number
  linked_to: number | null
  name: string
  name_folded: string
  sex: 'male' | 'female' | null
  birth_from: LocalDate | null
  birth_to: LocalDate | null
  citizen_id: string | null
  old_id: string | null
  death_on: LocalDate | null
  unit_uid: string | null
  village: string | null
  /** A name or number it bore before, by which it was found. */
  former?: { key: 'name' | 'citizenId' | 'oldId'; value: string; folded: string }
}

/** A column an index is kept by, with the stretch of it that is read: from `from`, before `until`. */
export interface Stretch {
  column: 'name_folded' | 'name_backwards' | 'name_inside' | 'citizen_id_backwards' | 'citizen_id' | 'old_id'
  from: string
  /** Undefined: to the end. */
  until: string | undefined
}

export type Condition = RawBuilder<SqlBool>

/** Where and whom besides: what every search of one question keeps to. */
export interface Bounds {
  /** Undefined is the whole province. */
  unitUids: readonly string[] | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  /** As they are written in the register. */
  villages: readonly string[] | undefined
}

/** Beyond any letter: what begins with a text lies before the text and this. */
const beyond = '\u{10FFFF}'

export const foundColumns = sql`id, linked_to, name, name_folded, sex, birth_from, birth_to, citizen_id, old_id, death_on,
  unit_uid, village`

/** Whatever begins with `text`. */
export function beginning(column: Stretch['column'], text: string): Stretch {
  return { column, from: text, until: text + beyond }
}

/** Whatever begins with the whole words of `text`. */
export function beginningWords(column: Stretch['column'], text: string): Stretch {
  // A space comes right before an exclamation mark.
  return { column, from: text, until: `${text}!` }
}

export interface StretchReading {
  /** Asked of each record of the window; may be anything, as no index has to serve it. */
  filter?: Condition | undefined
  limit: number
  /** Records looked at, at most. */
  window: number
}

/**
 * Reads the first records of a stretch, in the order of its index, and keeps those that pass. The policies let only
 * =, < and >= reach an index: whatever else is asked is asked of `window` records, so that no search runs away.
 */
export async function readStretch(
  transaction: Transaction,
  stretch: Stretch | undefined,
  bounds: Bounds,
  { filter, limit, window }: StretchReading,
): Promise<Found[]> {
  const key = sql.ref(stretch?.column ?? 'name_folded')
  const { indexed, asked } = conditionsOf(bounds, stretch)
  if (filter) asked.push(filter)
  const order = stretch?.column === 'citizen_id' || stretch?.column === 'old_id' ? key : sql`unit_uid, ${key}`
  const { rows } = await sql<Found>`select ${foundColumns} from (
      select ${foundColumns} from registry.person where ${allOf(indexed)} order by ${order}
      limit ${asked.length > 0 ? window : limit}) as near
    where ${allOf(asked)} limit ${limit}`.execute(transaction)
  return rows
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length > 0 ? sql<SqlBool>`${sql.join(conditions, sql` and `)}` : sql<SqlBool>`true`
}

/** What the index answers, and what is asked of each record it leads to. */
export function conditionsOf({ unitUids, birth, villages }: Bounds, stretch: Stretch | undefined) {
  const indexed: Condition[] = []
  const asked: Condition[] = []
  if (unitUids?.length === 1) indexed.push(sql`unit_uid = ${unitUids[0]}`)
  else if (unitUids) indexed.push(sql`unit_uid = any(${unitUids})`)
  if (stretch) indexed.push(sql`${sql.ref(stretch.column)} >= ${stretch.from}`)
  if (stretch?.until !== undefined) indexed.push(sql`${sql.ref(stretch.column)} < ${stretch.until}`)
  if (birth) {
    // A birth is known by its day, its month or its year: it never begins before the year.
    const year = sql<SqlBool>`birth_from >= ${`${birth.from.slice(0, 4)}-01-01`} and birth_from <= ${birth.to}`
    const isNarrow = unitUids !== undefined || stretch !== undefined
    ;(isNarrow ? indexed : asked).push(year)
    if (!birth.from.endsWith('-01-01') || !birth.to.endsWith('-12-31'))
      asked.push(sql`birth_to >= ${birth.from}`)
  }
  if (villages) asked.push(sql`village = any(${villages})`)
  return { indexed, asked }
}

/**
 * Lets the planner take no way but by an index, in its order: it believes that a policy leaves one row in two hundred,
 * and would rather sort a tenth of the province than stop after twenty. `off` gives it back its freedom.
 */
export async function keepToIndexes(transaction: Transaction, isKept: 'on' | 'off'): Promise<void> {
  const free = isKept === 'on' ? 'off' : 'on'
  await sql`select set_config('enable_seqscan', ${free}, true), set_config('enable_bitmapscan', ${free}, true),
    set_config('enable_sort', ${free}, true)`.execute(transaction)
}

export function bothOf(one: Condition, other: Condition): Condition {
  return sql`${one} and ${other}`
}

/** Every word begins a word of the name, in any order. */
export function hasWords(words: readonly string[]): Condition {
  return sql<SqlBool>`(${sql.join(
    words.map((word) => sql`' ' || name_folded like ${`% ${escapeLike(word)}%`}`),
    sql` and `,
  )})`
}

/** The folded text stands anywhere in the name, from the beginning of a word. */
export function hasPhrase(text: string): Condition {
  return sql<SqlBool>`' ' || name_folded like ${`% ${escapeLike(text)}%`}`
}

/** Every word is spelt as typed, wherever its tone mark was put. */
export function isSpelt(spelt: readonly string[], otherPlacement: (word: string) => string): Condition {
  const patterns = (word: string) =>
    [...new Set([word, otherPlacement(word)])].map((each) => `% ${escapeLike(each)}%`)
  return sql<SqlBool>`(${sql.join(
    spelt.map((word) => sql`' ' || lower(name) like any(${patterns(word)})`),
    sql` and `,
  )})`
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
