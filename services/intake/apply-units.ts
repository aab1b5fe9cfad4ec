import type { LocalDate } from '#calendar'
import { resolveUnit, type UnitCandidate, type UnitResolution } from '#identity'
import { indexOf, successorsOn, type Unit, type Units } from '#registry'

/** Lists write the same few units on every row. */
const found = new WeakMap<Units, Map<string, Unit | undefined>>()

/**
 * The unit people write, such as `['TT Mường Xén', 'Kỳ Sơn']`, as it is called today. Undefined when no unit, or
 * more than one, may be meant, when only one a letter away is known, or when its area was split since: an officer
 * chooses then.
 */
export function findWrittenUnit(
  units: Units,
  written: readonly string[],
  { listedOn, today }: { listedOn: LocalDate; today: LocalDate },
): Unit | undefined {
  const known = found.get(units) ?? new Map<string, Unit | undefined>()
  found.set(units, known)
  const key = [listedOn, today, ...written].join('|')
  if (!known.has(key)) {
    const resolution = resolveUnit(written, { on: listedOn, level: 'commune' }, indexOf(units))
    known.set(key, unitOfToday(units, resolution, today))
  }
  return known.get(key)
}

/** Several that bear the name are no doubt when all of them have become one. */
function unitOfToday(units: Units, resolution: UnitResolution, today: LocalDate): Unit | undefined {
  const meant = resolution.found === 'one' ? [{ ...resolution, doubts: [] }] : resolution.candidates
  const closest = meant.filter(({ certainty }) => certainty === meant[0]?.certainty)
  if (closest.length === 0 || !closest.every(isSure)) return undefined
  const then = closest.filter(({ via }) => via !== 'laterName')
  const standing = new Set(then.flatMap(({ unit }) => successorsOn(units, unit.uid, today)))
  const [only] = standing
  return standing.size === 1 ? only : undefined
}

function isSure({ certainty, doubts }: UnitCandidate): boolean {
  return (
    certainty !== 'near' && doubts.every((doubt) => doubt === 'sameName') // the same name in the same place, only of other days
  )
}
