import { sql } from 'kysely'
import { readIds } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import type { Sha256 } from '#platform/files'
import type { PageReading, ReadWord } from '#platform/ocr'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { FormKind } from './fields/field-names.ts'
import type { Proposal } from './fields/propose.ts'

/** Where a scan is on its way: to the machine, to the first officer, the second, settled, in the register; or aside. */
export type ScanState =
  | 'waiting'
  | 'unread'
  | 'readOnce'
  | 'disagreed'
  | 'agreed'
  | 'entered'
  | 'setAside'
  | 'failed'

/** A file of paper: one photo, or all pages of one PDF. */
export interface Scan {
  id: number
  batchId: number
  unitUid: string | undefined
  bookId: number | undefined
  bookName: string | undefined
  numberFrom: number | undefined
  numberTo: number | undefined
  sha256: Sha256
  type: string
  bytes: number
  fileName: string
  state: ScanState
  /** Why the machine failed, or why an officer set it aside. */
  because: string | undefined
  form: FormKind | undefined
  pages: number | undefined
  /** Why it has more pages than its book has numbers left. */
  beyondBecause: string | undefined
  /** How often it has been opened to be read, from 1. */
  round: number
  receivedAt: Date
}

const scanColumns = sql`scan.id, scan.batch_id as "batchId", scan.unit_uid as "unitUid", scan.book_id as "bookId",
  book.name as "bookName", scan.number_from as "numberFrom", scan.number_to as "numberTo", scan.sha256, scan.type,
  scan.bytes, scan.file_name as "fileName", scan.state, scan.because, scan.form, scan.pages,
  scan.beyond_because as "beyondBecause", scan.round, scan.received_at as "receivedAt"`
const scanTables = sql`archive.scan left join archive.book on book.id = scan.book_id`

/** The scan, or undefined when there is none or the actor may not know. */
export async function findScan(transaction: Transaction, id: number): Promise<Scan | undefined> {
  const { rows } = await sql<WithNulls<Scan>>`select ${scanColumns} from ${scanTables}
    where scan.id = ${id}`.execute(transaction)
  return rows[0] && withoutNulls<Scan>(rows[0])
}

export interface ScanFilter {
  /** Any of these. */
  states?: readonly ScanState[] | undefined
  bookId?: number | undefined
  batchId?: number | undefined
  /** Only scans this actor may still read: the first reading is somebody else's. */
  unreadBy?: string | undefined
  /** Only scans whose award waits for a second officer. */
  awardAsked?: boolean | undefined
}

function matching({ states, bookId, batchId, unreadBy, awardAsked }: ScanFilter) {
  return sql`(${states ?? null}::text[] is null or scan.state = any (${states ?? null}::text[]))
    and (${bookId ?? null}::bigint is null or scan.book_id = ${bookId ?? null})
    and (${batchId ?? null}::bigint is null or scan.batch_id = ${batchId ?? null})
    and (${unreadBy ?? null}::text is null or not exists (select from archive.reading
      where reading.scan_id = scan.id and reading.round = scan.round and reading.by = ${unreadBy ?? null}))
    and (not ${awardAsked ?? false}::boolean or scan.id in (select substring(origin from '^scan:([0-9]{1,18})')::bigint
      from awards.award_request as asked where asked.state = 'proposed'))`
}

const orderOfPaper = sql`scan.book_id nulls last, scan.number_from nulls last, scan.batch_id, scan.ordinal`

/** Scans in the order of the paper: by book and number, then as they came. */
export async function listScans(
  transaction: Transaction,
  filter: ScanFilter & { limit: number; offset?: number },
): Promise<Scan[]> {
  const { rows } = await sql<
    WithNulls<Scan>
  >`select ${scanColumns} from ${scanTables} where ${matching(filter)}
    order by ${orderOfPaper}
    limit ${Math.min(filter.limit, 500)} offset ${filter.offset ?? 0}`.execute(transaction)
  return rows.map((row) => withoutNulls<Scan>(row))
}

/** The ids of all scans of a filter in the order of the paper, to be read a page at a time by `readScans`. */
export function listScanIds(transaction: Transaction, filter: ScanFilter): Promise<Float64Array> {
  return readIds(
    transaction,
    sql<{ id: number }>`select scan.id from archive.scan where ${matching(filter)} order by ${orderOfPaper}`,
  )
}

/** These scans in this order, in whatever state by now; one that is out of sight is left out. */
export async function readScans(transaction: Transaction, ids: readonly number[]): Promise<Scan[]> {
  const { rows } = await sql<WithNulls<Scan>>`select ${scanColumns} from ${scanTables}
    where scan.id = any (${ids}::bigint[]) order by array_position(${ids}::bigint[], scan.id)`.execute(
    transaction,
  )
  return rows.map((row) => withoutNulls<Scan>(row))
}

/** How many there are of each state; a state without any is left out. */
export async function countScans(
  transaction: Transaction,
  filter: Omit<ScanFilter, 'states'> = {},
): Promise<Partial<Record<ScanState, number>>> {
  const { rows } = await sql<{ state: ScanState; count: number }>`select state, count(*) as count
    from archive.scan where ${matching(filter)} group by state`.execute(transaction)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Whether the actor may see what stands on papers: who works on social assistance, for any page may tell of HIV. */
export async function canReadPapers(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select platform.sees_area('socialAssistance') as may`.execute(
    transaction,
  )
  return rows[0]?.may === true
}

/** A page as it is shown, with what a machine read on it. */
export interface ScanPage {
  number: number
  shown: Sha256
  width: number
  height: number
  /** `text` is a PDF's own text; `none` when the machine gave the page up. */
  source: 'ocr' | 'text' | 'none'
  words: ReadWord[]
  proposals: Proposal[]
  seconds: PageReading['seconds']
}

export async function listPages(transaction: Transaction, scanId: number): Promise<ScanPage[]> {
  const { rows } =
    await sql<ScanPage>`select number, shown_sha256 as shown, width, height, source, words, proposals,
      seconds from archive.page where scan_id = ${scanId} order by number`.execute(transaction)
  return rows
}

/** The kept picture of one page; undefined when there is none or the actor may not see the scan. */
export async function findPicture(
  transaction: Transaction,
  { scanId, page }: { scanId: number; page: number },
): Promise<{ sha256: Sha256; unitUid: string | undefined } | undefined> {
  const { rows } = await sql<{ sha256: Sha256; unitUid: string | null }>`select page.shown_sha256 as sha256,
      scan.unit_uid as "unitUid" from archive.page join archive.scan on scan.id = page.scan_id
    where page.scan_id = ${scanId} and page.number = ${page}::bigint`.execute(transaction)
  return rows[0] && { sha256: rows[0].sha256, unitUid: rows[0].unitUid ?? undefined }
}

export interface PlaceInBook {
  bookId: number
  number: number
  /** Why it has more pages than the book has numbers from there on. */
  beyondBecause?: string | undefined
}

/**
 * Puts a scan where it belongs, or where it belongs after all: a book of its own unit, and the numbers it covers. False
 * when the book is not that, or has too few numbers and nobody says why.
 */
export async function placeScan(
  transaction: Transaction,
  scanId: number,
  { bookId, number, beyondBecause }: PlaceInBook,
): Promise<boolean> {
  const because = beyondBecause?.trim().slice(0, 200) || null
  const { numAffectedRows } = await sql`update archive.scan set book_id = book.id, number_from = ${number},
      number_to = ${number} + ${numbersBehind}, beyond_because = case when ${number} + ${numbersBehind} > book.number_to
        then ${because}::text end
    from archive.book join archive.collection on collection.id = book.collection_id
    where scan.id = ${scanId} and book.id = ${bookId} and collection.unit_uid is not distinct from scan.unit_uid
      and ${number} between book.number_from and book.number_to
      and (${number} + ${numbersBehind} <= book.number_to or ${because}::text is not null)`.execute(
    transaction,
  )
  return numAffectedRows === 1n
}

/** How many numbers a scan covers after its first. */
const numbersBehind = sql`case when book.counts = 'page' then coalesce(scan.pages, 1) - 1 else 0 end`

/** How many pages of a scan the book has no number for, were it placed there; 0 when they fit. */
export async function countBeyond(
  transaction: Transaction,
  scanId: number,
  { bookId, number }: Pick<PlaceInBook, 'bookId' | 'number'>,
): Promise<number> {
  const { rows } = await sql<{
    beyond: number
  }>`select greatest(0, ${number}::integer + ${numbersBehind} - book.number_to)
      as beyond from archive.scan, archive.book where scan.id = ${scanId} and book.id = ${bookId}`.execute(
    transaction,
  )
  return rows[0]?.beyond ?? 0
}

/** Says that a scan has nothing for the register: a blank page, a cover. Its page is checked all the same. */
export async function setAside(transaction: Transaction, scanId: number, because: string): Promise<void> {
  await sql`update archive.scan set state = 'setAside', because = ${because}
    where id = ${scanId} and state in ('unread', 'readOnce', 'failed')`.execute(transaction)
}
