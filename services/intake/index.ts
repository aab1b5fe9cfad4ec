export { type ApplyContext, applyRows } from './apply.ts'
export { type Category, categories, findCategory } from './categories.ts'
export type { ColumnKey } from './columns.ts'
export type { ListedAward, ListReading, ListRow } from './list-rows.ts'
export { compareStates, type FieldChange, type PersonState, readPersonStates } from './person-states.ts'
export {
  countPreview,
  discardList,
  findErrorFile,
  findUpload,
  keepPreview,
  keepUpload,
  listPreview,
  listUnconfirmed,
  type PreviewRow,
  type PreviewState,
  readOutcomes,
  summaryOf,
  type Upload,
  type UploadSummary,
} from './previewing.ts'
export { printedReading } from './printed-reading.ts'
export { explainProblem, isRefusal, type ListProblem, type ProblemCode } from './problems.ts'
export { type ListOptions, type ReadFile, readListFile, readRecipientList } from './recipient-list.ts'
export type { NotPerson } from './row-kinds.ts'
export {
  countRows,
  finishFile,
  getStaged,
  type ImportCounts,
  listRemarks,
  type NewFile,
  type RowRemark,
  type RowState,
  type StagedFile,
  stageList,
} from './staging.ts'
export { errorWorkbook, type TemplateColumn, templateColumns, templateWorkbook } from './template.ts'
