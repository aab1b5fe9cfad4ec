export { horizonOf } from './ahead.ts'
export { type Clock, clockOf } from './clocks.ts'
export { compare, type Discrepancy } from './comparing.ts'
export { nextListOn } from './due-days.ts'
export { type Compiled, compileFor } from './judging.ts'
export { type Finding, type FindingKind, findingKinds, type Reason } from './kinds.ts'
export {
  countFindings,
  type FindingsFilter,
  type FindingsSort,
  listFindingIds,
  listFindings,
  listFindingsOf,
  readFindings,
} from './listing.ts'
export { explainPerson, getPersonFile, monthsOf, type PersonFile, type PersonMonth } from './person-file.ts'
export { type Measured, type Principles, readPrinciples } from './principles.ts'
export { findLatestRun, type Run } from './runs.ts'
export {
  evaluateMonth,
  type SweepOptions,
  type SweepProgress,
  type SweepQuestion,
  type SweepResult,
  sweep,
} from './sweep.ts'
