import { type RawBuilder, sql } from 'kysely'
import { awardsKnown } from '#awards'
import type { LocalDate } from '#calendar'
import { clockOf } from '#findings'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import type { CountingQuestion } from './metric.ts'

/** The areas of duty whose people the register tells apart; everybody in the sweep is of social assistance. */
export const areasTold = ['poverty', 'children'] as const satisfies readonly DutyArea[]

/**
 * What several metrics are counted from, as tables of the transaction with their own statistics: without these the
 * planner takes a few hundred thousand rows for a hundred. `area_people`: who belongs to an area of duty on the day, the
 * record that speaks for each. `standing`: how each person stands in each benefit in the month of the run. `due_days`: by
 * benefit and day of receipt the last day of the decision.
 */
export async function prepareTables(
  transaction: Transaction,
  { on, run }: Pick<CountingQuestion, 'on' | 'run'>,
): Promise<void> {
  const make = async (name: string, select: RawBuilder<unknown>) => {
    await sql`drop table if exists ${sql.table(`pg_temp.${name}`)}`.execute(transaction)
    await sql`create temporary table ${sql.table(name)} on commit drop as ${select}`.execute(transaction)
    await sql`analyze ${sql.table(`pg_temp.${name}`)}`.execute(transaction)
  }
  await make('area_people', peopleOfAreas(on))
  await make('standing', run?.isLatest ? standingsByBenefit(run) : noStandings)
  await make(
    'due_days',
    sql`select * from jsonb_to_recordset(${JSON.stringify(await dueDaysOf(transaction))}::jsonb)
    as due (benefit text, received_on date, due_on date)`,
  )
}

/** For as long clocks are looked back at: those of the last twelve months, and what was then still open. */
async function dueDaysOf(transaction: Transaction): Promise<object[]> {
  const { rows } = await sql<{ benefit: string; received_on: LocalDate }>`select distinct benefit, received_on
    from awards.application where decided_on is null or decided_on > now() - interval '3 years'`.execute(
    transaction,
  )
  return rows.flatMap(({ benefit, received_on }) => {
    const clock = clockOf({ benefit, receivedOn: received_on })
    return clock ? [{ benefit, received_on, due_on: clock.dueOn }] : []
  })
}

function peopleOfAreas(on: LocalDate): RawBuilder<unknown> {
  return sql`select 'poverty' as area, coalesce(person.linked_to, person.id) as person_id
      from registry.household_fact as fact
      join registry.membership on membership.household_id = fact.household_id and membership.valid @> ${on}::date
      join registry.person on person.id = membership.person_id
      where fact.key = 'poverty' and fact.value in ('poor', 'nearPoor') and fact.valid @> ${on}::date
    union
    select 'poverty', coalesce(person.linked_to, person.id)
      from registry.fact join registry.person on person.id = fact.person_id
      where fact.key = 'poverty' and fact.value in ('poor', 'nearPoor') and fact.valid @> ${on}::date
    union
    select 'children', coalesce(linked_to, id) from registry.person where birth_from > (${on}::date - interval '16 years')`
}

/**
 * The same as the sweep's own bits, told apart by benefit. Whatever the sweep found nothing about is recorded just as the
 * law gives it.
 */
function standingsByBenefit({ month, knownOn }: NonNullable<CountingQuestion['run']>): RawBuilder<unknown> {
  return sql`select person_id, benefit, paid.person_id is not null as recipient, coalesce(found.wrong, false) as wrong,
      case when found.compared then found.low > 0 else paid.person_id is not null end as entitled,
      coalesce(found.short, false) as short
    from (select distinct coalesce(person.linked_to, person.id) as person_id, benefit
      from ${sql.raw(awardsKnown(knownOn))} join registry.person on person.id = person_id
      where valid @> ${month}::date) as paid
    full join (select person_id, benefit, max(law_low_dong) as low, bool_or(kind <> 'duplicate') as compared,
        bool_or(kind in ('undue', 'duplicate')) as wrong, bool_or(kind in ('missed', 'underpaid')) as short
      from findings.finding where month = ${month} and closed_run is null
        and kind in ('missed', 'undue', 'underpaid', 'overpaid', 'unknown', 'duplicate')
      group by person_id, benefit) as found using (person_id, benefit)`
}

const noStandings = sql`select 0::bigint as person_id, ''::text as benefit, false as recipient, false as wrong,
  false as entitled, false as short where false`

/** How each person stands over all benefits, as the sweep sums them: right and in full only when each is. */
export const standingsOfPeople = sql`select person_id, bool_or(recipient) as recipient, bool_or(wrong) as wrong,
  bool_or(entitled) as entitled, bool_or(short) as short from pg_temp.standing group by person_id`

type Principle = 'right' | 'full'

const counted: Record<Principle, { part: RawBuilder<unknown>; whole: RawBuilder<unknown> }> = {
  right: { part: sql`recipient and not wrong`, whole: sql`recipient` },
  full: { part: sql`entitled and not short`, whole: sql`entitled` },
}

/** A principle of everybody as the sweep of the run summed it, and by benefit and area while its findings stand. */
export function principleSql(which: Principle, { run }: CountingQuestion): RawBuilder<unknown> {
  if (!run) return nothing
  const { part, whole } = counted[which]
  const kept = which === 'right' ? sql`recipients_right, recipients` : sql`entitled_fully, entitled`
  const all = sql`select '' as split, unit_uid, ${kept} from findings.measure where run_id = ${run.id}`
  if (!run.isLatest) return all
  const sums = sql`count(*) filter (where ${part}), count(*) filter (where ${whole})`
  return sql`${all}
    union all select 'benefit:' || benefit, unit_uid, ${sums}
      from pg_temp.standing join registry.person on person.id = person_id group by 1, 2
    union all select 'area:' || area, unit_uid, ${sums}
      from (${standingsOfPeople}) as standing join pg_temp.area_people using (person_id)
      join registry.person on person.id = person_id group by 1, 2`
}

/** The clocks of the twelve months before the run, by benefit and area; of everybody as the sweep summed them. */
export function onTimeSql({ run }: CountingQuestion): RawBuilder<unknown> {
  if (!run) return nothing
  const all = sql`select '' as split, unit_uid, clocks_kept, clocks from findings.measure where run_id = ${run.id}`
  if (!run.isLatest) return all
  const clocks = sql`select coalesce(person.linked_to, person.id) as person_id, application.benefit,
      application.decided_on <= ${run.knownOn}::date and application.decided_on <= due_on as kept
    from awards.application
    join pg_temp.due_days using (benefit, received_on)
    join registry.person on person.id = application.person_id
    where received_on <= ${run.knownOn}::date
      and (decided_on is null or decided_on >= ${sinceOf(run)}::date)
      and (coalesce(decided_on <= ${run.knownOn}::date, false) or due_on < ${run.knownOn}::date)`
  return sql`${all}
    union all select 'benefit:' || benefit, unit_uid, count(*) filter (where kept), count(*)
      from (${clocks}) as clock join registry.person on person.id = person_id group by 1, 2
    union all select 'area:' || area, unit_uid, count(*) filter (where kept), count(*)
      from (${clocks}) as clock join pg_temp.area_people using (person_id)
      join registry.person on person.id = person_id group by 1, 2`
}

/** The first day of the twelve months whose clocks count. */
function sinceOf({ knownOn }: { knownOn: LocalDate }): RawBuilder<unknown> {
  return sql`(date_trunc('month', ${knownOn}::date) - interval '11 months')`
}

/** No row of the shape in which counts come. */
export const nothing = sql`select ''::text, ''::text, 0::bigint, 0::bigint where false`
