export {
  addScan,
  type Batch,
  findBatch,
  finishReceiving,
  keepMachineReading,
  listBatches,
  listToRead,
  type MachineReading,
  type NotTaken,
  recordBatch,
  type ToldFile,
} from './batches.ts'
export {
  type Difference,
  type EnteredField,
  enteredFields,
  enterScan,
  findEntry,
  proposeEntry,
} from './entering.ts'
export {
  choicesOf,
  type FieldName,
  type FieldValues,
  type FormKind,
  fieldNames,
  fieldsOf,
} from './fields/field-names.ts'
export { isSure, type Proposal, proposeFields } from './fields/propose.ts'
export {
  type Book,
  type BookProgress,
  type Collection,
  findBook,
  listLedger,
  NameTaken,
  type Progress,
  readBook,
  recordBook,
  recordCollection,
  recordGaps,
  sumProgress,
} from './ledger.ts'
export { parseNumbers, writeNumbers } from './numbers.ts'
export { hasRead, listOutcomes, type Outcome, type ReadingRefusal, signReading, voteOn } from './readings.ts'
export {
  countScans,
  findPicture,
  findScan,
  listPages,
  listScans,
  placeScan,
  type Scan,
  type ScanPage,
  type ScanState,
  setAside,
} from './scans.ts'
