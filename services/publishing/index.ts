export { changeAddress } from './addresses.ts'
export {
  type Article,
  type ArticleAttachment,
  type ArticleFilter,
  type ArticleLine,
  type BundledArticle,
  type Correction,
  countArticles,
  findArticle,
  findWithdrawal,
  listArticles,
  listCorrections,
  publishArticle,
} from './articles.ts'
export type { Block, ListItem, Run } from './blocks/index.ts'
export { blocksSchema } from './blocks-schema.ts'
export { type ArticleTitle, listTitles, titlesOf } from './choosing.ts'
export { type ComparedLine, compareContents, differInFormAlone } from './comparing.ts'
export {
  type ArticleKind,
  articleKinds,
  type BannerChoice,
  type Content,
  contentSchema,
  type DocumentStatus,
  emptyContent,
  type LegalDocument,
  type Procedure,
  statusOfDocument,
} from './content.ts'
export {
  approveManuscript,
  canDecide,
  type Decided,
  type HandedIn,
  publishDue,
  refuseManuscript,
  rescheduleManuscript,
  submitManuscript,
  takeBackManuscript,
} from './deciding.ts'
export { keptByEdition, readEdition } from './edition.ts'
export {
  findKeptDraft,
  findRefusal,
  findRevisionContent,
  type KeptDraft,
  listActs,
  listKeptDrafts,
  listRevisions,
  type PublishingAct,
  type Revision,
} from './history.ts'
export {
  countManuscripts,
  countShelves,
  findManuscript,
  listManuscripts,
  type Manuscript,
  type ManuscriptFilter,
  type ManuscriptLine,
  type ManuscriptShelf,
  manuscriptShelves,
} from './listing.ts'
export { notice440 } from './notice-440.ts'
export {
  findPortalSection,
  isPortalSection,
  type PortalSection,
  type PortalSectionKey,
  portalSectionKeys,
  portalSections,
} from './portal-sections.ts'
export { type ContentProblem, problemsOf } from './problems.ts'
export { seedProcedures } from './procedures-of-law.ts'
export {
  type FollowedArticle,
  type LegalDocumentLine,
  listDocumentChoices,
  listForFeed,
  listForSitemap,
  listLanguages,
  listLegalDocuments,
  listProcedures,
  listTags,
  type PortalContents,
  type ProcedureLine,
  readContents,
} from './reading.ts'
export type { FoundArticle } from './search-shelf.ts'
export {
  type PortalSearch,
  searchArticles,
  searchLimits,
  searchWords,
  suggestWords,
} from './searching.ts'
export {
  confirmSection,
  listSectionStandings,
  type MandatoryKey,
  mandatorySections,
  readSectionDays,
  type SectionStanding,
} from './section-standings.ts'
export { seedPublishing } from './seed.ts'
export {
  addAttachment,
  addPicture,
  type FileProblem,
  findAttachment,
  findPicture,
  listStored,
  type StoredAttachment,
  type StoredPicture,
} from './stored.ts'
export type { ArticleLanguage, ManuscriptState, PictureSize, PublishingActKind } from './tables.ts'
export { findOriginal, type TranslatedPart, untranslatedParts } from './translating.ts'
export { canRestore, restoreArticle, withdrawArticle } from './withdrawing.ts'
export {
  beginCorrection,
  beginManuscript,
  beginTranslation,
  canReview,
  canWrite,
  revisionShown,
  type Saved,
  saveManuscript,
} from './writing.ts'
