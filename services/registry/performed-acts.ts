import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { readSubject } from './act-base.ts'
import type { Act } from './acts.ts'
import { auditDetails, auditSubject, requireReason, touching } from './change-requests.ts'
import { KeyReused } from './impossible.ts'
import { readActor } from './scope.ts'

/** An act as it is sent: why, and a key by which the same one is known again. */
export interface SentAct {
  act: Act
  reason: string
  key: string
}

/**
 * Does an act once: sent again with its key it answers as the first time and changes nothing; the key with another
 * content throws KeyReused. `work` is given the actor's name, does it and returns what came of it.
 */
export async function doOnce<Outcome extends object>(
  transaction: Transaction,
  { act, reason, key }: SentAct,
  work: (actor: string) => Promise<Outcome>,
): Promise<Outcome> {
  requireReason(reason)
  await sql`select pg_advisory_xact_lock(hashtext(concat('registry.act ', platform.actor(), ${key}::text)))`.execute(
    transaction,
  )
  const body = JSON.stringify({ act, reason })
  const { rows } = await sql<{
    same: boolean
    outcome: Outcome
  }>`select body = ${body}::jsonb as same, outcome
    from registry.act where actor = platform.actor() and key = ${key}`.execute(transaction)
  if (rows[0] && !rows[0].same) throw new KeyReused()
  if (rows[0]) return rows[0].outcome
  const subject = await readSubject(transaction, act)
  const { name } = await readActor(transaction)
  const outcome = await work(name)
  await sql`insert into registry.act (key, kind, body, reason, person_id, household_id, unit_uid, outcome)
    values (${key}, ${act.kind}, ${body}, ${reason}, ${subject?.personId ?? null}, ${subject?.householdId ?? null},
      ${subject?.unitUid ?? null}, ${JSON.stringify(outcome)})`.execute(transaction)
  if (subject)
    await recordChange(
      transaction,
      act.kind,
      auditSubject({ subject }),
      auditDetails(act, { reason, outcome }),
    )
  return outcome
}

/** An act that an officer did alone, with its reason. */
export interface PerformedAct {
  act: Act
  reason: string
  /** As the audit log names them: `officer:ID`. */
  actor: string
  recordedAt: Date
  /** When its transaction began: the moment its values were recorded at. Undefined for acts of before it was kept. */
  beganAt: Date | undefined
}

/** What officers did alone that touched a person or a household, the newest first, at most a hundred. */
export async function listPerformedActs(
  transaction: Transaction,
  of: { personId: number } | { householdId: number },
): Promise<PerformedAct[]> {
  const { rows } = await sql<
    PerformedAct & { beganAt: Date | null }
  >`select body -> 'act' as act, reason, actor,
      recorded_at as "recordedAt", began_at as "beganAt"
    from registry.act where ${touching(of)} order by recorded_at desc limit 100`.execute(transaction)
  return rows.map((row) => ({ ...row, beganAt: row.beganAt ?? undefined }))
}
