export { applyLock, type Chunk, planChunk, writeChunk } from './apply.ts'
export { benefitOf } from './apply-awards.ts'
export { type Footprint, footprintOf, meets } from './apply-beside.ts'
export { type Category, categories, findCategory } from './categories.ts'
export { cellOfField, type LettersOfFile, lettersOfFiles } from './cells-of-values.ts'
export { chooseHeadings, type ListChoices, nameMonth, readChoices } from './choices.ts'
export { type ColumnChoice, columnChoices, columnLabel } from './column-labels.ts'
export type { ColumnKey } from './columns.ts'
export { acceptByName, countByName, decideRow } from './decisions.ts'
export { correctedFile, type ErrorFile, errorFileOf } from './error-file.ts'
export { namesOfFiles } from './file-names.ts'
export {
  findFileOfJob,
  findOriginal,
  findStaged,
  finishFile,
  getStaged,
  holdFile,
  isBegun,
  keepFile,
  noteJob,
  noteRefused,
  type StagedFile,
} from './files.ts'
export { ListPlan } from './list-plan.ts'
export {
  type HeadingRows,
  type ListedAward,
  type ListReading,
  type ListRow,
  type MonthSource,
  numberOf,
} from './list-rows.ts'
export type { ColumnReason, Mapping, ShownColumn } from './mapping.ts'
export { forgetMapping, keepMapping, readMappings } from './mappings.ts'
export { compareStates, type FieldChange, type PersonState, readPersonStates } from './person-states.ts'
export {
  beginPreview,
  countPreview,
  discardList,
  endPreview,
  findErrorFile,
  findUpload,
  keepSummary,
  listPreview,
  listUnconfirmed,
  type PreviewRow,
  type PreviewState,
  previewRows,
  summaryOf,
  type Upload,
  type UploadSummary,
} from './previewing.ts'
export { printedReading } from './printed-reading.ts'
export { type CellProblem, countProblems, listProblems } from './problem-lists.ts'
export { explainProblem, isRefusal, type ListProblem, type ProblemCode } from './problems.ts'
export {
  type ListOptions,
  type OpenList,
  openList,
  type ReadFile,
  readListFile,
  readRecipientList,
} from './recipient-list.ts'
export { isHidden, RestrictedList, refuseRestricted } from './restricted.ts'
export type { NotPerson } from './row-kinds.ts'
export type { ApplyContext } from './row-placing.ts'
export { givesNumbersElsewhere } from './second-numbers.ts'
export {
  countRows,
  type Decision,
  type ImportCounts,
  listPreviewRemarks,
  listRemarks,
  type NewFile,
  type RemarkedRow,
  type RowOutcome,
  type RowRemark,
  type RowState,
  type RowsAhead,
  readAhead,
  stageList,
  stageRows,
  takeWaiting,
} from './staging.ts'
export { type TemplateColumn, templateColumns, templateWorkbook } from './template.ts'
export { parseListMonth } from './title.ts'
export { isTurnTaken, turnOf } from './turns.ts'
export { countEffects, type UndoCounts, type UndoOutcome, undoList } from './undo.ts'
export { listObstacles, type Obstacle, type ObstacleReason } from './undo-grounds.ts'
export { type RowLeft, rowsLeft } from './unread.ts'
