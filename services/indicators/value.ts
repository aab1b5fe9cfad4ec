import type { Metric } from './metric.ts'

/** How a figure stands against the thresholds of its metric: `none` where it has none or was not measured. */
export type Standing = 'good' | 'cham' | 'sai' | 'none'

/**
 * The figure people read. A count is its part. A share is per cent, a mean a quotient, both with one decimal and rounded
 * towards the worse side, so that 100 % is everybody and 0 % nobody; undefined where there is nobody to be a share of.
 */
export function figureOf(
  { unit, better }: Pick<Metric, 'unit' | 'better'>,
  part: number,
  whole: number | undefined,
): number | undefined {
  if (whole === undefined) return part
  if (whole === 0) return undefined
  const tenths = (part * (unit === 'percent' ? 1_000 : 10)) / whole
  return (better === 'higher' ? Math.floor(tenths) : Math.ceil(tenths)) / 10
}

/** Colour and word of a figure. */
export function standingOfValue(
  { thresholds, better }: Pick<Metric, 'thresholds' | 'better'>,
  value: number | undefined,
): Standing {
  if (value === undefined || !thresholds) return 'none'
  const reaches = (bound: number) => (better === 'higher' ? value >= bound : value <= bound)
  if (reaches(thresholds.good)) return 'good'
  return reaches(thresholds.fair) ? 'cham' : 'sai'
}
