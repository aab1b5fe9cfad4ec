import type { LocalDate } from '#calendar'
import { standsOn, type UnitVersion, type UnitVersions, versionOn, versionsOn } from './unit-versions.ts'

/** What is known of one unit of the geography asked for. */
export interface UnitFigure {
  unit: UnitVersion
  /** The sum of all figures that lie wholly within the unit. */
  figure: number
  /** Whether that is all of it: no undetermined figure may belong to the unit as well. */
  isWhole: boolean
}

/** A figure that lies somewhere among several units, or in none that is recorded. */
export interface UndeterminedFigure {
  figure: number
  sources: readonly UnitVersion[]
  /** Empty when nothing of the level asked for stood there on the day. */
  among: readonly UnitVersion[]
}

export interface Reaggregated {
  figures: readonly UnitFigure[]
  undetermined: readonly UndeterminedFigure[]
}

export interface Geography {
  /** The day whose units are asked for. */
  on: LocalDate
  /** Communes unless something else is asked for. Districts stood until 30/6/2025. */
  level?: UnitVersion['level']
  /**
   * The day the figures were counted. It matters for districts, whose area grew while they kept their name (Vinh,
   * 1/12/2024); without it their last day is taken.
   */
  countedOn?: LocalDate
}

/**
 * Figures by the unit they were counted in, told by the units of another day, forwards or backwards. A figure whose
 * area lies in one unit of that day is counted there; one whose area was split, or that came together from several
 * units, stays with the set of units it lies in: shares are never invented. The sum stays what it was. Throws on a
 * uid that is not recorded.
 */
export function reaggregate(
  units: UnitVersions,
  figures: ReadonlyMap<string, number>,
  geography: Geography,
): Reaggregated {
  const whole = new Map<UnitVersion, number>()
  const groups = new Map<string, UndeterminedFigure & { sources: UnitVersion[] }>()
  for (const [uid, figure] of figures) {
    const source = units.byUid.get(uid)
    if (!source) throw new Error(`Không có đơn vị hành chính "${uid}": nạp lại data/nghe-an-units.csv`)
    const among = placesOf(units, source, geography)
    const [only] = among
    if (only && among.length === 1) {
      whole.set(only, (whole.get(only) ?? 0) + figure)
      continue
    }
    const key = among.map((unit) => unit.uid).join(' ')
    const group = groups.get(key) ?? { figure: 0, sources: [], among }
    groups.set(key, { ...group, figure: group.figure + figure, sources: [...group.sources, source] })
  }
  const undetermined = [...groups.values()]
  const open = new Set(undetermined.flatMap(({ among }) => among))
  return {
    figures: [...whole]
      .map(([unit, figure]) => ({ unit, figure, isWhole: !open.has(unit) }))
      .sort((one, other) => one.unit.code.localeCompare(other.unit.code)),
    undetermined,
  }
}

/** The units of the geography that hold some of the unit's area, in the order of their codes. */
export function placesOf(
  units: UnitVersions,
  unit: UnitVersion,
  { on, level = 'commune', countedOn }: Geography,
): UnitVersion[] {
  const parts =
    unit.level === 'commune' || unit.level === level ? [unit] : communesWithin(units, unit, countedOn)
  const found = parts
    .flatMap((part) => versionsOn(units, part, on))
    .map((each) => above(units, each, on, level))
  return [...new Set(found)]
    .filter((each) => each !== undefined)
    .sort((one, other) => one.code.localeCompare(other.code))
}

/** The communes of a district or province while it stood. */
function communesWithin(units: UnitVersions, unit: UnitVersion, on?: LocalDate): UnitVersion[] {
  const seenOn = on && standsOn(unit, on) ? on : (unit.to ?? unit.from)
  return [...units.byUid.values()].filter((each) => {
    if (each.level !== 'commune') return false
    const isThen = seenOn === undefined ? each.to === undefined : standsOn(each, seenOn)
    return isThen && (unit.level === 'province' || each.parentCode === unit.code)
  })
}

/** The unit of a level that a unit lies in on a day, itself included. */
function above(
  units: UnitVersions,
  unit: UnitVersion,
  on: LocalDate,
  level: UnitVersion['level'],
): UnitVersion | undefined {
  if (unit.level === level) return unit
  const parent = unit.parentCode === undefined ? undefined : versionOn(units, unit.parentCode, on)
  return parent && above(units, parent, on, level)
}
