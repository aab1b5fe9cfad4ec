import { today } from '#platform/clock'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export-figures'
import { loadFigures, spanOf } from './figures.server.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Cơ quan', kind: 'text', width: 40 },
  { heading: 'Nhận', kind: 'number', width: 10 },
  { heading: 'Đã trả lời', kind: 'number', width: 12 },
  { heading: 'Đúng hạn', kind: 'number', width: 12 },
  { heading: 'Đang quá hạn', kind: 'number', width: 14 },
  { heading: 'Bị mở lại', kind: 'number', width: 12 },
  { heading: 'Hài lòng (1–5)', kind: 'text', width: 14 },
  { heading: 'Số lượt chấm', kind: 'number', width: 14 },
]

/** The table of the page of figures, as a file. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const span = spanOf(url.searchParams)
  const { lines } = await loadFigures(desk, span, 'vi')
  const { unitUid } = desk.officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `gop-y-thong-ke-${today()}`,
    name: 'Góp ý theo cơ quan',
    subject: { kind: 'messages', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter: span,
    columns,
    rows: (async function* () {
      for (const line of lines)
        yield [
          ...[line.name, line.messages, line.answered, line.answeredInTime, line.late, line.reopened],
          ...[
            line.meanMark === undefined ? null : line.meanMark.toFixed(2).replace('.', ','),
            line.marks ?? null,
          ],
        ]
    })(),
  })
}
