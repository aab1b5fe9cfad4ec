import { addDays, type LocalDate } from '#calendar'
import { standsOn, type UnitVersion } from '#identity'

/** How the province was divided from a day on. */
export interface Division {
  from: LocalDate
  districts: number
  communes: number
  /** Rural communes, wards and towns, of the communes. */
  rural: number
  wards: number
  towns: number
  /** The resolutions by which units of that day were made or ended. */
  basis: string[]
}

/**
 * Every division of the province, the latest first, counted from the versions of its units. Who was merged before the
 * first day of a version is not in the register: nothing is said of the time before.
 */
export function divisionsOf(units: Iterable<UnitVersion>): Division[] {
  const all = [...units].filter(({ level }) => level === 'commune' || level === 'district')
  const begun = all.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const ended = all.flatMap(({ to }) => (to === undefined ? [] : [addDays(to, 1)]))
  const days = [...new Set([...begun, ...ended])].sort()
  return days.map((from) => ({ from, ...countsOn(all, from), basis: basisOf(all, from) })).reverse()
}

function countsOn(all: readonly UnitVersion[], on: LocalDate) {
  const standing = all.filter((unit) => standsOn(unit, on))
  const communes = standing.filter(({ level }) => level === 'commune')
  const of = (kind: string) => communes.filter((unit) => unit.kind === kind).length
  return {
    districts: standing.length - communes.length,
    communes: communes.length,
    rural: of('xã'),
    wards: of('phường'),
    towns: of('thị trấn'),
  }
}

/** The register names the resolutions that made and that ended a unit in one line; alone, it is that of its end. */
function basisOf(all: readonly UnitVersion[], on: LocalDate): string[] {
  const made = all
    .filter(({ from }) => from === on)
    .map(({ to, legalBasis }) => {
      const named = legalBasis?.split(' → ') ?? []
      return to === undefined || named.length > 1 ? named[0] : undefined
    })
  return [...new Set(made.flatMap((each) => each ?? []))].sort()
}
