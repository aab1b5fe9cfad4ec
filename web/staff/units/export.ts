import { today } from '#platform/clock'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export'
import { type CountsView, countsOf } from './counts.server.ts'
import { unitsQueryOf } from './query.ts'
import { words } from './words.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Mã phiên bản', kind: 'text', width: 20 },
  { heading: 'Đơn vị', kind: 'text', width: 40 },
  { heading: 'Số người', kind: 'number' },
  { heading: 'Ghi chú', kind: 'text', width: 40 },
]

/** People by the units of a geography, what is not determined beside it, as .csv or .xlsx. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const on = today()
  const query = unitsQueryOf(url.searchParams)
  const asked = { ...query, livedOn: query.livedOn ?? on }
  const counts = await countsOf(desk, asked, on)
  const { livedOn, division } = asked
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `nguoi-theo-dia-gioi-${livedOn}`,
    name: 'Người theo địa giới',
    subject: { kind: 'peopleByUnit', id: desk.officer.unitUid },
    filter: { livedOn, division },
    columns,
    rows: rowsOf(counts),
  })
}

async function* rowsOf(counts: CountsView | undefined): AsyncGenerator<(string | number | null)[]> {
  const t = words.vi
  if (!counts) return
  for (const { uid, name, people, isWhole } of counts.lines)
    yield [uid, name, people, isWhole ? null : t.atLeast]
  for (const { people, among } of counts.undetermined)
    yield [null, among.length > 0 ? among.join(' / ') : t.nowhere, people, t.undetermined]
  if (counts.unplaced > 0) yield [null, null, counts.unplaced, 'Chưa ghi nơi ở vào ngày này']
}
