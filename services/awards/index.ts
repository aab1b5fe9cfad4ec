export { type Application, listApplications, recordApplication } from './applications.ts'
export {
  type Award,
  endAward,
  listAwards,
  listPaidWhen,
  monthsRange,
  type NewAward,
  type Receipt,
  recordAward,
  streamReceipts,
} from './awards.ts'
