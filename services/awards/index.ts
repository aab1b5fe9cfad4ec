export { type Application, listApplications, recordApplication } from './applications.ts'
export {
  type Award,
  endAward,
  listAwards,
  monthsRange,
  type NewAward,
  type Receipt,
  recordAward,
  streamReceipts,
} from './awards.ts'
