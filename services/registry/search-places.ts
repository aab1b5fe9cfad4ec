import type { LocalDate } from '#calendar'
import { foldText, parseUnitName } from '#identity'
import { successorsOn, type Units } from './units.ts'

/** The communes of today by every name they or those before them bore, folded. */
export type SearchPlaces = ReadonlyMap<string, readonly string[]>

/** Built once for all searches of a day. */
export function searchPlaces(units: Units, today: LocalDate): SearchPlaces {
  const places = new Map<string, Set<string>>()
  for (const unit of units.byUid.values()) {
    if (unit.level !== 'commune') continue
    const name = parseUnitName(unit.name).folded
    const known = places.get(name) ?? new Set()
    for (const { uid } of successorsOn(units, unit.uid, today)) known.add(uid)
    places.set(name, known)
  }
  return new Map([...places].map(([name, uids]) => [name, [...uids]]))
}

/** The communes of today that a folded name means; undefined when no commune bears or bore it. */
export function unitsNamed(places: SearchPlaces, folded: string): readonly string[] | undefined {
  const uids = places.get(foldText(folded))
  return uids && uids.length > 0 ? uids : undefined
}
