import { data } from 'react-router'
import { type ArticleKind, countArticles, keptByEdition, listArticles } from '#publishing'
import type { Services } from '#web/context.ts'
import { langOf } from '#web/ui/index.ts'

const articlesPerPage = 20

/** The page of a list that an address asks for by `trang`; 404 for what is no page of it. */
export function pageAsked(url: URL, { count, perPage }: { count: number; perPage: number }) {
  const asked = url.searchParams.get('trang') ?? '1'
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : undefined
  const pageCount = Math.max(1, Math.ceil(count / perPage))
  if (!page || page > pageCount) throw data(null, { status: 404 })
  return { page, pageCount, limit: perPage, offset: (page - 1) * perPage }
}

const countOf = keptByEdition(countArticles)
const articlesOf = keptByEdition(listArticles)

/** One page of the articles of a kind, or of everything that bears the tag `tu-khoa`. */
export async function readListing({ database }: Services, url: URL, kind?: ArticleKind) {
  const tag = url.searchParams.get('tu-khoa')?.slice(0, 80) || undefined
  const filter = { kind: tag ? undefined : kind, tag }
  const count = await countOf(database.query, filter)
  const { page, pageCount, limit, offset } = pageAsked(url, { count, perPage: articlesPerPage })
  const language = langOf(url.pathname)
  const articles = await articlesOf(database.query, { ...filter, language, limit, offset })
  return { articles, tag, page, pageCount }
}
