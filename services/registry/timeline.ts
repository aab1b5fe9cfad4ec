import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { listPersonValues } from './person-history.ts'

/** One thing that was so from a day to a day (included; undefined while it lasts), and how it came to be known. */
export interface TimelineEntry {
  kind: 'fact' | 'householdFact' | 'residence' | 'membership' | 'person'
  /** The fact's key, or what of the person's own record (`name`, `birth` …); `residence`, `membership` otherwise. */
  key: string
  /** The fact's value, the unit's uid, or the relation to the head. */
  value: string
  /** The village, or the household's number. */
  detail: string | undefined
  from: LocalDate | undefined
  to: LocalDate | undefined
  origin: string
  recordedAt: Date
  /** When a correction took its place; undefined for what holds. */
  supersededAt: Date | undefined
}

/**
 * Everything recorded of a person over time, the latest first; with `corrections`, also what was corrected; with
 * `identity`, at the end what stands on the person's own record, as `listPersonValues` gives it.
 */
export async function personTimeline(
  transaction: Transaction,
  personId: number,
  { corrections = false, identity = false } = {},
): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    kind: TimelineEntry['kind']
    key: string
    value: string
    detail: string | null
    first_on: LocalDate | null
    last_on: LocalDate | null
    origin: string
    recorded_at: Date
    superseded_at: Date | null
  }>`with entry as (
      select 'fact' as kind, key, value, null as detail, valid, origin, recorded_at, null::timestamptz as superseded_at
        from registry.fact where person_id = ${personId}
      union all
      select 'fact', key, value, null, valid, origin, recorded_at, superseded_at
        from registry.fact_before where person_id = ${personId} and ${corrections}
      union all
      select 'residence', 'residence', unit_uid, village, valid, origin, recorded_at, null
        from registry.residence where person_id = ${personId}
      union all
      select 'residence', 'residence', unit_uid, village, valid, origin, recorded_at, superseded_at
        from registry.residence_before where person_id = ${personId} and ${corrections}
      union all
      select 'membership', 'membership', relation, household_id::text, valid, origin, recorded_at, superseded_at
        from registry.membership_before where person_id = ${personId} and ${corrections}
      union all
      select 'membership', 'membership', relation, household_id::text, valid, origin, recorded_at, null
        from registry.membership where person_id = ${personId}
      union all
      select 'householdFact', f.key, f.value, f.household_id::text, f.valid * m.valid, f.origin, f.recorded_at, null
        from registry.membership m join registry.household_fact f on f.household_id = m.household_id and f.valid && m.valid
        where m.person_id = ${personId}
      union all
      select 'householdFact', f.key, f.value, f.household_id::text, f.valid * m.valid, f.origin, f.recorded_at,
          f.superseded_at
        from registry.membership m
        join registry.household_fact_before f on f.household_id = m.household_id and f.valid && m.valid
        where m.person_id = ${personId} and ${corrections}
    )
    select kind, key, value, detail, lower(valid) as first_on, upper(valid) - 1 as last_on, origin, recorded_at,
      superseded_at
    from entry order by lower(valid) desc nulls last, kind, key, superseded_at nulls first, recorded_at desc`.execute(
    transaction,
  )
  const entries = rows.map((row) => ({
    kind: row.kind,
    key: row.key,
    value: row.value,
    detail: row.detail ?? undefined,
    from: row.first_on ?? undefined,
    to: row.last_on ?? undefined,
    origin: row.origin,
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at ?? undefined,
  }))
  return identity
    ? [...entries, ...(await listPersonValues(transaction, personId, { corrections }))]
    : entries
}

/** Somebody of the same household. */
export interface Member {
  personId: number
  name: string
  relation: string
  birthFrom: LocalDate | undefined
  birthTo: LocalDate | undefined
  deathOn: LocalDate | undefined
  householdId: number
}

/** The people of the person's household on a day, the head first, themselves included. Empty when alone. */
export async function listMembers(
  transaction: Transaction,
  personId: number,
  on: LocalDate,
): Promise<Member[]> {
  const { rows } = await sql<{
    id: number
    name: string
    relation: string
    birth_from: LocalDate | null
    birth_to: LocalDate | null
    death_on: LocalDate | null
    household_id: number
  }>`select p.id, p.name, m.relation, p.birth_from, p.birth_to, p.death_on, m.household_id
    from registry.membership own
    join registry.membership m on m.household_id = own.household_id and m.valid @> ${on}::date
    join registry.person p on p.id = m.person_id
    where own.person_id = ${personId} and own.valid @> ${on}::date
    order by m.relation <> 'head', m.relation <> 'spouse', p.birth_from, p.id`.execute(transaction)
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    relation: row.relation,
    birthFrom: row.birth_from ?? undefined,
    birthTo: row.birth_to ?? undefined,
    deathOn: row.death_on ?? undefined,
    householdId: row.household_id,
  }))
}
