import type { Metric } from '#indicators'

/**
 * Where the classes of a map end. A share with thresholds keeps them on every day, so that maps can be compared; of
 * anything else each class holds a fifth of the communes.
 */
export function cutsOf({ unit, better, thresholds }: Pick<Metric, 'unit' | 'better' | 'thresholds'>) {
  if (unit !== 'percent' || better !== 'higher' || !thresholds) return undefined
  const { fair, good } = thresholds
  return [fair - 20, fair - 10, fair, good]
}

/** A count of which more is neither right nor wrong: people who receive, children, money of a month. */
export function isPlainCount({ unit, better }: Pick<Metric, 'unit' | 'better'>): boolean {
  return unit !== 'percent' && better === 'higher'
}
