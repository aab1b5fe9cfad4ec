export {
  challengeMinutes,
  issueImage,
  issueQuestion,
  issueWork,
  type Proof,
  type ProofProblem,
} from './challenges.ts'
export { type ClockRun, listClockRuns, watchClocks } from './clock-watch.ts'
export {
  type FeedbackField,
  type FeedbackOutcome,
  type FeedbackText,
  type FieldProblem,
  receiveFeedback,
  type SentMessage,
} from './feedback.ts'
export { challengeAllowance, followAllowance, lookupAllowance, spendAllowance } from './floods.ts'
export { type Handling, type HandlingAct, handleMessage } from './handling.ts'
export { countUnsentLetters, handleLetterAbout, listUnsentLetters } from './letters.ts'
export type { Likeness } from './likeness.ts'
export {
  type Call,
  type Holding,
  type MessageFile,
  type RecordedAct,
  readMessageFile,
  tickCall,
} from './message-file.ts'
export {
  countMessages,
  findFeedbackPicture,
  findMessages,
  listMessages,
  type Message,
  type MessageFilter,
} from './messages.ts'
export { type PictureProblem, pictureBytesMax } from './pictures.ts'
export { findPlaceNamed } from './places.ts'
export {
  countPublicAnswers,
  findPublicAnswer,
  listPublicAnswers,
  type PublicAnswer,
  type PublicAnswerFilter,
  type WithdrawnAnswer,
} from './public-answers.ts'
export { type PublicFigures, publicFigures } from './public-figures.ts'
export {
  canPropose,
  copyOf,
  decidePublication,
  type Publication,
  proposePublication,
  suggestedStrikes,
  withdrawPublication,
} from './publication.ts'
export { isReceiptCode } from './receipts.ts'
export { FeedbackNotFound, FeedbackRefused } from './refusals.ts'
export { actsOpenTo, type Handler, type HandlingKind } from './rights.ts'
export {
  findFeedbackByReceipt,
  followFeedback,
  isContact,
  isEmail,
  markSatisfaction,
  reopenFeedback,
  type SenderState,
  type SentFeedback,
  withdrawConsent,
} from './sender.ts'
export { clocksOfMessage } from './standing.ts'
export { type AuthorityFigures, countUnread, feedbackFigures, listMarkComments } from './statistics.ts'
export type { PublicStep } from './steps.ts'
export {
  mergeStrikes,
  type Strike,
  type StrikeReason,
  strikeOut,
  strikesFor,
  struckOut,
  suggestStrikes,
} from './strikes.ts'
export type { FeedbackLanguage, MessageState } from './tables.ts'
export { type ActKind, messageStates, type Strikes } from './tables.ts'
export { addresseeOfMessage, type Suggestion, type Triage, triage } from './triage.ts'
