import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { tidyText } from '#identity'
import type { Transaction } from '#platform/database'
import { type FieldName, type FieldValues, fieldNames, illegible, notOnPaper } from './fields/field-names.ts'
import { problemsOf, type ReadingProblems } from './fields/reading-problems.ts'
import { comparedValue } from './fields/values.ts'

/** Why a reading or a word about one is not taken. */
export type ReadingRefusal = 'alreadyRead' | 'notToBeRead' | 'nothingRead' | 'notOpen' | 'problems'

/** A refusal; with `problems` the fields that cannot be signed as they were typed. */
export type NotTakenReading =
  | { ok: false; because: Exclude<ReadingRefusal, 'problems'> }
  | { ok: false; because: 'problems'; problems: ReadingProblems }

export type Signed = { ok: true; turn: 1 | 2; state: 'readOnce' | 'disagreed' | 'agreed' } | NotTakenReading

/** Values as they are kept: what is not on the paper is not there; what nobody can read says so. */
function cleaned(values: FieldValues): FieldValues {
  const kept = fieldNames.flatMap((field) => {
    const value = tidyText(values[field] ?? '').slice(0, 300)
    return value === '' || value === notOnPaper ? [] : [[field, value] as const]
  })
  return Object.fromEntries(kept)
}

/**
 * Signs what the actor read of a scan: the first reading, or the second when another officer's stands. The second is
 * compared with the first at once. Who read first cannot read again; the database holds that too. A field that was asked
 * and is empty, or cannot be so, is a problem by its name and nothing is signed.
 */
export async function signReading(
  transaction: Transaction,
  scanId: number,
  { values, today }: { values: FieldValues; today: LocalDate },
): Promise<Signed> {
  const { state, round } = await holdScan(transaction, scanId)
  if (state !== 'unread' && state !== 'readOnce') return { ok: false, because: 'notToBeRead' }
  if (await hasRead(transaction, scanId)) return { ok: false, because: 'alreadyRead' }
  const written = cleaned(values)
  if (Object.keys(written).length === 0) return { ok: false, because: 'nothingRead' }
  const problems = problemsOf(values, { today })
  if (Object.keys(problems).length > 0) return { ok: false, because: 'problems', problems }
  const turn = state === 'unread' ? 1 : 2
  const compared = Object.fromEntries(
    Object.entries(written).map(([field, value]) => [
      field,
      comparedValue(field as FieldName, value, { today }),
    ]),
  )
  await sql`insert into archive.reading (scan_id, round, turn, after, written, compared)
    values (${scanId}, ${round}, ${turn}, ${turn === 2 ? 1 : null}, ${JSON.stringify(written)}::jsonb, ${JSON.stringify(compared)}::jsonb)`.execute(
    transaction,
  )
  if (turn === 1) {
    await sql`update archive.scan set state = 'readOnce' where id = ${scanId}`.execute(transaction)
    return { ok: true, turn, state: 'readOnce' }
  }
  await sql`update archive.scan set state = 'disagreed' where id = ${scanId}`.execute(transaction)
  return { ok: true, turn, state: await closeIfSettled(transaction, scanId) }
}

/** The scan, held until the transaction ends; no state at all when it is out of the actor's sight. */
async function holdScan(
  transaction: Transaction,
  scanId: number,
): Promise<{ state: string | undefined; round: number }> {
  const { rows } = await sql<{ state: string; round: number }>`select state, round from archive.scan
    where id = ${scanId} for update`.execute(transaction)
  return rows[0] ?? { state: undefined, round: 1 }
}

/** Whether the actor has signed a reading of the scan, since it was last opened to be read. */
export async function hasRead(transaction: Transaction, scanId: number): Promise<boolean> {
  const { rows } =
    await sql`select from archive.reading join archive.scan on scan.id = reading.scan_id and scan.round = reading.round
      where scan_id = ${scanId} and by = platform.actor()`.execute(transaction)
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
 * Says what stands on the paper where two readings differ; an empty text, or `notOnPaper`, is "not on the paper". A third
 * officer's word settles a field; of the two readers, both must say the same. Returns the scan's state after it.
 */
export async function voteOn(
  transaction: Transaction,
  scanId: number,
  { values, today }: { values: FieldValues; today: LocalDate },
): Promise<{ ok: true; state: 'disagreed' | 'agreed' } | NotTakenReading> {
  const { state, round } = await holdScan(transaction, scanId)
  if (state !== 'disagreed') return { ok: false, because: 'notOpen' }
  const open = (await listOutcomes(transaction, scanId)).filter(({ isOpen }) => isOpen)
  const said = open.flatMap(({ field }) => {
    const value = values[field]
    const text = value === notOnPaper ? '' : tidyText(value ?? '').slice(0, 300)
    return value === undefined ? [] : [[field, text] as const]
  })
  const problems = problemsOf(Object.fromEntries(said.filter(([, text]) => text !== '')), { today })
  if (Object.keys(problems).length > 0) return { ok: false, because: 'problems', problems }
  for (const [field, written] of said)
    await sql`insert into archive.vote (scan_id, round, field, written, compared)
      values (${scanId}, ${round}, ${field}, ${written}, ${written === '' ? '' : comparedValue(field, written, { today })})
      on conflict (scan_id, round, field, by) do update set written = excluded.written, compared = excluded.compared,
        voted_at = clock_timestamp()`.execute(transaction)
  return { ok: true, state: await closeIfSettled(transaction, scanId) }
}

async function closeIfSettled(transaction: Transaction, scanId: number): Promise<'disagreed' | 'agreed'> {
  const open = (await listOutcomes(transaction, scanId)).filter(({ isOpen }) => isOpen)
  if (open.length > 0) return 'disagreed'
  await sql`update archive.scan set state = 'agreed' where id = ${scanId}`.execute(transaction)
  await sql`insert into archive.passed (scan_id) values (${scanId})`.execute(transaction)
  return 'agreed'
}

/** What two officers agree stands on the paper, what they could not read left out; undefined while anything is open. */
export async function findAgreed(transaction: Transaction, scanId: number): Promise<FieldValues | undefined> {
  const { rows } = await sql<{ state: string }>`select state from archive.scan where id = ${scanId}`.execute(
    transaction,
  )
  if (rows[0]?.state !== 'agreed' && rows[0]?.state !== 'entered') return undefined
  const outcomes = await listOutcomes(transaction, scanId)
  // Who may not know what stands on papers sees no outcome at all.
  if (outcomes.length === 0) return undefined
  return Object.fromEntries(
    outcomes.flatMap(({ field, written }) =>
      written && written !== illegible ? [[field, written] as const] : [],
    ),
  )
}
