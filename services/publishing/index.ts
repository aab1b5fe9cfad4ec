export {
  type Article,
  type ArticleLine,
  countArticles,
  findArticle,
  listArticles,
  publishArticle,
} from './articles.ts'
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
export { notice440 } from './notice-440.ts'
export { seedPublishing } from './seed.ts'
export type { ArticleLanguage, Block } from './tables.ts'
