import type { Kysely } from 'kysely'
import {
  type ArticleLanguage,
  findArticle,
  findWithdrawal,
  keptByEdition,
  listArticles,
  listCorrections,
  listLanguages,
} from '#publishing'

/**
 * An article with what stands around it: the newest of its kind, what was corrected, its languages. An article taken
 * back says why; undefined is an address that never had one.
 */
export const readArticlePage = keptByEdition(async (query, slug: string, language: ArticleLanguage) => {
  const article = await findArticle(query, slug, language)
  if (!article) return findGone(query, slug)
  const [newest, corrections, languages] = await Promise.all([
    listArticles(query, { language, kind: article.kind, limit: 6 }),
    listCorrections(query, article.slug, article.language),
    listLanguages(query, article.slug),
  ])
  const related = new Set(article.related.map((each) => each.slug))
  const others = newest.filter((each) => each.slug !== article.slug && !related.has(each.slug)).slice(0, 4)
  return { article, corrections, languages, others }
})

async function findGone(query: Kysely<unknown>, slug: string) {
  const withdrawal = await findWithdrawal(query, slug)
  return withdrawal && { withdrawal }
}
