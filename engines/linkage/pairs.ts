import { type Blocks, countBlocks } from './blocking.ts'
import { compileComparisons, compileRules } from './comparing.ts'
import { patternsOf } from './patterns.ts'
import type { RecordFeatures } from './records.ts'
import type { LinkageSettings } from './settings.ts'

/** Candidate pairs in columns, each once: the positions of the two records (first below second) and their pattern. */
export interface ComparedPairs {
  first: Int32Array
  second: Int32Array
  pattern: Int32Array
  /** Pairs by the rule that found them first. */
  byRule: number[]
}

/**
 * Makes every candidate pair once and compares it: a pair belongs to the first rule that finds it. `isNew` narrows to
 * pairs with at least one new record.
 */
export function comparePairs(
  features: RecordFeatures,
  { comparisons }: Pick<LinkageSettings, 'comparisons'>,
  blocks: readonly Blocks[],
  isNew?: Uint8Array,
): ComparedPairs {
  const { rows, width } = features
  const compare = compileComparisons(comparisons, features)
  const rules = blocks.map(({ rule }) => rule)
  const atMost = blocks.reduce((sum, each) => sum + countBlocks(each).pairs, 0)
  const [first, second, pattern] = [new Int32Array(atMost), new Int32Array(atMost), new Int32Array(atMost)]
  let pairs = 0
  const byRule = blocks.map(({ starts, members }, rule) => {
    const foundEarlier = compileRules(rules.slice(0, rule), features)
    const before = pairs
    for (let block = 0; block + 1 < starts.length; block++) {
      const end = starts[block + 1] as number
      for (let at = starts[block] as number; at < end; at++) {
        const l = members[at] as number
        for (let other = at + 1; other < end; other++) {
          const r = members[other] as number
          if (isNew && !isNew[l] && !isNew[r]) continue
          if (foundEarlier(rows, l * width, r * width)) continue
          first[pairs] = l
          second[pairs] = r
          pattern[pairs++] = compare(rows, l * width, r * width)
        }
      }
    }
    return pairs - before
  })
  return {
    first: first.subarray(0, pairs),
    second: second.subarray(0, pairs),
    pattern: pattern.subarray(0, pairs),
    byRule,
  }
}

export interface PatternCounts {
  /** How many pairs have each pattern. */
  counts: Float64Array
  pairs: number
}

export function countPatterns(
  { comparisons }: Pick<LinkageSettings, 'comparisons'>,
  { pattern }: Pick<ComparedPairs, 'pattern'>,
): PatternCounts {
  const counts = new Float64Array(patternsOf(comparisons).count)
  for (let pair = 0; pair < pattern.length; pair++) {
    const code = pattern[pair] as number
    counts[code] = (counts[code] as number) + 1
  }
  return { counts, pairs: pattern.length }
}

/**
 * Patterns of all pairs among records drawn by a hash, about `randomPairs` of them: what two different people look
 * like. The same seed and records give the same pairs.
 */
export function countRandomPatterns(
  features: RecordFeatures,
  { comparisons, randomPairs, seed }: Pick<LinkageSettings, 'comparisons' | 'randomPairs' | 'seed'>,
): PatternCounts {
  const { rows, width, ids } = features
  const compare = compileComparisons(comparisons, features)
  const counts = new Float64Array(patternsOf(comparisons).count)
  const wanted = Math.min(ids.length, Math.ceil(Math.sqrt(2 * randomPairs)))
  const drawn = new Set<number>()
  for (let number = 0; drawn.size < wanted; number++) drawn.add(hashNumber(number, seed) % ids.length)
  const sample = Int32Array.from(drawn)
  for (let one = 0; one < sample.length; one++)
    for (let other = one + 1; other < sample.length; other++) {
      const code = compare(rows, (sample[one] as number) * width, (sample[other] as number) * width)
      counts[code] = (counts[code] as number) + 1
    }
  return { counts, pairs: (sample.length * (sample.length - 1)) / 2 }
}

/** A well-mixed 32-bit hash of a number. */
function hashNumber(number: number, seed: number): number {
  let hash = Math.imul(number ^ Math.imul(seed, 0x9e3779b9), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
