import { addDays, firstDayOf, type LocalDate, lastDayOf, type Month, numberOf } from '#calendar'
import { type DatedValue, readMonth } from '#law/social-assistance'
import { copyOut } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { shareCare } from './couples.ts'
import { countHousehold } from './household-counts.ts'
import { imply } from './implied-facts.ts'
import {
  codedFacts,
  codeOf,
  derivedCounts,
  type MonthColumns,
  placeOf,
  unknownBirth,
  unknownCode,
} from './month-columns.ts'
import { presumptions } from './presumptions.ts'
import { relations } from './recording.ts'
import { readZones, withUnits, type Zones, zoneOf } from './zones.ts'

export interface MonthQuestion {
  month: Month
  /** Facts as they were known at the end of this day. */
  knownOn: LocalDate
  /** Only these people and those they live with; without it, everybody. */
  personIds?: readonly number[]
}

/**
 * The facts of everybody in the actor's sight for one month, as the law reads a month in which they change. Read by COPY in one pass a
 * table, so that memory holds the columns and nothing else.
 */
export async function loadMonthColumns(
  transaction: Transaction,
  question: MonthQuestion,
): Promise<MonthColumns> {
  const zones = await readZones(transaction, lastDayOf(question.month))
  const columns = await loadPeople(transaction, question, zones)
  await loadFacts(transaction, question, columns)
  await loadHouseholdFacts(transaction, question, columns)
  const recordedCounts = new Map(
    derivedCounts.map((key) => [key, Uint8Array.from(columns.codes.get(key) ?? [])]),
  )
  const known: MonthColumns = { ...columns, recordedCounts }
  presume(known, Object.keys(presumptions))
  derive(known)
  return known
}

/**
 * Those who were asked for and those they live with. Ids are our own whole numbers and days are checked types, so
 * the text of COPY may hold them.
 */
function only(column: string, { personIds }: MonthQuestion): string {
  if (!personIds) return 'true'
  const ids = `'{${personIds.map(Math.trunc).join(',')}}'::bigint[]`
  return `${column} = any(array(select unnest(${ids}) union select other.person_id
    from registry.membership own join registry.membership other using (household_id)
    where own.person_id = any(${ids})))`
}

async function loadPeople(
  transaction: Transaction,
  question: MonthQuestion,
  listed: Zones,
): Promise<MonthColumns> {
  const on = lastDayOf(question.month)
  const rows: (string | null)[][] = []
  const select = `select p.id, p.unit_uid, p.birth_from, p.birth_to, p.death_on, p.sex, p.reviewed_on <= '${question.knownOn}',
      r.unit_uid, m.household_id, m.relation
    from registry.person p
    left join registry.residence r on r.person_id = p.id and r.valid @> '${on}'::date
    left join registry.membership m on m.person_id = p.id and m.valid @> '${on}'::date
    where ${only('p.id', question)} order by p.id`
  for await (const row of copyOut(transaction, select)) rows.push(row)
  const columns = emptyColumns(question, rows.length)
  const zones = await withUnits(
    transaction,
    listed,
    rows.map((row) => row[7] ?? row[1]),
  )
  const units = new Map<string, number>()
  rows.forEach((row, place) => {
    fillPerson(columns, place, row, units)
    const code = zoneOf(zones, row[7] ?? row[1])
    if (code !== undefined) set(columns, 'area', place, code)
  })
  return { ...columns, unitUids: [...units.keys()] }
}

function emptyColumns({ month, knownOn }: MonthQuestion, count: number): MonthColumns {
  return {
    month,
    knownOn,
    count,
    ids: new Float64Array(count),
    units: new Int16Array(count).fill(-1),
    unitUids: [],
    birthFrom: new Int32Array(count).fill(unknownBirth.from),
    birthTo: new Int32Array(count).fill(unknownBirth.to),
    deathOn: new Int32Array(count),
    households: new Float64Array(count),
    relations: new Uint8Array(count).fill(unknownCode),
    reviewed: new Uint8Array(count),
    recordedCounts: new Map(),
    codes: new Map(codedFacts.map((fact) => [fact.key, new Uint8Array(count).fill(unknownCode)])),
  }
}

function fillPerson(
  columns: MonthColumns,
  place: number,
  row: readonly (string | null)[],
  units: Map<string, number>,
): void {
  const [id, unit, birthFrom, birthTo, deathOn, sexWritten, reviewed, residence, household, relation] = row
  columns.ids[place] = Number(id)
  if (unit) {
    if (!units.has(unit)) units.set(unit, units.size)
    columns.units[place] = units.get(unit) as number
  }
  if (birthFrom && birthTo) {
    columns.birthFrom[place] = numberOf(birthFrom as LocalDate)
    columns.birthTo[place] = numberOf(birthTo as LocalDate)
  }
  if (deathOn) columns.deathOn[place] = numberOf(deathOn as LocalDate)
  if (household) columns.households[place] = Number(household)
  if (relation) columns.relations[place] = relations.indexOf(relation as (typeof relations)[number])
  columns.reviewed[place] = reviewed === 't' ? 1 : 0
  if (sexWritten) setValue(columns, 'sex', place, sexWritten)
  setValue(columns, 'alive', place, livesIn(columns, place) ? 'yes' : 'no')
  if (residence ?? unit) setValue(columns, 'resident', place, 'yes')
}

/** Whether somebody lives on a day of the month: born by its end, and not dead before it began. */
function livesIn({ month, birthFrom, deathOn }: MonthColumns, place: number): boolean {
  const death = deathOn[place] as number
  if ((birthFrom[place] as number) > numberOf(lastDayOf(month))) return false
  return death === 0 || death >= numberOf(firstDayOf(month))
}

function setValue(columns: MonthColumns, key: string, place: number, value: string): void {
  const code = codeOf(key, value)
  if (code !== undefined) set(columns, key, place, code)
}

function set(columns: MonthColumns, key: string, place: number, code: number): void {
  const column = columns.codes.get(key)
  if (column) column[place] = code
}

/**
 * Facts as they stood in the register at the end of a day: what was recorded later is not read, what was corrected
 * later is. Days are given only for a value that did not hold all month.
 */
function factsKnown(
  owner: 'person_id' | 'household_id',
  { month, knownOn }: MonthQuestion,
  restriction: string,
): string {
  const table = owner === 'person_id' ? 'registry.fact' : 'registry.household_fact'
  const days = `daterange('${firstDayOf(month)}', '${lastDayOf(month)}', '[]')`
  const partly = (bound: string) => `case when valid @> ${days} then null else ${bound} end`
  const names = `${owner}, key, value, valid @> ${days}, ${partly('lower(valid)')}, ${partly('upper(valid) - 1')}`
  const end = `'${addDays(knownOn, 1)}'::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  return `select ${names} from ${table} where valid && ${days} and recorded_at < ${end} and ${restriction}
    union all
    select ${names} from ${table}_before
      where valid && ${days} and recorded_at < ${end} and superseded_at >= ${end} and ${restriction}`
}

/** Every value of a month, those that changed within it read as the law reads them. */
async function* readFacts(
  transaction: Transaction,
  select: string,
  month: Month,
): AsyncGenerator<{ owner: number; key: string; value: string }> {
  const changing = new Map<string, DatedValue[]>()
  for await (const [owner, key = '', value = '', whole, from, to] of copyOut(transaction, select)) {
    if (whole === 't') yield { owner: Number(owner), key: key ?? '', value: value ?? '' }
    else {
      const at = `${owner} ${key}`
      const dated = changing.get(at) ?? []
      changing.set(at, dated)
      dated.push({ value: value ?? '', from: dayOrOpen(from), to: dayOrOpen(to) })
    }
  }
  for (const [at, dated] of changing) {
    const [owner, key = ''] = at.split(' ')
    const value = readMonth({ [key]: dated }, month)[key]
    if (value !== undefined) yield { owner: Number(owner), key, value: String(value) }
  }
}

function dayOrOpen(text: string | null | undefined): LocalDate | undefined {
  return (text ?? undefined) as LocalDate | undefined
}

async function loadFacts(
  transaction: Transaction,
  question: MonthQuestion,
  columns: MonthColumns,
): Promise<void> {
  const select = factsKnown('person_id', question, within('person_id', question, columns.ids))
  for await (const { owner, key, value } of readFacts(transaction, select, question.month)) {
    const place = placeOf(columns, owner)
    if (place >= 0) setValue(columns, key, place, value)
  }
}

async function loadHouseholdFacts(
  transaction: Transaction,
  question: MonthQuestion,
  columns: MonthColumns,
): Promise<void> {
  const select = factsKnown('household_id', question, within('household_id', question, columns.households))
  const known = new Map<number, [key: string, code: number][]>()
  for await (const { owner, key, value } of readFacts(transaction, select, question.month)) {
    const code = codeOf(key, value)
    if (code === undefined) continue
    const facts = known.get(owner) ?? []
    known.set(owner, facts)
    facts.push([key, code])
  }
  for (let place = 0; place < columns.count; place++)
    for (const [key, code] of known.get(columns.households[place] as number) ?? [])
      set(columns, key, place, code)
}

/** Everybody, or only those who were loaded: a list of numbers, so that no plan hangs on statistics. */
function within(column: string, { personIds }: MonthQuestion, ids: Float64Array): string {
  return personIds ? `${column} = any('{${[...new Set(ids)].join(',')}}'::bigint[])` : 'true'
}

function presume(columns: MonthColumns, keys: readonly string[]): void {
  for (const key of keys) {
    const column = columns.codes.get(key)
    const value = presumptions[key]
    const code = value === undefined ? undefined : codeOf(key, value)
    if (!column || code === undefined) continue
    for (let place = 0; place < columns.count; place++)
      if (column[place] === unknownCode && columns.reviewed[place] === 1) column[place] = code
  }
}

/** What follows from the household, from sex and age, and for couples from both. */
function derive(columns: MonthColumns): void {
  countHousehold(columns)
  imply(columns)
  shareCare(columns)
}

/**
 * The same people and facts in a later month: only time passes. Ages are read from the births anyway; who died is
 * no longer alive, and the children of a house are counted anew.
 */
export function lookAhead(columns: MonthColumns, month: Month): MonthColumns {
  const codes = new Map(columns.codes)
  for (const key of derivedCounts) codes.set(key, Uint8Array.from(columns.recordedCounts.get(key) ?? []))
  const later: MonthColumns = { ...columns, month, codes }
  codes.set('alive', new Uint8Array(columns.count))
  for (let place = 0; place < columns.count; place++)
    setValue(later, 'alive', place, livesIn(later, place) ? 'yes' : 'no')
  presume(later, derivedCounts)
  derive(later)
  return later
}
