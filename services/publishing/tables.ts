import type { JSONColumnType } from 'kysely'

/** A piece of an article: plain text, never markup, so that nothing needs to be cleaned when it is shown. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }

export type ArticleLanguage = 'vi' | 'en'

type ArticleTable = {
  slug: string
  language: ArticleLanguage
  title: string
  lead: string
  body: JSONColumnType<Block[]>
  byline: string
  banner: 'pond' | 'none'
  tags: string[]
  document_number: string | null
  document_on: string | null
  document_year_inferred: boolean
  published_at: Date | null
}

/** The tables of schema publishing, for Kysely. */
export type PublishingTables = {
  'publishing.article': ArticleTable
}
