export { type Application, listApplications, recordApplication } from './applications.ts'
export {
  type Award,
  endAward,
  endAwards,
  listAwards,
  listAwardsOf,
  listPaidWhen,
  monthsRange,
  type NewAward,
  type Receipt,
  recordAward,
  recordAwards,
  streamReceipts,
} from './awards.ts'
