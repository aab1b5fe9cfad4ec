import { type RawBuilder, sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'

/** The first instant after a day in Vietnam: what was recorded before it was known on the day. */
export function endOf(knownOn: LocalDate): RawBuilder<Date> {
  return sql`(${addDays(knownOn, 1)}::timestamp at time zone 'Asia/Ho_Chi_Minh')`
}

const columns = {
  fact: 'person_id, key, value, valid, origin, recorded_at',
  household_fact: 'household_id, key, value, valid, origin, recorded_at',
  residence: 'person_id, unit_uid, village, valid, origin, recorded_at',
  membership: 'person_id, household_id, relation, valid, origin, recorded_at',
} as const

/**
 * The rows of a table as they were recorded at the end of a day, for `from (…)`. What has been cut short since stands
 * beside its remainder: of two rows for one day, the one with `superseded_at` is what was known.
 */
export function rowsKnown(table: keyof typeof columns, knownOn: LocalDate): RawBuilder<unknown> {
  const named = sql.raw(columns[table])
  const end = endOf(knownOn)
  return sql`(select ${named}, null::timestamptz as superseded_at from ${sql.table(`registry.${table}`)}
      where recorded_at < ${end}
    union all select ${named}, superseded_at from ${sql.table(`registry.${table}_before`)}
      where recorded_at < ${end} and superseded_at >= ${end})`
}

const personColumns = [
  'name',
  'name_folded',
  'sex',
  'birth_from',
  'birth_to',
  'birth_written',
  'citizen_id',
  'old_id',
  'death_on',
  'unit_uid',
  'village',
  'reviewed_on',
]

/** The records of people as they read at the end of a day, one row each, with the number of the record as `id`. */
export function personsKnown(knownOn: LocalDate): RawBuilder<unknown> {
  const [own, former] = ['p', 'b'].map((alias) =>
    sql.raw(personColumns.map((each) => `${alias}.${each}`).join(', ')),
  )
  const end = endOf(knownOn)
  return sql`(select p.id, ${own}, p.linked_to, coalesce(p.amended_origin, p.origin) as origin,
      coalesce(p.amended_at, p.recorded_at) as recorded_at
    from registry.person p where coalesce(p.amended_at, p.recorded_at) < ${end}
    union all select p.id, ${former}, p.linked_to, b.origin, b.recorded_at
    from registry.person_before b join registry.person p on p.id = b.person_id
    where b.recorded_at < ${end} and b.superseded_at >= ${end})`
}
