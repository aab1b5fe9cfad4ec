import type { LocalDate } from '#calendar'
import type { Metric } from './metric.ts'

/** Why a figure somebody typed cannot be one of the metric. */
export type FigureProblem =
  | 'noMetric'
  | 'dayAhead'
  | 'noNumber'
  | 'negative'
  | 'aboveHundred'
  | 'notWhole'
  | 'tooFine'

/** What is wrong with a figure, or undefined: shares lie within 0 and 100, counts are whole, one decimal at most. */
export function problemOf(
  metric: Pick<Metric, 'unit'> | undefined,
  { value, on, today }: { value: number; on?: LocalDate; today?: LocalDate },
): FigureProblem | undefined {
  if (!metric) return 'noMetric'
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'noNumber'
  if (on !== undefined && today !== undefined && on > today) return 'dayAhead'
  if (value < 0) return 'negative'
  if (metric.unit === 'percent' && value > 100) return 'aboveHundred'
  const isFine = metric.unit === 'percent' || metric.unit === 'days'
  if (!isFine && !Number.isInteger(value)) return 'notWhole'
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? undefined : 'tooFine'
}
