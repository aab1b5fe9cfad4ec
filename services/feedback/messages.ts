import { type Kysely, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { CaseFacts, Ending, FeedbackKind, FeedbackPath, ReservedPath } from '#law/feedback'
import type { Transaction } from '#platform/database'
import { FeedbackNotFound } from './refusals.ts'
import type { FeedbackLanguage, FeedbackTables, MessageState } from './tables.ts'

/** A message as its handlers see it. */
export interface Message extends CaseFacts {
  id: string
  title: string
  content: string
  fullName: string
  contact: string | null
  language: FeedbackLanguage
  page: string
  receivedAt: Date
  state: MessageState
  path: FeedbackPath
  /** What its sender said it is, where they chose a reserved path. */
  saidPath: ReservedPath | null
  /** What an officer said it is; null until then. */
  kind: FeedbackKind | null
  area: string | null
  /** Who has it: an agency's code, and its commune where it is one of many. */
  agency: string
  unitUid: string | null
  /** Who was told that the clock ran out. */
  raisedAgency: string | null
  /** Who had it when the sender said that it was not solved. */
  earlierAgency: string | null
  earlierUnitUid: string | null
  reopenedTimes: number
  placeUid: string | null
  place: string | null
  mayPublish: boolean
  begunOn: string
  sentOn: string | null
  acceptedOn: string | null
  answeredOn: string | null
  dueOn: string | null
  answerDueOn: string | null
  /** The message it was joined to, whose acts are carried over to this one. */
  leadingId: string | null
  answer: string | null
  answeredBy: string | null
  approvedBy: string | null
  closedBecause: string | null
  escalatedFor: string | null
  extendedTimes: number
  /** How a reserved message ended, as its sender is told. */
  ending: Ending | null
}

/** What an officer asks the queue for. */
export interface MessageFilter {
  /** `unfinished` is all but the closed ones. */
  state?: MessageState | 'unfinished' | undefined
  due?: 'late' | 'soon' | undefined
  area?: string | undefined
  agency?: string | undefined
  unitUid?: string | undefined
  /** Words of title, content or name. */
  text?: string | undefined
  /** Without those of which nobody said yet what they are. */
  read?: boolean | undefined
  /** The reserved ones are a list of their own. */
  reserved?: boolean | undefined
}

/** Days before its end at which a clock counts as ending soon. */
const soonDays = 2

const columns = sql`id, title, content, full_name as "fullName", contact, language, page, received_at as "receivedAt",
  state, path, said_path as "saidPath", kind, area, agency, unit_uid as "unitUid", raised_agency as "raisedAgency",
  earlier_agency as "earlierAgency", earlier_unit_uid as "earlierUnitUid", reopened_times as "reopenedTimes",
  place_uid as "placeUid", place, may_publish as "mayPublish", begun_on as "begunOn", sent_on as "sentOn",
  accepted_on as "acceptedOn", answered_on as "answeredOn", due_on as "dueOn", answer_due_on as "answerDueOn",
  leading_id as "leadingId", answer, answered_by as "answeredBy", approved_by as "approvedBy",
  closed_because as "closedBecause", escalated_for as "escalatedFor",
  instance, is_remote as "isRemote", is_complex as "isComplex", extended_times as "extendedTimes", ending`

/** The messages an officer may see, what is due first on top, those that are closed at the end. */
export async function listMessages(
  transaction: Transaction,
  asked: MessageFilter & { today: LocalDate; limit: number; offset: number },
): Promise<Message[]> {
  const { rows } = await sql<Message>`select ${columns} from feedback.message where ${condition(asked)}
    order by state = 'closed', due_on nulls last, received_at, id
    limit ${asked.limit} offset ${asked.offset}`.execute(transaction)
  return rows
}

export async function countMessages(
  transaction: Transaction,
  asked: MessageFilter & { today: LocalDate },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from feedback.message
    where ${condition(asked)}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** One message; throws FeedbackNotFound for what is not there and for what this officer may not know of. */
export async function getMessage(transaction: Transaction, id: string): Promise<Message> {
  const found = await findMessages(transaction, [id])
  if (!found[0]) throw new FeedbackNotFound()
  return found[0]
}

/**
 * Holds messages until the transaction ends, so that whoever acts on one waits for what somebody else is doing with it
 * and then sees how it stands.
 */
export async function holdMessages(connection: Kysely<unknown>, ids: readonly string[]): Promise<void> {
  // In one order, or two who join messages to each other would wait for ever.
  for (const id of ids.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback.message ${id}`}, 0))`.execute(
      connection,
    )
}

/** Those of some ids that can be seen, in no order. */
export async function findMessages(transaction: Transaction, ids: readonly string[]): Promise<Message[]> {
  const known = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
  if (known.length === 0) return []
  const { rows } = await sql<Message>`select ${columns} from feedback.message
    where id = any (${known}::uuid[])`.execute(transaction)
  return rows
}

/** Messages joined to this one, the oldest first. */
export async function listJoined(transaction: Transaction, leadingId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`select ${columns} from feedback.message where leading_id = ${leadingId}
    order by received_at, id`.execute(transaction)
  return rows
}

/** What this message may be told of twice: those of the ninety days around it that are no part of another. */
export async function listComparable(
  transaction: Transaction,
  { id, receivedAt }: Pick<Message, 'id' | 'receivedAt'>,
): Promise<Message[]> {
  const { rows } = await sql<Message>`select ${columns} from feedback.message
    where path = 'open' and leading_id is null and id <> ${id}
      and received_at between ${receivedAt}::timestamptz - interval '90 days' and ${receivedAt}::timestamptz + interval '90 days'
    order by received_at desc limit 1000`.execute(transaction)
  return rows
}

export async function findFeedbackPicture(
  transaction: Transaction,
  id: string,
): Promise<{ bytes: Buffer; width: number; height: number } | undefined> {
  const { id: known } = await getMessage(transaction, id)
  return transaction
    .withTables<FeedbackTables>()
    .selectFrom('feedback.picture')
    .select(['bytes', 'width', 'height'])
    .where('message_id', '=', known)
    .executeTakeFirst()
}

/**
 * What the log names a message by: what is done on a reserved path has a subject of its own, which none but its officers
 * read, also when the message is given back. `path` is where an act moves it.
 */
export function subjectOf(
  { id, unitUid, path }: Pick<Message, 'id' | 'unitUid' | 'path'>,
  to: unknown = path,
) {
  const kind = to === 'open' ? 'feedback' : `feedback.${to}`
  return { kind, id, ...(unitUid ? { unitUid } : {}) }
}

function condition({
  state,
  due,
  area,
  agency,
  unitUid,
  text,
  reserved,
  read,
  today,
}: MessageFilter & { today: LocalDate }) {
  const words = (text ?? '').normalize('NFC').trim().slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean)
  const conditions = [
    reserved ? sql`path <> 'open'` : sql`path = 'open'`,
    ...(read ? [sql`not feedback.is_unread(state, kind)`] : []),
    ...(state === 'unfinished' ? [sql`state <> 'closed'`] : state ? [sql`state = ${state}`] : []),
    ...(due === 'late' ? [sql`due_on < ${today} and state <> 'closed'`] : []),
    ...(due === 'soon'
      ? [sql`due_on between ${today} and ${today}::date + ${soonDays}::int and state <> 'closed'`]
      : []),
    ...(area ? [sql`area = ${area}`] : []),
    ...(agency ? [sql`agency = ${agency}`] : []),
    ...(unitUid ? [sql`unit_uid = ${unitUid}`] : []),
    ...words.map((word) => sql`position(${word} in lower(concat_ws(' ', title, content, full_name))) > 0`),
  ]
  return sql.join(conditions, sql` and `)
}
