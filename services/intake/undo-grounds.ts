import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { effectsOf } from './effects.ts'

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

/** Whether a field of a new record reads as no row of the list says. */
function differs(field: string, said: string) {
  const told = sql`told.${sql.raw(said)}`
  const now = sql.raw(`p.${field}`)
  return sql`(case when ${told} is null then ${now} is not null else ${now}::text = any (${told}) is not true end)`
}

/** Each finds people of the list, `person_id`, on whom something stands: always by how things stand now. */
const grounds: readonly (readonly [ObstacleReason, RawBuilder<unknown>])[] = [
  [
    'changedLater',
    sql`select p.id as person_id from told join registry.person p on p.id = told.person_id
        where p.reviewed_on is not null or p.death_on is not null and not told.died
          or ${differs('name', 'names')} or ${differs('sex', 'sexes')} or ${differs('birth_from', 'births')}
          or ${differs('citizen_id', 'citizen_ids')} or ${differs('old_id', 'old_ids')}
          or ${differs('village', 'villages')}
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
    sql`select coalesce(said.person_id, f.person_id) from (select distinct r.person_id, each.key
          from rows r, jsonb_object_keys(r.reading->'facts') as each (key)
          where r.person_id in (select person_id from added)) as said
        full join (select person_id, key, bool_and(upper_inf(valid) and origin like (select origins from list)) as ours
          from registry.fact where person_id in (select person_id from added) group by person_id, key) as f
          on f.person_id = said.person_id and f.key = said.key
        where f.ours is not true or said.person_id is null
      union select e.person_id from effects e where kind = 'facts'
        and (select jsonb_agg(jsonb_build_object('value', value, 'from', coalesce(lower(valid), '-infinity')::text,
            'until', coalesce(upper(valid), 'infinity')::text, 'origin', origin) order by lower(valid))
          from registry.fact f where f.person_id = e.person_id and f.key = e.key) is distinct from e.after
        and not exists (select from effects later where later.kind = 'facts'
          and later.person_id = e.person_id and later.key = e.key and later.place > e.place)`,
  ],
  [
    'residenceLater',
    sql`select a.person_id from added a left join registry.residence r using (person_id) group by a.person_id
        having count(r.person_id) <> 1
          or bool_or(not upper_inf(r.valid) or r.origin not like (select origins from list))
      union select e.person_id from effects e where e.person_id is not null
        and not exists (select from registry.person p where p.id = e.person_id)`,
  ],
  [
    'householdLater',
    sql`select m.person_id from registry.membership m
        where (m.person_id in (select person_id from added)
            or m.household_id in (select household_id from effects where kind = 'household'))
          and m.origin not like (select origins from list)
      union select e.person_id from effects e where e.kind = 'member'
        and not exists (select from registry.membership m
          where m.person_id = e.person_id and m.origin = e.origin and upper_inf(m.valid))
      union select m.person_id from registry.membership m join registry.household_fact f using (household_id)
        where m.household_id in (select household_id from effects where kind = 'household')`,
  ],
  [
    'awardLater',
    sql`select w.person_id from added a join awards.award w using (person_id)
        where w.origin not like (select origins from list)
      union select e.person_id from effects e left join awards.award w
          on w.person_id = e.person_id and w.origin = e.origin and w.benefit || ' ' || w.category = e.key
            and to_char(lower(w.valid), 'YYYY-MM') = e.after->>'fromMonth'
        where e.kind = 'award' and (w.id is null or w.amount_dong <> (e.after->>'amountDong')::bigint
          or to_char(upper(w.valid) - 1, 'YYYY-MM') is distinct from coalesce((select ended.after->>'lastMonth'
            from effects ended where ended.kind = 'awardEnded' and ended.key = w.id::text
            order by ended.place desc limit 1), e.after->>'toMonth'))
      union select w.person_id from effects e join awards.award w on w.id = e.key::bigint
        where e.kind = 'awardEnded' and to_char(upper(w.valid) - 1, 'YYYY-MM') is distinct from e.after->>'lastMonth'
          and not exists (select from effects later where later.kind = 'awardEnded' and later.key = e.key
            and later.place > e.place)`,
  ],
  ['applicationLater', sql`select t.person_id from added a join awards.application t using (person_id)`],
  [
    'linked',
    sql`select a.person_id from added a join registry.person p on p.id = a.person_id
        where p.linked_to is not null
      union select p.linked_to from registry.person p join added a on a.person_id = p.linked_to
      union select a.person_id from added a join registry.link l on a.person_id in (l.record_a, l.record_b)
          and l.unlinked_at is null`,
  ],
  [
    'anotherList',
    sql`select a.person_id from added a join intake.row r using (person_id)
      where r.file_id <> (select id from list) and r.state <> 'waiting'`,
  ],
  [
    'usedElsewhere',
    sql`select referring.person_id from registry.referring(array(select person_id from added)) as referring
      where referring.person_id in (select person_id from added)`,
  ],
]

/** What stands on a list that was written, with the rows it stands on; nothing when it may be taken back. */
export async function listObstacles(transaction: Transaction, fileId: number): Promise<Obstacle[]> {
  const found = grounds.map(
    ([ground, people]) =>
      sql`select ${ground}::text as ground, person_id from (${people}) as each (person_id)`,
  )
  const { rows } = await sql<{
    ground: ObstacleReason
    person_id: number
    row: number | null
    sheet: string | null
    name: string | null
  }>`with list as (select id, 'file:' || left(hash, 16) || '#%' as origins from intake.file where id = ${fileId}),
      effects as materialized (select * from ${effectsOf(fileId)} as e),
      rows as materialized (select person_id, number, reading::jsonb as reading from intake.row
        where file_id = ${fileId} and person_id is not null and state in ('new', 'changed', 'identical')),
      added as materialized (select person_id from effects where kind = 'person'),
      completed as materialized (select person_id, after from effects where kind = 'completed'),
      told as materialized (select person_id, bool_or(reading ? 'died') as died,
          array_agg(reading->>'name') as names,
          array_agg(reading->>'sex') filter (where reading ? 'sex') as sexes,
          array_agg(reading->'birth'->>'from') filter (where reading ? 'birth') as births,
          array_agg(reading->>'id') filter (where reading->>'idKind' = 'citizenId') as citizen_ids,
          array_agg(reading->>'id') filter (where reading->>'idKind' = 'oldId') as old_ids,
          array_agg(reading->>'village') filter (where reading ? 'village') as villages
        from rows where person_id in (select person_id from added) group by person_id)
    select ground, found.person_id, min((reading->>'row')::integer) as row, min(reading->>'sheet') as sheet,
      min(reading->>'name') as name
    from (${sql.join(found, sql` union all `)}) as found left join rows on rows.person_id = found.person_id
    group by ground, found.person_id order by min(number), ground limit ${obstaclesMax}`.execute(transaction)
  return rows.map(({ ground, person_id, row, sheet, name }) => ({
    because: ground,
    personId: person_id,
    row: row ?? undefined,
    sheet: sheet ?? undefined,
    name: name ?? undefined,
  }))
}
