import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { codeOf } from './month-columns.ts'
import type { RegistryTables } from './tables.ts'
import { findSuccessor, readUnits, type Units } from './units.ts'

/** By unit, the code of its area on one day. */
export interface Zones {
  codes: ReadonlyMap<string, number>
  /** Needed only for units that the list names by their successor. */
  units: Units | undefined
  on: LocalDate
}

/** The areas by the list in force on a day. */
export async function readZones(transaction: Transaction, on: LocalDate): Promise<Zones> {
  const { rows } = await sql<{ unit_uid: string; area: string }>`select unit_uid, area from registry.zone
    where valid @> ${on}::date`.execute(transaction)
  const codes = new Map<string, number>()
  for (const { unit_uid, area } of rows) {
    const code = codeOf('area', area)
    if (code !== undefined) codes.set(unit_uid, code)
  }
  return { codes, units: undefined, on }
}

/**
 * The areas on each of some days, in their order, with the units as `withUnits` would add them: two questions for all of
 * the days.
 */
export async function readZonesOn(
  transaction: Transaction,
  days: readonly LocalDate[],
  unitUids: readonly string[],
): Promise<Zones[]> {
  const { rows } = await sql<{
    unitUid: string
    area: string
    days: LocalDate[]
  }>`select unit_uid as "unitUid", area,
      array_agg(day::text) as days
    from registry.zone join unnest(${days}::date[]) as day on valid @> day group by unit_uid, area`.execute(
    transaction,
  )
  const byDay = new Map(days.map((on) => [on, new Map<string, number>()]))
  for (const { unitUid, area, days: held } of rows) {
    const code = codeOf('area', area)
    if (code !== undefined) for (const on of held) byDay.get(on)?.set(unitUid, code)
  }
  const listed = (codes: ReadonlyMap<string, number>) => unitUids.every((uid) => codes.has(uid))
  const units = [...byDay.values()].every(listed) ? undefined : await readUnits(transaction)
  return [...byDay].map(([on, codes]) => ({ codes, units: listed(codes) ? undefined : units, on }))
}

/** With the units, when one of `unitUids` is not on the list itself. */
export async function withUnits(
  transaction: Transaction,
  zones: Zones,
  unitUids: Iterable<string | null | undefined>,
): Promise<Zones> {
  for (const uid of unitUids)
    if (uid && !zones.codes.has(uid)) return { ...zones, units: await readUnits(transaction) }
  return zones
}

/** The area of a unit, read from the unit that took its place when the list names that one. Undefined: not known. */
export function zoneOf({ codes, units, on }: Zones, unitUid: string | null | undefined): number | undefined {
  if (!unitUid) return undefined
  const own = codes.get(unitUid)
  if (own !== undefined) return own
  const successor = units?.byUid.has(unitUid) ? findSuccessor(units, unitUid, on) : undefined
  return successor && codes.get(successor.uid)
}

/** Records the area of units from a day on; doing it twice changes nothing. */
export async function recordZones(
  transaction: Transaction,
  zones: Iterable<{ unitUid: string; area: 'ordinary' | 'difficultEthnicMountain' }>,
  { from, origin }: { from: LocalDate; origin: string },
): Promise<void> {
  const rows = [...zones].map(({ unitUid, area }) => ({
    unit_uid: unitUid,
    area,
    valid: `[${from},)`,
    origin,
  }))
  if (rows.length === 0) return
  await transaction
    .withTables<RegistryTables>()
    .insertInto('registry.zone')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
