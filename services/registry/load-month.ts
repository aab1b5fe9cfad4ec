import { addMonths, type LocalDate, lastDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { shareCare } from './couples.ts'
import { countHousehold } from './household-counts.ts'
import { imply } from './implied-facts.ts'
import { codeOf, derivedCounts, type MonthColumns, unknownCode } from './month-columns.ts'
import { livesOf, MonthFilling } from './month-filling.ts'
import {
  type MonthsQuestion,
  type PersonRow,
  readFacts,
  readMemberships,
  readResidences,
  recordsAround,
  type Stretched,
} from './month-rows.ts'
import { presumptions } from './presumptions.ts'
import { type Roster, RosterBuilder, readRoster } from './roster.ts'
import { readZones, readZonesOn, withUnits, type Zones } from './zones.ts'

export interface MonthQuestion {
  month: Month
  /** Facts as they were known at the end of this day. */
  knownOn: LocalDate
  /** Only these people and those they live with; without it, everybody. */
  personIds?: readonly number[]
}

/**
 * The facts of everybody in the actor's sight for one month, as the law reads a month in which they change. Each
 * table goes by once and row by row into the columns, so that memory holds the columns and nothing else.
 */
export async function loadMonthColumns(
  transaction: Transaction,
  { month, knownOn, personIds }: MonthQuestion,
): Promise<MonthColumns> {
  const question = await around(transaction, { from: month, to: month, knownOn }, personIds)
  const roster = await readRoster(transaction, question)
  const filling = new MonthFilling(roster, { month, knownOn })
  await readResidences(transaction, question, (id, unit) => filling.residence(id, unit))
  await readMemberships(transaction, question, (id, household, relation) =>
    filling.membership(id, household, relation),
  )
  filling.settle(await zonesFor(transaction, roster, month))
  await readFacts(transaction, 'person_id', question, question.recordIds, (...fact) => filling.fact(...fact))
  const households = question.recordIds && householdsOf(filling.columns.households)
  await readFacts(transaction, 'household_id', question, households, (...fact) =>
    filling.householdFact(...fact),
  )
  return derived(filling.finished())
}

/**
 * The same for some people and every month from the first to the last, read in one go: for looking back. The months
 * are worked out one after the other, when they are asked for.
 */
export async function loadMonths(
  transaction: Transaction,
  {
    from,
    to,
    knownOn,
    personIds,
  }: { from: Month; to: Month; knownOn: LocalDate; personIds: readonly number[] },
): Promise<(month: Month) => MonthColumns> {
  const question = await around(transaction, { from, to, knownOn }, personIds)
  const roster = await readRoster(transaction, question)
  const residences: { row: [number, string]; valid: Stretched }[] = []
  const memberships: { row: [number, number, string]; valid: Stretched }[] = []
  const facts: [number, string, string, Stretched][] = []
  const householdFacts: [number, string, string, Stretched][] = []
  await readResidences(transaction, question, (id, unit, valid) =>
    residences.push({ row: [id, unit], valid }),
  )
  await readMemberships(transaction, question, (id, household, relation, valid) =>
    memberships.push({ row: [id, household, relation], valid }),
  )
  await readFacts(transaction, 'person_id', question, question.recordIds, (...fact) => facts.push(fact))
  const households = new Set(memberships.map(({ row: [, household] }) => household))
  await readFacts(transaction, 'household_id', question, [...households], (...fact) =>
    householdFacts.push(fact),
  )
  // Every unit that is lived in must be numbered before its zone is asked for.
  for (const { row } of residences) roster.unitUids.numberOf(row[1])
  const months: Month[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  const zones = await readZonesOn(transaction, months.map(lastDayOf), roster.unitUids.uids)
  return (month) => {
    const filling = new MonthFilling(roster, { month, knownOn })
    for (const { row, valid } of residences) if (filling.holdsAtEnd(valid)) filling.residence(...row)
    for (const { row, valid } of memberships) if (filling.holdsAtEnd(valid)) filling.membership(...row)
    filling.settle(zones[months.indexOf(month)] as Zones)
    for (const fact of facts) if (filling.touches(fact[3])) filling.fact(...fact)
    for (const fact of householdFacts) if (filling.touches(fact[3])) filling.householdFact(...fact)
    return derived(filling.finished())
  }
}

/** What `loadMonthColumns` would read, from rows that are not in the register yet. */
export interface RowsOfMonth {
  persons: Iterable<PersonRow>
  memberships: Iterable<{ personId: number; householdId: number; relation: string }>
  facts: Iterable<{ personId: number; key: string; value: string }>
  householdFacts: Iterable<{ householdId: number; key: string; value: string }>
  /** By unit. */
  areas: ReadonlyMap<string, string>
}

/** The columns of a month through which everything holds that these rows say. */
export function assembleMonth(
  rows: RowsOfMonth,
  { month, knownOn }: { month: Month; knownOn: LocalDate },
): MonthColumns {
  const builder = new RosterBuilder(knownOn)
  for (const person of rows.persons) builder.add(person)
  const filling = new MonthFilling(builder.roster(), { month, knownOn })
  for (const { personId, householdId, relation } of rows.memberships)
    filling.membership(personId, householdId, relation)
  const codes = new Map([...rows.areas].map(([uid, area]) => [uid, codeOf('area', area) as number]))
  filling.settle({ codes, units: undefined, on: lastDayOf(month) })
  for (const { personId, key, value } of rows.facts) filling.fact(personId, key, value, always)
  for (const { householdId, key, value } of rows.householdFacts)
    filling.householdFact(householdId, key, value, always)
  return derived(filling.finished())
}

const always: Stretched = { from: 0, to: 99_999_999 }

async function around(
  transaction: Transaction,
  question: MonthsQuestion,
  personIds: readonly number[] | undefined,
): Promise<MonthsQuestion> {
  return personIds ? { ...question, recordIds: await recordsAround(transaction, personIds) } : question
}

async function zonesFor(transaction: Transaction, { unitUids }: Roster, month: Month): Promise<Zones> {
  return withUnits(transaction, await readZones(transaction, lastDayOf(month)), unitUids.uids)
}

function householdsOf(households: Float64Array): number[] {
  return [...new Set(households)].filter((id) => id !== 0)
}

function derived(columns: MonthColumns): MonthColumns {
  const recordedCounts = new Map(
    derivedCounts.map((key) => [key, Uint8Array.from(columns.codes.get(key) ?? [])]),
  )
  const known: MonthColumns = { ...columns, recordedCounts }
  presume(known, Object.keys(presumptions))
  derive(known)
  return known
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
  codes.set('alive', livesOf(later))
  presume(later, derivedCounts)
  derive(later)
  return later
}
