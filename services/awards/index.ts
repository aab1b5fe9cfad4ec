export { type ActOutcome, applyAct, approveChange, ChangeConflict } from './acts.ts'
export { type Application, listApplications, recordApplication } from './applications.ts'
export type { AwardChange } from './award-consequences.ts'
export {
  type AskedAward,
  type AwardEffect,
  type AwardRefusal,
  type AwardRequest,
  type BaseAward,
  type DecisionRefusal,
  decideAward,
  listAwardRequests,
  proposeAward,
  readAwardBase,
  weighAward,
} from './award-requests.ts'
export {
  type Award,
  awardsKnown,
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
  withdrawAward,
} from './awards.ts'
export { seesGrounds } from './grounds-shown.ts'
export { type Rehearsal, rehearseAct } from './rehearsal.ts'
