import { sql } from 'kysely'
import { awardsKnown } from '#awards'
import { firstDayOf, type LocalDate, lastDayOf, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import type { FactDay } from './causes.ts'

/** Since when the facts of a month have held, by person and fact key. */
export type FactDays = ReadonlyMap<number, ReadonlyMap<string, FactDay>>

/** The day and origin of every fact of some people that holds at the end of a month, their household's included. */
export async function readFactDays(
  transaction: Transaction,
  personIds: readonly number[],
  month: Month,
): Promise<FactDays> {
  const on = lastDayOf(month)
  const { rows } = await sql<{ person_id: number; key: string; first_on: LocalDate | null; origin: string }>`
    select person_id, key, lower(valid) as first_on, origin from registry.fact
      where person_id = any(${personIds}) and valid @> ${on}::date
    union all
    select m.person_id, f.key, lower(f.valid * m.valid), f.origin
      from registry.membership m join registry.household_fact f on f.household_id = m.household_id
      where m.person_id = any(${personIds}) and m.valid @> ${on}::date and f.valid @> ${on}::date`.execute(
    transaction,
  )
  const days = new Map<number, Map<string, FactDay>>()
  for (const { person_id: personId, key, first_on: from, origin } of rows) {
    const own = days.get(personId) ?? new Map<string, FactDay>()
    days.set(personId, own.set(key, { from: from ?? undefined, origin }))
  }
  return days
}

/** The last month in which people were paid a benefit that they are paid no longer, as known on a day, by `person benefit`. */
export async function readLastPaid(
  transaction: Transaction,
  personIds: readonly number[],
  { month, knownOn }: { month: Month; knownOn: LocalDate },
): Promise<ReadonlyMap<string, Month>> {
  const { rows } = await sql<{ person_id: number; benefit: string; last_on: LocalDate }>`
    select person_id, benefit, max(upper(valid) - 1) as last_on from ${sql.raw(awardsKnown(knownOn))}
      where person_id = any(${personIds}) and upper(valid) <= ${firstDayOf(month)}::date
      group by person_id, benefit`.execute(transaction)
  return new Map(
    rows.map(({ person_id: id, benefit, last_on: on }) => [`${id} ${benefit}`, monthOf(on)] as const),
  )
}
