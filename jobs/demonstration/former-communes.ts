import { addDays, day, type LocalDate } from '#calendar'
import { indexVersions, parseUnitTable, previousVersions } from '#identity'

/** A commune of before and the days on which people may have lived under it. */
export interface FormerCommune {
  unitUid: string
  from: LocalDate
  /** The day after the last, on which the next commune takes over. */
  until: LocalDate
}

/** Of no day before is it told where anybody lived. */
const first = day('2015-01-01')

/**
 * By uid of a commune of today: the ways in which somebody may have come under it without moving, each the communes one
 * after another up to today's, the earliest first. From the table of units, as resolutions made one of the other.
 */
export function formerCommunes(table: string, uids: Iterable<string>): Map<string, FormerCommune[][]> {
  const units = indexVersions(parseUnitTable(table))
  const waysTo = (uid: string): FormerCommune[][] => {
    const unit = units.byUid.get(uid)
    if (!unit || unit.from === undefined || unit.from <= first) return [[]]
    const until = unit.from
    const ways = previousVersions(units, unit).flatMap((before) => {
      const from = before.from === undefined || before.from < first ? first : before.from
      return waysTo(before.uid).map((way) => [...way, { unitUid: before.uid, from, until }])
    })
    return ways.length === 0 ? [[]] : ways
  }
  return new Map([...uids].map((uid) => [uid, waysTo(uid)]))
}

/** Of a way, the stretches of somebody born on a day: what ended before is left out. */
export function livedFrom(way: readonly FormerCommune[], birth: LocalDate): FormerCommune[] {
  return way
    .filter(({ until }) => birth <= addDays(until, -1))
    .map((each) => ({ ...each, from: birth > each.from ? birth : each.from }))
}
