export {
  addScan,
  type Batch,
  findBatch,
  finishReceiving,
  keepMachineReading,
  listToRead,
  type MachineReading,
  type NotTaken,
  noteReadingJob,
  recordBatch,
  type ScanToRead,
  type ToldFile,
} from './batches.ts'
export {
  type Difference,
  type EnteredField,
  enteredFields,
  type Kept,
} from './differences.ts'
export { enterScan, findEntry, proposeEntry } from './entering.ts'
export {
  choicesOf,
  type FieldName,
  type FieldValues,
  type FormKind,
  fieldNames,
  fieldsOf,
  forms,
  illegible,
  notOnPaper,
} from './fields/field-names.ts'
export { isSure, type Proposal, proposeFields } from './fields/propose.ts'
export type { ReadingProblem, ReadingProblems } from './fields/reading-problems.ts'
export {
  type Book,
  type BookProgress,
  type Collection,
  findBook,
  type Gap,
  listLedger,
  NameTaken,
  type Progress,
  readBook,
  recordBook,
  recordCollection,
  recordGaps,
  sumProgress,
  takeBackGaps,
} from './ledger.ts'
export {
  correctBook,
  type ListedBatch,
  type LooseScan,
  listBatchProgress,
  listLoose,
} from './ledger-corrections.ts'
export { type AgainRefusal, chooseForm, firstOfEach, turnPage } from './machine-again.ts'
export { parseNumbers, writeNumbers } from './numbers.ts'
export {
  type AwardOnPaper,
  findAwardOnPaper,
  type PaperAwardRefusal,
  proposeAwardOf,
  weighAwardOf,
} from './paper-awards.ts'
export { hasRead, listOutcomes, type Outcome, type ReadingRefusal, signReading, voteOn } from './readings.ts'
export { type ClosedRound, listRounds, type ReopeningRefusal, reopenScan } from './reopening.ts'
export {
  canReadPapers,
  countBeyond,
  countScans,
  findPicture,
  findScan,
  listPages,
  listScanIds,
  listScans,
  placeScan,
  readScans,
  type Scan,
  type ScanFilter,
  type ScanPage,
  type ScanState,
  setAside,
} from './scans.ts'
