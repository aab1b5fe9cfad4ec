import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** A figure that was measured, one that somebody reports and a target, of each unit. */
export async function plantFigures(transaction: Transaction): Promise<void> {
  await sql`insert into indicators.measured (metric, unit_uid, measured_on, part)
    select 'recipients', uid, '2026-11-23', 1 from registry.unit`.execute(transaction)
  await sql`insert into indicators.reported (metric, unit_uid, reported_on, value, idempotency_key)
    select 'recipients', uid, '2026-11-23', 1, uid from registry.unit`.execute(transaction)
  await sql`insert into indicators.target (metric, unit_uid, baseline_value, baseline_on, goal_value, goal_on,
      document, idempotency_key)
    select 'recipients', uid, 1, '2026-01-01', 2, '2026-12-31', '440/TB-UBND', uid from registry.unit`.execute(
    transaction,
  )
}
