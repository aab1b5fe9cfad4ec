import { findUpload, listPreview } from '#intake'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Units } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import type { Route } from './+types/export-preview'
import { changeViews, readingText } from './changes.server.ts'
import { previewQuery } from './preview.server.ts'
import { words } from './words.ts'

const t = words.vi
const rowsAtOnce = 1_000

const columns: readonly SheetColumn[] = [
  { heading: 'Trang tính', kind: 'text', width: 16 },
  { heading: t.row, kind: 'number', width: 8 },
  { heading: t.name, kind: 'text', width: 26 },
  { heading: t.state, kind: 'text', width: 12 },
  { heading: 'Đọc được', kind: 'text', width: 50 },
  { heading: 'Sẽ đổi', kind: 'text', width: 50 },
  { heading: t.remark, kind: 'text', width: 60 },
]

/** Every row of a trial with what it would do and what to look at, as it is filtered on the page. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor } = desk
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  const { state } = previewQuery(url.searchParams)
  const units = await unitsOf(database)
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `xem-truoc-${upload.fileName}`,
    name: t.rowByRow,
    subject: { kind: 'preview', id: String(fileId) },
    filter: state ? { state } : {},
    columns,
    rows: pagesOf(0, async (after) => {
      const page = { ...(state ? { state } : {}), limit: rowsAtOnce, after }
      const items = await withActor(database, actor, (transaction) => listPreview(transaction, fileId, page))
      return {
        items: items.map((row) => rowOf(row, units)),
        place: items.length < rowsAtOnce ? undefined : items.at(-1)?.number,
      }
    }),
  })
}

function rowOf(
  { state, reading, changes, remarks }: Awaited<ReturnType<typeof listPreview>>[number],
  units: Units,
): (string | number | null)[] {
  const changed = changeViews(changes, units, 'vi').map(
    ({ name, before, after }) => `${name}: ${before ?? 'chưa có'} → ${after ?? 'bỏ'}`,
  )
  return [
    reading.sheet ?? null,
    reading.row,
    reading.name,
    t.states[state] ?? state,
    readingText(reading, 'vi'),
    changed.join('; ') || null,
    remarks.map(({ cell, vi }) => (cell ? `${cell}: ${vi}` : vi)).join('; ') || null,
  ]
}
