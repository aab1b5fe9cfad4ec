import { createHash, randomUUID } from 'node:crypto'
import type { Challenge } from 'altcha-lib/types'
import type { Kysely } from 'kysely'
import { drawCode, normalizeAnswer } from './image-code.ts'
import { isWorkDone, readWorkProof, setWork } from './proof-of-work.ts'
import { askQuestion } from './questions.ts'
import type { FeedbackLanguage, FeedbackTables } from './tables.ts'

/** A proof lives ten minutes: long enough to write, too short to sell. */
export const challengeMinutes = 10

/** Nobody writes a message in less. */
const shortestWritingSeconds = 3

type Connection = Kysely<unknown>

/** A picture of a code; the visitor keeps `id` (in a cookie) and types what they see. */
export async function issueImage(connection: Connection, now: Date): Promise<{ id: string; svg: string }> {
  const { svg, code } = drawCode()
  return { id: await keep(connection, 'image', code, now), svg }
}

/** A question in words, for those who do not see the picture. */
export async function issueQuestion(
  connection: Connection,
  language: FeedbackLanguage,
  now: Date,
): Promise<{ id: string; question: string }> {
  const { question, answer } = askQuestion(language)
  return { id: await keep(connection, 'question', answer, now), question }
}

/** Work for the visitor's browser, and how many seconds to wait before sending. */
export async function issueWork(
  connection: Connection,
  now: Date,
): Promise<{ challenge: Challenge; waitSeconds: number }> {
  const id = randomUUID()
  const expiresAt = lifeEnd(now)
  const { challenge, key } = await setWork(id)
  await insert(connection, {
    id,
    kind: 'work',
    answer_hash: null,
    work_key: key,
    created_at: now,
    expires_at: expiresAt,
  })
  return { challenge, waitSeconds: shortestWritingSeconds }
}

/** What a visitor brings: the work their browser did, or the answer to the picture or question of `id`. */
export type Proof = { kind: 'work'; field: string } | { kind: 'answer'; id: string; answer: string }

export type ProofProblem = 'missing' | 'wrong' | 'expired' | 'used' | 'tooFast'

/**
 * Looks at a proof and locks it until the transaction ends. A wrong answer spends it, so that each picture can be
 * guessed once; a proof spent on the same content before comes back with the receipt of then.
 */
export async function checkProof(
  connection: Connection,
  proof: Proof,
  { contentHash, now }: { contentHash: Buffer; now: Date },
): Promise<
  { ok: true; id: string } | { ok: true; receiptCode: string } | { ok: false; because: ProofProblem }
> {
  const work = proof.kind === 'work' ? readWorkProof(proof.field) : undefined
  const id = proof.kind === 'answer' ? proof.id : work?.challenge.parameters.data.id
  if (proof.kind === 'answer' && proof.answer.trim() === '') return { ok: false, because: 'missing' }
  if (!id || !isUuid(id)) return { ok: false, because: proof.kind === 'work' ? 'wrong' : 'expired' }
  const db = connection.withTables<FeedbackTables>()
  const row = await db
    .selectFrom('feedback.challenge')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { ok: false, because: 'expired' }
  if (row.receipt_code && row.content_hash?.equals(contentHash))
    return { ok: true, receiptCode: row.receipt_code }
  if (row.used_at) return { ok: false, because: 'used' }
  if (row.expires_at <= now) return { ok: false, because: 'expired' }
  const right = work
    ? row.work_key !== null && (await isWorkDone(work, row.work_key))
    : proof.kind === 'answer' && row.answer_hash?.equals(hashAnswer(id, proof.answer)) === true
  if (!right) {
    await db.updateTable('feedback.challenge').set({ used_at: now }).where('id', '=', id).execute()
    return { ok: false, because: 'wrong' }
  }
  const age = now.getTime() - row.created_at.getTime()
  return age < shortestWritingSeconds * 1000 ? { ok: false, because: 'tooFast' } : { ok: true, id }
}

/** Spends a proof that was found good, remembering the receipt for the same content. */
export async function spendProof(
  connection: Connection,
  id: string,
  { contentHash, receiptCode, now }: { contentHash: Buffer; receiptCode: string; now: Date },
): Promise<void> {
  await connection
    .withTables<FeedbackTables>()
    .updateTable('feedback.challenge')
    .set({ used_at: now, content_hash: contentHash, receipt_code: receiptCode })
    .where('id', '=', id)
    .execute()
}

async function keep(
  connection: Connection,
  kind: 'image' | 'question',
  answer: string,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const answerHash = hashAnswer(id, answer)
  await insert(connection, {
    id,
    kind,
    answer_hash: answerHash,
    work_key: null,
    created_at: now,
    expires_at: lifeEnd(now),
  })
  return id
}

async function insert(
  connection: Connection,
  row: Pick<
    FeedbackTables['feedback.challenge'],
    'id' | 'kind' | 'answer_hash' | 'work_key' | 'created_at' | 'expires_at'
  >,
): Promise<void> {
  const db = connection.withTables<FeedbackTables>()
  const longGone = new Date(row.created_at.getTime() - 3_600_000)
  await db.deleteFrom('feedback.challenge').where('expires_at', '<', longGone).execute()
  await db
    .insertInto('feedback.challenge')
    .values({ ...row, used_at: null, content_hash: null, receipt_code: null })
    .execute()
}

function lifeEnd(now: Date): Date {
  return new Date(now.getTime() + challengeMinutes * 60_000)
}

function hashAnswer(id: string, answer: string): Buffer {
  return createHash('sha256')
    .update(`${id}:${normalizeAnswer(answer)}`)
    .digest()
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
