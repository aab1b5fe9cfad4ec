import type { Chunk } from './apply.ts'
import { householdKeyOf } from './apply-households.ts'
import { Candidates, matchRow } from './apply-matching.ts'

/** What a chunk that is being written, and is not seen by others yet, will have changed. */
export interface Footprint {
  /** Records that stood before it and that its rows are about. */
  touched: readonly number[]
  /** Whom it adds, and numbers it gives. */
  added: Candidates
  /** Households it names. */
  households: ReadonlySet<string>
}

export function footprintOf({ rows, planned }: Chunk): Footprint {
  const touched: number[] = []
  const added = new Candidates()
  for (const each of planned) {
    if (!('row' in each)) continue
    if (each.isNew) added.add(each.person)
    else {
      touched.push(each.person.id)
      added.addNumbers(each.person)
    }
  }
  return { touched, added, households: new Set(rows.flatMap((row) => householdKeyOf(row) ?? [])) }
}

/**
 * Whether a chunk that was compared without seeing another one might have been compared otherwise with it: by then
 * one of its rows would find somebody whom the other adds, changes or gives a number, or a household it founds. Asked
 * by the rule that matches rows, so that two chunks that do not meet may be written in any order.
 */
export function meets({ plan, rows }: Chunk, other: Footprint): boolean {
  if (other.touched.some((id) => plan.candidates.find(id) !== undefined)) return true
  return rows.some((row) => {
    const household = householdKeyOf(row)
    if (household !== undefined && other.households.has(household)) return true
    return row.unitUid !== undefined && matchRow(row.reading, row.unitUid, other.added).is !== 'new'
  })
}
