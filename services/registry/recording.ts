import { type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText, tidyText } from '#identity'
import type { Transaction } from '#platform/database'
import { checkOneNumber } from './one-number.ts'
import type { Origin } from './origins.ts'
import type { Person } from './people.ts'
import type { RegistryTables } from './tables.ts'

/** A stretch of days; `to` is included and undefined while it lasts. */
export interface Stretch {
  from: LocalDate
  to?: LocalDate | undefined
}

export type NewPerson = Pick<Person, 'name'> &
  Partial<
    Pick<
      Person,
      | 'sex'
      | 'birth'
      | 'birthWritten'
      | 'citizenId'
      | 'oldId'
      | 'deathOn'
      | 'unitUid'
      | 'village'
      | 'reviewedOn'
    >
  >

/** Adds somebody to the register; returns the number of the record. */
export async function recordPerson(
  transaction: Transaction,
  person: NewPerson,
  origin: Origin,
): Promise<number> {
  const { id } = await transaction
    .withTables<RegistryTables>()
    .insertInto('registry.person')
    .values({ ...rowOf(person), name: tidyText(person.name), name_folded: foldText(person.name), origin })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Corrects or completes what stands on the person's own record; keys left out stay as they are. Without an origin the
 * actor is where it came from. What stood there before is kept by the database. Throws ImpossibleAct when the record is
 * linked and its person would carry two valid citizen numbers.
 */
export async function amendPerson(
  transaction: Transaction,
  id: number,
  change: Partial<NewPerson>,
  origin?: Origin,
): Promise<void> {
  const name =
    change.name === undefined ? {} : { name: tidyText(change.name), name_folded: foldText(change.name) }
  const columns = { ...rowOf(change), ...name }
  if (Object.keys(columns).length === 0) return
  if (change.citizenId) await checkOneNumber(transaction, id, change.citizenId)
  const values =
    origin === undefined
      ? columns
      : { ...columns, amended_at: sql<Date>`clock_timestamp()`, amended_origin: origin }
  await transaction
    .withTables<RegistryTables>()
    .updateTable('registry.person')
    .set(values)
    .where('id', '=', id)
    .execute()
}

/**
 * Somebody lives in a unit from a day on; where they lived until then ends the day before. The latest place, if its
 * unit still stands, decides who sees the person: a commune takes nobody from another, the province moves them.
 */
export async function recordResidence(
  transaction: Transaction,
  residence: {
    personId: number
    unitUid: string
    village?: string | undefined
    from: LocalDate
    origin: Origin
  },
): Promise<void> {
  const { personId, unitUid, village, from, origin } = residence
  const tables = transaction.withTables<RegistryTables>()
  await tables
    .updateTable('registry.residence')
    .set({ valid: sql<string>`daterange(lower(valid), ${from})` })
    .where('person_id', '=', personId)
    .where(sql<SqlBool>`valid @> ${from}::date and lower(valid) < ${from}`)
    .execute()
  await tables
    .insertInto('registry.residence')
    .values({ person_id: personId, unit_uid: unitUid, village: village ?? null, valid: `[${from},)`, origin })
    .execute()
  await sql`update registry.person set unit_uid = ${unitUid}, village = coalesce(${village ?? null}, village),
      amended_at = clock_timestamp(), amended_origin = ${origin}
    where id = ${personId} and unit_uid is distinct from ${unitUid}
      and exists (select from registry.unit where uid = ${unitUid} and upper_inf(valid))
      and not exists (select from registry.residence where person_id = ${personId} and lower(valid) > ${from})`.execute(
    transaction,
  )
}

export interface NewFact {
  key: string
  value: string
  valid: Stretch
  origin: Origin
  /** What is recorded to begin later stays: the fact ends the day before. */
  keepLater?: true
}

/**
 * Records a fact of a person for some days. What was recorded of those days gives way and stays readable as it was
 * known before; what it said of other days goes on. Returns false when the same was recorded already.
 */
export async function recordFact(
  transaction: Transaction,
  personId: number,
  fact: NewFact,
): Promise<boolean> {
  return give(transaction, { table: 'registry.fact', owner: 'person_id', id: personId }, fact)
}

/** The same for a household. */
export async function recordHouseholdFact(
  transaction: Transaction,
  householdId: number,
  fact: NewFact,
): Promise<boolean> {
  return give(transaction, { table: 'registry.household_fact', owner: 'household_id', id: householdId }, fact)
}

/** A new household in a unit; returns its number. */
export async function recordHousehold(
  transaction: Transaction,
  household: { unitUid?: string | undefined; village?: string | undefined; origin: Origin },
): Promise<number> {
  const { id } = await transaction
    .withTables<RegistryTables>()
    .insertInto('registry.household')
    .values({
      unit_uid: household.unitUid ?? null,
      village: household.village ?? null,
      origin: household.origin,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'fosterChild',
  'other',
] as const

/** What somebody is to the head of the household. */
export type Relation = (typeof relations)[number]

/** Somebody belongs to a household for some days. Throws when they belong to another on one of those days. */
export async function recordMembership(
  transaction: Transaction,
  membership: { personId: number; householdId: number; relation: Relation; valid: Stretch; origin: Origin },
): Promise<void> {
  const { personId, householdId, relation, valid, origin } = membership
  await transaction
    .withTables<RegistryTables>()
    .insertInto('registry.membership')
    .values({ person_id: personId, household_id: householdId, relation, valid: rangeOf(valid), origin })
    .execute()
}

export function rangeOf({ from, to }: Stretch): string {
  return `[${from},${to ?? ''}${to === undefined ? ')' : ']'}`
}

interface FactPlace {
  table: 'registry.fact' | 'registry.household_fact'
  owner: 'person_id' | 'household_id'
  id: number
}

async function give(
  transaction: Transaction,
  { table, owner, id }: FactPlace,
  fact: NewFact,
): Promise<boolean> {
  const [name, key] = [sql.table(table), sql.ref(owner)]
  const later = sql`(select min(lower(valid)) from ${name}
    where ${key} = ${id} and key = ${fact.key} and lower(valid) > ${fact.valid.from})`
  const { rows: ranges } = await sql<{ range: string }>`select ${
    fact.keepLater
      ? sql`(${rangeOf(fact.valid)}::daterange * daterange(null, ${later}))`
      : sql`${rangeOf(fact.valid)}::daterange`
  }::text as range`.execute(transaction)
  const range = ranges[0]?.range ?? rangeOf(fact.valid)
  const { rows: same } = await sql`select 1 from ${name} where ${key} = ${id} and key = ${fact.key}
    and value = ${fact.value} and valid @> ${range}::daterange`.execute(transaction)
  if (same.length > 0) return false
  const { rows: before } = await sql<{ value: string; rest: string; origin: string; recorded_at: Date }>`
    with gone as (delete from ${name} where ${key} = ${id} and key = ${fact.key} and valid && ${range}::daterange
      returning value, valid, origin, recorded_at)
    select value, rest::text as rest, origin, recorded_at
    from gone, unnest(datemultirange(valid) - datemultirange(${range}::daterange)) as rest`.execute(
    transaction,
  )
  await sql`insert into ${name} (${key}, key, value, valid, origin)
    values (${id}, ${fact.key}, ${fact.value}, ${range}, ${fact.origin})`.execute(transaction)
  for (const { value, rest, origin, recorded_at } of before)
    await sql`insert into ${name} (${key}, key, value, valid, origin, recorded_at)
      values (${id}, ${fact.key}, ${value}, ${rest}, ${origin}, ${recorded_at})`.execute(transaction)
  return true
}

const personColumns: Readonly<Record<string, string>> = {
  sex: 'sex',
  birthWritten: 'birth_written',
  citizenId: 'citizen_id',
  oldId: 'old_id',
  deathOn: 'death_on',
  unitUid: 'unit_uid',
  village: 'village',
  reviewedOn: 'reviewed_on',
}

/** The columns of registry.person that a person fills in; a key left out has no column. */
export function rowOf(person: Partial<NewPerson>): Record<string, string | null> {
  const row: Record<string, string | null> = {}
  for (const [key, column] of Object.entries(personColumns)) {
    const value = person[key as keyof NewPerson]
    if (value !== undefined) row[column] = value as string
  }
  if (person.birth) {
    row.birth_from = person.birth.from
    row.birth_to = person.birth.to
  }
  return row
}
