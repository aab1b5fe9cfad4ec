import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { Mapping, RememberedMapping } from './mapping.ts'

/** What the officers of a unit have said of columns, by the signature of the headings. */
export async function readMappings(
  transaction: Transaction,
  unitUid: string | undefined,
): Promise<Map<string, RememberedMapping>> {
  const { rows } = await sql<{
    signature: string
    columns: Mapping
    heading_rows: number | null
  }>`select signature, columns, heading_rows
    from intake.mapping where unit_uid is not distinct from ${unitUid ?? null}`.execute(transaction)
  return new Map(
    rows.map(({ signature, columns, heading_rows: headingRows }) => [
      signature,
      headingRows === null ? { columns } : { columns, headingRows },
    ]),
  )
}

/** Remembers what an officer said of columns, for every list of the unit with these headings. */
export async function keepMapping(
  transaction: Transaction,
  remembered: {
    unitUid: string | undefined
    signature: string
    columns: Mapping
    headings: readonly string[]
    /** Of how many rows the headings are, where an officer said which they are. */
    headingRows?: number | undefined
  },
): Promise<void> {
  const { unitUid, signature, columns, headings, headingRows } = remembered
  await sql`insert into intake.mapping (unit_uid, signature, columns, headings, heading_rows)
    values (${unitUid ?? null}, ${signature}, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(headings)}::jsonb,
      ${headingRows ?? null})
    on conflict (unit_uid, signature) do update set columns = excluded.columns, headings = excluded.headings,
      heading_rows = coalesce(excluded.heading_rows, mapping.heading_rows), kept_by = platform.actor(), kept_at = clock_timestamp()`.execute(
    transaction,
  )
}

/** From now on the columns are read as they are recognised. */
export async function forgetMapping(
  transaction: Transaction,
  { unitUid, signature }: { unitUid: string | undefined; signature: string },
): Promise<void> {
  await sql`delete from intake.mapping where unit_uid is not distinct from ${unitUid ?? null}
    and signature = ${signature}`.execute(transaction)
}
