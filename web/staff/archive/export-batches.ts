import { type ListedBatch, listBatchProgress } from '#archive'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Units } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import { formatInstant } from '#web/ui/index.ts'
import type { Route } from './+types/export-batches'
import { words } from './words.ts'

const t = words.vi
const rowsAtOnce = 200
const steps = ['readOnce', 'readTwice', 'checked', 'entered'] as const

const columns: readonly SheetColumn[] = [
  { heading: t.batchAt, kind: 'text', width: 18 },
  { heading: t.unit, kind: 'text', width: 24 },
  { heading: t.book, kind: 'text', width: 24 },
  { heading: t.files, kind: 'number', width: 9 },
  { heading: t.pages, kind: 'number', width: 9 },
  { heading: t.failed, kind: 'number', width: 14 },
  ...steps.map((step): SheetColumn => ({ heading: t.steps[step], kind: 'number', width: 11 })),
]

/** Every batch with how far it is, the newest first; the page of the ledger shows the last of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const units = await unitsOf(desk.database)
  const { unitUid } = desk.officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `lo-anh-${today()}`,
    name: 'Lô ảnh',
    subject: { kind: 'batches', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    columns,
    rows: pagesOf<(string | number)[], number>(Number.MAX_SAFE_INTEGER, async (before) => {
      const batches = await withActor(desk.database, desk.actor, (transaction) =>
        listBatchProgress(transaction, { limit: rowsAtOnce, before }),
      )
      return {
        items: batches.map((batch) => rowOf(batch, units)),
        place: batches.length < rowsAtOnce ? undefined : batches.at(-1)?.id,
      }
    }),
  })
}

function rowOf(batch: ListedBatch, units: Units): (string | number)[] {
  const { receivedAt, unitUid, bookName, files, pages, failed } = batch
  return [
    formatInstant(receivedAt),
    unitUid ? shortName(units, unitUid) : t.provinceOwn,
    bookName ?? '',
    files,
    pages,
    failed,
    ...steps.map((step) => batch[step]),
  ]
}
