import type { DutyArea } from '#notices'
import type { Metric } from './metric.ts'
import { benefitMetrics } from './metrics-benefits.ts'
import { handedInMetrics } from './metrics-handed-in.ts'
import { missingMetrics } from './metrics-missing.ts'
import { principleMetrics } from './metrics-principles.ts'
import { recordMetrics } from './metrics-records.ts'
import { registerMetrics } from './metrics-register.ts'
import { areasTold } from './standings-sql.ts'

/** Every metric, in the order in which pages list them. */
export const metrics: readonly Metric[] = [
  ...principleMetrics,
  ...benefitMetrics,
  ...registerMetrics,
  ...recordMetrics,
  ...handedInMetrics,
  ...missingMetrics,
]

const byKey = new Map(metrics.map((metric) => [metric.key, metric]))

/** The metric of a key, or undefined. */
export function findMetric(key: string): Metric | undefined {
  return byKey.get(key)
}

/** Throws when nobody wrote a metric of that key. */
export function getMetric(key: string): Metric {
  const metric = byKey.get(key)
  if (!metric) throw new Error(`There is no metric "${key}": see services/indicators/catalogue.ts`)
  return metric
}

/** The metrics of an area of duty; those of the principles come first. */
export function listMetricsOf(area: DutyArea): Metric[] {
  return metrics.filter(({ areas }) => areas.includes(area))
}

/** The metric of each principle. */
export const principleKeys = { right: 'right-person', full: 'full-entitlement', onTime: 'on-time' } as const

/**
 * The people an area of duty is about, as a metric tells them apart: `all` where they are everybody the sweep judges,
 * `area` where the register knows who they are, `none` where nothing is known of them.
 */
export function reachOf(area: DutyArea): 'all' | 'area' | 'none' {
  if (area === 'social-assistance' || area === 'direction') return 'all'
  return areasTold.some((each) => each === area) ? 'area' : 'none'
}
