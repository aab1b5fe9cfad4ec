import { createHash, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { checkProof, type Proof, type ProofProblem, spendProof } from './challenges.ts'
import { feedbackAllowance, spendAllowance } from './floods.ts'
import type { FeedbackLanguage, FeedbackTables } from './tables.ts'

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
      proof?: ProofProblem
    }
  | { ok: false; because: 'tooMany'; tryAgainAt: Date }

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
 * receipt, however often it is sent; five messages in ten minutes from one address are the most.
 */
export async function receiveFeedback(
  connection: Kysely<unknown>,
  asked: {
    text: FeedbackText
    proof: Proof
    page: string
    language: FeedbackLanguage
    address: string
    now: Date
  },
): Promise<FeedbackOutcome> {
  const { proof, page, language, address, now } = asked
  const fields = problemsOf(asked.text)
  if (Object.keys(fields).length > 0) return { ok: false, because: 'problems', fields }
  const text = tidy(asked.text)
  const contentHash = hashOf(text)
  const checked = await checkProof(connection, proof, { contentHash, now })
  if (!checked.ok) return { ok: false, because: 'problems', fields: {}, proof: checked.because }
  if ('receiptCode' in checked) return { ok: true, receiptCode: checked.receiptCode }
  const allowance = await spendAllowance(connection, feedbackAllowance, { address, now })
  if (!allowance.ok) return { ok: false, because: 'tooMany', tryAgainAt: allowance.tryAgainAt }
  const receiptCode = makeReceiptCode()
  await connection
    .withTables<FeedbackTables>()
    .insertInto('feedback.message')
    .values({
      receipt_code: receiptCode,
      full_name: text.fullName,
      title: text.title,
      content: text.content,
      contact: text.contact || null,
      page: page.slice(0, 200),
      language,
      received_at: now,
      address_hash: allowance.addressHash,
    })
    .execute()
  await spendProof(connection, checked.id, { contentHash, receiptCode, now })
  return { ok: true, receiptCode }
}

/** A receipt as it is written: GY-XXXX-XXXX. */
export function isReceiptCode(text: string): boolean {
  return /^GY(-[2-9A-HJ-NP-Z]{4}){2}$/.test(text)
}

const receiptLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function makeReceiptCode(): string {
  const four = () =>
    Array.from({ length: 4 }, () => receiptLetters[randomInt(receiptLetters.length)]).join('')
  return `GY-${four()}-${four()}`
}

/** NFC, no control characters but line breaks, no blank at the ends; single lines stay single. */
function tidy(text: FeedbackText): FeedbackText {
  const line = (value: string) =>
    value
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim()
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

function hashOf(text: FeedbackText): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([text.fullName, text.title, text.content, text.contact]))
    .digest()
}
