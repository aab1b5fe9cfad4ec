import { recordRead, type Subject } from '#platform/audit'
import { withActor } from '#platform/database'
import { type SheetColumn, writeCsv, writeSheet } from '#platform/sheets'
import type { Desk } from '#web/staff/access.ts'
import { type SheetFormat, sheetHeaders } from '#web/staff/sheet-headers.ts'

type Row = readonly (string | number | null)[]

/** A list to be saved as a file. */
export interface ExportedList {
  format: SheetFormat
  /** Without its ending: `nguoi-2026-11-23`. */
  fileName: string
  /** The name of the sheet. */
  name: string
  /** What the audit log says was taken out: `{ kind: 'people', id: unitUid }`. */
  subject: Subject
  /** The filter of the list, for the audit log; no rows. */
  filter?: object
  columns: readonly SheetColumn[]
  /** Rows as the officer may see them: read them with the desk's actor, a page at a time (`pagesOf`). */
  rows: AsyncIterable<Row>
}

/**
 * The whole list as .xlsx or .csv, streamed: rows are read as the browser takes them. One line enters the audit log
 * before anything leaves, and one at the end with how many rows left, also when the browser broke off.
 */
export async function exportList(desk: Desk, list: ExportedList): Promise<Response> {
  const { format, fileName, name, columns, filter = {} } = list
  const asked = { by: desk.officer.name, purpose: 'export', format, filter }
  const record = (details: object) =>
    withActor(desk.database, desk.actor, (transaction) => recordRead(transaction, list.subject, details))
  await record(asked)
  const rows = counted(list.rows, (count, isWhole) => record({ ...asked, rows: count, isWhole }))
  const body = format === 'csv' ? writeCsv({ columns, rows }) : writeSheet({ name, columns, rows })
  return new Response(body, { headers: sheetHeaders(fileName, format) })
}

async function* counted(
  rows: AsyncIterable<Row>,
  onEnd: (count: number, isWhole: boolean) => Promise<void>,
): AsyncGenerator<Row> {
  let count = 0
  let isWhole = false
  try {
    for await (const row of rows) {
      count += 1
      yield row
    }
    isWhole = true
  } finally {
    await onEnd(count, isWhole)
  }
}

const itemsAtOnce = 500

/**
 * The items of a list whose ids were taken when it was asked for, in that order: one that is changed meanwhile, or
 * stands elsewhere in the list by now, is given once and as it is now, and one that is no more is left out.
 */
export function itemsOf<Item>(
  ids: Float64Array,
  read: (ids: readonly number[]) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  return pagesOf(0, async (from) => {
    const end = from + itemsAtOnce
    return { items: await read([...ids.subarray(from, end)]), place: end < ids.length ? end : undefined }
  })
}

/**
 * The items of page after page; `next` is given the place where the page begins and tells where the following one does,
 * undefined after the last. Each page is a transaction of its own, so that a slow reader holds none open.
 */
export async function* pagesOf<Item, Place>(
  first: Place,
  next: (place: Place) => Promise<{ items: readonly Item[]; place: Place | undefined }>,
): AsyncGenerator<Item> {
  let place: Place | undefined = first
  while (place !== undefined) {
    const page: { items: readonly Item[]; place: Place | undefined } = await next(place)
    yield* page.items
    place = page.place
  }
}
