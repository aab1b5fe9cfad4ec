import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** Something that was built on what a list wrote: it must be taken back first. */
export interface Obstacle {
  /** The row of the list, as Excel numbers it; undefined when no single row is meant. */
  row: number | undefined
  sheet: string | undefined
  name: string | undefined
  personId: number | undefined
  because: ObstacleReason
}

export type ObstacleReason =
  | 'changedLater'
  | 'factLater'
  | 'residenceLater'
  | 'householdLater'
  | 'awardLater'
  | 'applicationLater'
  | 'linked'
  | 'anotherList'
  | 'usedElsewhere'

const obstaclesMax = 200

/** Each finds people of the list, `person_id`, on whom something stands. `file` is the list's number. */
const grounds: readonly (readonly [ObstacleReason, (file: RawBuilder<unknown>) => RawBuilder<unknown>])[] = [
  [
    'changedLater',
    (file) => sql`select a.person_id from added a join registry.person_before b using (person_id)
        where b.superseded_at > (select written_at from intake.file where id = ${file})
      union select c.person_id from completed c join registry.person p on p.id = c.person_id
        where c.after->>'citizenId' is distinct from p.citizen_id and c.after ? 'citizenId'
          or c.after->>'oldId' is distinct from p.old_id and c.after ? 'oldId'
          or c.after->>'sex' is distinct from p.sex and c.after ? 'sex'
          or c.after->>'village' is distinct from p.village and c.after ? 'village'
          or c.after->>'deathOn' is distinct from p.death_on::text and c.after ? 'deathOn'
          or c.after->>'birthWritten' is distinct from p.birth_written and c.after ? 'birthWritten'`,
  ],
  [
    'factLater',
    (file) => sql`select f.person_id from added a join registry.fact f using (person_id)
        where f.origin not like (select origins from list)
      union select a.person_id from added a join registry.fact_before f using (person_id)
        where f.superseded_at > (select written_at from intake.file where id = ${file})
      union select e.person_id from intake.effect e where file_id = ${file} and kind = 'facts'
        and (select jsonb_agg(jsonb_build_object('value', value, 'from', coalesce(lower(valid), '-infinity')::text,
            'until', coalesce(upper(valid), 'infinity')::text, 'origin', origin) order by lower(valid))
          from registry.fact f where f.person_id = e.person_id and f.key = e.key) is distinct from e.after
        and not exists (select from intake.effect later where later.file_id = ${file} and later.kind = 'facts'
          and later.person_id = e.person_id and later.key = e.key and later.place > e.place)`,
  ],
  [
    'residenceLater',
    (file) => sql`select r.person_id from added a join registry.residence r using (person_id)
        where r.origin not like (select origins from list)
      union select a.person_id from added a join registry.residence_before r using (person_id)
        where r.superseded_at > (select written_at from intake.file where id = ${file})
      union select e.person_id from intake.effect e where e.file_id = ${file} and e.person_id is not null
        and not exists (select from registry.person p where p.id = e.person_id)`,
  ],
  [
    'householdLater',
    (file) => sql`select m.person_id from registry.membership m
        where (m.person_id in (select person_id from added) or m.household_id in (select household_id from founded))
          and m.origin not like (select origins from list)
      union select m.person_id from registry.membership_before m
        where (m.person_id in (select person_id from added) or m.person_id in (select person_id from joined))
          and m.origin like (select origins from list)
          and m.superseded_at > (select written_at from intake.file where id = ${file})
      union select m.person_id from registry.membership m join registry.household_fact f using (household_id)
        where m.household_id in (select household_id from founded)`,
  ],
  [
    'awardLater',
    (file) => sql`select w.person_id from added a join awards.award w using (person_id)
        where w.origin not like (select origins from list)
      union select w.person_id from awards.award_before w
        where w.origin like (select origins from list) and w.superseded_at > (select written_at from intake.file
          where id = ${file}) and w.person_id in (select person_id from awarded)
      union select w.person_id from intake.effect e join awards.award w on w.id = e.key::bigint
        where e.file_id = ${file} and e.kind = 'awardEnded'
          and upper(w.valid) is distinct from (((e.after->>'lastMonth') || '-01')::date + interval '1 month')::date`,
  ],
  [
    'applicationLater',
    () => sql`select t.person_id from added a join awards.application t using (person_id)
      where t.origin not like (select origins from list)`,
  ],
  [
    'linked',
    () => sql`select a.person_id from added a join registry.person p on p.id = a.person_id
        where p.linked_to is not null
      union select p.linked_to from registry.person p join added a on a.person_id = p.linked_to
      union select a.person_id from added a join registry.link l on a.person_id in (l.record_a, l.record_b)`,
  ],
  [
    'anotherList',
    (file) => sql`select a.person_id from added a join intake.row r using (person_id)
      where r.file_id <> ${file} and r.state <> 'waiting'`,
  ],
  [
    'usedElsewhere',
    () => sql`select referring.person_id from registry.referring(array(select person_id from added)) as referring
      where referring.person_id in (select person_id from added)`,
  ],
]

/** What stands on a list that was written, with the rows it stands on; nothing when it may be taken back. */
export async function listObstacles(transaction: Transaction, fileId: number): Promise<Obstacle[]> {
  const file = sql`${fileId}::bigint`
  const found = grounds.map(
    ([because, people]) => sql`select ${because} as because, person_id from (${people(file)}) as each`,
  )
  const { rows } = await sql<{
    because: ObstacleReason
    person_id: number
    row: number | null
    sheet: string | null
    name: string | null
  }>`with list as (select 'file:' || left(hash, 16) || '#%' as origins from intake.file where id = ${file}),
      added as materialized (select person_id from intake.effect where file_id = ${file} and kind = 'person'),
      completed as materialized (select person_id, after from intake.effect
        where file_id = ${file} and kind = 'completed'),
      founded as materialized (select household_id from intake.effect
        where file_id = ${file} and kind = 'household'),
      joined as materialized (select person_id from intake.effect where file_id = ${file} and kind = 'member'),
      awarded as materialized (select person_id from intake.effect where file_id = ${file} and kind = 'award')
    select because, found.person_id, min((reading->>'row')::integer) as row, min(reading->>'sheet') as sheet,
      min(reading->>'name') as name
    from (${sql.join(found, sql` union all `)}) as found
    left join intake.row on row.file_id = ${file} and row.person_id = found.person_id
    group by because, found.person_id order by min(number), because limit ${obstaclesMax}`.execute(
    transaction,
  )
  return rows.map(({ because, person_id, row, sheet, name }) => ({
    because,
    personId: person_id,
    row: row ?? undefined,
    sheet: sheet ?? undefined,
    name: name ?? undefined,
  }))
}
