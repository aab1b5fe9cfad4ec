import { birthsMeet, foldText } from '#identity'
import type { ListRow } from './list-rows.ts'

/**
 * Marks the rows that are probably a person listed before: the same ID, or the same folded name in the same unit
 * with births that meet and nothing that speaks against it. For people to look at; nothing is merged.
 */
export function markDuplicates(rows: readonly ListRow[]): void {
  const byId = new Map<string, ListRow>()
  const byName = new Map<string, ListRow[]>()
  for (const row of rows) {
    const sameId = row.id === undefined ? undefined : byId.get(row.id)
    const key = `${foldText(row.name)}|${row.unitAsWritten.join('|')}`
    const namesakes = byName.get(key)
    const earlier = sameId ?? namesakes?.find((other) => maybeSame(other, row))
    if (earlier && !differentBenefits(earlier, row, sameId !== undefined))
      row.probableDuplicateOf = earlier.row
    if (row.id !== undefined && !sameId) byId.set(row.id, row)
    if (namesakes) namesakes.push(row)
    else byName.set(key, [row])
  }
}

function maybeSame(one: ListRow, other: ListRow): boolean {
  if (!one.birth || !other.birth || !birthsMeet(one.birth, other.birth)) return false
  if (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false
  return one.id === undefined || other.id === undefined || one.id === other.id || one.idKind !== other.idKind
}

/** One person may draw an allowance and care support in two rows under one ID: that is no second person. */
function differentBenefits(one: ListRow, other: ListRow, sameId: boolean): boolean {
  const [first, second] = [one.award?.category, other.award?.category]
  return sameId && first !== undefined && second !== undefined && first !== second
}
