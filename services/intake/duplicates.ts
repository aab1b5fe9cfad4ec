import { type BirthDate, birthFromShort, birthsMeet, type CitizenId, contentsOf, foldText } from '#identity'
import type { ListRow } from './list-rows.ts'

/**
 * Marks the rows that are probably a person listed before: the same ID; or the same folded name, with the same day
 * of birth or with births that meet in the same unit, and nothing that speaks against it. For people to look at;
 * nothing is merged.
 */
export function markDuplicates(rows: readonly ListRow[]): void {
  const byId = new Map<string, ListRow>()
  const byBirth = new Map<string, ListRow[]>()
  for (const row of rows) {
    const sameId = row.id === undefined ? undefined : byId.get(row.id)
    const keys = birthKeys(row)
    const earlier =
      sameId ?? keys.flatMap((key) => byBirth.get(key) ?? []).find((other) => maybeSame(other, row))
    if (earlier && !differentBenefits(earlier, row, sameId !== undefined))
      row.probableDuplicateOf = earlier.row
    if (row.id !== undefined && !sameId) byId.set(row.id, row)
    for (const key of keys) {
      const namesakes = byBirth.get(key)
      if (namesakes) namesakes.push(row)
      else byBirth.set(key, [row])
    }
  }
}

/** Under the year within a unit, and under the exact day anywhere: births that meet share one of these. */
function birthKeys(row: ListRow): string[] {
  const { name, unitAsWritten } = row
  const birth = birthOf(row)
  if (!birth) return []
  const folded = foldText(name)
  const inUnit = `${folded}|${unitAsWritten.join('|')}|${birth.from.slice(0, 4)}`
  return birth.from === birth.to ? [inUnit, `${folded}|${birth.from}`] : [inUnit]
}

/** Where no birth could be read, the year that the ID tells. */
function birthOf({ birth, id, idKind }: ListRow): BirthDate | undefined {
  if (birth || id === undefined || idKind !== 'citizenId') return birth
  return birthFromShort(String(contentsOf(id as CitizenId).birthYear))
}

function maybeSame(one: ListRow, other: ListRow): boolean {
  const [birth, otherBirth] = [birthOf(one), birthOf(other)]
  if (!birth || !otherBirth || !birthsMeet(birth, otherBirth)) return false
  if (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false
  return one.id === undefined || other.id === undefined || one.id === other.id || one.idKind !== other.idKind
}

/** One person may draw an allowance and care support in two rows under one ID: that is no second person. */
function differentBenefits(one: ListRow, other: ListRow, sameId: boolean): boolean {
  const [first, second] = [one.award?.category, other.award?.category]
  return sameId && first !== undefined && second !== undefined && first !== second
}
