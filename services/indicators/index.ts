export {
  findMetric,
  getMetric,
  listMetricsOf,
  metrics,
  principleKeys,
  reachOf,
} from './catalogue.ts'
export type { FigureProblem } from './figure-problems.ts'
export { type HandedIn, type MeasuringOptions, measureAll } from './measuring.ts'
export type { Figure, ListBehind, Metric, MetricUnit, Split, Thresholds } from './metric.ts'
export {
  findPublication,
  listPublications,
  listPublishedMonths,
  type Publication,
  publishMonths,
} from './publication.ts'
export {
  type PublishedFigures,
  type PublishedPlace,
  type Told,
  unknownPlace,
} from './publication-figures.ts'
export type { PublishedMetric, PublishedMetrics, ToldFigure } from './publication-metrics.ts'
export {
  type Principle,
  principles,
  type ShareStep,
  type ToldShare,
  type ToldShares,
  type ToldSteps,
} from './publication-shares.ts'
export { suppress } from './publication-suppression.ts'
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
export {
  type Comparison,
  compare,
  listReported,
  listReportedKeys,
  type NewReport,
  type Reported,
  reportFigure,
} from './reported.ts'
export { prepareTables, standingsOfPeople } from './standings-sql.ts'
export {
  listTargets,
  type MetricTarget,
  type NewTarget,
  paceOfMetric,
  setTarget,
  type TargetProblem,
} from './targets.ts'
export { figureOf, type Standing, standingOfValue } from './value.ts'
