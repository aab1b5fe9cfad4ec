import { sql } from 'kysely'
import { firstDayOf, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import type { ListReading, ListRow } from './list-rows.ts'
import { explainProblem, isRefusal, type ListProblem } from './problems.ts'

/** Why a row was not written, or what an officer should look at though it was. */
export interface RowRemark {
  /** As Excel writes it; undefined when it is about the whole row. */
  cell?: string
  vi: string
  en: string
}

export type RowState = 'waiting' | 'new' | 'changed' | 'identical' | 'doubtful' | 'faulty'

/** A list that waits to be written, or has been. */
export interface StagedFile {
  id: number
  hash: string
  name: string
  month: Month | undefined
  /** Whose list it is; undefined for one of the whole province. */
  unitUid: string | undefined
  rows: number
  /** Every row has been dealt with. */
  isFinished: boolean
}

export interface NewFile {
  hash: string
  name: string
  /** The officer's unit; undefined for the province. */
  unitUid: string | undefined
  reading: ListReading
}

interface FileRow {
  id: number
  hash: string
  name: string
  month: string | null
  unit_uid: string | null
  rows: number
  finished_at: Date | null
}

/**
 * Puts the rows of a reading where the writing takes them from. The same file for the same unit again is the same
 * one: nothing is added, and what was left unfinished goes on. Rows with a refused cell are faulty from the start.
 */
export async function stageList(transaction: Transaction, file: NewFile): Promise<StagedFile> {
  const { hash, name, unitUid, reading } = file
  const month = reading.month === undefined ? null : firstDayOf(reading.month)
  const { rows } = await sql<FileRow>`insert into intake.file (hash, name, month, unit_uid, rows)
    values (${hash}, ${name}, ${month}, ${unitUid ?? null}, ${reading.rows.length})
    on conflict (hash, unit_uid) do nothing returning *`.execute(transaction)
  const added = rows[0]
  if (!added) return getStagedByHash(transaction, hash, unitUid)
  const problems = Map.groupBy(reading.problems, ({ row }) => row)
  const values = reading.rows.map((row) => ({
    number: row.row,
    hash: row.rowHash,
    reading: row,
    state: row.standing === 'faulty' ? 'faulty' : 'waiting',
    because: remarksOf(problems.get(row.row) ?? []),
  }))
  await sql`insert into intake.row (file_id, number, hash, reading, state, because)
    select ${added.id}, each.number, each.hash, each.reading, each.state, each.because
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as each (number integer, hash text, reading jsonb, state text, because jsonb)`.execute(transaction)
  return stagedOf(added)
}

function remarksOf(problems: readonly ListProblem[]): RowRemark[] {
  return problems.map((problem) => {
    const { vi, en, remedyVi, remedyEn } = explainProblem(problem)
    const weight = isRefusal(problem) ? { vi: '', en: '' } : { vi: ' (cần xem lại)', en: ' (please check)' }
    return { cell: problem.cell, vi: `${vi}${weight.vi}. ${remedyVi}`, en: `${en}${weight.en}. ${remedyEn}` }
  })
}

async function getStagedByHash(
  transaction: Transaction,
  hash: string,
  unitUid: string | undefined,
): Promise<StagedFile> {
  const { rows } = await sql<FileRow>`select * from intake.file
    where hash = ${hash} and unit_uid is not distinct from ${unitUid ?? null}`.execute(transaction)
  if (!rows[0]) throw new Error('Tệp này đã được một đơn vị khác nhập: hỏi cán bộ của tỉnh')
  return stagedOf(rows[0])
}

/** Throws when there is no such file in the actor's sight. */
export async function getStaged(transaction: Transaction, fileId: number): Promise<StagedFile> {
  const { rows } = await sql<FileRow>`select * from intake.file where id = ${fileId}`.execute(transaction)
  if (!rows[0]) throw new Error(`Không có danh sách số ${fileId} trong địa bàn của bạn`)
  return stagedOf(rows[0])
}

function stagedOf(row: FileRow): StagedFile {
  return {
    id: row.id,
    hash: row.hash,
    name: row.name,
    month: row.month === null ? undefined : monthOf(row.month as Parameters<typeof monthOf>[0]),
    unitUid: row.unit_uid ?? undefined,
    rows: row.rows,
    isFinished: row.finished_at !== null,
  }
}

/** A row that waits, as it was read. */
export interface WaitingRow {
  number: number
  reading: ListRow
  remarks: RowRemark[]
}

/** The next rows to write, locked for this transaction. */
export async function takeWaiting(
  transaction: Transaction,
  fileId: number,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<{ number: number; reading: ListRow; because: RowRemark[] | null }>`
    select number, reading, because from intake.row
    where file_id = ${fileId} and state = 'waiting' order by number limit ${limit} for update`.execute(
    transaction,
  )
  return rows.map(({ number, reading, because }) => ({ number, reading, remarks: because ?? [] }))
}

/** What became of a row. */
export interface RowOutcome {
  number: number
  state: Exclude<RowState, 'waiting'>
  personId: number | undefined
  remarks: readonly RowRemark[]
}

export async function recordOutcomes(
  transaction: Transaction,
  fileId: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const values = outcomes.map(({ number, state, personId, remarks }) => ({
    number,
    state,
    person_id: personId ?? null,
    because: remarks,
  }))
  await sql`update intake.row set state = each.state, person_id = each.person_id, because = each.because
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as each (number integer, state text, person_id bigint, because jsonb)
    where row.file_id = ${fileId} and row.number = each.number`.execute(transaction)
}

export type ImportCounts = Record<Exclude<RowState, 'waiting'>, number> & { waiting: number }

/** How many rows of a file stand where. */
export async function countRows(transaction: Transaction, fileId: number): Promise<ImportCounts> {
  const { rows } = await sql<{
    state: RowState
    count: number
  }>`select state, count(*) as count from intake.row
    where file_id = ${fileId} group by state`.execute(transaction)
  const counts: ImportCounts = { new: 0, changed: 0, identical: 0, doubtful: 0, faulty: 0, waiting: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** Rows that were not written, or that somebody should look at, in the order of the sheet. */
export async function listRemarks(
  transaction: Transaction,
  fileId: number,
  { limit = 500 } = {},
): Promise<
  { row: number; name: string; state: RowState; personId: number | undefined; remarks: RowRemark[] }[]
> {
  const { rows } = await sql<{
    number: number
    name: string
    state: RowState
    person_id: number | null
    because: RowRemark[]
  }>`select number, reading->>'name' as name, state, person_id, because from intake.row
    where file_id = ${fileId} and jsonb_array_length(coalesce(because, '[]')) > 0 order by number limit ${limit}`.execute(
    transaction,
  )
  return rows.map((row) => ({
    row: row.number,
    name: row.name,
    state: row.state,
    personId: row.person_id ?? undefined,
    remarks: row.because,
  }))
}

/** Closes a file whose every row has been dealt with; says whether this call did. */
export async function finishFile(transaction: Transaction, fileId: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update intake.file set finished_at = now() where id = ${fileId} and finished_at is null
    and not exists (select from intake.row where file_id = ${fileId} and state = 'waiting')`.execute(
      transaction,
    )
  return (numAffectedRows ?? 0n) > 0n
}
