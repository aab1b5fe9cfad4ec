import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { metrics } from './catalogue.ts'
import type { CountingQuestion, Figure, Metric } from './metric.ts'
import { prepareTables } from './standings-sql.ts'

/** Figures by services further down the river, by the key of their metric. */
export type HandedIn = ReadonlyMap<string, readonly Figure[]>

export interface MeasuringOptions {
  /** The day the figures are of. */
  on: LocalDate
  /** The day it is: of a day gone by only what is kept over time can be counted. */
  today: LocalDate
  handedIn?: HandedIn
  /** These alone; without it all. */
  only?: readonly string[]
}

/**
 * Counts every metric for a day and keeps the figures: of each commune, of the province, of those whose unit is not
 * known. What stands already for the day as it is now is not written again. Acts as the machine; returns how many
 * figures were new.
 */
export async function measureAll(
  transaction: Transaction,
  { on, today, handedIn = new Map(), only }: MeasuringOptions,
): Promise<{ measured: string[]; written: number }> {
  if (on > today) throw new RangeError(`Nothing can be measured of ${on}: today is ${today}`)
  const question = await questionOf(transaction, on)
  await prepareTables(transaction, question)
  const measured: string[] = []
  let written = 0
  for (const metric of metrics) {
    if (!isCountable(metric, { on, today, handedIn, only, question })) continue
    written += await measureOne(transaction, metric, question, handedIn.get(metric.key))
    measured.push(metric.key)
  }
  return { measured, written }
}

function isCountable(
  { key, counted, principle }: Metric,
  asked: Required<Pick<MeasuringOptions, 'on' | 'today' | 'handedIn'>> & {
    only: readonly string[] | undefined
    question: CountingQuestion
  },
): boolean {
  const { on, today, handedIn, only, question } = asked
  if (!counted || (only && !only.includes(key))) return false
  if (counted.handedIn) return handedIn.has(key) && on === today
  if (counted.reaches === 'anyDay') return true
  // What the sweep sums is kept run by run, so that the principles of a past day are known as far as there was a run.
  if (principle) return question.run !== undefined
  return on === today
}

async function questionOf(transaction: Transaction, on: LocalDate): Promise<CountingQuestion> {
  const { rows } = await sql<{ id: number; month: LocalDate; known_on: LocalDate; is_latest: boolean }>`
    select id, month, known_on, not exists (select from findings.run as later
        where later.month = run.month and later.id > run.id) as is_latest
    from findings.run where known_on <= ${on}::date and month <= ${on}::date
    order by month desc, id desc limit 1`.execute(transaction)
  const run = rows[0]
  return {
    on,
    run: run && { id: run.id, month: run.month, knownOn: run.known_on, isLatest: run.is_latest },
  }
}

async function measureOne(
  transaction: Transaction,
  metric: Metric,
  question: CountingQuestion,
  handedIn: readonly Figure[] | undefined,
): Promise<number> {
  const { counted, key, by } = metric
  const figures = handedIn ?? (await counted?.figures?.(transaction, question))
  const counts = figures ? rowsOf(figures) : counted?.sql?.(question)
  if (!counts) return 0
  const isShare = metric.unit === 'percent' || metric.unit === 'days'
  const empty = isShare ? sql`0::bigint` : sql`null::bigint`
  const communes = by.includes('commune')
    ? sql`select uid from registry.unit where level = 'commune' and valid @> ${question.on}::date`
    : sql`select null::text as uid where false`
  const { numAffectedRows } = await sql`insert into indicators.measured
      (metric, split, unit_uid, measured_on, part, whole)
    with counts (split, unit_uid, part, whole) as (${counts}),
      figures as (select split, coalesce(unit_uid, '') as unit_uid, coalesce(sum(part), 0)::bigint as part,
        sum(whole)::bigint as whole from counts group by 1, 2),
      splits as (select '' as split union select split from figures),
      places as (select split, uid as unit_uid from splits cross join (${communes}) as commune
        union select split, unit_uid from figures where ${by.includes('commune')}),
      complete as (select split, unit_uid, coalesce(part, 0) as part, coalesce(whole, ${empty}) as whole
          from places left join figures using (split, unit_uid)
        union all select split, 'province', coalesce(sum(part), 0)::bigint, coalesce(sum(whole)::bigint, ${empty})
          from splits left join figures using (split) group by split)
    select ${key}, complete.split, complete.unit_uid, ${question.on}::date, complete.part, complete.whole
    from complete left join lateral (select part, whole from indicators.measured as kept
      where kept.metric = ${key} and kept.split = complete.split and kept.unit_uid = complete.unit_uid
        and kept.measured_on = ${question.on}::date order by taken_at desc limit 1) as before on true
    where before.part is null or before.part <> complete.part or before.whole is distinct from complete.whole
    `.execute(transaction)
  return Number(numAffectedRows ?? 0)
}

/** Figures that came through a door, in the shape of a statement's rows. */
function rowsOf(figures: readonly Figure[]) {
  const rows = figures.map(({ split, unitUid, part, whole }) => ({ split, unit_uid: unitUid, part, whole }))
  return sql`select split, unit_uid, part, whole from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as figure (split text, unit_uid text, part bigint, whole bigint)`
}
