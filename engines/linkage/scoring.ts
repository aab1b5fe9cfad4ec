import { levelWeight, type Model, priorWeight } from './model.ts'
import type { ComparedPairs } from './pairs.ts'
import { patternsOf } from './patterns.ts'
import { offsetOf, type RecordFeatures } from './records.ts'
import type { ComparisonSpec, LinkageSettings } from './settings.ts'
import { countTerms, termFeaturesOf, termFrequency, termWeight } from './terms.ts'

/** Pairs by the positions of their records, in columns. */
export interface ScoredPairs {
  first: Int32Array
  second: Int32Array
  pattern: Int32Array
  weight: Float64Array
}

/** Of each feature with term frequencies: how often each term occurs, and what that adds in bits. */
export interface TermTable {
  feature: string
  offset: number
  frequencies: Float64Array
  weights: Float64Array
}

export function termTables(
  features: RecordFeatures,
  { comparisons }: Pick<LinkageSettings, 'comparisons'>,
  model: Model,
): TermTable[] {
  return termFeaturesOf(comparisons).map((feature) => {
    const counts = countTerms(features, feature)
    const known = counts.reduce((sum, count) => sum + count, 0)
    const frequencies = Float64Array.from(counts, (_, term) => termFrequency(counts, known, term))
    const baseline = model.termBaselines[feature] ?? 1
    return {
      feature,
      offset: offsetOf(features, feature),
      frequencies,
      weights: frequencies.map((frequency) => termWeight(baseline, frequency)),
    }
  })
}

/** The match weight of every pattern, the prior included and term frequencies not. */
export function patternWeights(comparisons: readonly ComparisonSpec[], model: Model): Float64Array {
  const { count, digit } = patternsOf(comparisons)
  const start = priorWeight(model)
  const weights = comparisons.map((_, index) => (model.comparisons[index]?.levels ?? []).map(levelWeight))
  return Float64Array.from({ length: count }, (_, code) =>
    weights.reduce((sum, row, index) => sum + (row[digit(code, index) - 1] ?? 0), start),
  )
}

/** For each pattern the tables whose terms its levels weigh, as indexes. */
export function patternTerms(
  comparisons: readonly ComparisonSpec[],
  tables: readonly Pick<TermTable, 'feature'>[],
): Int8Array[] {
  const { count, digit } = patternsOf(comparisons)
  return comparisons.map(({ levels }, index) =>
    Int8Array.from({ length: count }, (_, code) =>
      tables.findIndex(({ feature }) => feature === levels[digit(code, index) - 1]?.termFeature),
    ),
  )
}

/** The pairs whose match weight reaches `settings.reviewWeight`, strongest first, ties by the records. */
export function scorePairs(
  features: RecordFeatures,
  { comparisons, reviewWeight }: Pick<LinkageSettings, 'comparisons' | 'reviewWeight'>,
  { model, pairs, tables }: { model: Model; pairs: ComparedPairs; tables: readonly TermTable[] },
): ScoredPairs {
  const { rows, width } = features
  const base = patternWeights(comparisons, model)
  const terms = patternTerms(comparisons, tables).filter((row) => row.some((table) => table >= 0))
  const most = mostByTerms(base, terms, tables)
  const kept: Kept = { first: [], second: [], pattern: [], weight: [] }
  for (let pair = 0; pair < pairs.pattern.length; pair++) {
    const pattern = pairs.pattern[pair] as number
    if ((most[pattern] as number) < reviewWeight) continue
    const l = pairs.first[pair] as number
    let weight = base[pattern] as number
    for (let at = 0; at < terms.length; at++) {
      const table = tables[terms[at]?.[pattern] as number]
      if (table) weight += table.weights[rows[l * width + table.offset] as number] as number
    }
    if (weight < reviewWeight) continue
    kept.first.push(l)
    kept.second.push(pairs.second[pair] as number)
    kept.pattern.push(pattern)
    kept.weight.push(weight)
  }
  return strongestFirst(kept)
}

/** By pattern, whether a pair can reach `settings.reviewWeight`, whatever its terms. */
export function hopefulPatterns(
  { comparisons, reviewWeight }: Pick<LinkageSettings, 'comparisons' | 'reviewWeight'>,
  model: Model,
  tables: readonly TermTable[],
): Uint8Array {
  const base = patternWeights(comparisons, model)
  const most = mostByTerms(base, patternTerms(comparisons, tables), tables)
  return Uint8Array.from(most, (weight) => (weight >= reviewWeight ? 1 : 0))
}

interface Kept {
  first: number[]
  second: number[]
  pattern: number[]
  weight: number[]
}

/** The most that each pattern can weigh, whatever the terms. */
function mostByTerms(
  base: Float64Array,
  terms: readonly Int8Array[],
  tables: readonly TermTable[],
): Float64Array {
  const best = tables.map(({ weights }) => weights.reduce((most, weight) => Math.max(most, weight), 0))
  return base.map((weight, pattern) =>
    terms.reduce((sum, row) => sum + (best[row[pattern] as number] ?? 0), weight),
  )
}

function strongestFirst({ first, second, pattern, weight }: Kept): ScoredPairs {
  const order = Int32Array.from(first.keys()).sort(
    (a, b) =>
      (weight[b] as number) - (weight[a] as number) ||
      (first[a] as number) - (first[b] as number) ||
      (second[a] as number) - (second[b] as number),
  )
  return {
    first: order.map((at) => first[at] as number),
    second: order.map((at) => second[at] as number),
    pattern: order.map((at) => pattern[at] as number),
    weight: Float64Array.from(order, (at) => weight[at] as number),
  }
}
