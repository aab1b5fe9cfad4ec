import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { ListReading, ListRow } from './list-rows.ts'
import type { FieldChange } from './person-states.ts'
import type { ImportCounts, RowRemark, RowState } from './staging.ts'

/** How a list was read, for the page that shows what it would do. */
export interface UploadSummary {
  columns: { letters: string; heading: string }[]
  columnsNotRead: { letters: string; heading: string }[]
  sheetsNotRead: readonly string[]
  notPeople: number
  /** Cells refused or doubted. */
  problems: number
}

export type PreviewState = Exclude<RowState, 'waiting'>

/** What one row would do. */
export interface PreviewRow {
  number: number
  state: PreviewState
  personId: number | undefined
  remarks: readonly RowRemark[]
  changes: readonly FieldChange[]
}

/** A staged list as the pages show it. */
export interface Upload {
  fileId: number
  fileName: string
  rows: number
  receivedAt: Date
  finishedAt: Date | undefined
  summary: UploadSummary | undefined
  hasErrorFile: boolean
  /** Undefined until a preview has been worked out. */
  previewedAt: Date | undefined
}

export function summaryOf(reading: ListReading): UploadSummary {
  return {
    columns: reading.columns.map(({ letters, heading }) => ({ letters, heading })),
    columnsNotRead: reading.columnsNotRead,
    sheetsNotRead: reading.sheetsNotRead,
    notPeople: reading.notPeople.length,
    problems: reading.problems.length,
  }
}

/** Keeps how a staged list was read, and its faulty rows as a file to correct. The same list again takes its place. */
export async function keepUpload(
  transaction: Transaction,
  fileId: number,
  { summary, errorFile }: { summary: UploadSummary; errorFile: Uint8Array | undefined },
): Promise<void> {
  const bytes = errorFile === undefined ? null : Buffer.from(errorFile)
  await sql`insert into intake.upload (file_id, summary, error_file)
    values (${fileId}, ${JSON.stringify(summary)}::jsonb, ${bytes})
    on conflict (file_id) do update set summary = excluded.summary, error_file = excluded.error_file`.execute(
    transaction,
  )
}

/** Puts what every row would do in the place of what was worked out before. */
export async function keepPreview(
  transaction: Transaction,
  fileId: number,
  rows: readonly PreviewRow[],
): Promise<void> {
  await sql`delete from intake.preview where file_id = ${fileId}`.execute(transaction)
  const values = rows.map(({ personId, ...row }) => ({ ...row, person_id: personId ?? null }))
  await sql`insert into intake.preview (file_id, number, state, person_id, remarks, changes)
    select ${fileId}, number, state, person_id, remarks, changes
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as each (number integer, state text, person_id bigint, remarks jsonb, changes jsonb)`.execute(
    transaction,
  )
  await sql`insert into intake.upload (file_id, summary, previewed_at) values (${fileId}, '{}', now())
    on conflict (file_id) do update set previewed_at = now()`.execute(transaction)
}

interface UploadRow {
  id: number
  name: string
  rows: number
  received_at: Date
  finished_at: Date | null
  summary: UploadSummary | null
  has_error_file: boolean
  previewed_at: Date | null
}

const uploads = sql`select file.id, name, rows, received_at, finished_at, summary, previewed_at,
  error_file is not null as has_error_file from intake.file left join intake.upload on file_id = file.id`

/** Undefined when there is none, or none in the actor's sight. */
export async function findUpload(transaction: Transaction, fileId: number): Promise<Upload | undefined> {
  const { rows } = await sql<UploadRow>`${uploads} where file.id = ${fileId}`.execute(transaction)
  return rows[0] && uploadOf(rows[0])
}

/** The actor's own lists of which nothing has been written, the newest first; at most 20. */
export async function listUnconfirmed(transaction: Transaction): Promise<Upload[]> {
  const { rows } = await sql<UploadRow>`${uploads}
    where finished_at is null and received_by = platform.actor() and not ${isBegun(sql`file.id`)}
    order by received_at desc limit 20`.execute(transaction)
  return rows.map(uploadOf)
}

/** Whether a row of the file has been written already. */
function isBegun(fileId: ReturnType<typeof sql>) {
  return sql`exists (select from intake.row
    where row.file_id = ${fileId} and state in ('new', 'changed', 'identical'))`
}

function uploadOf(row: UploadRow): Upload {
  return {
    fileId: row.id,
    fileName: row.name,
    rows: row.rows,
    receivedAt: row.received_at,
    finishedAt: row.finished_at ?? undefined,
    summary: row.summary && 'columns' in row.summary ? row.summary : undefined,
    hasErrorFile: row.has_error_file,
    previewedAt: row.previewed_at ?? undefined,
  }
}

/** The faulty rows of a list in its own layout; undefined when nothing is faulty or the list is not the actor's. */
export async function findErrorFile(
  transaction: Transaction,
  fileId: number,
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const { rows } = await sql<{ name: string; error_file: Uint8Array<ArrayBuffer> }>`
    select name, error_file from intake.upload join intake.file on file.id = file_id
    where file_id = ${fileId} and error_file is not null`.execute(transaction)
  return rows[0] && { fileName: rows[0].name, bytes: rows[0].error_file }
}

/** Gives a list up; says whether it did. One of which something was written stays. */
export async function discardList(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql`select from intake.file where id = ${fileId} and finished_at is null
    and not ${isBegun(sql`${fileId}`)} for update`.execute(transaction)
  if (rows.length === 0) return false
  await sql`delete from intake.row where file_id = ${fileId}`.execute(transaction)
  await sql`delete from intake.file where id = ${fileId}`.execute(transaction)
  return true
}

/** How many rows would be what. */
export async function countPreview(transaction: Transaction, fileId: number): Promise<ImportCounts> {
  const { rows } = await sql<{ state: PreviewState; count: number }>`
    select state, count(*) as count from intake.preview where file_id = ${fileId} group by state`.execute(
    transaction,
  )
  const counts: ImportCounts = { new: 0, changed: 0, identical: 0, doubtful: 0, faulty: 0, waiting: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** Rows of a preview in the order of the sheet, with how each was read. */
export async function listPreview(
  transaction: Transaction,
  fileId: number,
  { state, limit, offset = 0 }: { state?: PreviewState; limit: number; offset?: number },
): Promise<(PreviewRow & { reading: ListRow })[]> {
  const { rows } = await sql<Omit<PreviewRow, 'personId'> & { person_id: number | null; reading: ListRow }>`
    select number, preview.state, preview.person_id, remarks, changes, reading
    from intake.preview join intake.row using (file_id, number)
    where file_id = ${fileId} and (${state ?? null}::text is null or preview.state = ${state ?? null})
    order by number limit ${limit} offset ${offset}`.execute(transaction)
  return rows.map(({ person_id: personId, ...row }) => ({ ...row, personId: personId ?? undefined }))
}

/** Every row as it stands in this transaction, after a trial. */
export async function readOutcomes(
  transaction: Transaction,
  fileId: number,
): Promise<Omit<PreviewRow, 'changes'>[]> {
  const { rows } = await sql<{
    number: number
    state: PreviewState
    person_id: number | null
    because: RowRemark[] | null
  }>`select number, state, person_id, because from intake.row
    where file_id = ${fileId} and state <> 'waiting' order by number`.execute(transaction)
  return rows.map(({ number, state, person_id: personId, because }) => ({
    number,
    state,
    personId: personId ?? undefined,
    remarks: because ?? [],
  }))
}
