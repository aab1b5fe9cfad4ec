import { type Kysely, sql } from 'kysely'
import { addDays, day, type LocalDate } from '#calendar'
import { isArea } from '#law/authorities'
import {
  type Ending,
  type FeedbackClock,
  type FeedbackPath,
  feedbackRules,
  levelAbove,
  secondComplaintDays,
} from '#law/feedback'
import { today } from '#platform/clock'
import { holdMessages } from './messages.ts'
import { isReceiptCode, showReceipt } from './receipts.ts'
import { FeedbackNotFound, FeedbackRefused } from './refusals.ts'
import { clocksOfMessage, duesOf } from './standing.ts'
import { type PublicStep, publicStepsOf } from './steps.ts'
import type { FeedbackLanguage, FeedbackTables, MessageState } from './tables.ts'

/**
 * What a sender is shown of how far their message has come. `reserved` is all that is said of one that only a few may
 * read, until it is `closed`.
 */
export type SenderState = MessageState | 'reserved'

/** A message as its sender may see it, by the code on their receipt. */
export interface SentFeedback {
  receiptCode: string
  title: string
  content: string
  /** In which it was written. */
  language: FeedbackLanguage
  receivedAt: Date
  state: SenderState
  /** It goes, or went to its end, a path that only a few may read. */
  isReserved: boolean
  /** That path is the one for children. */
  isAboutChild: boolean
  /** There is a contact by which its sender is told. */
  hasContact: boolean
  /** Who has it now, since when; undefined for a reserved message. */
  holder: { agency: string; unitUid: string | null; since: Date } | undefined
  /** Line by line, the next to end first; none for a reserved message. */
  clocks: FeedbackClock[]
  /** The oldest first. */
  history: PublicStep[]
  /** Told when a second officer has approved it. */
  answer: { text: string; on: string | null } | undefined
  /** Why it was closed without an answer. */
  closedBecause: string | undefined
  /** How a reserved message ended, and on which path: its sender has rights by that law. */
  ended: { as: Ending; path: FeedbackPath } | undefined
  /** The last day to say that it was not solved; undefined when it cannot be said (any more). */
  reopenUntil: LocalDate | undefined
  /** The last day to complain a second time, of a complaint that was answered. */
  complainUntil: LocalDate | undefined
  canMark: boolean
  mark: number | undefined
  mayPublish: boolean
  /** The number of its published answer. */
  publicId: number | undefined
}

/**
 * A message by its receipt, in a transaction of the citizen; undefined when there is none. Who looks receipts up should
 * spend `lookupAllowance` first, so that none is guessed.
 */
export async function findFeedbackByReceipt(
  connection: Kysely<unknown>,
  receiptCode: string,
  now: Date,
): Promise<SentFeedback | undefined> {
  const row = await ownMessage(connection, receiptCode)
  if (!row) return undefined
  const db = connection.withTables<FeedbackTables>()
  const isReserved = row.path !== 'open'
  const isOver = row.state === 'approved' || row.state === 'closed'
  const acts = await db
    .selectFrom('feedback.act')
    .select(['act', 'at', 'details', 'path'])
    .where('message_id', '=', row.id)
    .orderBy('id')
    .execute()
  const marked = await db
    .selectFrom('feedback.rating')
    .select('mark')
    .where('message_id', '=', row.id)
    .executeTakeFirst()
  const published = await db
    .selectFrom('feedback.published')
    .select('id')
    .where('message_id', '=', row.id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  const isAnswered = row.approvedBy !== null
  return {
    receiptCode,
    title: row.title,
    content: row.content,
    language: row.language,
    receivedAt: row.receivedAt,
    isReserved,
    isAboutChild: row.path === 'child',
    hasContact: row.contact !== null,
    state: isReserved && !isOver ? 'reserved' : row.state,
    holder: isReserved ? undefined : await holderOf(connection, row.id),
    clocks: isReserved ? [] : clocksOfMessage(row, today(now)),
    history: publicStepsOf(acts),
    answer: isAnswered && row.answer ? { text: row.answer, on: row.answeredOn } : undefined,
    closedBecause: isReserved ? undefined : (row.closedBecause ?? undefined),
    ended: isReserved && row.ending ? { as: row.ending, path: row.path } : undefined,
    reopenUntil: reopenUntil(row, acts, today(now)),
    complainUntil: complainUntil(row),
    canMark: isAnswered && !isReserved && !marked,
    mark: marked?.mark,
    mayPublish: row.mayPublish && !isReserved,
    publicId: isReserved ? undefined : published?.id,
  }
}

/**
 * The sender says that the answer solved nothing: the clock begins anew one level up, and whoever held it does not
 * close it again alone. Throws FeedbackNotFound, or FeedbackRefused when it is too late or there is nothing to reopen.
 */
export async function reopenFeedback(
  connection: Kysely<unknown>,
  { receiptCode, reason, now }: { receiptCode: string; reason: string; now: Date },
): Promise<void> {
  const row = await holdOwn(connection, receiptCode)
  if (!row) throw new FeedbackNotFound()
  const because = reason.normalize('NFC').trim()
  if ([...because].length < 10 || [...because].length > 1_000) throw new FeedbackRefused(refusals.reason)
  const acts = await connection
    .withTables<FeedbackTables>()
    .selectFrom('feedback.act')
    .select(['act', 'at', 'details'])
    .where('message_id', '=', row.id)
    .orderBy('id')
    .execute()
  const on = today(now)
  if (!reopenUntil(row, acts, on)) throw new FeedbackRefused(refusals.notNow)
  const area = row.area !== null && isArea(row.area) ? row.area : undefined
  const above = levelAbove({ agency: row.agency, unitUid: row.unitUid, area }, on)
  const begun = { ...row, begunOn: on, sentOn: on, acceptedOn: null, answeredOn: null }
  const details = {
    because,
    state: 'sent',
    agency: above.agency,
    unitUid: above.unitUid ?? null,
    begunOn: on,
    sentOn: on,
    acceptedOn: null,
    answeredOn: null,
    ...duesOf(begun, on),
  }
  await connection
    .withTables<FeedbackTables>()
    .insertInto('feedback.act')
    .values({ message_id: row.id, act: 'reopen', at: now, details: JSON.stringify(details), key: null })
    .execute()
}

/** How satisfied the sender is, 1 to 5, once. Officers are told sums alone. Throws as `reopenFeedback` does. */
export async function markSatisfaction(
  connection: Kysely<unknown>,
  asked: { receiptCode: string; mark: number; comment?: string | undefined; now: Date },
): Promise<void> {
  const { receiptCode, mark, comment = '', now } = asked
  const row = await ownMessage(connection, receiptCode)
  if (!row) throw new FeedbackNotFound()
  if (!Number.isInteger(mark) || mark < 1 || mark > 5) throw new FeedbackRefused(refusals.mark)
  if (row.approvedBy === null || row.path !== 'open') throw new FeedbackRefused(refusals.notAnswered)
  const { numInsertedOrUpdatedRows: kept } = await connection
    .withTables<FeedbackTables>()
    .insertInto('feedback.rating')
    .values({
      message_id: row.id,
      mark,
      comment: comment.normalize('NFC').trim().slice(0, 500) || null,
      agency: row.agency,
      unit_uid: row.unitUid,
      at: now,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .executeTakeFirst()
  if (!kept) throw new FeedbackRefused(refusals.markedBefore)
}

/** The sender no longer agrees to a public answer: what stands in public is taken back at once. */
export async function withdrawConsent(
  connection: Kysely<unknown>,
  { receiptCode, now }: { receiptCode: string; now: Date },
): Promise<void> {
  const row = await holdOwn(connection, receiptCode)
  if (!row) throw new FeedbackNotFound()
  if (!row.mayPublish) return
  await connection
    .withTables<FeedbackTables>()
    .insertInto('feedback.act')
    .values({ message_id: row.id, act: 'withdrawConsent', at: now, details: '{}', key: null })
    .execute()
}

/**
 * Remembers a contact that wants to be told of each public step, of one's own message or of a published one; false when
 * there is no such message. Spend `followAllowance` first.
 */
export async function followFeedback(
  connection: Kysely<unknown>,
  asked: { receiptCode?: string | undefined; publicId?: number | undefined; contact: string; now: Date },
): Promise<boolean> {
  const contact = asked.contact.normalize('NFC').trim()
  if (!isContact(contact)) throw new FeedbackRefused(refusals.contact)
  if (asked.receiptCode !== undefined) await showReceipt(connection, asked.receiptCode)
  const { rows } = await sql<{ followed: boolean }>`select feedback.follow(${asked.receiptCode ?? null},
    ${asked.publicId ?? null}, ${contact}, ${asked.now}) as followed`.execute(connection)
  return rows[0]?.followed === true
}

/** An e-mail address or a telephone number. */
export function isContact(text: string): boolean {
  return isEmail(text) || (/^\+?[\d .-]{8,20}$/.test(text) && text.replaceAll(/\D/g, '').length >= 8)
}

export function isEmail(text: string): boolean {
  return text.length <= 100 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(text)
}

/** As `ownMessage`, for who is about to change it: a button pressed twice at once is done once. */
async function holdOwn(connection: Kysely<unknown>, receiptCode: string) {
  const row = await ownMessage(connection, receiptCode)
  if (row) await holdMessages(connection, [row.id])
  return row && ownMessage(connection, receiptCode)
}

async function ownMessage(connection: Kysely<unknown>, receiptCode: string) {
  if (!isReceiptCode(receiptCode)) return undefined
  await showReceipt(connection, receiptCode)
  return connection
    .withTables<FeedbackTables>()
    .selectFrom('feedback.message')
    .select([
      'id',
      'title',
      'content',
      'contact',
      'language',
      'received_at as receivedAt',
      'state',
      'path',
      'kind',
      'area',
      'agency',
    ])
    .select(['unit_uid as unitUid', 'begun_on as begunOn', 'sent_on as sentOn', 'accepted_on as acceptedOn'])
    .select(['answered_on as answeredOn', 'answer', 'approved_by as approvedBy', 'may_publish as mayPublish'])
    .select(['closed_because as closedBecause', 'ending', 'instance', 'is_remote as isRemote'])
    .select(['is_complex as isComplex', 'extended_times as extendedTimes'])
    .executeTakeFirst()
}

async function holderOf(connection: Kysely<unknown>, id: string): Promise<SentFeedback['holder']> {
  const { rows } = await sql<{ agency: string; unitUid: string | null; since: Date }>`select agency,
    unit_uid as "unitUid", lower(held) as since from feedback.holding
    where message_id = ${id} and upper_inf(held)`.execute(connection)
  return rows[0]
}

/** Of a first complaint, counted from its resolution. */
function complainUntil(row: {
  kind: string | null
  instance: string
  isRemote: boolean
  approvedBy: string | null
  answeredOn: string | null
}): LocalDate | undefined {
  const isFirst = row.kind === 'complaint' && row.instance === 'first'
  if (!isFirst || row.approvedBy === null || row.answeredOn === null) return undefined
  return addDays(day(row.answeredOn), secondComplaintDays(row))
}

/** Fifteen days from the answer, or from being closed without one, while nobody has said so yet. */
function reopenUntil(
  { state, path }: { state: MessageState; path: string },
  acts: readonly { act: string; at: Date }[],
  on: LocalDate,
): LocalDate | undefined {
  if (path !== 'open' || (state !== 'approved' && state !== 'closed')) return undefined
  const told = acts.findLast(({ act, at }) => (act === 'approve' || act === 'close') && at)
  const answer = acts.findLast(({ act }) => act === 'approve') ?? told
  if (!answer) return undefined
  const until = addDays(day(today(answer.at)), feedbackRules.reopenDays)
  return on <= until ? until : undefined
}

const refusals = {
  reason: {
    vi: 'Xin nói rõ điều gì chưa được giải quyết, từ 10 đến 1.000 ký tự',
    en: 'Please say what was not solved, in 10 to 1,000 characters',
  },
  notNow: {
    vi: 'Góp ý này chưa có câu trả lời, hoặc đã quá hạn đề nghị xem lại: xin gửi một góp ý mới',
    en: 'This message has no answer yet, or the time to reopen it has passed: please send a new one',
  },
  mark: {
    vi: 'Mức hài lòng là một số từ 1 đến 5: xin chọn lại',
    en: 'Satisfaction is 1 to 5: please choose again',
  },
  notAnswered: {
    vi: 'Góp ý này chưa có câu trả lời: xin chấm khi đã có',
    en: 'This message has no answer yet: please rate it when it has',
  },
  markedBefore: {
    vi: 'Ông/bà đã chấm mức hài lòng cho góp ý này: mỗi góp ý chấm một lần',
    en: 'You have rated this message: each is rated once',
  },
  contact: {
    vi: 'Xin ghi một địa chỉ thư điện tử hoặc số điện thoại đúng',
    en: 'Please give a correct e-mail address or telephone number',
  },
}
