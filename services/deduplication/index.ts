export { type Decision, type DecisionOutcome, decidePair, undoDecision, unmerge } from './deciding.ts'
export { type ExportedRecords, exportRecords } from './exporting.ts'
export type { LinkOptions, LinkRun, LinkStep, Model, ScoredPair } from './linking.ts'
export { linkNew, linkRecords } from './linking.ts'
export { findModel, findModelInUse, type KeptModel, putToUse } from './models.ts'
export {
  type Band,
  bandOf,
  bands,
  findPair,
  listPairsOf,
  type Pair,
  type PairFilter,
  type PairRecord,
  type PairState,
  pairStates,
  recordsOfCluster,
  recordsOfPairs,
} from './pairs.ts'
export {
  countsOf,
  listPairIds,
  listPairs,
  neighboursOf,
  type PairCounts,
  type PairTally,
  readPairs,
  statesOf,
  tallyPairs,
} from './queue.ts'
export { findLatestRun, type Run, recordRun } from './runs.ts'
export { isOutgrown, type SearchResult, searchAll, searchNew } from './searching.ts'
