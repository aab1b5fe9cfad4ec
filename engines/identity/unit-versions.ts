import { addDays, type LocalDate } from '#calendar'

/** One version of an administrative unit: a name and an area for a stretch of days. */
export interface UnitVersion {
  /** `code@first day` (`@pre2020` when it is older): the only key; codes were used again for other areas. */
  uid: string
  code: string
  /** In full, with its type: `Xã Nghi Lộc`. */
  name: string
  kind: string
  level: 'province' | 'district' | 'commune'
  /** The district until 30/6/2025, the province after it. */
  parentCode: string | undefined
  /** Undefined: older than the records. */
  from: LocalDate | undefined
  /** The last day, included; undefined while it stands. */
  to: LocalDate | undefined
  successorCodes: readonly string[]
  predecessorCodes: readonly string[]
  /** The resolution that ended or made it. */
  legalBasis?: string | undefined
}

/** Every version of every unit. */
export interface UnitVersions<Version extends UnitVersion = UnitVersion> {
  byUid: ReadonlyMap<string, Version>
  byCode: ReadonlyMap<string, readonly Version[]>
}

/** Puts rows in order; a code's versions stand from the oldest on. */
export function indexVersions<Version extends UnitVersion>(rows: Iterable<Version>): UnitVersions<Version> {
  const sorted = [...rows].sort(
    (one, other) => one.code.localeCompare(other.code) || (one.from ?? '').localeCompare(other.from ?? ''),
  )
  return {
    byUid: new Map(sorted.map((unit) => [unit.uid, unit])),
    byCode: Map.groupBy(sorted, (unit) => unit.code),
  }
}

export function standsOn({ from, to }: UnitVersion, on: LocalDate): boolean {
  return (from === undefined || from <= on) && (to === undefined || to >= on)
}

/** The version that `code` meant on a day. */
export function versionOn<Version extends UnitVersion>(
  units: UnitVersions<Version>,
  code: string,
  on: LocalDate,
): Version | undefined {
  return units.byCode.get(code)?.find((unit) => standsOn(unit, on))
}

/** The units that took over the area the day after a version ended; none when its level was abolished. */
export function nextVersions<Version extends UnitVersion>(
  units: UnitVersions<Version>,
  { to, successorCodes }: UnitVersion,
): Version[] {
  if (to === undefined) return []
  return successorCodes.flatMap((code) => versionOn(units, code, addDays(to, 1)) ?? [])
}

/** The units whose area, whole or in part, a version took over on its first day. */
export function previousVersions<Version extends UnitVersion>(
  units: UnitVersions<Version>,
  unit: UnitVersion,
): Version[] {
  const { from } = unit
  if (from === undefined) return []
  const eve = addDays(from, -1)
  return unit.predecessorCodes.flatMap((code) => {
    const before = versionOn(units, code, eve)
    return before && nextVersions(units, before).some(({ uid }) => uid === unit.uid) ? [before] : []
  })
}

/**
 * The versions standing on a day that hold some of a unit's area: itself, else what became of it or what it was
 * made of. Several when the area was split or put together, none when nothing of its level stood.
 */
export function versionsOn<Version extends UnitVersion>(
  units: UnitVersions<Version>,
  unit: Version,
  on: LocalDate,
): Version[] {
  const step = unit.to !== undefined && unit.to < on ? nextVersions<Version> : previousVersions<Version>
  const found = new Map<string, Version>()
  const follow = (each: Version) => {
    if (standsOn(each, on)) found.set(each.uid, each)
    else for (const next of step(units, each)) follow(next)
  }
  follow(unit)
  return [...found.values()]
}
