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
  type FeedbackOutcome,
  type FeedbackText,
  type FieldProblem,
  receiveFeedback,
  type SentMessage,
} from './feedback.ts'
export { challengeAllowance, followAllowance, lookupAllowance, spendAllowance } from './floods.ts'
export { type PictureProblem, pictureBytesMax } from './pictures.ts'
export {
  countPublicAnswers,
  findPublicAnswer,
  listPublicAnswers,
  type PublicAnswer,
  type PublicAnswerFilter,
  type WithdrawnAnswer,
} from './public-answers.ts'
export { isReceiptCode } from './receipts.ts'
export { FeedbackNotFound, FeedbackRefused } from './refusals.ts'
export {
  findFeedbackByReceipt,
  followFeedback,
  isContact,
  isEmail,
  markSatisfaction,
  reopenFeedback,
  type SenderState,
  type SentFeedback,
} from './sender.ts'
export type { PublicStep } from './steps.ts'
export type { FeedbackLanguage, MessageState } from './tables.ts'
