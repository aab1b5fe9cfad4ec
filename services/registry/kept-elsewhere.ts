import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Transaction } from '#platform/database'

/**
 * A record that stands in a unit's list while the record that speaks for its person does not: it is kept by another
 * unit, which is named when the actor may know it.
 */
export interface KeptElsewhere {
  unitUid?: string
}

/**
 * Who stands in a list of `registry.person as person`, each person once: whoever speaks for themselves; and in the list
 * of a unit also the first record there of a person whose speaking record is not in that list, because it is kept
 * elsewhere or the actor may not see it. `isThere` says whether a record by that name is of the unit; undefined for the
 * list of all.
 */
export function standsInList(isThere?: (person: string) => RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  if (!isThere) return sql<SqlBool>`person.linked_to is null`
  return sql<SqlBool>`(person.linked_to is null or not exists (select from registry.person as other
    where (other.id = person.linked_to or other.linked_to = person.linked_to and other.id < person.id)
      and ${isThere('other')}))`
}

/** Column `kept`: null for who speaks for themselves, else where the speaking record is kept as far as is known. */
export const keptColumn = sql`case when person.linked_to is not null then jsonb_strip_nulls(jsonb_build_object('unitUid',
  (select speaker.unit_uid from registry.person as speaker where speaker.id = person.linked_to))) end as kept`

/** Where the record that speaks for this one is kept; undefined when it speaks for itself or stands in the same unit. */
export async function findKeeper(
  transaction: Transaction,
  recordId: number,
): Promise<KeptElsewhere | undefined> {
  const { rows } = await sql<{ kept: KeptElsewhere | null; own: string | null }>`select ${keptColumn},
    unit_uid as own from registry.person as person where id = ${recordId}`.execute(transaction)
  const { kept = null, own = null } = rows[0] ?? {}
  return kept === null || kept.unitUid === own ? undefined : kept
}
