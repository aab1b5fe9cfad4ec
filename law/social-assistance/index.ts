export { type Arrears, arrears, type Payment } from './arrears.ts'
export { admitted, centreCostMaxDong, centreCosts, specialMealTimesMax } from './centre-costs.ts'
export { type Decision, isRecipient, movedToPension, pensionSince } from './decisions.ts'
export { emergencyBook, emergencyProgramOn } from './emergency-book.ts'
export { emergencyFacts } from './emergency-facts.ts'
export { type Due, monthlyEntitlement } from './entitlement.ts'
export * from './facts.ts'
export { ageBandAtDeath, funeralBook, funeralProgramOn } from './funeral-book.ts'
export { funeralFacts } from './funeral-facts.ts'
export { countK4Children, countUnder36Months, type RaisedChild, shareParentCare } from './household.ts'
export { formerGroundEnded, withImplied } from './implied.ts'
export { type DatedValue, type FactHistory, readDay, readMonth } from './month-reading.ts'
export * from './monthly-book.ts'
export { openPoints } from './open-points.ts'
export type { ProcedureRule } from './procedure-shape.ts'
export { findProcedure, procedureRuleOn, procedures } from './procedures.ts'
export { getQuestion } from './questions.ts'
export { type Hungry, type Rice, riceFor } from './rice.ts'
export { nationalStandard } from './standard.ts'
export { startMonth } from './start-month.ts'
export {
  afterReview,
  lastPaidMonth,
  stopAfterSuspension,
  suspensionReasons,
} from './stopping.ts'
export { conditionsFor } from './takers-in.ts'
export { urgentProtectionOn } from './urgent-protection.ts'
export { visitGift } from './visit-gifts.ts'
