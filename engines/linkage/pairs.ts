import type { Blocks } from './blocking.ts'
import { compileComparisons, compileRules } from './comparing.ts'
import { patternsOf } from './patterns.ts'
import type { RecordFeatures } from './records.ts'
import type { LinkageSettings } from './settings.ts'

/** Candidate pairs, each once: how many have each pattern, and those that were kept, in columns. */
export interface ComparedPairs extends PatternCounts {
  /** The positions of the two records, first below second. */
  first: Int32Array
  second: Int32Array
  pattern: Int32Array
  /** Pairs by the rule that found them first. */
  byRule: number[]
}

export interface PatternCounts {
  /** How many pairs have each pattern. */
  counts: Float64Array
  pairs: number
}

/**
 * Makes every candidate pair once and compares it: a pair belongs to the first rule that finds it. `isNew` narrows to
 * pairs with at least one new record; `keep` says by pattern which pairs are kept, all when it is not given.
 */
export function comparePairs(
  features: RecordFeatures,
  { comparisons }: Pick<LinkageSettings, 'comparisons'>,
  blocks: readonly Blocks[],
  { isNew, keep }: { isNew?: Uint8Array | undefined; keep?: Uint8Array } = {},
): ComparedPairs {
  const { rows, width } = features
  const compare = compileComparisons(comparisons, features)
  const rules = blocks.map(({ rule }) => rule)
  const counts = new Float64Array(patternsOf(comparisons).count)
  const kept = growingColumns()
  let pairs = 0
  const byRule = blocks.map(({ starts, members }, rule) => {
    const foundEarlier = compileRules(rules.slice(0, rule), features)
    const before = pairs
    for (let block = 0; block + 1 < starts.length; block++) {
      const [from, end] = [starts[block] as number, starts[block + 1] as number]
      if (isNew && !holdsNew(members, isNew, { from, end })) continue
      for (let at = from; at < end; at++) {
        const l = members[at] as number
        for (let other = at + 1; other < end; other++) {
          const r = members[other] as number
          if (isNew && !isNew[l] && !isNew[r]) continue
          if (foundEarlier(rows, l * width, r * width)) continue
          const pattern = compare(rows, l * width, r * width)
          counts[pattern] = (counts[pattern] as number) + 1
          pairs++
          if (!keep || keep[pattern]) kept.add(l, r, pattern)
        }
      }
    }
    return pairs - before
  })
  return { counts, pairs, byRule, ...kept.columns() }
}

function holdsNew(
  members: Int32Array,
  isNew: Uint8Array,
  { from, end }: { from: number; end: number },
): boolean {
  for (let at = from; at < end; at++) if (isNew[members[at] as number]) return true
  return false
}

/** Three columns that double when they are full. */
function growingColumns() {
  let [first, second, pattern] = [new Int32Array(1 << 16), new Int32Array(1 << 16), new Int32Array(1 << 16)]
  let length = 0
  const doubled = (column: Int32Array<ArrayBuffer>) => {
    const larger = new Int32Array(column.length * 2)
    larger.set(column)
    return larger
  }
  return {
    add(l: number, r: number, code: number) {
      if (length === first.length) {
        first = doubled(first)
        second = doubled(second)
        pattern = doubled(pattern)
      }
      first[length] = l
      second[length] = r
      pattern[length++] = code
    },
    columns: () => ({
      first: first.subarray(0, length),
      second: second.subarray(0, length),
      pattern: pattern.subarray(0, length),
    }),
  }
}

/** Large enough to be quick, small enough that hardly a record is drawn twice. */
const groupSize = 16

/**
 * Patterns of about `randomPairs` pairs of records, drawn by a hash in small groups whose members are all compared: what
 * two different people look like. The same seed and records give the same pairs.
 */
export function countRandomPatterns(
  features: RecordFeatures,
  { comparisons, randomPairs, seed }: Pick<LinkageSettings, 'comparisons' | 'randomPairs' | 'seed'>,
): PatternCounts {
  const { rows, width, ids } = features
  const compare = compileComparisons(comparisons, features)
  const counts = new Float64Array(patternsOf(comparisons).count)
  const groups = Math.ceil(randomPairs / ((groupSize * (groupSize - 1)) / 2))
  let pairs = 0
  for (let group = 0; group < groups && ids.length > 1; group++) {
    const members = Array.from(
      { length: groupSize },
      (_, at) => hashNumber(group * groupSize + at, seed) % ids.length,
    )
    for (const [at, one] of members.entries())
      for (let other = at + 1; other < groupSize; other++) {
        const second = members[other] as number
        if (one === second) continue
        const code = compare(rows, one * width, second * width)
        counts[code] = (counts[code] as number) + 1
        pairs++
      }
  }
  return { counts, pairs }
}

/** A well-mixed 32-bit hash of a number. */
function hashNumber(number: number, seed: number): number {
  let hash = Math.imul(number ^ Math.imul(seed, 0x9e3779b9), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
