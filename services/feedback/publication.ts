import { sql } from 'kysely'
import { foldText } from '#identity'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { getMessage, holdMessages, type Message } from './messages.ts'
import { FeedbackNotFound, FeedbackRefused } from './refusals.ts'
import { type Handler, isDesk, isHolder } from './rights.ts'
import { mergeStrikes, strikeOut, strikesFor, suggestStrikes } from './strikes.ts'
import type { FeedbackTables, Strikes } from './tables.ts'
import { readTold, tell } from './telling.ts'

/** The copy for everybody, as it is proposed, published or withdrawn. */
export interface Publication {
  id: number
  title: string
  content: string
  answer: string
  strikes: Strikes
  state: 'proposed' | 'published' | 'refused' | 'withdrawn'
  proposedBy: string
  decidedBy: string | null
  publishedAt: Date | null
  withdrawnAt: Date | null
  withdrawnBecause: string | null
}

/** What the machine would strike out; the officer adds and takes away. */
export function suggestedStrikes({ title, content, answer, fullName, contact }: Message): Strikes {
  const contacts = contact ? [contact] : []
  const why = contact?.includes('@') ? 'email' : 'phone'
  const strikesIn = (text: string) =>
    mergeStrikes([
      ...suggestStrikes(text, [fullName]),
      ...strikesFor(text, contacts).strikes.map((strike) => ({ ...strike, why }) as const),
    ])
  return { title: strikesIn(title), content: strikesIn(content), answer: strikesIn(answer ?? '') }
}

/** The three texts as everybody would read them. */
export function copyOf(
  { title, content, answer }: Pick<Message, 'title' | 'content' | 'answer'>,
  strikes: Strikes,
): Pick<Publication, 'title' | 'content' | 'answer'> {
  return {
    title: strikeOut(title, strikes.title),
    content: strikeOut(content, strikes.content),
    answer: strikeOut(answer ?? '', strikes.answer),
  }
}

/** Whether its copy may be proposed: the sender agreed, the answer is approved, it is open and leads itself. */
export function canPropose(message: Message, by: Handler): boolean {
  const { mayPublish, path, approvedBy, leadingId } = message
  const isTheirs = isHolder(message, by) || isDesk(by)
  return (
    by.role !== 'leader' &&
    isTheirs &&
    mayPublish &&
    path === 'open' &&
    approvedBy !== null &&
    leadingId === null
  )
}

/** The newest copy of a message; undefined when none was proposed. */
export async function findPublication(
  transaction: Transaction,
  messageId: string,
): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`select id, title, content, answer, strikes, state,
    proposed_by as "proposedBy", decided_by as "decidedBy", published_at as "publishedAt",
    withdrawn_at as "withdrawnAt", withdrawn_because as "withdrawnBecause"
    from feedback.published where message_id = ${messageId} order by id desc limit 1`.execute(transaction)
  return rows[0]
}

/** Proposes the copy with these strikes; the originals stay as they are beside it. */
export async function proposePublication(
  transaction: Transaction,
  { id, strikes, by }: { id: string; strikes: Strikes; by: Handler },
): Promise<void> {
  await holdMessages(transaction, [id])
  const message = await getMessage(transaction, id)
  const before = await findPublication(transaction, id)
  const stands = before?.state === 'proposed' || before?.state === 'published'
  if (!canPropose(message, by) || stands) throw new FeedbackRefused(refusals.cannotPropose)
  const kept: Strikes = {
    title: mergeStrikes(strikes.title),
    content: mergeStrikes(strikes.content),
    answer: mergeStrikes(strikes.answer),
  }
  const copy = copyOf(message, kept)
  await transaction
    .withTables<FeedbackTables>()
    .insertInto('feedback.published')
    .values({
      message_id: id,
      ...copy,
      folded: foldText(`${copy.title} ${copy.content} ${copy.answer}`),
      area: message.area,
      agency: message.agency,
      unit_uid: message.unitUid,
      received_on: message.begunOn,
      answered_on: message.answeredOn ?? message.begunOn,
      strikes: JSON.stringify(kept),
      decided_by: null,
      published_at: null,
      withdrawn_at: null,
      withdrawn_because: null,
    })
    .execute()
  await recordChange(transaction, 'proposePublication', { kind: 'feedback', id })
}

/**
 * A second officer publishes the copy, or refuses it; whoever proposed it does neither. `copyId` is the copy that was
 * read: another that was proposed since is not decided on unread, nor one of an answer that has changed.
 */
export async function decidePublication(
  transaction: Transaction,
  asked: { id: string; copyId?: number | undefined; verdict: 'publish' | 'refuse'; by: Handler; now: Date },
): Promise<void> {
  const { id, copyId, verdict, by, now } = asked
  await holdMessages(transaction, [id])
  const message = await getMessage(transaction, id)
  const copy = await findPublication(transaction, id)
  if (copy?.state !== 'proposed') throw new FeedbackNotFound()
  const isOld = verdict === 'publish' && copy.answer !== copyOf(message, copy.strikes).answer
  if (isOld || (copyId !== undefined && copyId !== copy.id)) throw new FeedbackRefused(refusals.changed)
  const signer = `officer:${by.id}`
  if (copy.proposedBy === signer || !canPropose(message, by)) throw new FeedbackRefused(refusals.second)
  const isPublished = verdict === 'publish'
  const told = await readTold(transaction, message)
  await transaction
    .withTables<FeedbackTables>()
    .updateTable('feedback.published')
    .set({
      state: isPublished ? 'published' : 'refused',
      decided_by: signer,
      published_at: isPublished ? now : null,
    })
    .where('id', '=', copy.id)
    .execute()
  await recordChange(transaction, `${verdict}Publication`, { kind: 'feedback', id })
  if (!isPublished) return
  await writeAct(transaction, { id, act: 'publish', now })
  await tell(transaction, told, { act: 'publish', now })
}

/** Takes a published copy back, with a reason that everybody is shown in its place. */
export async function withdrawPublication(
  transaction: Transaction,
  { id, because, by, now }: { id: string; because: string; by: Handler; now: Date },
): Promise<void> {
  await holdMessages(transaction, [id])
  const message = await getMessage(transaction, id)
  const copy = await findPublication(transaction, id)
  if (copy?.state !== 'published' || !canPropose(message, by)) throw new FeedbackNotFound()
  const reason = because.normalize('NFC').trim()
  if ([...reason].length < 5 || [...reason].length > 300) throw new FeedbackRefused(refusals.because)
  await transaction
    .withTables<FeedbackTables>()
    .updateTable('feedback.published')
    .set({ state: 'withdrawn', withdrawn_at: now, withdrawn_because: reason })
    .where('id', '=', copy.id)
    .execute()
  await recordChange(transaction, 'withdrawPublication', { kind: 'feedback', id }, { because: reason })
  await writeAct(transaction, { id, act: 'unpublish', now })
}

async function writeAct(
  transaction: Transaction,
  { id, act, now }: { id: string; act: 'publish' | 'unpublish'; now: Date },
): Promise<void> {
  await transaction
    .withTables<FeedbackTables>()
    .insertInto('feedback.act')
    .values({ message_id: id, act, at: now, details: '{}', key: null })
    .execute()
}

const refusals = {
  cannotPropose: {
    vi: 'Chưa công khai được: người gửi phải đồng ý, câu trả lời phải được duyệt, và chưa có bản công khai nào',
    en: 'This cannot be published: its sender must agree, its answer be approved, and no copy stand already',
  },
  second: {
    vi: 'Người đề nghị công khai không tự duyệt: cần cán bộ khác của cơ quan đang giữ hoặc của Văn phòng UBND tỉnh',
    en: 'Whoever proposed does not decide: another officer of the holder or of the province’s office does',
  },
  changed: {
    vi: 'Bản công khai hoặc câu trả lời đã đổi sau khi ông/bà mở trang này: xin tải lại trang, đọc lại rồi quyết định',
    en: 'The copy or the answer has changed since you opened this page: please reload it, read again, then decide',
  },
  because: {
    vi: 'Xin nêu lý do gỡ, từ 5 đến 300 ký tự: người đọc sẽ thấy lý do này',
    en: 'Please give a reason of 5 to 300 characters: readers will see it',
  },
}
