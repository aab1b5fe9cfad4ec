import { createHash, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { firstHolder, plainCase, type ReservedPath } from '#law/feedback'
import { today } from '#platform/clock'
import { checkProof, type Proof, type ProofProblem, spendProof } from './challenges.ts'
import { feedbackAllowance, spendAllowance } from './floods.ts'
import { type KeptPicture, type PictureProblem, redrawPicture } from './pictures.ts'
import { makeReceiptCode, showReceipt } from './receipts.ts'
import { duesOf } from './standing.ts'
import type { FeedbackLanguage, FeedbackTables } from './tables.ts'
import { triage } from './triage.ts'

/** What a citizen wrote, as it came from the form. */
export interface FeedbackText {
  fullName: string
  title: string
  content: string
  /** Telephone or e-mail, if they want an answer; empty is no contact. */
  contact: string
}

export type FeedbackField = keyof FeedbackText

/** Characters each field takes; the table holds the same bounds. */
const feedbackLengths: Record<FeedbackField, { from: number; to: number }> = {
  fullName: { from: 2, to: 100 },
  title: { from: 3, to: 200 },
  content: { from: 10, to: 2000 },
  contact: { from: 0, to: 100 },
}

export type FieldProblem = 'missing' | 'tooShort' | 'tooLong'

/** What became of a message: kept (with its receipt), refused with every problem found, or too many from here. */
export type FeedbackOutcome =
  | { ok: true; receiptCode: string }
  | {
      ok: false
      because: 'problems'
      fields: Partial<Record<FeedbackField, FieldProblem>>
      picture?: PictureProblem
      proof?: ProofProblem
    }
  | { ok: false; because: 'tooMany'; tryAgainAt: Date }

/** A message as a citizen sends it. */
export interface SentMessage {
  text: FeedbackText
  /** Where it happened: a commune, words of their own, or both. */
  place?: { unitUid?: string | undefined; text?: string | undefined } | undefined
  picture?: { bytes: Uint8Array; name: string } | undefined
  /** What the sender says it is, where they chose a reserved path; the words decide the rest. */
  saidPath?: ReservedPath | undefined
  /** They agree that the answer is shown to everybody, without what tells who they are. */
  mayPublish?: boolean
  proof: Proof
  page: string
  language: FeedbackLanguage
  address: string
  now: Date
}

/** Everything that is wrong with what was written; no key is no problem. Lengths count characters, not bytes. */
function problemsOf(text: FeedbackText): Partial<Record<FeedbackField, FieldProblem>> {
  const problems: Partial<Record<FeedbackField, FieldProblem>> = {}
  const clean = tidy(text)
  for (const field of Object.keys(feedbackLengths) as FeedbackField[]) {
    const length = [...clean[field]].length
    const { from, to } = feedbackLengths[field]
    if (length === 0 && from > 0) problems[field] = 'missing'
    else if (length < from) problems[field] = 'tooShort'
    else if (length > to) problems[field] = 'tooLong'
  }
  return problems
}

/**
 * Takes a message from a citizen, in a transaction of the citizen. The same proof with the same words gives the same
 * receipt, however often it is sent; five messages in ten minutes from one address are the most. What might be a
 * denunciation or about a child, by its words or because its sender says so, goes its reserved path from here on: no officer of the open one ever sees it.
 */
export async function receiveFeedback(
  connection: Kysely<unknown>,
  sent: SentMessage,
): Promise<FeedbackOutcome> {
  const { proof, address, now } = sent
  const fields = problemsOf(sent.text)
  if (Object.keys(fields).length > 0) return { ok: false, because: 'problems', fields }
  const text = tidy(sent.text)
  const contentHash = hashOf(text, sent)
  const checked = await checkProof(connection, proof, { contentHash, now })
  if (!checked.ok) return { ok: false, because: 'problems', fields: {}, proof: checked.because }
  if ('receiptCode' in checked) return { ok: true, receiptCode: checked.receiptCode }
  const allowance = await spendAllowance(connection, feedbackAllowance, { address, now })
  if (!allowance.ok) return { ok: false, because: 'tooMany', tryAgainAt: allowance.tryAgainAt }
  // Opening a picture is work for this machine: done for whoever proved to be a person, and counted also when it fails.
  const picture = sent.picture && (await redrawPicture(sent.picture.bytes))
  if (picture?.ok === false) return { ok: false, because: 'problems', fields: {}, picture: picture.because }
  const receiptCode = makeReceiptCode()
  await keepMessage(
    connection,
    { ...sent, text },
    { receiptCode, addressHash: allowance.addressHash, picture },
  )
  await spendProof(connection, checked.id, { contentHash, receiptCode, now })
  return { ok: true, receiptCode }
}

async function keepMessage(
  connection: Kysely<unknown>,
  sent: SentMessage,
  kept: { receiptCode: string; addressHash: Buffer; picture: KeptPicture | undefined },
): Promise<void> {
  const db = connection.withTables<FeedbackTables>()
  const { text, now } = sent
  const id = randomUUID()
  const begunOn = today(now)
  const placeUid = await knownUnit(connection, sent.place?.unitUid)
  // Who says what it is knows best, also who may read it.
  const path = sent.saidPath ?? triage({ ...text, placeUid }, begunOn).path.is
  const days = { begunOn, sentOn: null, acceptedOn: null, answeredOn: null, extendedTimes: 0 }
  const clocked = { ...plainCase, ...days, kind: null, path }
  const dues = duesOf(clocked, begunOn)
  await showReceipt(connection, kept.receiptCode)
  await db
    .insertInto('feedback.message')
    .values({
      id,
      full_name: text.fullName,
      title: text.title,
      content: text.content,
      contact: text.contact || null,
      page: sent.page.slice(0, 200),
      language: sent.language,
      received_at: now,
      address_hash: kept.addressHash,
      place_uid: placeUid,
      place: line(sent.place?.text ?? '').slice(0, 200) || null,
      may_publish: sent.mayPublish === true,
      path,
      said_path: sent.saidPath ?? null,
      kind: null,
      area: null,
      agency: firstHolder(path, begunOn).agency,
      begun_on: begunOn,
      due_on: dues.dueOn,
      answer_due_on: dues.answerDueOn,
    })
    .execute()
  await db.insertInto('feedback.receipt').values({ code: kept.receiptCode, message_id: id }).execute()
  if (kept.picture) {
    const { bytes, width, height } = kept.picture
    await db.insertInto('feedback.picture').values({ message_id: id, bytes, width, height }).execute()
  }
  await db
    .insertInto('feedback.act')
    .values({ message_id: id, act: 'receive', at: now, details: '{}', key: null })
    .execute()
}

/** The unit that was chosen, if there is one of that name. */
async function knownUnit(connection: Kysely<unknown>, uid: string | undefined): Promise<string | null> {
  if (!uid) return null
  const { rows } = await sql<{ uid: string }>`select uid from registry.unit where uid = ${uid}`.execute(
    connection,
  )
  return rows[0]?.uid ?? null
}

/** NFC, no control characters but line breaks, no blank at the ends; single lines stay single. */
function tidy(text: FeedbackText): FeedbackText {
  const lines = (value: string) =>
    value
      .normalize('NFC')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n\t]/gu, '')
      .trim()
  return {
    fullName: line(text.fullName),
    title: line(text.title),
    content: lines(text.content),
    contact: line(text.contact),
  }
}

function line(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** Everything that was sent, so that the same proof with anything else is another message. */
function hashOf(text: FeedbackText, { place, picture, mayPublish, saidPath }: SentMessage): Buffer {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([text.fullName, text.title, text.content, text.contact]))
  hash.update(JSON.stringify([place?.unitUid ?? '', place?.text ?? '', mayPublish === true, saidPath ?? '']))
  return (picture ? hash.update(picture.bytes) : hash).digest()
}
