export {
  type Article,
  type ArticleLine,
  countArticles,
  findArticle,
  listArticles,
  publishArticle,
} from './articles.ts'
export { notice440 } from './notice-440.ts'
export {
  findPortalSection,
  isPortalSection,
  type PortalSection,
  type PortalSectionKey,
  portalSectionKeys,
  portalSections,
} from './portal-sections.ts'
export { seedPublishing } from './seed.ts'
export type { ArticleLanguage, Block } from './tables.ts'
