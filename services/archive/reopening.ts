import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { type FieldName, fieldNames } from './fields/field-names.ts'

export type ReopeningRefusal = 'needReason' | 'notAgreed' | 'alreadyEntered'

/**
 * Opens again what two officers agreed upon, or what was set aside, to be read anew by two. Who read before may read again;
 * their readings stay and are shown once both have read. What is in the register already is not opened: there it is
 * corrected by an act. Any officer who works on it may ask, for a reason.
 */
export async function reopenScan(
  transaction: Transaction,
  scanId: number,
  { reason }: { reason: string },
): Promise<{ ok: true } | { ok: false; because: ReopeningRefusal }> {
  const because = reason.trim().slice(0, 300)
  if (because === '') return { ok: false, because: 'needReason' }
  const { rows } = await sql<{
    state: string
    round: number
    unitUid: string | null
    pages: number | null
  }>`select state,
      round, unit_uid as "unitUid", pages from archive.scan where id = ${scanId} for update`.execute(
    transaction,
  )
  const [scan] = rows
  if (scan?.state === 'entered') return { ok: false, because: 'alreadyEntered' }
  if (scan?.state !== 'agreed' && scan?.state !== 'setAside') return { ok: false, because: 'notAgreed' }
  await sql`insert into archive.reopening (scan_id, round, reason, was)
    values (${scanId}, ${scan.round}, ${because}, ${scan.state})`.execute(transaction)
  await sql`delete from archive.passed where scan_id = ${scanId}`.execute(transaction)
  await sql`update archive.scan set state = ${scan.pages === null ? 'failed' : 'unread'}, round = ${scan.round + 1}
    where id = ${scanId}`.execute(transaction)
  const subject = { kind: 'scan', id: String(scanId), ...(scan.unitUid ? { unitUid: scan.unitUid } : {}) }
  await recordChange(transaction, 'reopenScan', subject, { round: scan.round, was: scan.state })
  return { ok: true }
}

/** A round of readings that was closed by opening the scan again. */
export interface ClosedRound {
  round: number
  was: 'agreed' | 'setAside'
  reason: string
  by: string
  reopenedAt: Date
  /** By reader and field; empty while the scan is being read blind. */
  readings: { by: string; turn: number; written: [FieldName, string][] }[]
}

/** The rounds before this one, the latest first, as far as the actor may know them now. */
export async function listRounds(transaction: Transaction, scanId: number): Promise<ClosedRound[]> {
  const { rows } = await sql<
    Omit<ClosedRound, 'readings'>
  >`select round, was, reason, by, reopened_at as "reopenedAt"
    from archive.reopening where scan_id = ${scanId} order by round desc`.execute(transaction)
  const { rows: readings } = await sql<{
    round: number
    by: string
    turn: number
    written: Partial<Record<FieldName, string>>
  }>`select round, by, turn, written from archive.reading where scan_id = ${scanId} order by turn`.execute(
    transaction,
  )
  return rows.map((each) => ({
    ...each,
    readings: readings
      .filter(({ round }) => round === each.round)
      .map(({ by, turn, written }) => ({
        by,
        turn,
        written: fieldNames.flatMap((field) => {
          const value = written[field]
          return value === undefined ? [] : [[field, value] as [FieldName, string]]
        }),
      })),
  }))
}
