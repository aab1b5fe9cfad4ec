import type { Generated } from 'kysely'

/** The languages of the form and of the answer. */
export type FeedbackLanguage = 'vi' | 'en'

type MessageTable = {
  receipt_code: string
  full_name: string
  title: string
  content: string
  contact: string | null
  page: string
  language: FeedbackLanguage
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

/** The tables of schema feedback, for Kysely. */
export type FeedbackTables = {
  'feedback.message': MessageTable
  'feedback.challenge': ChallengeTable
  'feedback.attempt': AttemptTable
  'feedback.address_key': AddressKeyTable
}
