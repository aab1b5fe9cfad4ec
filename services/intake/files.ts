import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { BilingualError } from '#platform/bilingual-error'
import type { Transaction } from '#platform/database'
import { isHidden, RestrictedList } from './restricted.ts'

/** A list that was brought in. */
export interface StagedFile {
  id: number
  hash: string
  name: string
  month: Month | undefined
  /** Whose list it is; undefined for one of the whole province. */
  unitUid: string | undefined
  rows: number
  /** Undefined when the bytes were not kept. */
  sizeBytes: number | undefined
  /** Its rows stand ready. */
  isRead: boolean
  /** Every row has been dealt with. */
  isFinished: boolean
  /** The list whose file of errors this is. */
  corrects: number | undefined
  /** How often it was written and taken back. */
  rounds: number
  /** The latest work on it. */
  jobId: string | undefined
}

interface FileRow {
  id: number
  hash: string
  name: string
  month: LocalDate | null
  unit_uid: string | null
  rows: number
  size_bytes: number | null
  read_at: Date | null
  finished_at: Date | null
  corrects: number | null
  rounds: number
  job_id: string | null
}

const partBytes = 1024 * 1024

/**
 * Records a file that came in, and its bytes when they are given. The same file for the same unit again is the same
 * one: nothing is added.
 */
export async function keepFile(
  transaction: Transaction,
  file: {
    hash: string
    name: string
    unitUid: string | undefined
    sizeBytes?: number
    parts?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  },
): Promise<StagedFile> {
  const { hash, name, unitUid, sizeBytes, parts } = file
  const { rows } = await sql<FileRow>`insert into intake.file (hash, name, unit_uid, rows, size_bytes)
    values (${hash}, ${name}, ${unitUid ?? null}, 0, ${sizeBytes ?? null})
    on conflict (hash, unit_uid) do nothing returning *`.execute(transaction)
  const added = rows[0]
  if (!added) return getStagedByHash(transaction, hash, unitUid)
  let place = 0
  for await (const part of wholeParts(parts ?? [])) {
    await sql`insert into intake.original (file_id, part, bytes)
      values (${added.id}, ${place}, ${part})`.execute(transaction)
    place += 1
  }
  return stagedOf(added)
}

/** The same bytes in parts of a megabyte. */
async function* wholeParts(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces) {
    held.push(piece)
    bytes += piece.length
    if (bytes < partBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}

/** The bytes of a list as they came; undefined when they were not kept. */
export async function findOriginal(
  transaction: Transaction,
  fileId: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from intake.original
    where file_id = ${fileId} order by part`.execute(transaction)
  if (rows.length === 0) return undefined
  return new Uint8Array(Buffer.concat(rows.map(({ bytes }) => bytes)))
}

async function getStagedByHash(
  transaction: Transaction,
  hash: string,
  unitUid: string | undefined,
): Promise<StagedFile> {
  const { rows } = await sql<FileRow>`select * from intake.file
    where hash = ${hash} and unit_uid is not distinct from ${unitUid ?? null}`.execute(transaction)
  if (!rows[0])
    throw new BilingualError({
      vi: 'Tệp này đã được một đơn vị khác nhập: hỏi cán bộ của tỉnh',
      en: 'Another unit has brought this file in: ask the officers of the province',
    })
  return stagedOf(rows[0])
}

/** Throws when there is no such file in the actor's sight, or what it says is not the actor's to see. */
export async function getStaged(transaction: Transaction, fileId: number): Promise<StagedFile> {
  const file = await findStaged(transaction, fileId)
  if (!file)
    throw new BilingualError({
      vi: `Không có danh sách số ${fileId} trong địa bàn của ông/bà: có thể đồng nghiệp đã bỏ danh sách này`,
      en: `There is no list ${fileId} in your area: a colleague may have given it up`,
    })
  if (await isHidden(transaction, fileId)) throw new RestrictedList()
  return file
}

/** Undefined when there is none, or none in the actor's sight. */
export async function findStaged(transaction: Transaction, fileId: number): Promise<StagedFile | undefined> {
  const { rows } = await sql<FileRow>`select * from intake.file where id = ${fileId}`.execute(transaction)
  return rows[0] && stagedOf(rows[0])
}

/** Holds a list until the transaction ends: officers act on it one after another. Says whether it is there. */
export async function holdFile(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql`select from intake.file where id = ${fileId} for no key update`.execute(
    transaction,
  )
  return rows.length > 0
}

/** Notes the work that is done on a list, so that whoever comes back finds it. */
export async function noteJob(transaction: Transaction, fileId: number, jobId: string): Promise<void> {
  await sql`update intake.file set job_id = ${jobId} where id = ${fileId}`.execute(transaction)
}

/** The list that a piece of work is done on, in the actor's sight. */
export async function findFileOfJob(transaction: Transaction, jobId: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select id from intake.file where job_id = ${jobId}`.execute(
    transaction,
  )
  return rows[0]?.id
}

/** Says that a list was read, and what its month and its rows are. */
export async function noteRead(
  transaction: Transaction,
  fileId: number,
  { month, rows, corrects }: { month: Month | undefined; rows: number; corrects: number | undefined },
): Promise<void> {
  await sql`update intake.file set read_at = clock_timestamp(), refused = null, rows = ${rows},
      month = ${month === undefined ? null : firstDayOf(month)}, corrects = ${corrects ?? null}
    where id = ${fileId}`.execute(transaction)
}

/** Says why a list could not be read; it stays, so that its columns can be named. */
export async function noteRefused(
  transaction: Transaction,
  fileId: number,
  because: { vi: string; en: string },
): Promise<void> {
  await sql`update intake.file set read_at = null, rows = 0, refused = ${JSON.stringify(because)}::jsonb
    where id = ${fileId}`.execute(transaction)
}

/** Whether something of the list was written and stands. */
export async function isBegun(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql<{
    begun: boolean
  }>`select finished_at is not null or exists (select from intake.row
      where row.file_id = file.id and state in ('new', 'changed', 'identical')) as begun
    from intake.file where id = ${fileId}`.execute(transaction)
  return rows[0]?.begun === true
}

/** Closes a file whose every row has been dealt with; says whether this call did. */
export async function finishFile(transaction: Transaction, fileId: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update intake.file set finished_at = clock_timestamp() where id = ${fileId} and finished_at is null
    and read_at is not null
    and not exists (select from intake.row where file_id = ${fileId} and state = 'waiting')`.execute(
      transaction,
    )
  return (numAffectedRows ?? 0n) > 0n
}

function stagedOf(row: FileRow): StagedFile {
  return {
    id: row.id,
    hash: row.hash,
    name: row.name,
    month: row.month === null ? undefined : monthOf(row.month),
    unitUid: row.unit_uid ?? undefined,
    rows: row.rows,
    sizeBytes: row.size_bytes ?? undefined,
    isRead: row.read_at !== null,
    isFinished: row.finished_at !== null,
    corrects: row.corrects ?? undefined,
    rounds: row.rounds,
    jobId: row.job_id ?? undefined,
  }
}
