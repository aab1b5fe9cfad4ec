import type { Blocks } from './blocking.ts'
import { compileComparisons, compileRules } from './comparing.ts'
import { patternsOf } from './patterns.ts'
import type { RecordFeatures } from './records.ts'
import type { LinkageSettings } from './settings.ts'

/** Visits a pair by the positions of its records and its pattern. */
export type VisitPair = (l: number, r: number, pattern: number, rule: number) => void

/**
 * Every candidate pair once, with its pattern: a pair belongs to the first rule that finds it. `isNew` narrows to pairs
 * with at least one new record.
 */
export function visitPairs(
  features: RecordFeatures,
  settings: Pick<LinkageSettings, 'comparisons'>,
  { blocks, visit, isNew }: { blocks: readonly Blocks[]; visit: VisitPair; isNew?: Uint8Array },
): void {
  const { rows, width } = features
  const compare = compileComparisons(settings.comparisons, features)
  for (const [rule, { starts, members }] of blocks.entries()) {
    const foundEarlier = compileRules(
      blocks.slice(0, rule).map((each) => each.rule),
      features,
    )
    for (let block = 0; block + 1 < starts.length; block++) {
      const end = starts[block + 1] as number
      for (let first = starts[block] as number; first < end; first++) {
        const l = members[first] as number
        for (let second = first + 1; second < end; second++) {
          const r = members[second] as number
          if (isNew && !isNew[l] && !isNew[r]) continue
          if (foundEarlier(rows, l * width, r * width)) continue
          visit(l, r, compare(rows, l * width, r * width), rule)
        }
      }
    }
  }
}

export interface PatternCounts {
  /** How many pairs have each pattern. */
  counts: Float64Array
  pairs: number
  /** Pairs that each rule was the first to find. */
  byRule: number[]
}

export function countPatterns(
  features: RecordFeatures,
  settings: Pick<LinkageSettings, 'comparisons'>,
  blocks: readonly Blocks[],
): PatternCounts {
  const counts = new Float64Array(patternsOf(settings.comparisons).count)
  const byRule = blocks.map(() => 0)
  let pairs = 0
  const visit: VisitPair = (_l, _r, pattern, rule) => {
    counts[pattern] = (counts[pattern] as number) + 1
    byRule[rule] = (byRule[rule] as number) + 1
    pairs++
  }
  visitPairs(features, settings, { blocks, visit })
  return { counts, pairs, byRule }
}

/** Patterns of pairs drawn by a hash of their number: the same seed and records give the same pairs. */
export function countRandomPatterns(
  features: RecordFeatures,
  { comparisons, randomPairs, seed }: Pick<LinkageSettings, 'comparisons' | 'randomPairs' | 'seed'>,
): PatternCounts {
  const { rows, width, ids } = features
  const compare = compileComparisons(comparisons, features)
  const counts = new Float64Array(patternsOf(comparisons).count)
  let pairs = 0
  for (let number = 0; ids.length > 1 && number < randomPairs; number++) {
    const l = hashNumber(number * 2, seed) % ids.length
    const r = hashNumber(number * 2 + 1, seed) % ids.length
    if (l === r) continue
    const pattern = compare(rows, l * width, r * width)
    counts[pattern] = (counts[pattern] as number) + 1
    pairs++
  }
  return { counts, pairs, byRule: [] }
}

/** A well-mixed 32-bit hash of a number. */
function hashNumber(number: number, seed: number): number {
  let hash = Math.imul(number ^ Math.imul(seed, 0x9e3779b9), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
