import { sql } from 'kysely'
import { type LocalDate, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import { arrayOf, listSecondNumbers } from '#registry'
import { merged, outcomeOf } from './apply.ts'
import type { Completion, ListPlan } from './list-plan.ts'
import type { HeadingRows, ListReading, ListRow, MonthSource } from './list-rows.ts'
import type { ShownColumn } from './mapping.ts'
import { aside, meanwhile } from './meanwhile.ts'
import type { FieldChange } from './person-states.ts'
import { type ApplyContext, type PlacedRow, placeRow } from './row-placing.ts'
import { withoutRefused } from './second-numbers.ts'
import { type Decision, type ImportCounts, lookAtWaiting, type RowRemark, type RowState } from './staging.ts'
import type { RowLeft } from './unread.ts'

/** How a list was read, for the page that shows what it would do. */
export interface UploadSummary {
  columns: { letters: string; heading: string }[]
  columnsNotRead: { letters: string; heading: string }[]
  sheetsNotRead: readonly string[]
  /** The sheets that were read as one list. */
  sheetsRead: readonly { name: string; firstDataRow: number }[]
  /** Every column of the first sheet, read or not. */
  shown: readonly ShownColumn[]
  signature: string | undefined
  /** Columns are named by an officer, now or for an earlier list with the same headings. */
  isMapped: boolean
  notPeople: number
  /** The first of them as they are written. */
  rowsLeft?: readonly RowLeft[]
  /** The month the list pays and how it is known; absent where nobody has said it. */
  month?: Month
  monthFrom?: MonthSource
  hidden?: ListReading['hidden']
  /** Where the headings of the first sheet stand, and how it begins. */
  headings?: HeadingRows
  firstRows?: ListReading['firstRows']
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
  /** The month it pays; undefined where neither the list nor an officer has said it, and nothing may be written. */
  month: Month | undefined
  receivedAt: Date
  isRead: boolean
  /** Why it could not be read. */
  refused: { vi: string; en: string } | undefined
  finishedAt: Date | undefined
  summary: UploadSummary | undefined
  hasErrorFile: boolean
  /** Undefined until a preview has been worked out. */
  previewedAt: Date | undefined
  /** The latest work on it. */
  jobId: string | undefined
  corrects: number | undefined
  /** How often it was written and taken back. */
  rounds: number
  /** Some rows are written and stand. */
  isBegun: boolean
  /** When the latest of its rows were written. */
  writtenAt: Date | undefined
}

export function summaryOf(
  reading: ListReading,
  counted: Pick<UploadSummary, 'notPeople' | 'problems' | 'rowsLeft'>,
): UploadSummary {
  const { columns, columnsNotRead, sheetsNotRead, sheetsRead, shown, signature, isMapped } = reading
  const { month, monthFrom, hidden, headings, firstRows } = reading
  return {
    columns: columns.map(({ letters, heading }) => ({ letters, heading })),
    columnsNotRead,
    sheetsNotRead,
    sheetsRead,
    shown,
    signature,
    isMapped,
    ...(month === undefined ? {} : { month }),
    ...(monthFrom === undefined ? {} : { monthFrom }),
    hidden,
    ...(headings === undefined ? {} : { headings }),
    firstRows,
    ...counted,
  }
}

/** Keeps how a list was read, and its faulty rows as a file to correct. The same list again takes its place. */
export async function keepSummary(
  transaction: Transaction,
  fileId: number,
  summary: UploadSummary,
  errorFile?: Uint8Array,
): Promise<void> {
  const bytes = errorFile === undefined ? null : Buffer.from(errorFile)
  await sql`insert into intake.upload (file_id, summary, error_file)
    values (${fileId}, ${JSON.stringify(summary)}::jsonb, ${bytes})
    on conflict (file_id) do update set summary = excluded.summary, error_file = excluded.error_file,
      previewed_at = null`.execute(transaction)
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

/** Begins a preview in the place of the one before: what is written or faulty already stands as it is. */
export async function beginPreview(transaction: Transaction, fileId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('intake.preview'), ${fileId}::bigint::integer)`.execute(
    transaction,
  )
  await sql`delete from intake.preview where file_id = ${fileId}`.execute(transaction)
  await sql`insert into intake.preview (file_id, number, state, person_id, remarks, changes)
    select file_id, number, state, person_id, coalesce(because, '[]'), '[]' from intake.row
    where file_id = ${fileId} and state <> 'waiting'`.execute(transaction)
}

/**
 * Works out what all rows that wait would do and keeps it with the list; nothing of it is written to the register.
 * Tells after every `limit` rows how many they were. The plan is the same for all rows of a list.
 *
 * While rows are compared here, the database keeps what those before them would do and reads those after them.
 */
export async function* previewRows(
  transaction: Transaction,
  { context, plan, limit }: { context: ApplyContext; plan: ListPlan; limit: number },
): AsyncGenerator<number> {
  const { id } = context.file
  let compared: Tried = { planned: [], completions: [] }
  let waiting = await lookAtWaiting(transaction, id, { after: 0, limit })
  for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
    const rows = waiting.map((row) => placeRow(context, plan.month, row))
    await plan.know(transaction, rows)
    const [one, other] = [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)]
    const before = compared
    compared = await meanwhile(
      () => keepPlanned(transaction, id, before),
      () => planAll(plan, one),
    )
    const after = last.number
    const rest = await meanwhile(
      async () => {
        waiting = await lookAtWaiting(transaction, id, { after, limit })
      },
      () => planAll(plan, other),
    )
    compared.planned.push(...rest.planned)
    compared.completions.push(...rest.completions)
    yield rows.length
  }
  await keepPlanned(transaction, id, compared)
}

/** Rows as they are planned, and what they would complete. */
interface Tried {
  planned: ReturnType<ListPlan['plan']>[]
  completions: Completion[]
}

async function planAll(plan: ListPlan, rows: readonly PlacedRow[]): Promise<Tried> {
  const planned: Tried['planned'] = []
  for (const row of rows) {
    planned.push(plan.plan(row))
    if (planned.length % 200 === 0) await aside()
  }
  const { completions } = plan.drain()
  plan.households.drain()
  plan.awards.drain()
  return { planned, completions: completions.filter(({ personId }) => knownOnly(personId)) }
}

async function keepPlanned(
  transaction: Transaction,
  fileId: number,
  { planned: tried, completions }: Tried,
): Promise<void> {
  if (tried.length === 0) return
  const planned = withoutRefused(tried, await listSecondNumbers(transaction, merged(completions)))
  const outcomes = planned.map((each) => ('row' in each ? outcomeOf(each) : each))
  await sql`insert into intake.preview (file_id, number, state, person_id, remarks, changes)
    select ${fileId}::bigint, * from unnest(${arrayOf(outcomes, ({ number }) => number)}::integer[],
      ${arrayOf(outcomes, ({ state }) => state)}::text[],
      ${arrayOf(outcomes, ({ personId }) => knownOnly(personId))}::bigint[],
      ${arrayOf(outcomes, ({ remarks }) => JSON.stringify(remarks))}::jsonb[],
      ${arrayOf(planned, (each) => JSON.stringify('row' in each ? each.changes : []))}::jsonb[])`.execute(
    transaction,
  )
}

/** Who would be new is nobody yet. */
function knownOnly(personId: number | undefined): number | undefined {
  return personId !== undefined && personId < 0 ? undefined : personId
}

/** Says that the preview is whole. */
export async function endPreview(transaction: Transaction, fileId: number): Promise<void> {
  await sql`insert into intake.upload (file_id, summary, previewed_at) values (${fileId}, '{}', clock_timestamp())
    on conflict (file_id) do update set previewed_at = clock_timestamp()`.execute(transaction)
}

interface UploadRow {
  id: number
  name: string
  rows: number
  month: LocalDate | null
  received_at: Date
  finished_at: Date | null
  summary: UploadSummary | null
  has_error_file: boolean
  previewed_at: Date | null
  read_at: Date | null
  refused: { vi: string; en: string } | null
  job_id: string | null
  corrects: number | null
  rounds: number
  begun: boolean
  written_at: Date | null
}

const uploads = sql`select file.id, name, rows, month, received_at, finished_at, summary, previewed_at, read_at, refused,
  job_id, corrects, rounds, written_at,
  error_file is not null as has_error_file,
  finished_at is not null or ${isBegunOf(sql`file.id`)} as begun
  from intake.file left join intake.upload on upload.file_id = file.id`

/** Undefined when there is none, or none in the actor's sight. */
export async function findUpload(transaction: Transaction, fileId: number): Promise<Upload | undefined> {
  const { rows } = await sql<UploadRow>`${uploads} where file.id = ${fileId}`.execute(transaction)
  return rows[0] && uploadOf(rows[0])
}

/** The actor's own lists of which nothing has been written, the newest first; at most 20. */
export async function listUnconfirmed(transaction: Transaction): Promise<Upload[]> {
  const { rows } = await sql<UploadRow>`${uploads}
    where finished_at is null and received_by = platform.actor() and not ${isBegunOf(sql`file.id`)}
    order by received_at desc limit 20`.execute(transaction)
  return rows.map(uploadOf)
}

/** Whether a row of the file has been written already. */
function isBegunOf(fileId: ReturnType<typeof sql>) {
  return sql`exists (select from intake.row
    where row.file_id = ${fileId} and state in ('new', 'changed', 'identical'))`
}

function uploadOf(row: UploadRow): Upload {
  return {
    fileId: row.id,
    fileName: row.name,
    rows: row.rows,
    month: row.month === null ? undefined : monthOf(row.month),
    receivedAt: row.received_at,
    finishedAt: row.finished_at ?? undefined,
    summary: row.summary && 'columns' in row.summary ? row.summary : undefined,
    hasErrorFile: row.has_error_file,
    previewedAt: row.previewed_at ?? undefined,
    isRead: row.read_at !== null,
    refused: row.refused ?? undefined,
    jobId: row.job_id ?? undefined,
    corrects: row.corrects ?? undefined,
    rounds: row.rounds,
    isBegun: row.begun,
    writtenAt: row.written_at ?? undefined,
  }
}

/** Gives a list up; says whether it did. One of which something was ever written stays. */
export async function discardList(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } =
    await sql`select from intake.file where id = ${fileId} and finished_at is null and rounds = 0
    and not ${isBegunOf(sql`${fileId}`)} for update`.execute(transaction)
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

/** Rows of a preview in the order of the sheet, with how each was read; `after` names the number of the row before. */
export async function listPreview(
  transaction: Transaction,
  fileId: number,
  {
    state,
    limit,
    offset = 0,
    after = 0,
  }: { state?: PreviewState; limit: number; offset?: number; after?: number },
): Promise<(PreviewRow & { reading: ListRow; decision: Decision | undefined })[]> {
  const { rows } = await sql<
    Omit<PreviewRow, 'personId'> & { person_id: number | null; reading: ListRow; decision: Decision | null }
  >`
    select number, preview.state, preview.person_id, remarks, changes, reading, decision
    from intake.preview join intake.row using (file_id, number)
    where file_id = ${fileId} and number > ${after} ${state ? sql`and preview.state = ${state}` : sql``}
    order by number limit ${limit} offset ${offset}`.execute(transaction)
  return rows.map(({ person_id: personId, decision, ...row }) => ({
    ...row,
    personId: personId ?? undefined,
    decision: decision ?? undefined,
  }))
}
