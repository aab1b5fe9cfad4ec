import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { StoredFile } from '#platform/files'
import type { PictureRefusal, ScanType } from '#platform/pictures'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { FormKind } from './fields/field-names.ts'
import type { ScanPage, ScanState } from './scans.ts'

/** Why a file of a batch was not taken. */
export type NotTaken = PictureRefusal | 'tooLarge' | 'repeated'

/** A file that was not taken, and of a repeated one the scan that was there. */
export interface ToldFile {
  fileName: string
  because: NotTaken
  scanId?: number | undefined
}

/** Files that came in one go. */
export interface Batch {
  id: number
  unitUid: string | undefined
  bookId: number | undefined
  firstNumber: number | undefined
  jobId: string | undefined
  told: ToldFile[]
  receivedAt: Date
}

/** Opens a batch; with a book, its files take the book's numbers from `firstNumber` on. Returns its number. */
export async function recordBatch(
  transaction: Transaction,
  batch: Pick<Batch, 'unitUid' | 'bookId' | 'firstNumber'>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into archive.batch (unit_uid, book_id, first_number)
    values (${batch.unitUid ?? null}, ${batch.bookId ?? null}, ${batch.firstNumber ?? null}) returning id`.execute(
    transaction,
  )
  return rows[0]?.id ?? 0
}

export async function findBatch(transaction: Transaction, id: number): Promise<Batch | undefined> {
  const { rows } = await sql<WithNulls<Batch>>`select id, unit_uid as "unitUid", book_id as "bookId",
      first_number as "firstNumber", job_id as "jobId", told, received_at as "receivedAt"
    from archive.batch where id = ${id}`.execute(transaction)
  return rows[0] && withoutNulls<Batch>(rows[0])
}

/** The files of a batch that were not taken, and the job that reads the others. */
export async function finishReceiving(
  transaction: Transaction,
  batchId: number,
  { told, jobId }: { told: readonly ToldFile[]; jobId?: string | undefined },
): Promise<void> {
  await sql`update archive.batch set told = ${JSON.stringify(told)}::jsonb, job_id = ${jobId ?? null}
    where id = ${batchId}`.execute(transaction)
}

/** The job that reads what of a batch waits to be read again. */
export async function noteReadingJob(
  transaction: Transaction,
  batchId: number,
  jobId: string | undefined,
): Promise<void> {
  await sql`update archive.batch set job_id = ${jobId ?? null} where id = ${batchId}`.execute(transaction)
}

/**
 * Adds a file that was kept to a batch. The same picture again is not added: the scan that was there is named, when the
 * unit has it already.
 */
export async function addScan(
  transaction: Transaction,
  batch: Pick<Batch, 'id' | 'unitUid' | 'bookId'>,
  { file, type, fileName, ordinal }: { file: StoredFile; type: ScanType; fileName: string; ordinal: number },
): Promise<{ isNew: true; scanId: number } | { isNew: false; scanId: number }> {
  const { rows } = await sql<{
    id: number
  }>`insert into archive.scan (batch_id, ordinal, unit_uid, book_id, sha256, type,
      bytes, file_name)
    values (${batch.id}, ${ordinal}, ${batch.unitUid ?? null}, ${batch.bookId ?? null}, ${file.sha256}, ${type},
      ${file.bytes}, ${fileName.normalize('NFC').slice(0, 200)})
    on conflict (unit_uid, sha256) do nothing returning id`.execute(transaction)
  if (rows[0]) return { isNew: true, scanId: rows[0].id }
  const { rows: before } = await sql<{ id: number }>`select id from archive.scan
    where unit_uid is not distinct from ${batch.unitUid ?? null} and sha256 = ${file.sha256}`.execute(
    transaction,
  )
  return { isNew: false, scanId: before[0]?.id ?? 0 }
}

/** The scans of a batch in the order they came, for the machine. */
export async function listToRead(transaction: Transaction, batchId: number): Promise<ScanToRead[]> {
  const { rows } = await sql<ScanToRead>`select id, sha256, type, state, turns, form from archive.scan
    where batch_id = ${batchId} order by ordinal`.execute(transaction)
  return rows.map((row) => ({ ...row, form: row.form ?? undefined }))
}

export interface ScanToRead {
  id: number
  sha256: StoredFile['sha256']
  type: ScanType
  state: ScanState
  /** Quarter turns to the right by page, where an officer asked for any. */
  turns: Readonly<Record<string, number>>
  /** What it was taken for before, or what an officer said it is. */
  form: FormKind | undefined
}

/** What the machine made of a scan. */
export type MachineReading =
  | { ok: true; form: FormKind | undefined; pages: readonly ScanPage[] }
  | { ok: false; because: string }

/**
 * Keeps what the machine read; only a scan that waited for it is touched, so that reading again after a killed process
 * changes nothing. In a batch with a book the scan takes the numbers after those before it, if the book has enough of
 * them: otherwise an officer places it, with a remark on what is beyond the book.
 */
export async function keepMachineReading(
  transaction: Transaction,
  scanId: number,
  reading: MachineReading,
): Promise<void> {
  const { rows } =
    await sql`select from archive.scan where id = ${scanId} and state = 'waiting' for update`.execute(
      transaction,
    )
  if (rows.length === 0) return
  if (!reading.ok) {
    await sql`update archive.scan set state = 'failed', because = ${reading.because} where id = ${scanId}`.execute(
      transaction,
    )
    return
  }
  await sql`insert into archive.page (scan_id, number, shown_sha256, width, height, source, words, proposals, seconds)
    select ${scanId}, number, shown, width, height, source, words, proposals, seconds
    from jsonb_to_recordset(${JSON.stringify(reading.pages)}::jsonb) as page (number integer, shown text, width integer,
      height integer, source text, words jsonb, proposals jsonb, seconds real)
    on conflict (scan_id, number) do update set shown_sha256 = excluded.shown_sha256, width = excluded.width,
      height = excluded.height, source = excluded.source, words = excluded.words, proposals = excluded.proposals,
      seconds = excluded.seconds`.execute(transaction)
  await sql`update archive.scan set state = 'unread', form = ${reading.form ?? null}, pages = ${reading.pages.length}
    where id = ${scanId}`.execute(transaction)
  await sql`with before as (select mine.id, batch.first_number + coalesce(sum(case when book.counts = 'page'
        then coalesce(earlier.pages, 1) else 1 end) filter (where earlier.id is not null), 0) as first,
        case when book.counts = 'page' then mine.pages else 1 end as numbers, book.number_from, book.number_to
      from archive.scan as mine join archive.batch on batch.id = mine.batch_id join archive.book on book.id = mine.book_id
        left join archive.scan as earlier on earlier.batch_id = mine.batch_id and earlier.ordinal < mine.ordinal
      where mine.id = ${scanId} and batch.first_number is not null and mine.number_from is null
      group by mine.id, batch.id, book.id)
    update archive.scan set number_from = before.first, number_to = before.first + before.numbers - 1
    from before where scan.id = before.id and before.first >= before.number_from
      and before.first + before.numbers - 1 <= before.number_to`.execute(transaction)
}
