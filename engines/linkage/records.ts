import type { Texts } from './edit-distance.ts'

/** What stands for a missing feature; every other feature is a whole number from 0. */
export const nothing = -1

/** The records of a run as features, row by row, so that two records are compared in two lines of the cache. */
export interface RecordFeatures {
  /** Record ids, ascending. */
  ids: Float64Array
  /** Feature `f` of record `i` stands at `i * width + offsets[f]`. */
  rows: Int32Array
  width: number
  offsets: ReadonlyMap<string, number>
  /** The folded names that the feature `folded` points to. */
  texts: Texts
}

/** Rows from columns, in the order of the ids; throws when two records have one id. */
export function recordFeatures(
  ids: Float64Array,
  columns: ReadonlyMap<string, ArrayLike<number>>,
  texts: Texts,
): RecordFeatures {
  const order = ascending(ids)
  const width = columns.size
  const rows = new Int32Array(ids.length * width)
  const offsets = new Map([...columns.keys()].map((name, offset) => [name, offset]))
  // Some thousand rows at a time, so that they stay in the cache while one column after another fills them.
  for (let start = 0; start < ids.length; start += 4_096) {
    const end = Math.min(start + 4_096, ids.length)
    let offset = 0
    for (const column of columns.values()) {
      for (let row = start; row < end; row++)
        rows[row * width + offset] = column[order ? (order[row] as number) : row] as number
      offset++
    }
  }
  const sorted = order ? Float64Array.from(order, (at) => ids[at] as number) : ids
  for (let row = 1; row < sorted.length; row++)
    if (sorted[row] === sorted[row - 1])
      throw new Error(`Record ${sorted[row]} stands twice: give every record its own id`)
  return { ids: sorted, rows, width, offsets, texts }
}

/** The order that sorts the ids, or undefined when they are. */
function ascending(ids: Float64Array): Int32Array | undefined {
  for (let row = 1; row < ids.length; row++)
    if ((ids[row] as number) < (ids[row - 1] as number))
      return Int32Array.from(ids.keys()).sort((a, b) => (ids[a] as number) - (ids[b] as number))
  return undefined
}

/** Where a feature stands in a row; throws for one that is not there. */
export function offsetOf({ offsets }: Pick<RecordFeatures, 'offsets'>, feature: string): number {
  const offset = offsets.get(feature)
  if (offset === undefined) throw new Error(`The records have no feature ${feature}`)
  return offset
}
