import { sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'
import { type Geography, placesOf, type Reaggregated, reaggregate } from '#identity'
import type { Transaction } from '#platform/database'
import { aliveOn } from './deaths.ts'
import { readUnits, type Units } from './units.ts'

export interface PeopleByUnit extends Reaggregated {
  /** Everybody alive on the day whom the actor may see, once however many records speak of them. */
  total: number
  /** Of those, for whom no place to live is recorded on the day. */
  unplaced: number
}

/**
 * How many people lived where on a day, told by the units of another day (the same one unless said): by each person's
 * own recorded residence, never by shares. Somebody whose unit was split, or put together from several, is told by
 * the residence that begins or ends with the change where one is recorded, and stays undetermined otherwise.
 * Row-level security holds: an officer of a commune counts their own people.
 */
export async function countPeopleByUnit(
  transaction: Transaction,
  { on, geography = { on } }: { on: LocalDate; geography?: Geography },
): Promise<PeopleByUnit> {
  const units = await readUnits(transaction)
  const lived = await countResidents(transaction, on)
  const open = [...lived.keys()].filter((uid) => isOpen(units, uid, geography))
  for (const { uid, told, count } of open.length > 0
    ? await countTold(transaction, on, { units, open })
    : []) {
    if (!leadsWithin(units, told, uid, geography)) continue
    lived.set(uid, (lived.get(uid) ?? 0) - count)
    lived.set(told, (lived.get(told) ?? 0) + count)
  }
  for (const [uid, count] of lived) if (count === 0) lived.delete(uid)
  const total = await countAlive(transaction, on)
  const placed = [...lived.values()].reduce((sum, count) => sum + count, 0)
  return { ...reaggregate(units, lived, geography), total, unplaced: total - placed }
}

function isOpen(units: Units, uid: string, geography: Geography): boolean {
  const unit = units.byUid.get(uid)
  return unit !== undefined && placesOf(units, unit, geography).length > 1
}

/** Whether the unit told by the neighbouring residence narrows down where the people of `uid` belong. */
function leadsWithin(units: Units, told: string, uid: string, geography: Geography): boolean {
  const [narrow, wide] = [told, uid].map((each) => {
    const unit = units.byUid.get(each)
    return unit ? placesOf(units, unit, geography) : []
  })
  if (!narrow || !wide || narrow.length === 0) return false
  return narrow.length < wide.length && narrow.every((place) => wide.includes(place))
}

/**
 * By unit: those who speak for themselves, and those whose place only a linked record knows. Read as whole lists that
 * are then joined, because row-level security hides from the planner how many rows it leaves.
 */
async function countResidents(transaction: Transaction, on: LocalDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit_uid: string; count: number }>`with speaking as materialized (
      select p.id from registry.person p where p.linked_to is null and ${aliveOn('p', on)}
    ), lived as materialized (
      select person_id, unit_uid from registry.residence where valid @> ${on}::date
    ), known as (
      select unit_uid, count(*) as count from lived join speaking on speaking.id = lived.person_id group by unit_uid
      union all
      select unit_uid, count(*) from (
        select distinct on (p.linked_to) r.unit_uid from registry.person p
        join registry.person root on root.id = p.linked_to
        join registry.residence r on r.person_id = p.id and r.valid @> ${on}::date
        where p.linked_to is not null and ${aliveOn('root', on)} and not exists
          (select from registry.residence own where own.person_id = root.id and own.valid @> ${on}::date)
        order by p.linked_to, p.id) as linked group by unit_uid)
    select unit_uid, sum(count)::integer as count from known group by unit_uid`.execute(transaction)
  return new Map(rows.map(({ unit_uid, count }) => [unit_uid, count]))
}

/**
 * Of the people of some units, those whose next or last residence meets the day the unit changed. Begins with the few
 * residences that begin or end on such a day.
 */
async function countTold(
  transaction: Transaction,
  on: LocalDate,
  { units, open }: { units: Units; open: readonly string[] },
) {
  const changed = open.flatMap((uid) => {
    const unit = units.byUid.get(uid)
    return [unit?.from ?? [], unit?.to ? addDays(unit.to, 1) : []].flat()
  })
  const days = [...new Set(changed)]
  const { rows } = await sql<{ uid: string; told: string; count: number }>`with beside as materialized (
      select person_id, unit_uid, valid from registry.residence
      where lower(valid) = any(${days}::date[]) or upper(valid) = any(${days}::date[])
    )
    select r.unit_uid as uid, beside.unit_uid as told, count(*)::integer as count
    from beside join registry.residence r on r.person_id = beside.person_id and r.valid @> ${on}::date
      and r.valid -|- beside.valid and r.unit_uid = any(${open})
    join registry.unit u on u.uid = r.unit_uid
      and (lower(beside.valid) = upper(u.valid) or upper(beside.valid) = lower(u.valid))
    join registry.person p on p.id = r.person_id and p.linked_to is null and ${aliveOn('p', on)}
    group by r.unit_uid, beside.unit_uid`.execute(transaction)
  return rows
}

async function countAlive(transaction: Transaction, on: LocalDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from registry.person p
    where p.linked_to is null and ${aliveOn('p', on)}`.execute(transaction)
  return rows[0]?.count ?? 0
}
