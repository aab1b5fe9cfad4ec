import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** A letter to one person, in plain text. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** What it tells of, by the kind and id the audit log uses. */
  about: { kind: string; id: string }
  /** The same letter asked for twice is written once. */
  idempotencyKey: string
}

/**
 * Puts a letter into the outbox, in the transaction of what it tells of: it exists only if that commits. Line breaks in
 * the subject become spaces, so that nobody writes a header of their own. Throws on an address that is none.
 */
export async function enqueueMail(transaction: Transaction, letter: Letter): Promise<void> {
  const subject = letter.subject
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
  await sql`insert into platform.outgoing_mail (recipient, subject, text, about_kind, about_id, idempotency_key)
    values (${letter.to}, ${subject}, ${letter.text}, ${letter.about.kind}, ${letter.about.id},
      ${letter.idempotencyKey}) on conflict do nothing`.execute(transaction)
}
