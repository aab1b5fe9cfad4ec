import type { LocalDate } from '#calendar'
import { foldText, parseUnitName } from '#identity'
import { findSuccessor, type Unit, type Units } from '#registry'

/** Lists write the same few units on every row. */
const found = new WeakMap<Units, Map<string, Unit | undefined>>()

/**
 * The unit people write, such as `['TT Mường Xén', 'Kỳ Sơn']`, as it is called today. Undefined when no unit, or
 * more than one, had that name in that place by then, or when its area was split since.
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
  for (const match of matches) {
    const successor = findSuccessor(units, match.uid, today)
    if (successor) standing.set(successor.uid, successor)
  }
  const [only] = standing.values()
  return standing.size === 1 ? only : undefined
}

function isWithin(units: Units, unit: Unit, above: readonly string[]): boolean {
  const names = above
    .map((each) => parseUnitName(each).folded)
    .filter((each) => each !== '' && each !== 'nghe an')
  if (names.length === 0) return true
  const parents = units.byCode.get(unit.parentCode ?? '') ?? []
  return parents.some((parent) => names.includes(parseUnitName(parent.name).folded))
}
