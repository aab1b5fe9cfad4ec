import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { ReplaceableKey } from './acts.ts'
import { listDeaths, type RecordedDeath } from './deaths.ts'
import { endOf, personsKnown, rowsKnown } from './known.ts'
import { type Person, type PersonRow, personColumns, personOf } from './people.ts'
import type { Relation } from './recording.ts'

/** When something holds, and how it came to be known. */
interface Held {
  from: LocalDate | undefined
  /** The last day, included; undefined while it lasts. */
  to: LocalDate | undefined
  origin: string
  recordedAt: Date
}

export interface HeldFact extends Held {
  key: string
  value: string
}

/** Somebody as they were on a day, as far as was known at the end of another. */
export interface PersonAsOf {
  on: LocalDate
  knownOn: LocalDate
  /** The record as it read then, with the name and numbers that held on the day. */
  person: Person
  /** Every day of death that their records tell, the one that counts first. */
  deaths: RecordedDeath[]
  /** Undefined when the birth may lie on either side of the day. */
  alive: boolean | undefined
  residence: (Held & { unitUid: string; village: string | undefined }) | undefined
  household:
    | (Held & {
        id: number
        relation: Relation
        /** Everybody of the household on that day, the head first; by the names they bear now. */
        members: { personId: number; name: string; relation: Relation }[]
      })
    | undefined
  facts: HeldFact[]
  householdFacts: HeldFact[]
}

/** A question about the past: what was so on a day, as known at the end of another. */
export interface Moment {
  on: LocalDate
  knownOn: LocalDate
}

/** Undefined when nobody by that number was recorded then, or the actor may not know. */
export async function personAsOf(
  transaction: Transaction,
  id: number,
  { on, knownOn }: Moment,
): Promise<PersonAsOf | undefined> {
  const { rows } = await sql<PersonRow>`select ${sql.join(personColumns.map((each) => sql.ref(each)))}
    from ${personsKnown(knownOn)} as p where id = ${id}`.execute(transaction)
  if (!rows[0]) return undefined
  const deaths = await listDeaths(transaction, id, { knownOn })
  const person = {
    ...personOf(rows[0]),
    deathOn: deaths[0]?.on,
    ...(await formerValues(transaction, id, { on, knownOn })),
  }
  const household = await householdOn(transaction, id, { on, knownOn })
  return {
    on,
    knownOn,
    person,
    deaths,
    alive: livesOn(person, on),
    residence: await residenceOn(transaction, id, { on, knownOn }),
    household,
    facts: await factsOn(transaction, { table: 'fact', id }, { on, knownOn }),
    householdFacts: household
      ? await factsOn(transaction, { table: 'household_fact', id: household.id }, { on, knownOn })
      : [],
  }
}

function livesOn({ birth, deathOn }: Person, on: LocalDate): boolean | undefined {
  if (deathOn !== undefined && deathOn < on) return false
  if (birth && birth.from > on) return false
  return birth && birth.to <= on ? true : undefined
}

/** Names and numbers that held on the day and have been replaced since. */
async function formerValues(
  transaction: Transaction,
  id: number,
  { on, knownOn }: Moment,
): Promise<Partial<Pick<Person, ReplaceableKey>>> {
  const { rows } = await sql<{
    key: ReplaceableKey
    value: string
  }>`select key, value from registry.former_value
    where person_id = ${id} and valid @> ${on}::date and recorded_at < ${endOf(knownOn)}`.execute(transaction)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

interface HeldRow {
  from: LocalDate | null
  to: LocalDate | null
  origin: string
  recordedAt: Date
}

const held = sql`lower(valid) as "from", upper(valid) - 1 as "to", origin, recorded_at as "recordedAt"`

function heldOf<Row extends HeldRow>({ from, to, ...rest }: Row) {
  return { ...rest, from: from ?? undefined, to: to ?? undefined }
}

async function residenceOn(
  transaction: Transaction,
  id: number,
  { on, knownOn }: Moment,
): Promise<PersonAsOf['residence']> {
  const { rows } = await sql<
    HeldRow & { unitUid: string; village: string | null }
  >`select unit_uid as "unitUid",
      village, ${held} from ${rowsKnown('residence', knownOn)} as r
    where person_id = ${id} and valid @> ${on}::date order by superseded_at nulls last limit 1`.execute(
    transaction,
  )
  return rows[0] && { ...heldOf(rows[0]), village: rows[0].village ?? undefined }
}

async function householdOn(
  transaction: Transaction,
  id: number,
  { on, knownOn }: Moment,
): Promise<PersonAsOf['household']> {
  const { rows } = await sql<
    HeldRow & { id: number; relation: Relation }
  >`select household_id as id, relation,
      ${held} from ${rowsKnown('membership', knownOn)} as m
    where person_id = ${id} and valid @> ${on}::date order by superseded_at nulls last limit 1`.execute(
    transaction,
  )
  if (!rows[0]) return undefined
  const { rows: members } = await sql<{ personId: number; name: string; relation: Relation }>`select
      m.person_id as "personId", p.name, m.relation
    from (select distinct on (person_id) person_id, household_id, relation
        from ${rowsKnown('membership', knownOn)} as every
        where person_id in (select person_id from registry.membership where household_id = ${rows[0].id}
            union select person_id from registry.membership_before where household_id = ${rows[0].id})
          and valid @> ${on}::date order by person_id, superseded_at nulls last) as m
      join registry.person p on p.id = m.person_id
    where m.household_id = ${rows[0].id} order by m.relation <> 'head', m.person_id`.execute(transaction)
  return { ...heldOf(rows[0]), members }
}

async function factsOn(
  transaction: Transaction,
  { table, id }: { table: 'fact' | 'household_fact'; id: number },
  { on, knownOn }: Moment,
): Promise<HeldFact[]> {
  const owner = sql.ref(table === 'fact' ? 'person_id' : 'household_id')
  const { rows } = await sql<
    HeldRow & { key: string; value: string }
  >`select distinct on (key) key, value, ${held}
    from ${rowsKnown(table, knownOn)} as f where ${owner} = ${id} and valid @> ${on}::date
    order by key, superseded_at nulls last`.execute(transaction)
  return rows.map(heldOf)
}
