import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { KeyReused } from '#registry'

/** What every act is sent with: a key by which the same one is known again, and the instant it is done at. */
export interface Sent {
  key: string
  at: Date
}

/** What an act is about, as the audit log names it. */
export type Subject = { directiveId: number } | { taskId: number } | undefined

/**
 * Does an act once: sent again with its key it answers as the first time and changes nothing; the key with another
 * content throws KeyReused. The audit log tells what was done to which directive or task.
 */
export async function once<Outcome extends object>(
  transaction: Transaction,
  { key, kind, body }: { key: string; kind: string; body: object },
  work: () => Promise<{ outcome: Outcome; subject: Subject }>,
): Promise<Outcome> {
  await sql`select pg_advisory_xact_lock(hashtext(concat('directives.act ', platform.actor(), ${key}::text)))`.execute(
    transaction,
  )
  const content = JSON.stringify({ kind, ...body })
  const { rows } = await sql<{
    same: boolean
    outcome: Outcome
  }>`select body = ${content}::jsonb as same, outcome
    from directives.act where actor = platform.actor() and key = ${key}`.execute(transaction)
  if (rows[0] && !rows[0].same) throw new KeyReused()
  if (rows[0]) return rows[0].outcome
  const { outcome, subject } = await work()
  await sql`insert into directives.act (key, kind, body, outcome)
    values (${key}, ${kind}, ${content}, ${JSON.stringify(outcome)})`.execute(transaction)
  // Every officer of the province reads the log, and not every one this task: the words stand in its history alone.
  if (subject) await recordChange(transaction, kind, auditSubject(subject))
  return outcome
}

function auditSubject(subject: Exclude<Subject, undefined>): { kind: string; id: string } {
  return 'taskId' in subject
    ? { kind: 'task', id: String(subject.taskId) }
    : { kind: 'directive', id: String(subject.directiveId) }
}
