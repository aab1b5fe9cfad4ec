import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** Paper a unit keeps, and its boxes, binders and books. */
export interface Collection {
  id: number
  name: string
  /** Undefined for the province's own. */
  unitUid: string | undefined
  books: BookProgress[]
}

export interface Book {
  id: number
  collectionId: number
  collectionName: string
  unitUid: string | undefined
  name: string
  /** Whether its numbers are of pages or of dossiers. */
  counts: 'page' | 'dossier'
  numberFrom: number
  numberTo: number
}

/** How far a book is, in its own numbers: each step counts what the step before counts, or less. */
export interface Progress {
  expected: number
  captured: number
  readOnce: number
  readTwice: number
  /** Read twice with nothing left open, or set aside with a reason. */
  checked: number
  entered: number
  /** Cannot be captured, with a reason. */
  gone: number
}

export type BookProgress = Book & Progress

/** A name that the unit's paper already bears. */
export class NameTaken extends Error {
  constructor(name: string) {
    super(`Đã có "${name}": hãy đặt tên khác`)
    this.name = 'NameTaken'
  }
}

/** Opens a collection of a unit, or of the province; throws `NameTaken`. Returns its number. */
export async function recordCollection(
  transaction: Transaction,
  { name, unitUid }: { name: string; unitUid: string | undefined },
): Promise<number> {
  return insertNamed(
    name,
    sql<{ id: number }>`insert into archive.collection (unit_uid, name) values (${unitUid ?? null}, ${name})
    on conflict do nothing returning id`.execute(transaction),
  )
}

export type NewBook = Pick<Book, 'collectionId' | 'name' | 'counts' | 'numberFrom' | 'numberTo'>

/** Enters a book into its collection, with the numbers that should be in it; throws `NameTaken`. */
export async function recordBook(transaction: Transaction, book: NewBook): Promise<number> {
  const { collectionId, name, counts, numberFrom, numberTo } = book
  return insertNamed(
    name,
    sql<{ id: number }>`insert into archive.book (collection_id, name, counts, number_from, number_to)
    values (${collectionId}, ${name}, ${counts}, ${numberFrom}, ${numberTo})
    on conflict do nothing returning id`.execute(transaction),
  )
}

async function insertNamed(name: string, inserting: Promise<{ rows: { id: number }[] }>): Promise<number> {
  const { rows } = await inserting
  if (!rows[0]) throw new NameTaken(name)
  return rows[0].id
}

/** A picture that nobody can open captures nothing, also when it was set aside; nor does one that has no number yet. */
const isCaptured = sql`scan.number_from is not null and scan.state <> 'failed' and (scan.state <> 'setAside' or scan.pages is not null)`

const progressOfBooks = sql`select book.id, book.collection_id as "collectionId", collection.name as "collectionName",
    collection.unit_uid as "unitUid", book.name, book.counts, book.number_from as "numberFrom",
    book.number_to as "numberTo", book.number_to - book.number_from + 1 as expected,
    far.captured, far.read_once as "readOnce", far.read_twice as "readTwice", far.checked, far.entered,
    (select count(*) from archive.gap where gap.book_id = book.id
      and gap.number between book.number_from and book.number_to
      and not exists (select from archive.scan where scan.book_id = book.id and ${isCaptured}
        and gap.number between scan.number_from and scan.number_to)) as gone
  from archive.book join archive.collection on collection.id = book.collection_id,
    lateral (select count(distinct number) as captured,
        count(distinct number) filter (where state not in ('waiting', 'unread')) as read_once,
        count(distinct number) filter (where state in ('disagreed', 'agreed', 'entered', 'setAside')) as read_twice,
        count(distinct number) filter (where state in ('agreed', 'entered', 'setAside')) as checked,
        count(distinct number) filter (where state = 'entered') as entered
      from archive.scan, generate_series(greatest(scan.number_from, book.number_from),
        least(scan.number_to, book.number_to)) as number
      where scan.book_id = book.id and ${isCaptured}) as far`

type BookRow = Omit<BookProgress, 'unitUid'> & { unitUid: string | null }

/** Every collection in the actor's sight with its books and how far each is. */
export async function listLedger(transaction: Transaction): Promise<Collection[]> {
  const { rows: collections } = await sql<{ id: number; name: string; unitUid: string | null }>`
    select id, name, unit_uid as "unitUid" from archive.collection
    order by unit_uid nulls first, name collate "vi-x-icu", id`.execute(transaction)
  const { rows: books } = await sql<BookRow>`${progressOfBooks}
    order by book.name collate "vi-x-icu", book.id`.execute(transaction)
  return collections.map(({ unitUid, ...collection }) => ({
    ...collection,
    unitUid: unitUid ?? undefined,
    books: books.filter(({ collectionId }) => collectionId === collection.id).map(bookOf),
  }))
}

/** A book and how far it is; undefined when there is none or the actor may not know. */
export async function findBook(transaction: Transaction, id: number): Promise<BookProgress | undefined> {
  const { rows } = await sql<BookRow>`${progressOfBooks} where book.id = ${id}`.execute(transaction)
  return rows[0] && bookOf(rows[0])
}

function bookOf({ unitUid, ...row }: BookRow): BookProgress {
  return { ...row, unitUid: unitUid ?? undefined }
}

/** The sum of several books: of a collection, of a unit. */
export function sumProgress(books: readonly Progress[]): Progress {
  const sum: Progress = {
    expected: 0,
    captured: 0,
    readOnce: 0,
    readTwice: 0,
    checked: 0,
    entered: 0,
    gone: 0,
  }
  for (const book of books) for (const step of Object.keys(sum) as (keyof Progress)[]) sum[step] += book[step]
  return sum
}

/** A number that cannot be captured, and why. */
export interface Gap {
  number: number
  reason: 'missing' | 'damaged'
  note: string | undefined
}

/** Says of some numbers of a book why they cannot be captured; said again, the latest holds. */
export async function recordGaps(
  transaction: Transaction,
  bookId: number,
  { numbers, reason, note }: { numbers: readonly number[]; reason: Gap['reason']; note?: string | undefined },
): Promise<void> {
  await sql`insert into archive.gap (book_id, number, reason, note)
    select book.id, number, ${reason}, ${note ?? null}
    from archive.book, unnest(${numbers}::integer[]) as number
    where book.id = ${bookId} and number between book.number_from and book.number_to
    on conflict (book_id, number) do update set reason = excluded.reason, note = excluded.note,
      recorded_by = platform.actor(), recorded_at = now()`.execute(transaction)
}

/** Takes back that some numbers of a book are gone: they are there, or were never missing. */
export async function takeBackGaps(
  transaction: Transaction,
  bookId: number,
  numbers: readonly number[],
): Promise<void> {
  await sql`delete from archive.gap where book_id = ${bookId} and number = any(${numbers}::integer[])`.execute(
    transaction,
  )
}

/** What a book holds, number by number: the scans that cover it, the numbers told to be gone, the rest not captured. */
export async function readBook(
  transaction: Transaction,
  { id, numberFrom, numberTo }: Pick<Book, 'id' | 'numberFrom' | 'numberTo'>,
): Promise<{ gaps: Gap[]; uncaptured: number[]; twice: number[] }> {
  const { rows: gaps } = await sql<Gap>`select number, reason, note from archive.gap
    where book_id = ${id} and number between ${numberFrom} and ${numberTo} order by number`.execute(
    transaction,
  )
  const { rows } = await sql<{ number: number; scans: number }>`select number, count(scan.id) as scans
    from generate_series(${numberFrom}::integer, ${numberTo}::integer) as number
    left join archive.scan on scan.book_id = ${id} and ${isCaptured}
      and number between scan.number_from and scan.number_to
    group by number having count(scan.id) <> 1 order by number`.execute(transaction)
  const told = new Set(gaps.map(({ number }) => number))
  return {
    gaps: gaps.filter(({ number }) => rows.some((row) => row.number === number && row.scans === 0)),
    uncaptured: rows
      .filter(({ number, scans }) => scans === 0 && !told.has(number))
      .map(({ number }) => number),
    twice: rows.filter(({ scans }) => scans > 1).map(({ number }) => number),
  }
}
