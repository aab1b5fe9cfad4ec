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
export { notice440 } from './notice-440.ts'
export {
  findPortalSection,
  isPortalSection,
  type PortalSection,
  type PortalSectionKey,
  portalSectionKeys,
  portalSections,
} from './portal-sections.ts'
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
export {
  type FoundArticle,
  type PortalSearch,
  searchArticles,
  searchLimits,
  suggestWords,
} from './searching.ts'
export { seedPublishing } from './seed.ts'
export { findAttachment, findPicture, type StoredAttachment, type StoredPicture } from './stored.ts'
export type { ArticleLanguage } from './tables.ts'
