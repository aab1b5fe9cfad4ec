import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { type Book, NameTaken } from './ledger.ts'

/** What was written wrong of a book. */
export type BookCorrection = Pick<Book, 'name' | 'numberFrom' | 'numberTo'>

/**
 * Corrects a book's name and numbers; throws `NameTaken`. Scans that would stand outside its numbers without a remark are
 * named and nothing is changed: they are placed elsewhere first. Completeness follows, since it is counted and not kept.
 */
export async function correctBook(
  transaction: Transaction,
  id: number,
  { name, numberFrom, numberTo }: BookCorrection,
): Promise<{ ok: true } | { ok: false; because: 'scansOutside'; fileNames: string[] }> {
  const { rows: outside } = await sql<{ name: string }>`select file_name as name from archive.scan
    where book_id = ${id} and number_from is not null and (number_from not between ${numberFrom} and ${numberTo}
      or number_to > ${numberTo} and beyond_because is null)
    order by number_from limit 20`.execute(transaction)
  if (outside.length > 0)
    return { ok: false, because: 'scansOutside', fileNames: outside.map((each) => each.name) }
  const { rows: taken } = await sql`select from archive.book as other join archive.book as mine
      on mine.id = ${id} and other.collection_id = mine.collection_id and other.id <> mine.id
    where other.name = ${name}`.execute(transaction)
  if (taken.length > 0) throw new NameTaken(name)
  await sql`update archive.book set name = ${name}, number_from = ${numberFrom}, number_to = ${numberTo}
    where id = ${id}`.execute(transaction)
  return { ok: true }
}

/** Scans of a book that stand on none of its numbers yet, or go beyond its last with a remark. */
export interface LooseScan {
  id: number
  fileName: string
  pages: number | undefined
  /** The last number it covers; undefined for a scan without numbers. */
  numberTo: number | undefined
  beyondBecause: string | undefined
}

export async function listLoose(
  transaction: Transaction,
  { id, numberTo }: Pick<Book, 'id' | 'numberTo'>,
): Promise<LooseScan[]> {
  const { rows } = await sql<WithNulls<LooseScan>>`select id, file_name as "fileName",
      pages, number_to as "numberTo", beyond_because as "beyondBecause"
    from archive.scan where book_id = ${id} and state not in ('waiting', 'failed')
      and (number_from is null or number_to > ${numberTo})
    order by number_from nulls first, batch_id, ordinal limit 200`.execute(transaction)
  return rows.map((row) => withoutNulls<LooseScan>(row))
}

/** How far the files of one batch are, each step counting what the step before counts, or less. */
interface BatchProgress {
  files: number
  /** Pages of the files that could be opened. */
  pages: number
  waiting: number
  failed: number
  readOnce: number
  readTwice: number
  checked: number
  entered: number
}

/** One batch, where it came from and how far it is. */
export interface ListedBatch extends BatchProgress {
  id: number
  /** Undefined for the province's own. */
  unitUid: string | undefined
  receivedAt: Date
  bookName: string | undefined
}

/** The completeness of batches, the newest first; of one of them, or of as many as asked, those `before` one. */
export async function listBatchProgress(
  transaction: Transaction,
  asked: { batchId: number } | { limit: number; before?: number | undefined },
): Promise<ListedBatch[]> {
  const meant =
    'batchId' in asked
      ? sql`where id = ${asked.batchId}`
      : sql`where ${asked.before ?? null}::bigint is null or id < ${asked.before ?? null}
          order by id desc limit ${Math.min(asked.limit, 200)}`
  const { rows } = await sql<
    Omit<ListedBatch, 'bookName' | 'unitUid'> & { bookName: string | null; unitUid: string | null }
  >`select batch.id, batch.unit_uid as "unitUid", batch.received_at as "receivedAt", book.name as "bookName", count(scan.id) as files,
      coalesce(sum(scan.pages), 0)::integer as pages, count(*) filter (where scan.state = 'waiting') as waiting,
      count(*) filter (where scan.state = 'failed') as failed,
      count(*) filter (where scan.state in ('readOnce', 'disagreed', 'agreed', 'entered', 'setAside')) as "readOnce",
      count(*) filter (where scan.state in ('disagreed', 'agreed', 'entered', 'setAside')) as "readTwice",
      count(*) filter (where scan.state in ('agreed', 'entered', 'setAside')) as checked,
      count(*) filter (where scan.state = 'entered') as entered
    from (select * from archive.batch ${meant}) as batch left join archive.scan on scan.batch_id = batch.id
      left join archive.book on book.id = batch.book_id
    group by batch.id, batch.unit_uid, batch.received_at, book.name order by batch.id desc`.execute(
    transaction,
  )
  return rows.map(({ bookName, unitUid, ...row }) => ({
    ...row,
    bookName: bookName ?? undefined,
    unitUid: unitUid ?? undefined,
  }))
}
