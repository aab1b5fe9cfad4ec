import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { type Decision, ofCells } from './staging.ts'

/**
 * Keeps what an officer says of a doubtful row: whom it is about, or that it is about somebody new. A row that was
 * left out when its list was written waits again. Says whether it is kept: not where the row is written, nor where another
 * officer has said something else meanwhile, which has to be taken back first.
 */
export async function decideRow(
  transaction: Transaction,
  { fileId, number, decision }: { fileId: number; number: number; decision: Decision | undefined },
): Promise<boolean> {
  const said = decision === undefined ? null : JSON.stringify(decision)
  const { rows } = await sql`update intake.row set decision = ${said}::jsonb,
      state = case when state = 'doubtful' then 'waiting' else state end, because = ${ofCells}
    where file_id = ${fileId} and number = ${number} and state in ('waiting', 'doubtful')
      and (decision is null or ${said}::jsonb is null or decision = ${said}::jsonb)
    returning number`.execute(transaction)
  if (rows.length === 0) return false
  await reopen(transaction, fileId)
  const subject = { kind: 'listRow', id: `${fileId}:${number}` }
  await recordChange(transaction, 'decideRow', subject, { decision: decision ?? null })
  return true
}

/**
 * Takes every row of the preview that agrees with one record by name, birth and unit alone, and is doubted for nothing
 * else, to be about that record. Returns how many there were.
 */
export async function acceptByName(transaction: Transaction, fileId: number): Promise<number> {
  const { rows } = await sql`update intake.row set state = 'waiting', because = ${ofCells},
      decision = jsonb_build_object('is', 'same', 'personId', preview.person_id)
    from intake.preview
    where preview.file_id = ${fileId} and row.file_id = ${fileId} and row.number = preview.number
      and preview.state = 'doubtful' and preview.person_id is not null and row.decision is null
      and row.state in ('waiting', 'doubtful') and ${isByName(sql`preview.remarks`)}
    returning row.number`.execute(transaction)
  if (rows.length === 0) return 0
  await reopen(transaction, fileId)
  await recordChange(transaction, 'acceptByName', { kind: 'list', id: String(fileId) }, { rows: rows.length })
  return rows.length
}

/** How many rows of the preview `acceptByName` would take. */
export async function countByName(transaction: Transaction, fileId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from intake.preview join intake.row
      using (file_id, number)
    where file_id = ${fileId} and preview.state = 'doubtful' and preview.person_id is not null
      and decision is null and row.state in ('waiting', 'doubtful') and ${isByName(sql`preview.remarks`)}`.execute(
    transaction,
  )
  return rows[0]?.count ?? 0
}

function isByName(remarks: ReturnType<typeof sql>) {
  return sql`${remarks} @> '[{"kind": "byName"}]'`
}

async function reopen(transaction: Transaction, fileId: number): Promise<void> {
  await sql`update intake.file set finished_at = null where id = ${fileId}`.execute(transaction)
}
