import type { Generated, JSONColumnType } from 'kysely'

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

type FeedbackTable = {
  receipt_code: string
  full_name: string
  title: string
  content: string
  contact: string | null
  page: string
  language: ArticleLanguage
  received_at: Date
  address_hash: Buffer
  state: Generated<'received'>
}

type ChallengeTable = {
  id: string
  kind: 'image' | 'question' | 'work'
  answer_hash: Buffer | null
  work_key: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
  content_hash: Buffer | null
  receipt_code: string | null
}

type AttemptTable = {
  address_hash: Buffer
  action: 'feedback' | 'challenge'
  at: Date
}

type AddressKeyTable = {
  day: string
  key: Buffer
}

/** The tables of schema publishing, for Kysely. */
export type PublishingTables = {
  'publishing.article': ArticleTable
  'publishing.feedback': FeedbackTable
  'publishing.challenge': ChallengeTable
  'publishing.attempt': AttemptTable
  'publishing.address_key': AddressKeyTable
}
