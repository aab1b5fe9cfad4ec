import type { LocalDate } from '#calendar'
import type { Database } from '#platform/database'
import { getUnit, listCommunes, readUnits, type Units } from '#registry'

const known = new WeakMap<Database, Units>()

/** All units, read once for the life of the process: they change by law, a few times a decade. */
export async function unitsOf(database: Database): Promise<Units> {
  const before = known.get(database)
  if (before) return before
  const units = await readUnits(database.query)
  if (units.byUid.size > 0) known.set(database, units)
  return units
}

/** A unit's name without its type, as lists show it: `Kim Liên`. */
export function shortName(units: Units, uid: string | undefined): string {
  const name = uid === undefined ? '' : (units.byUid.get(uid)?.name ?? uid)
  return name.replace(/^(Xã|Phường|Thị trấn|Thị xã|Huyện|Thành phố|Tỉnh) /, '')
}

/** In full: `Xã Kim Liên`; undefined for the whole province. */
export function scopeName(units: Units, uid: string): string | undefined {
  return uid === 'province' ? undefined : getUnit(units, uid).name
}

/** What an officer may choose among: all communes for the province, nothing for a commune. */
export function communesFor(units: Units, scope: string, today: LocalDate): { uid: string; name: string }[] {
  if (scope !== 'province') return []
  return listCommunes(units, today).map(({ uid }) => ({ uid, name: shortName(units, uid) }))
}
