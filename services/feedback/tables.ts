import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CaseFacts, Ending, FeedbackKind, FeedbackPath, ReservedPath } from '#law/feedback'
import type { Strike } from './strikes.ts'

/** The languages of the form and of the answer. */
export type FeedbackLanguage = 'vi' | 'en'

/** How far a message has come. */
export const messageStates = [
  'received',
  'classified',
  'sent',
  'handling',
  'answered',
  'approved',
  'closed',
] as const
export type MessageState = (typeof messageStates)[number]

/** What can be done with a message; each is a row that stays. */
export type ActKind =
  | 'receive'
  | 'classify'
  | 'send'
  | 'take'
  | 'answer'
  | 'returnAnswer'
  | 'approve'
  | 'close'
  | 'restrict'
  | 'release'
  | 'join'
  | 'unjoin'
  | 'escalate'
  | 'reopen'
  | 'rate'
  | 'publish'
  | 'unpublish'
  | 'withdrawConsent'
  | 'refer'
  | 'accept'
  | 'extend'

/** Written once, then changed by the database alone as acts say. */
type Derived<Value> = ColumnType<Value, never, never>

type MessageTable = {
  id: ColumnType<string, string, never>
  full_name: string
  title: string
  content: string
  contact: string | null
  page: string
  language: FeedbackLanguage
  received_at: Date
  address_hash: Buffer
  state: Derived<MessageState>
  place_uid: string | null
  place: string | null
  may_publish: boolean
  path: FeedbackPath
  said_path: ReservedPath | null
  kind: FeedbackKind | null
  area: string | null
  agency: string
  unit_uid: Derived<string | null>
  raised_agency: Derived<string | null>
  earlier_agency: Derived<string | null>
  earlier_unit_uid: Derived<string | null>
  reopened_times: Derived<number>
  begun_on: string
  sent_on: Derived<string | null>
  accepted_on: Derived<string | null>
  answered_on: Derived<string | null>
  due_on: string | null
  answer_due_on: string | null
  leading_id: Derived<string | null>
  answer: Derived<string | null>
  answered_by: Derived<string | null>
  approved_by: Derived<string | null>
  closed_because: Derived<string | null>
  escalated_for: Derived<string | null>
  instance: Derived<CaseFacts['instance']>
  is_remote: Derived<boolean>
  is_complex: Derived<boolean>
  extended_times: Derived<number>
  ending: Derived<Ending | null>
}

type ReceiptTable = { code: string; message_id: string }

type ActTable = {
  id: Generated<number>
  message_id: string
  act: ActKind
  at: Date
  done_by: Generated<string>
  by_agency: Generated<string | null>
  by_unit_uid: Generated<string | null>
  details: JSONColumnType<Record<string, unknown>>
  path: Derived<FeedbackPath>
  key: string | null
}

type HoldingTable = { message_id: string; agency: string; unit_uid: string | null; held: string }

type PictureTable = { message_id: string; bytes: Buffer; width: number; height: number }

type RatingTable = {
  message_id: string
  mark: number
  comment: string | null
  agency: string
  unit_uid: string | null
  at: Date
}

type PublishedTable = {
  id: Generated<number>
  message_id: string
  title: string
  content: string
  answer: string
  folded: string
  area: string | null
  agency: string
  unit_uid: string | null
  received_on: string
  answered_on: string
  strikes: JSONColumnType<Strikes>
  state: Generated<'proposed' | 'published' | 'refused' | 'withdrawn'>
  proposed_by: Generated<string>
  decided_by: string | null
  published_at: Date | null
  withdrawn_at: Date | null
  withdrawn_because: string | null
}

/** What is struck out of each text of a message before it is published. */
export type Strikes = Record<'title' | 'content' | 'answer', Strike[]>

type FollowerTable = { id: Generated<number>; message_id: string; contact: string; followed_at: Date }

type CallingTable = {
  id: Generated<number>
  message_id: string
  act_id: number
  contact: string
  told_by: string | null
  told_at: Date | null
}

type ClockRunTable = {
  on_day: string
  path: FeedbackPath
  looked: number
  escalated: number
  at: Date
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
  action: 'feedback' | 'challenge' | 'lookup' | 'follow'
  at: Date
}

type AddressKeyTable = {
  day: string
  key: Buffer
}

/** The tables of schema feedback, for Kysely. */
export type FeedbackTables = {
  'feedback.message': MessageTable
  'feedback.receipt': ReceiptTable
  'feedback.act': ActTable
  'feedback.holding': HoldingTable
  'feedback.picture': PictureTable
  'feedback.rating': RatingTable
  'feedback.published': PublishedTable
  'feedback.follower': FollowerTable
  'feedback.calling': CallingTable
  'feedback.clock_run': ClockRunTable
  'feedback.challenge': ChallengeTable
  'feedback.attempt': AttemptTable
  'feedback.address_key': AddressKeyTable
}
