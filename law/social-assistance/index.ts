export { type Arrears, arrears, type Difference, type Payment } from './arrears.ts'
export { admitted, centreCostMaxDong, centreCosts, specialMealTimesMax } from './centre-costs.ts'
export { type Decision, isRecipient } from './decisions.ts'
export { emergencyBook, emergencyProgramOn, riceFor } from './emergency-book.ts'
export { emergencyFacts } from './emergency-facts.ts'
export { type BenefitCase, type Due, type MonthlyEntitlement, monthlyEntitlement } from './entitlement.ts'
export * from './facts.ts'
export { ageBandAtDeath, funeralBook, funeralProgramOn } from './funeral-book.ts'
export { funeralFacts } from './funeral-facts.ts'
export { countK4Children, countUnder36Months, type RaisedChild, shareParentCare } from './household.ts'
export { withImplied } from './implied.ts'
export { type DatedValue, type FactHistory, readMonth } from './month-reading.ts'
export * from './monthly-book.ts'
export { type OpenPoint, openPoints } from './open-points.ts'
export type { Paper, Procedure, ProcedureRule } from './procedure-shape.ts'
export { findProcedure, procedureRuleOn, procedures } from './procedures.ts'
export type { Question } from './question-shape.ts'
export { getQuestion } from './questions.ts'
export { nationalStandard } from './standard.ts'
export { type Start, startMonth } from './start-month.ts'
export {
  afterReview,
  lastPaidMonth,
  type SuspensionFacts,
  stopAfterSuspension,
  suspensionReasons,
} from './stopping.ts'
export { conditionsFor } from './takers-in.ts'
export { urgentProtectionOn } from './urgent-protection.ts'
export { visitGift } from './visit-gifts.ts'
