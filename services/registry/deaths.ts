import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { personsKnown } from './known.ts'

/** A day of death, and the record that says so: of a linked person it may be any of their records. */
export interface RecordedDeath {
  recordId: number
  on: LocalDate
  origin: string
  recordedAt: Date
}

function recordsOf(knownOn: LocalDate | undefined): RawBuilder<unknown> {
  return knownOn === undefined ? sql.table('registry.person') : personsKnown(knownOn)
}

/**
 * Every day of death that the records of somebody tell, within the actor's sight; the speaking record's first, which
 * counts, then by number: the order in which the sweep reads them (`roster`). Two records may name two days.
 */
export async function listDeaths(
  transaction: Transaction,
  recordId: number,
  { knownOn }: { knownOn?: LocalDate | undefined } = {},
): Promise<RecordedDeath[]> {
  const root = sql`(select coalesce(linked_to, id) from registry.person where id = ${recordId})`
  const { rows } = await sql<RecordedDeath>`select id as "recordId", death_on as "on", origin,
      recorded_at as "recordedAt"
    from ${knownOn === undefined ? saidNow : personsKnown(knownOn)} as each
    where (id = ${root} or linked_to = ${root}) and death_on is not null
    order by id <> ${root}, id`.execute(transaction)
  return rows
}

const saidNow = sql`(select id, linked_to, death_on, coalesce(amended_origin, origin) as origin,
  coalesce(amended_at, recorded_at) as recorded_at from registry.person)`

/** Column `death_on` of `person`: the day that counts for everybody whose records the person's are. */
export function deathColumn(knownOn?: LocalDate): RawBuilder<unknown> {
  const died = sql`(select said.death_on from ${recordsOf(knownOn)} as said
    where said.death_on is not null and (said.id = coalesce(person.linked_to, person.id)
      or said.linked_to = coalesce(person.linked_to, person.id)) order by said.linked_to is not null, said.id limit 1)`
  return sql`case when person.linked_to is null then coalesce(person.death_on, ${died}) else ${died} end as death_on`
}

/**
 * Whether a record's person lived on a day, as lists, counts and pages read it: the days of birth and death are lived.
 * Who is dead by a linked record alone is few: they are gathered once and left out.
 */
export function aliveOn(person: string, on: LocalDate, knownOn?: LocalDate): RawBuilder<SqlBool> {
  const [death, birth, id, linkedTo] = ['death_on', 'birth_from', 'id', 'linked_to'].map((column) =>
    sql.ref(`${person}.${column}`),
  )
  const records = recordsOf(knownOn)
  return sql<SqlBool>`(${birth} is null or ${birth} <= ${on}::date)
    and (${linkedTo} is not null or ${death} is null or ${death} >= ${on}::date)
    and coalesce(${linkedTo}, ${id}) not in (select root from (
      select distinct on (said.linked_to) said.linked_to as root,
        coalesce(speaking.death_on, said.death_on) as death_on
      from ${records} as said left join ${records} as speaking on speaking.id = said.linked_to
      where said.linked_to is not null and coalesce(speaking.death_on, said.death_on) is not null
      order by said.linked_to, said.id) as dead where dead.death_on < ${on}::date)`
}
