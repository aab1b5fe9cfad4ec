import { sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'
import { foldText, tidyText } from '#identity'
import type { Transaction } from '#platform/database'
import { arrayOf, inStrides } from './loading.ts'
import { refuseSecondNumbers } from './one-number.ts'
import type { Origin } from './origins.ts'
import { type NewFact, type NewPerson, type Relation, rowOf } from './recording.ts'

/** Somebody the register did not have, with the number taken for them and since when they are known to live there. */
export interface Newcomer {
  id: number
  person: NewPerson & { unitUid: string }
  from: LocalDate
  origin: Origin
}

/** Adds many people and where they live; their numbers come from `reserveNumbers`. */
export async function admitPersons(transaction: Transaction, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return
  const rows = newcomers.map(({ person }) => rowOf(person))
  const of = (column: string) => arrayOf(rows, (row) => row[column])
  const [units, villages] = [of('unit_uid'), of('village')]
  const [ids, origins] = [arrayOf(newcomers, ({ id }) => id), arrayOf(newcomers, ({ origin }) => origin)]
  await sql`insert into registry.person (id, name, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      old_id, death_on, unit_uid, village, reviewed_on, origin)
    select * from unnest(${ids}::bigint[], ${arrayOf(newcomers, ({ person }) => tidyText(person.name))}::text[],
      ${arrayOf(newcomers, ({ person }) => foldText(person.name))}::text[], ${of('sex')}::text[],
      ${of('birth_from')}::date[], ${of('birth_to')}::date[], ${of('birth_written')}::text[],
      ${of('citizen_id')}::text[], ${of('old_id')}::text[], ${of('death_on')}::date[], ${units}::text[],
      ${villages}::text[], ${of('reviewed_on')}::date[], ${origins}::text[])`.execute(transaction)
  await sql`insert into registry.residence (person_id, unit_uid, village, valid, origin)
    select id, unit_uid, village, daterange("from", null), origin
    from unnest(${ids}::bigint[], ${units}::text[], ${villages}::text[],
      ${arrayOf(newcomers, ({ from }) => from)}::date[], ${origins}::text[])
      as each (id, unit_uid, village, "from", origin) order by ${inStrides('id')}`.execute(transaction)
}

/**
 * Fills in what the records of many people lack; what stands there is never replaced. Each offer may say where it came
 * from; without that it is the actor. A number that would be the second valid one of a linked person is left out:
 * returned are the records that were offered one.
 */
export async function completePersons(
  transaction: Transaction,
  offers: ReadonlyMap<number, Partial<NewPerson> & { origin?: Origin }>,
): Promise<ReadonlySet<number>> {
  if (offers.size === 0) return new Set()
  const refused = await refuseSecondNumbers(transaction, offers)
  const rows = JSON.stringify(
    [...offers].map(([id, offered]) => ({
      ...rowOf(refused.has(id) ? { ...offered, citizenId: undefined } : offered),
      id,
      amended_origin: offered.origin,
    })),
  )
  await sql`update registry.person set sex = coalesce(person.sex, each.sex),
      birth_from = coalesce(person.birth_from, each.birth_from), birth_to = coalesce(person.birth_to, each.birth_to),
      birth_written = coalesce(person.birth_written, each.birth_written),
      citizen_id = coalesce(person.citizen_id, each.citizen_id), old_id = coalesce(person.old_id, each.old_id),
      death_on = coalesce(person.death_on, each.death_on), village = coalesce(person.village, each.village),
      amended_at = clock_timestamp(), amended_origin = each.amended_origin
    from jsonb_populate_recordset(null::registry.person, ${rows}::jsonb) as each
    where person.id = each.id`.execute(transaction)
  return refused
}

/** A household the register did not have, with the number taken for it. */
export interface NewHousehold {
  id: number
  unitUid: string
  village: string | undefined
  origin: Origin
}

/** Adds many households; their numbers come from `reserveNumbers`. */
export async function recordHouseholds(
  transaction: Transaction,
  households: readonly NewHousehold[],
): Promise<void> {
  if (households.length === 0) return
  await sql`insert into registry.household (id, unit_uid, village, origin)
    select id, unit_uid, village, origin from unnest(${arrayOf(households, ({ id }) => id)}::bigint[],
      ${arrayOf(households, ({ unitUid }) => unitUid)}::text[],
      ${arrayOf(households, ({ village }) => village)}::text[],
      ${arrayOf(households, ({ origin }) => origin)}::text[])
      as each (id, unit_uid, village, origin) order by ${inStrides('id')}`.execute(transaction)
}

/** Many people belong to a household from a day on. Throws when one belongs to another on one of those days. */
export async function recordMemberships(
  transaction: Transaction,
  memberships: readonly {
    personId: number
    householdId: number
    relation: Relation
    from: LocalDate
    origin: Origin
  }[],
): Promise<void> {
  if (memberships.length === 0) return
  await sql`insert into registry.membership (person_id, household_id, relation, valid, origin)
    select person_id, household_id, relation, daterange("from", null), origin
    from unnest(${arrayOf(memberships, ({ personId }) => personId)}::bigint[],
      ${arrayOf(memberships, ({ householdId }) => householdId)}::bigint[],
      ${arrayOf(memberships, ({ relation }) => relation)}::text[],
      ${arrayOf(memberships, ({ from }) => from)}::date[],
      ${arrayOf(memberships, ({ origin }) => origin)}::text[])
      as each (person_id, household_id, relation, "from", origin) order by ${inStrides('person_id')}`.execute(
    transaction,
  )
}

/** A fact as it stands in the register, or will when `isStored` is false; days as text, open ends as infinity. */
interface Standing {
  personId: number
  key: string
  value: string
  from: string
  until: string
  origin: string
  recordedAt: string | null
  isStored: boolean
}

/**
 * Records facts of many people, one after the other in this order; what `recordFact` says of one holds for each.
 * Returns of each whether it changed anything.
 */
export async function recordFacts(
  transaction: Transaction,
  facts: readonly (NewFact & { personId: number })[],
): Promise<boolean[]> {
  if (facts.length === 0) return []
  const standing = await readStanding(transaction, facts)
  const gone: Standing[] = []
  const changed = facts.map((fact) => {
    const at = `${fact.personId} ${fact.key}`
    const placed = place(standing.get(at) ?? [], fact)
    if (!placed) return false
    standing.set(at, placed.rows)
    gone.push(...placed.gone.filter(({ isStored }) => isStored))
    return true
  })
  await removeFacts(transaction, gone)
  await addFacts(transaction, [...standing.values()].flat())
  return changed
}

/** What was recorded of those days gives way; what it said of other days goes on. Undefined: nothing changes. */
function place(
  rows: readonly Standing[],
  fact: NewFact & { personId: number },
): { rows: Standing[]; gone: Standing[] } | undefined {
  const { personId, key, value, valid, origin } = fact
  const from: string = valid.from
  let until: string = valid.to === undefined ? 'infinity' : addDays(valid.to, 1)
  if (fact.keepLater) for (const row of rows) if (row.from > from && row.from < until) until = row.from
  if (rows.some((row) => row.value === value && row.from <= from && row.until >= until)) return undefined
  const gone = rows.filter((row) => row.from < until && row.until > from)
  const kept = rows.filter((row) => !gone.includes(row))
  for (const row of gone) {
    if (row.from < from) kept.push({ ...row, until: from, isStored: false })
    if (row.until > until) kept.push({ ...row, from: until, isStored: false })
  }
  kept.push({ personId, key, value, from, until, origin, recordedAt: null, isStored: false })
  return { rows: kept, gone }
}

async function readStanding(
  transaction: Transaction,
  facts: readonly { personId: number; key: string }[],
): Promise<Map<string, Standing[]>> {
  const { rows } = await sql<Omit<Standing, 'isStored'>>`select person_id as "personId", key, value,
      coalesce(lower(valid), '-infinity') as "from", coalesce(upper(valid), 'infinity') as until, origin,
      recorded_at::text as "recordedAt" from registry.fact
    where person_id = any(${[...new Set(facts.map(({ personId }) => personId))]})
      and key = any(${[...new Set(facts.map(({ key }) => key))]})`.execute(transaction)
  return Map.groupBy(
    rows.map((row) => ({ ...row, isStored: true })),
    ({ personId, key }) => `${personId} ${key}`,
  )
}

async function removeFacts(transaction: Transaction, gone: readonly Standing[]): Promise<void> {
  if (gone.length === 0) return
  await sql`delete from registry.fact using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
      as each ("personId" bigint, key text, "from" date)
    where fact.person_id = each."personId" and fact.key = each.key
      and coalesce(lower(fact.valid), '-infinity') = each."from"`.execute(transaction)
}

async function addFacts(transaction: Transaction, rows: readonly Standing[]): Promise<void> {
  const added = rows.filter(({ isStored }) => !isStored)
  if (added.length === 0) return
  await sql`insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
    select person_id, key, value, daterange(nullif("from", '-infinity'), nullif(until, 'infinity')), origin,
      coalesce(recorded_at, now())
    from unnest(${arrayOf(added, ({ personId }) => personId)}::bigint[],
      ${arrayOf(added, ({ key }) => key)}::text[], ${arrayOf(added, ({ value }) => value)}::text[],
      ${arrayOf(added, ({ from }) => from)}::date[], ${arrayOf(added, ({ until }) => until)}::date[],
      ${arrayOf(added, ({ origin }) => origin)}::text[],
      ${arrayOf(added, ({ recordedAt }) => recordedAt)}::timestamptz[])
      as each (person_id, key, value, "from", until, origin, recorded_at)
    order by ${inStrides('person_id')}`.execute(transaction)
}
