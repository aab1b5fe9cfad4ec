import { sql } from 'kysely'
import { firstDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'

/**
 * What is recorded of a person in a month, field by field, as text: `birth`, `citizenId`, `unit`, `relation`,
 * `fact:KEY`, `householdFact:KEY`, `award:BENEFIT:CATEGORY` …
 */
export type PersonState = ReadonlyMap<string, string>

/** One field before and after; undefined where it is not recorded. */
export interface FieldChange {
  field: string
  before: string | undefined
  after: string | undefined
}

/** What the register says of many people in one month, in the actor's sight. */
export async function readPersonStates(
  transaction: Transaction,
  personIds: readonly number[],
  month: Month,
): Promise<Map<number, PersonState>> {
  if (personIds.length === 0) return new Map()
  const ids = sql`any(${personIds}::bigint[])`
  const on = sql`${firstDayOf(month)}::date`
  const { rows } = await sql<{ id: number; field: string; value: string }>`
    select person.id, each.field, each.value from registry.person, lateral (values
      ('name', person.name), ('sex', sex), ('birth', birth_written), ('citizenId', citizen_id), ('oldId', old_id),
      ('death', death_on::text), ('village', village), ('unit', unit_uid)
    ) as each (field, value) where person.id = ${ids} and each.value is not null
    union all
    select person_id, 'fact:' || key, value from registry.fact where person_id = ${ids} and valid @> ${on}
    union all
    select person_id, 'relation', relation from registry.membership where person_id = ${ids} and valid @> ${on}
    union all
    select m.person_id, 'householdFact:' || f.key, f.value from registry.membership m
      join registry.household_fact f on f.household_id = m.household_id and f.valid @> ${on}
      where m.person_id = ${ids} and m.valid @> ${on}
    union all
    select person_id, 'award:' || benefit || ':' || category, amount_dong::text from awards.award
      where person_id = ${ids} and valid @> ${on}`.execute(transaction)
  const states = new Map<number, Map<string, string>>(personIds.map((id) => [id, new Map()]))
  for (const { id, field, value } of rows) states.get(id)?.set(field, value)
  return states
}

/** The fields that differ, those of `after` first. */
export function compareStates(before: PersonState, after: PersonState): FieldChange[] {
  const fields = new Set([...after.keys(), ...before.keys()])
  return [...fields].flatMap((field) => {
    const change = { field, before: before.get(field), after: after.get(field) }
    return change.before === change.after ? [] : [change]
  })
}
