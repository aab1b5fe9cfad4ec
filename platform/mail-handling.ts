import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** How far a letter has come; `toldOtherwise` is one whose receiver was told without it. */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed' | 'givenUp' | 'toldOtherwise'

/** What became of a letter, as whoever sees its subject may know. */
export interface LetterFate {
  id: number
  recipient: string
  subject: string
  about: { kind: string; id: string }
  writtenAt: Date
  state: LetterState
  tries: number
  /** When it is tried next; meaningful while it waits or has failed. */
  nextTryAt: Date
  sentAt: Date | null
  /** Why it was not sent (yet). */
  reason: { vi: string; en: string } | undefined
  /** What an officer did last with it. */
  handled: { act: LetterHandling['act']; by: string; at: Date; note: string | null } | undefined
}

export type LetterHandling =
  | { act: 'sendAgain' }
  /** `note`: how and by whom the receiver was told, 3 to 300 characters. */
  | { act: 'tellOtherwise'; note: string }

type Row = Omit<LetterFate, 'about' | 'reason' | 'handled'> & {
  kind: string
  aboutId: string
  vi: string | null
  en: string | null
  act: LetterHandling['act'] | null
  by: string | null
  at: Date | null
  note: string | null
}

const columns = sql`m.id, m.recipient, m.subject, m.about_kind as kind, m.about_id as "aboutId",
  m.written_at as "writtenAt", m.state, m.tries, m.next_try_at as "nextTryAt", m.sent_at as "sentAt",
  m.reason_vi as vi, m.reason_en as en, h.act, h.done_by as by, h.at, h.note
  from platform.outgoing_mail m left join lateral (select * from platform.mail_handling h where h.letter_id = m.id
    order by h.id desc limit 1) h on true`

/** The letters about something, the oldest first, as far as the actor may see what they are about. */
export async function listLettersAbout(transaction: Transaction, id: string): Promise<LetterFate[]> {
  const { rows } = await sql<Row>`select ${columns} where m.about_id = ${id} order by m.id`.execute(
    transaction,
  )
  return rows.map(fateOf)
}

/** Letters that were not sent: to be tried again or given up, the newest first. Kinds are those of the audit log. */
export async function listFailedLetters(
  transaction: Transaction,
  { kinds, limit, offset }: { kinds: readonly string[]; limit: number; offset: number },
): Promise<LetterFate[]> {
  const { rows } = await sql<Row>`select ${columns} where m.state in ('failed', 'givenUp')
    and m.about_kind = any (${kinds}) order by m.id desc limit ${limit} offset ${offset}`.execute(transaction)
  return rows.map(fateOf)
}

export async function countFailedLetters(
  transaction: Transaction,
  kinds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from platform.outgoing_mail
    where state in ('failed', 'givenUp') and about_kind = any (${kinds})`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** One letter; undefined for none, and for one about what the actor may not see. */
export async function findLetter(transaction: Transaction, id: number): Promise<LetterFate | undefined> {
  const { rows } = await sql<Row>`select ${columns} where m.id = ${id}`.execute(transaction)
  return rows[0] && fateOf(rows[0])
}

/**
 * Sends a letter again that failed or was given up, or records that its receiver was told another way; false when it is
 * neither (any more). Throws on a leader, and on a note that is none.
 */
export async function handleLetter(
  transaction: Transaction,
  { id, now, ...handling }: LetterHandling & { id: number; now: Date },
): Promise<boolean> {
  const note = handling.act === 'tellOtherwise' ? handling.note : null
  const { rows } = await sql`select 1 from platform.outgoing_mail where id = ${id}
    and state in ('failed', 'givenUp')`.execute(transaction)
  if (rows.length === 0) return false
  await sql`insert into platform.mail_handling (letter_id, act, note, at)
    values (${id}, ${handling.act}, ${note}, ${now})`.execute(transaction)
  return true
}

function fateOf({ kind, aboutId, vi, en, act, by, at, note, ...letter }: Row): LetterFate {
  return {
    ...letter,
    about: { kind, id: aboutId },
    reason: vi === null || en === null ? undefined : { vi, en },
    handled: act !== null && by !== null && at !== null ? { act, by, at, note } : undefined,
  }
}
