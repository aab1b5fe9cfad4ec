import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** Two records of each commune, linked and found alike. */
export async function plantPairs(transaction: Transaction): Promise<void> {
  await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
    values ('test', '{}', true, '', 0, true)`.execute(transaction)
  await sql`insert into deduplication.run (mode, model_version, people, compared, waiting, conflicts, took_ms)
    values ('full', 'test', 0, 0, 0, 0, 0)`.execute(transaction)
  await sql`insert into deduplication.compared select id, 0 from registry.person limit 5`.execute(transaction)
  const pairs = sql`(select unit_uid, min(id) as a, max(id) as b from registry.person group by unit_uid having count(*) > 1)`
  await sql`insert into deduplication.pair (record_a, record_b, unit_a, unit_b, weight, probability, levels, model_version,
      first_run, last_run, both_paid, two_numbers, basis)
    select a, b, unit_uid, unit_uid, 5, 0.9, '{}', 'test', run.id, run.id, false, false, ''
    from ${pairs} as pairs, deduplication.run`.execute(transaction)
  await sql`insert into registry.link (record_a, record_b, speaks, because)
    select a, b, a, '{}' from ${pairs} as pairs`.execute(transaction)
}
