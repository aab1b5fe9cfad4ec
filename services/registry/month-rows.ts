import { addDays, firstDayOf, type LocalDate, lastDayOf, type Month } from '#calendar'
import { type BinaryRow, readBinaryRows } from '#platform/binary-rows'
import type { Transaction } from '#platform/database'

/** Which months are read, as known at the end of which day, and of whom. */
export interface MonthsQuestion {
  from: Month
  to: Month
  knownOn: LocalDate
  /** These records and all they are read with; without it, everybody in the actor's sight. */
  recordIds?: readonly number[]
}

/** Days as yyyymmdd; open ends are 0 and 99999999. `to` is the first day it no longer holds. */
export interface Stretched {
  from: number
  to: number
}

/** What one record says of somebody, whatever the month. */
export interface PersonRow {
  id: number
  linkedTo: number
  unit: string | undefined
  /** 0 and 99999999 when nothing is known. */
  birthFrom: number
  birthTo: number
  /** 0 for the living. */
  deathOn: number
  sex: string | undefined
  /** 0 for who never was. */
  reviewedOn: number
}

const open = { from: 0, to: 99_999_999 } as const

/** Ids are our own whole numbers and days are checked types, so the text of COPY may hold them. */
function listed(ids: Iterable<number>): string {
  return `'{${[...ids].join(',')}}'::bigint[]`
}

/**
 * Everything somebody's month is read from, by their records: those linked to the same person, everybody they ever
 * shared a household with, and the records linked to those.
 */
export async function recordsAround(
  transaction: Transaction,
  personIds: readonly number[],
): Promise<number[]> {
  const asked = await recordsOf(transaction, personIds)
  const houses = await idsOf(
    transaction,
    `select distinct household_id from registry.membership where person_id = any(${listed(asked)})`,
  )
  const members = await idsOf(
    transaction,
    `select distinct person_id from registry.membership where household_id = any(${listed(houses)})`,
  )
  return recordsOf(transaction, [...new Set([...asked, ...members])])
}

/** All records of the people to whom these records belong, ascending. */
export async function recordsOf(transaction: Transaction, ids: readonly number[]): Promise<number[]> {
  const roots = await idsOf(
    transaction,
    `select distinct coalesce(linked_to, id) from registry.person where id = any(${listed(ids)})`,
  )
  const others = await idsOf(
    transaction,
    `select id from registry.person where linked_to = any(${listed(roots)})`,
  )
  return [...new Set([...roots, ...others])].sort((one, other) => one - other)
}

/** The numbers in the first column of a query. */
async function idsOf(transaction: Transaction, select: string): Promise<number[]> {
  const ids: number[] = []
  await readBinaryRows(transaction, select, (row) => ids.push(row.whole(0)))
  return ids
}

/** Every record; the object is the same each time, so take what you need. */
export async function readPersons(
  transaction: Transaction,
  { recordIds }: MonthsQuestion,
  read: (person: PersonRow) => void,
): Promise<void> {
  const select = `select id, coalesce(linked_to, 0), unit_uid, birth_from, birth_to, death_on, sex, reviewed_on
    from registry.person where ${among('id', recordIds)}`
  const person = { id: 0, linkedTo: 0, deathOn: 0, reviewedOn: 0 } as PersonRow
  await readBinaryRows(transaction, select, (row) => {
    person.id = row.whole(0)
    person.linkedTo = row.whole(1)
    person.unit = row.text(2)
    person.birthFrom = row.day(3, open.from)
    person.birthTo = row.day(4, open.to)
    person.deathOn = row.day(5, 0)
    person.sex = row.text(6)
    person.reviewedOn = row.day(7, 0)
    read(person)
  })
}

/** Where people live on the last day of one of the months. */
export function readResidences(
  transaction: Transaction,
  question: MonthsQuestion,
  read: (personId: number, unitUid: string, valid: Stretched) => void,
): Promise<void> {
  const select = `select person_id, unit_uid, lower(valid), upper(valid) from registry.residence
    where ${holdsOnLastDays(question)} and ${among('person_id', question.recordIds)}`
  return readBinaryRows(transaction, select, (row) =>
    read(row.whole(0), row.text(1) ?? '', stretchAt(row, 2)),
  )
}

/** Who belongs to which household on the last day of one of the months. */
export function readMemberships(
  transaction: Transaction,
  question: MonthsQuestion,
  read: (personId: number, householdId: number, relation: string, valid: Stretched) => void,
): Promise<void> {
  const select = `select person_id, household_id, relation, lower(valid), upper(valid) from registry.membership
    where ${holdsOnLastDays(question)} and ${among('person_id', question.recordIds)}`
  return readBinaryRows(transaction, select, (row) =>
    read(row.whole(0), row.whole(1), row.text(2) ?? '', stretchAt(row, 3)),
  )
}

/**
 * Facts as they stood in the register at the end of a day: what was recorded later is not read, what was corrected
 * later is.
 */
export async function readFacts(
  transaction: Transaction,
  owner: 'person_id' | 'household_id',
  { from, to, knownOn }: MonthsQuestion,
  among_: readonly number[] | undefined,
  read: (owner: number, key: string, value: string, valid: Stretched) => void,
): Promise<void> {
  const table = owner === 'person_id' ? 'registry.fact' : 'registry.household_fact'
  const days = `daterange('${firstDayOf(from)}', '${lastDayOf(to)}', '[]')`
  const end = `'${addDays(knownOn, 1)}'::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const names = `${owner}, key, value, lower(valid), upper(valid)`
  const where = `where valid && ${days} and recorded_at < ${end} and ${among(owner, among_)}`
  const take = (row: BinaryRow) => read(row.whole(0), row.text(1) ?? '', row.text(2) ?? '', stretchAt(row, 3))
  await readBinaryRows(transaction, `select ${names} from ${table} ${where}`, take)
  await readBinaryRows(
    transaction,
    `select ${names} from ${table}_before ${where} and superseded_at >= ${end}`,
    take,
  )
}

function stretchAt(row: BinaryRow, field: number): Stretched {
  return { from: row.day(field, open.from), to: row.day(field + 1, open.to) }
}

function among(column: string, ids: readonly number[] | undefined): string {
  return ids ? `${column} = any(${listed(ids)})` : 'true'
}

/** Of one month its last day; of several any day from the first's to the last's. */
function holdsOnLastDays({ from, to }: MonthsQuestion): string {
  return from === to
    ? `valid @> '${lastDayOf(to)}'::date`
    : `valid && daterange('${lastDayOf(from)}', '${lastDayOf(to)}', '[]')`
}
