import { offsetOf, type RecordFeatures } from './records.ts'
import type { ComparisonSpec, LinkageSettings } from './settings.ts'

/** The features whose frequency some level weighs, in order. */
export function termFeaturesOf(comparisons: readonly ComparisonSpec[]): string[] {
  const features = comparisons.flatMap(({ levels }) => levels.map(({ termFeature }) => termFeature))
  return [...new Set(features.filter((feature) => feature !== undefined))]
}

/** How many records have each term. */
export function countTerms(features: RecordFeatures, feature: string): Int32Array {
  const { rows, width, ids } = features
  const offset = offsetOf(features, feature)
  let last = -1
  for (let record = 0; record < ids.length; record++)
    last = Math.max(last, rows[record * width + offset] as number)
  const counts = new Int32Array(last + 1)
  for (let record = 0; record < ids.length; record++) {
    const term = rows[record * width + offset] as number
    if (term >= 0) counts[term] = (counts[term] as number) + 1
  }
  return counts
}

/** How likely two records share a term, by feature: the frequency that neither adds nor takes evidence. */
export function termBaselines(
  features: RecordFeatures,
  { comparisons }: Pick<LinkageSettings, 'comparisons'>,
): Record<string, number> {
  return Object.fromEntries(
    termFeaturesOf(comparisons).map((feature) => {
      const counts = countTerms(features, feature)
      const known = counts.reduce((sum, count) => sum + count, 0)
      const shared = counts.reduce((sum, count) => sum + count * count, 0)
      return [feature, known === 0 ? 1 : shared / known / known]
    }),
  )
}

/** How frequent a term is: never rarer than two records, since two share it. */
export function termFrequency(counts: Int32Array, known: number, term: number): number {
  return Math.max(counts[term] ?? 0, 2) / Math.max(known, 2)
}

/** Bits that a term adds to the level: positive for a rare one. */
export function termWeight(baseline: number, frequency: number): number {
  return Math.log2(baseline / frequency)
}
