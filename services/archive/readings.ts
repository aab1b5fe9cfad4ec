import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { tidyText } from '#identity'
import type { Transaction } from '#platform/database'
import { type FieldName, type FieldValues, fieldNames } from './fields/field-names.ts'
import { comparedValue } from './fields/values.ts'

/** Why a reading or a word about one is not taken. */
export type ReadingRefusal = 'alreadyRead' | 'notToBeRead' | 'nothingRead' | 'notOpen'

export type Signed =
  | { ok: true; turn: 1 | 2; state: 'readOnce' | 'disagreed' | 'agreed' }
  | { ok: false; because: ReadingRefusal }

/** Values without the empty ones: what is not on the paper is not there. */
function cleaned(values: FieldValues): FieldValues {
  const kept = fieldNames.flatMap((field) => {
    const value = tidyText(values[field] ?? '').slice(0, 300)
    return value === '' ? [] : [[field, value] as const]
  })
  return Object.fromEntries(kept)
}

/**
 * Signs what the actor read of a scan: the first reading, or the second when another officer's stands. The second is
 * compared with the first at once. Who read first cannot read again; the database holds that too.
 */
export async function signReading(
  transaction: Transaction,
  scanId: number,
  { values, today }: { values: FieldValues; today: LocalDate },
): Promise<Signed> {
  const { rows } = await sql<{
    state: string
  }>`select state from archive.scan where id = ${scanId} for update`.execute(transaction)
  const state = rows[0]?.state
  if (state !== 'unread' && state !== 'readOnce') return { ok: false, because: 'notToBeRead' }
  if (await hasRead(transaction, scanId)) return { ok: false, because: 'alreadyRead' }
  const written = cleaned(values)
  if (Object.keys(written).length === 0) return { ok: false, because: 'nothingRead' }
  const turn = state === 'unread' ? 1 : 2
  const compared = Object.fromEntries(
    Object.entries(written).map(([field, value]) => [
      field,
      comparedValue(field as FieldName, value, { today }),
    ]),
  )
  await sql`insert into archive.reading (scan_id, turn, after, written, compared)
    values (${scanId}, ${turn}, ${turn === 2 ? 1 : null}, ${JSON.stringify(written)}::jsonb, ${JSON.stringify(compared)}::jsonb)`.execute(
    transaction,
  )
  if (turn === 1) {
    await sql`update archive.scan set state = 'readOnce' where id = ${scanId}`.execute(transaction)
    return { ok: true, turn, state: 'readOnce' }
  }
  await sql`update archive.scan set state = 'disagreed' where id = ${scanId}`.execute(transaction)
  return { ok: true, turn, state: await closeIfSettled(transaction, scanId) }
}

/** Whether the actor has signed a reading of the scan. */
export async function hasRead(transaction: Transaction, scanId: number): Promise<boolean> {
  const { rows } =
    await sql`select from archive.reading where scan_id = ${scanId} and by = platform.actor()`.execute(
      transaction,
    )
  return rows.length > 0
}

/** A field as two officers read it; `isOpen` until it is settled. */
export interface Outcome {
  field: FieldName
  first: string | undefined
  second: string | undefined
  /** What holds: the same of both, or what was settled; an empty text is "not on the paper". */
  written: string | undefined
  isOpen: boolean
}

/** Field by field, in the order of the papers; empty before both have read. */
export async function listOutcomes(transaction: Transaction, scanId: number): Promise<Outcome[]> {
  const { rows } = await sql<{
    field: FieldName
    first: string | null
    second: string | null
    written: string | null
    isOpen: boolean
  }>`select field, first, second, written, is_open as "isOpen" from archive.outcome(${scanId})`.execute(
    transaction,
  )
  return rows
    .map(({ first, second, written, ...row }) => ({
      ...row,
      first: first ?? undefined,
      second: second ?? undefined,
      written: written ?? undefined,
    }))
    .toSorted((one, other) => fieldNames.indexOf(one.field) - fieldNames.indexOf(other.field))
}

/**
 * Says what stands on the paper where two readings differ. A third officer's word settles a field; of the two readers,
 * both must say the same. Returns the scan's state after it.
 */
export async function voteOn(
  transaction: Transaction,
  scanId: number,
  { values, today }: { values: FieldValues; today: LocalDate },
): Promise<{ ok: true; state: 'disagreed' | 'agreed' } | { ok: false; because: ReadingRefusal }> {
  const { rows } = await sql<{
    state: string
  }>`select state from archive.scan where id = ${scanId} for update`.execute(transaction)
  if (rows[0]?.state !== 'disagreed') return { ok: false, because: 'notOpen' }
  const open = (await listOutcomes(transaction, scanId)).filter(({ isOpen }) => isOpen)
  for (const { field } of open) {
    const value = values[field]
    if (value === undefined) continue
    const written = tidyText(value).slice(0, 300)
    await sql`insert into archive.vote (scan_id, field, written, compared)
      values (${scanId}, ${field}, ${written}, ${written === '' ? '' : comparedValue(field, written, { today })})
      on conflict (scan_id, field, by) do update set written = excluded.written, compared = excluded.compared,
        voted_at = clock_timestamp()`.execute(transaction)
  }
  return { ok: true, state: await closeIfSettled(transaction, scanId) }
}

async function closeIfSettled(transaction: Transaction, scanId: number): Promise<'disagreed' | 'agreed'> {
  const open = (await listOutcomes(transaction, scanId)).filter(({ isOpen }) => isOpen)
  if (open.length > 0) return 'disagreed'
  await sql`update archive.scan set state = 'agreed' where id = ${scanId}`.execute(transaction)
  await sql`insert into archive.passed (scan_id) values (${scanId})`.execute(transaction)
  return 'agreed'
}

/** What two officers agree stands on the paper; undefined while anything is open. */
export async function findAgreed(transaction: Transaction, scanId: number): Promise<FieldValues | undefined> {
  const { rows } = await sql<{ state: string }>`select state from archive.scan where id = ${scanId}`.execute(
    transaction,
  )
  if (rows[0]?.state !== 'agreed' && rows[0]?.state !== 'entered') return undefined
  const outcomes = await listOutcomes(transaction, scanId)
  return Object.fromEntries(
    outcomes.flatMap(({ field, written }) => (written ? [[field, written] as const] : [])),
  )
}
