import { findBatch, findBook, listScanIds, readScans, type Scan, type ScanFilter } from '#archive'
import { failureIn } from '#jobs/read-scans'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Units } from '#registry'
import { type Desk, getDesk, signerOf } from '#web/staff/access.ts'
import { exportList, itemsOf } from '#web/staff/export/list.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import { formatInstant } from '#web/ui/index.ts'
import type { Route } from './+types/export-scans'
import { scanWords } from './scan-words.ts'
import { bookFilterOf, bookStepOf, placeOf, queueFilterOf, queueStepOf } from './scans-asked.server.ts'

const t = scanWords.vi

const columns: readonly SheetColumn[] = [
  { heading: 'Số hồ sơ giấy', kind: 'text', width: 14 },
  { heading: t.file, kind: 'text', width: 30 },
  { heading: t.form, kind: 'text', width: 28 },
  { heading: t.place, kind: 'text', width: 28 },
  { heading: t.state, kind: 'text', width: 26 },
  { heading: 'Vì sao', kind: 'text', width: 40 },
  { heading: 'Số trang', kind: 'number', width: 10 },
  { heading: 'Đơn vị', kind: 'text', width: 24 },
  { heading: 'Nhận lúc', kind: 'text', width: 18 },
]

/** Every scan of a step of the queue, of a book (`quyen`) or of a batch (`lo`), as their pages list the first of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const filter = await filterOf(desk, url.searchParams)
  const units = await unitsOf(database)
  const ids = await withActor(database, actor, (transaction) => listScanIds(transaction, filter))
  const { unitUid } = officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `ho-so-giay-${today()}`,
    name: 'Hồ sơ giấy',
    subject: { kind: 'scans', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter,
    columns,
    rows: itemsOf(ids, async (some) => {
      const scans = await withActor(database, actor, (transaction) => readScans(transaction, some))
      return scans.map((scan) => rowOf(scan, units))
    }),
  })
}

/** What the address asks for; 404 for a book or a batch the officer may not know. */
async function filterOf(desk: Desk, params: URLSearchParams): Promise<ScanFilter> {
  const [bookId, batchId] = ['quyen', 'lo'].map((key) => params.get(key) ?? undefined)
  if (bookId === undefined && batchId === undefined) return queueFilterOf(queueStepOf(params), signerOf(desk))
  const id = numberIn(bookId ?? batchId)
  const found = await withActor<{ id: number } | undefined>(desk.database, desk.actor, async (transaction) =>
    bookId === undefined ? findBatch(transaction, id) : findBook(transaction, id),
  )
  if (!found) throw new Response(null, { status: 404 })
  return bookId === undefined ? { batchId: id } : bookFilterOf(id, bookStepOf(params))
}

function rowOf(scan: Scan, units: Units): (string | number | null)[] {
  const { id, fileName, form, state, because, pages, unitUid, receivedAt } = scan
  return [
    String(id),
    fileName,
    form ? t.forms[form] : t.formUnknown,
    placeOf(scan) ?? t.noPlace,
    t.states[state],
    failureIn(because, 'vi') ?? null,
    pages ?? null,
    unitUid ? shortName(units, unitUid) : null,
    formatInstant(receivedAt),
  ]
}
