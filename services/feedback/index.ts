export {
  challengeMinutes,
  issueImage,
  issueQuestion,
  issueWork,
  type Proof,
  type ProofProblem,
} from './challenges.ts'
export {
  type FeedbackField,
  type FeedbackText,
  type FieldProblem,
  isReceiptCode,
  receiveFeedback,
} from './feedback.ts'
export { challengeAllowance, spendAllowance } from './floods.ts'
export type { FeedbackLanguage } from './tables.ts'
