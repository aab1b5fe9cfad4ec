import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Relation } from './recording.ts'

interface Recorded {
  from: LocalDate | undefined
  /** The last day, included; undefined while it lasts. */
  to: LocalDate | undefined
  origin: string
  recordedAt: Date
  /** When a correction took its place; undefined for what holds. */
  supersededAt: Date | undefined
}

export interface HouseholdMembership extends Recorded {
  personId: number
  /** By the name they bear now. */
  name: string
  relation: Relation
  deathOn: LocalDate | undefined
}

export interface HouseholdFact extends Recorded {
  key: string
  value: string
}

/** Everything recorded of one household over time, what was corrected included, the latest first. */
export interface HouseholdFile {
  id: number
  unitUid: string | undefined
  village: string | undefined
  /** The days on which it is a household; undefined once it never was. */
  life: { from: LocalDate | undefined; to: LocalDate | undefined } | undefined
  memberships: HouseholdMembership[]
  facts: HouseholdFact[]
}

/** Undefined when there is no such household, or the actor may not know. */
export async function findHousehold(
  transaction: Transaction,
  id: number,
): Promise<HouseholdFile | undefined> {
  const { rows } = await sql<{
    unitUid: string | null
    village: string | null
    isOne: boolean
    from: LocalDate | null
    to: LocalDate | null
  }>`select h.unit_uid as "unitUid", h.village, l.household_id is not null as "isOne", lower(l.valid) as "from",
      upper(l.valid) - 1 as "to"
    from registry.household h left join registry.household_life l on l.household_id = h.id
    where h.id = ${id} order by l.valid desc limit 1`.execute(transaction)
  const [row] = rows
  if (!row) return undefined
  return {
    id,
    unitUid: row.unitUid ?? undefined,
    village: row.village ?? undefined,
    life: row.isOne ? { from: row.from ?? undefined, to: row.to ?? undefined } : undefined,
    memberships: await readMemberships(transaction, id),
    facts: await readFacts(transaction, id),
  }
}

type Stored<Shape extends Recorded> = {
  [Key in keyof Shape]: undefined extends Shape[Key] ? Exclude<Shape[Key], undefined> | null : Shape[Key]
}

const span = sql`lower(valid) as "from", upper(valid) - 1 as "to", origin, recorded_at as "recordedAt"`

async function readMemberships(transaction: Transaction, id: number): Promise<HouseholdMembership[]> {
  const columns = sql`person_id, relation, valid, origin, recorded_at`
  const { rows } = await sql<
    Stored<HouseholdMembership>
  >`select m.person_id as "personId", p.name, m.relation,
      p.death_on as "deathOn", ${span}, m.superseded_at as "supersededAt"
    from (select ${columns}, null::timestamptz as superseded_at from registry.membership where household_id = ${id}
        union all select ${columns}, superseded_at from registry.membership_before where household_id = ${id}) as m
      join (select id, name, death_on from registry.person) as p on p.id = m.person_id
    order by superseded_at is not null, relation <> 'head', upper(valid) desc, lower(valid) desc nulls last,
      person_id`.execute(transaction)
  return rows.map((row) => ({ ...row, ...recordedOf(row), deathOn: row.deathOn ?? undefined }))
}

async function readFacts(transaction: Transaction, id: number): Promise<HouseholdFact[]> {
  const columns = sql`key, value, valid, origin, recorded_at`
  const { rows } = await sql<
    Stored<HouseholdFact>
  >`select key, value, ${span}, superseded_at as "supersededAt"
    from (select ${columns}, null::timestamptz as superseded_at from registry.household_fact where household_id = ${id}
      union all select ${columns}, superseded_at from registry.household_fact_before where household_id = ${id}) as f
    order by key, superseded_at nulls first, lower(valid) desc nulls last`.execute(transaction)
  return rows.map((row) => ({ ...row, ...recordedOf(row) }))
}

function recordedOf({ from, to, origin, recordedAt, supersededAt }: Stored<Recorded>): Recorded {
  return {
    from: from ?? undefined,
    to: to ?? undefined,
    origin,
    recordedAt,
    supersededAt: supersededAt ?? undefined,
  }
}

/** The names people bear now, by record; who is out of the actor's sight is left out. */
export async function namesOfPersons(
  transaction: Transaction,
  ids: Iterable<number>,
): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from registry.person
    where id = any(${[...new Set(ids)]})`.execute(transaction)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
