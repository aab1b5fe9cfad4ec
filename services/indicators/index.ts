export {
  findMetric,
  getMetric,
  listMetricsOf,
  metrics,
  principleKeys,
  reachOf,
} from './catalogue.ts'
export { type HandedIn, type MeasuringOptions, measureAll } from './measuring.ts'
export type { Figure, ListBehind, Metric, MetricUnit, Split, Thresholds } from './metric.ts'
export {
  type CommuneMeasurement,
  findLastMeasuring,
  type Measurement,
  type MeasureOf,
  measure,
  measureByCommune,
  measureBySplit,
  measureMany,
  measureOverTime,
} from './readings.ts'
export { figureOf, type Standing, standingOfValue } from './value.ts'
