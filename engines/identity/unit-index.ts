import type { LocalDate } from '#calendar'
import { parseUnitName } from './unit-names.ts'
import {
  indexVersions,
  previousVersions,
  type UnitVersion,
  type UnitVersions,
  versionsOn,
} from './unit-versions.ts'

/** A version with what its name is searched by. */
export interface NamedUnit {
  unit: UnitVersion
  /** Without the word of its kind. */
  name: string
  folded: string
  /**
   * The districts it lies in: its own, and for units that lie in another or in none by now, those its area lay in
   * before. Codes; a commune of today keeps the district people still write beside it.
   */
  districtCodes: ReadonlySet<string>
}

/** The units of a province, made ready for resolving what people write. Build it once: it costs some milliseconds. */
export interface UnitIndex extends UnitVersions {
  /** By folded name. */
  named: ReadonlyMap<string, readonly NamedUnit[]>
  entryOf: ReadonlyMap<string, NamedUnit>
  /** Folded names of the province itself. */
  provinceNames: ReadonlySet<string>
  districts: readonly NamedUnit[]
}

/** Prepares the rows of data/nghe-an-units.csv, however they are stored. */
export function buildUnitIndex(rows: Iterable<UnitVersion>): UnitIndex {
  const versions = indexVersions(rows)
  const entries = [...versions.byUid.values()].map((unit): NamedUnit => {
    const { name, folded } = parseUnitName(unit.name)
    return { unit, name, folded, districtCodes: districtsOf(versions, unit) }
  })
  return {
    ...versions,
    named: Map.groupBy(entries, ({ folded }) => folded),
    entryOf: new Map(entries.map((entry) => [entry.unit.uid, entry])),
    provinceNames: new Set(entries.filter(isOf('province')).map(({ folded }) => folded)),
    districts: entries.filter(isOf('district')),
  }
}

function isOf(level: UnitVersion['level']) {
  return ({ unit }: NamedUnit) => unit.level === level
}

function districtsOf(versions: UnitVersions, unit: UnitVersion): Set<string> {
  if (unit.level !== 'commune') return new Set()
  const own = unit.parentCode === undefined ? [] : (versions.byCode.get(unit.parentCode) ?? [])
  const codes = new Set(own.filter(({ level }) => level === 'district').map(({ code }) => code))
  for (const before of previousVersions(versions, unit)) {
    for (const code of districtsOf(versions, before)) codes.add(code)
  }
  return codes
}

/** Of versions that bear one name, those that no other of them took over from: `Quang Trung` grew, and is one. */
export function lastOfEachLine(index: UnitVersions, units: readonly UnitVersion[]): UnitVersion[] {
  return units.filter(
    (unit) =>
      !units.some(
        ({ uid, from }) =>
          uid !== unit.uid &&
          from !== undefined &&
          versionsOn(index, unit, from).some((next) => next.uid === uid),
      ),
  )
}

/** What holds the area of a unit on a day, by uid; one key for comparing where versions lead. */
export function keyOfArea(index: UnitVersions, unit: UnitVersion, on: LocalDate): string {
  return versionsOn(index, unit, on)
    .map(({ uid }) => uid)
    .sort()
    .join(' ')
}
