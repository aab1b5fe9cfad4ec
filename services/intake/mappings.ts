import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { Mapping } from './mapping.ts'

/** What the officers of a unit have said of columns, by the signature of the headings. */
export async function readMappings(
  transaction: Transaction,
  unitUid: string | undefined,
): Promise<Map<string, Mapping>> {
  const { rows } = await sql<{ signature: string; columns: Mapping }>`select signature, columns
    from intake.mapping where unit_uid is not distinct from ${unitUid ?? null}`.execute(transaction)
  return new Map(rows.map(({ signature, columns }) => [signature, columns]))
}

/** Remembers what an officer said of columns, for every list of the unit with these headings. */
export async function keepMapping(
  transaction: Transaction,
  remembered: {
    unitUid: string | undefined
    signature: string
    columns: Mapping
    headings: readonly string[]
  },
): Promise<void> {
  const { unitUid, signature, columns, headings } = remembered
  await sql`insert into intake.mapping (unit_uid, signature, columns, headings)
    values (${unitUid ?? null}, ${signature}, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(headings)}::jsonb)
    on conflict (unit_uid, signature) do update set columns = excluded.columns, headings = excluded.headings,
      kept_by = platform.actor(), kept_at = clock_timestamp()`.execute(transaction)
}

/** From now on the columns are read as they are recognised. */
export async function forgetMapping(
  transaction: Transaction,
  { unitUid, signature }: { unitUid: string | undefined; signature: string },
): Promise<void> {
  await sql`delete from intake.mapping where unit_uid is not distinct from ${unitUid ?? null}
    and signature = ${signature}`.execute(transaction)
}
