import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { listManuscripts } from '#publishing'
import { getDesk, signerOf } from '#web/staff/access.ts'
import { exportList } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import { formatInstant } from '#web/ui/index.ts'
import type { Route } from './+types/export'
import { namesFor } from './names.server.ts'
import { filterOf, queryOf } from './query.ts'
import { words } from './words.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Tên bài', kind: 'text', width: 60 },
  { heading: 'Loại', kind: 'text', width: 18 },
  { heading: 'Tiếng', kind: 'text', width: 12 },
  { heading: 'Trạng thái', kind: 'text', width: 16 },
  { heading: 'Sửa gần nhất', kind: 'text', width: 18 },
  { heading: 'Người sửa', kind: 'text', width: 24 },
  { heading: 'Đăng lần đầu', kind: 'text', width: 18 },
  { heading: 'Nơi viết', kind: 'text', width: 22 },
  { heading: 'Địa chỉ', kind: 'text', width: 60 },
]
const rowsMax = 20_000

/** The list as it is filtered on the page, every text of it. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const filter = filterOf(queryOf(url.searchParams), signerOf(desk))
  const [nameOf, units] = await Promise.all([namesFor(desk, 'vi'), unitsOf(database)])
  const lines = await withActor(database, actor, (transaction) =>
    listManuscripts(transaction, { ...filter, limit: rowsMax }),
  )
  const t = words.vi
  async function* rows() {
    for (const line of lines) {
      yield [
        ...[line.title, t.kinds[line.kind], t.languages[line.language]],
        line.shown === 'withdrawn' ? t.shelves.withdrawn : t.shelves[line.state],
        ...[formatInstant(line.editedAt), nameOf(line.editedBy)],
        line.publishedAt ? formatInstant(line.publishedAt) : null,
        ...[line.unitUid ? shortName(units, line.unitUid) : t.province, line.slug],
      ]
    }
  }
  const { unitUid } = officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `cong-thong-tin-${today()}`,
    name: t.title,
    subject: { kind: 'manuscripts', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter: { ...filter },
    columns,
    rows: rows(),
  })
}
