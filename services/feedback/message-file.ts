import { sql } from 'kysely'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { type LetterFate, listLettersAbout } from '#platform/mail-handling'
import { findLikeMessages, type Likeness } from './likeness.ts'
import { getMessage, listComparable, listJoined, type Message, subjectOf } from './messages.ts'
import { findPublication, type Publication } from './publication.ts'
import { FeedbackRefused } from './refusals.ts'
import type { ActKind, FeedbackTables } from './tables.ts'

/** One act as its handlers see it. */
export interface RecordedAct {
  id: number
  act: ActKind
  at: Date
  by: string
  details: Record<string, unknown>
}

/** Who held a message from when; `until` is undefined for who has it now. */
export interface Holding {
  agency: string
  unitUid: string | null
  since: Date
  until: Date | null
}

/** A telephone call about a step, and whether it was made. */
export interface Call {
  id: number
  contact: string
  act: ActKind
  at: Date
  toldBy: string | null
  toldAt: Date | null
}

/** A message with everything that happened to it. */
export interface MessageFile {
  message: Message
  /** The oldest first. */
  acts: RecordedAct[]
  holdings: Holding[]
  calls: Call[]
  /** What became of each letter to the sender and who follows, the oldest first. */
  letters: LetterFate[]
  followers: number
  hasPicture: boolean
  joined: Message[]
  leading: Message | undefined
  /** What may be about the same matter, the likest first. */
  like: (Likeness & { message: Message })[]
  publication: Publication | undefined
}

/** Opens a message, which is a line in the log; throws FeedbackNotFound as `getMessage` does. */
export async function readMessageFile(transaction: Transaction, id: string): Promise<MessageFile> {
  const message = await getMessage(transaction, id)
  const { leadingId } = message
  await recordRead(transaction, subjectOf(message))
  const isOpen = message.path === 'open' && leadingId === null && message.state !== 'closed'
  const others = isOpen ? await listComparable(transaction, message) : []
  const byId = new Map(others.map((other) => [other.id, other]))
  return {
    message,
    acts: await listActs(transaction, id),
    holdings: await listHoldings(transaction, id),
    calls: await listCalls(transaction, id),
    letters: await listLettersAbout(transaction, id),
    followers: await countRows(transaction, 'feedback.follower', id),
    hasPicture: (await countRows(transaction, 'feedback.picture', id)) > 0,
    joined: await listJoined(transaction, id),
    leading: leadingId === null ? undefined : await getMessage(transaction, leadingId).catch(() => undefined),
    like: findLikeMessages(message, others).flatMap((likeness) => {
      const other = byId.get(likeness.id)
      return other ? [{ ...likeness, message: other }] : []
    }),
    publication: await findPublication(transaction, id),
  }
}

/** Ticks a call as made, once. */
export async function tickCall(
  transaction: Transaction,
  { id, callId, now }: { id: string; callId: number; now: Date },
): Promise<void> {
  const { rows } = await sql<{
    id: number
  }>`update feedback.calling set told_by = platform.actor(), told_at = ${now}
    where id = ${callId} and message_id = ${id} and told_by is null returning id`.execute(transaction)
  if (rows.length === 0)
    throw new FeedbackRefused({
      vi: 'Cuộc gọi này đã được đánh dấu, hoặc không có: tải lại trang để xem',
      en: 'This call is ticked already, or there is none: reload the page',
    })
}

function listActs(transaction: Transaction, id: string): Promise<RecordedAct[]> {
  return transaction
    .withTables<FeedbackTables>()
    .selectFrom('feedback.act')
    .select(['id', 'act', 'at', 'done_by as by', 'details'])
    .where('message_id', '=', id)
    .orderBy('id')
    .execute()
}

async function listHoldings(transaction: Transaction, id: string): Promise<Holding[]> {
  const { rows } = await sql<Holding>`select agency, unit_uid as "unitUid", lower(held) as since,
    upper(held) as until from feedback.holding where message_id = ${id} order by held`.execute(transaction)
  return rows
}

async function listCalls(transaction: Transaction, id: string): Promise<Call[]> {
  const { rows } =
    await sql<Call>`select c.id, c.contact, a.act, a.at, c.told_by as "toldBy", c.told_at as "toldAt"
    from feedback.calling c join feedback.act a on a.id = c.act_id where c.message_id = ${id}
    order by c.id`.execute(transaction)
  return rows
}

async function countRows(
  transaction: Transaction,
  table: 'feedback.follower' | 'feedback.picture',
  id: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
    where message_id = ${id}`.execute(transaction)
  return rows[0]?.count ?? 0
}
