import type { LocalDate } from '#calendar'
import { foldText, parseUnitName } from '#identity'
import { findSuccessor, type Unit, type Units } from '#registry'

/** Lists write the same few units on every row. */
const found = new WeakMap<Units, Map<string, Unit | undefined>>()

/**
 * The unit people write, such as `['TT Mường Xén', 'Kỳ Sơn']`, as it is called today. Undefined when no unit, or
 * more than one, may be meant, or when its area was split since.
 */
export function findWrittenUnit(
  units: Units,
  written: readonly string[],
  { listedOn, today }: { listedOn: LocalDate; today: LocalDate },
): Unit | undefined {
  const known = found.get(units) ?? new Map<string, Unit | undefined>()
  found.set(units, known)
  const key = [listedOn, today, ...written].join('|')
  if (!known.has(key)) known.set(key, search(units, written, { listedOn, today }))
  return known.get(key)
}

function search(
  units: Units,
  [own, ...above]: readonly string[],
  { listedOn, today }: { listedOn: LocalDate; today: LocalDate },
): Unit | undefined {
  if (own === undefined) return undefined
  const named = parseUnitName(own)
  const matches = [...units.byUid.values()].filter(
    (unit) =>
      unit.level === 'commune' &&
      (unit.from === undefined || unit.from <= listedOn) &&
      foldText(parseUnitName(unit.name).name) === named.folded &&
      (named.type === undefined || unit.kind === named.type) &&
      isWithin(units, unit, above),
  )
  const standing = new Map<string, Unit>()
  for (const match of meant(matches, listedOn, above.length > 0)) {
    const successor = findSuccessor(units, match.uid, today)
    if (successor) standing.set(successor.uid, successor)
  }
  const [only] = standing.values()
  return standing.size === 1 ? only : undefined
}

/**
 * Written alone, a name means the unit that bore it when the list was made, and an older one only where none did;
 * a district beside it tells which of the old ones is meant.
 */
function meant(matches: readonly Unit[], listedOn: LocalDate, isPlaced: boolean): readonly Unit[] {
  const then = isPlaced ? [] : matches.filter(({ to }) => to === undefined || to >= listedOn)
  return then.length > 0 ? then : matches
}

function isWithin(units: Units, unit: Unit, above: readonly string[]): boolean {
  const names = above
    .map((each) => parseUnitName(each).folded)
    .filter((each) => each !== '' && each !== 'nghe an')
  if (names.length === 0) return true
  const parents = units.byCode.get(unit.parentCode ?? '') ?? []
  return parents.some((parent) => names.includes(parseUnitName(parent.name).folded))
}
