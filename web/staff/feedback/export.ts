import { listMessages } from '#feedback'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import type { Route } from './+types/export'
import { messageFilterOf, queueQueryOf } from './query.ts'
import { lineOf } from './queue.server.ts'
import { words } from './words.ts'

const rowsAtOnce = 200

const columns: readonly SheetColumn[] = [
  { heading: 'Nhận lúc', kind: 'text', width: 18 },
  { heading: 'Tiêu đề', kind: 'text', width: 40 },
  { heading: 'Người gửi', kind: 'text', width: 24 },
  { heading: 'Loại', kind: 'text', width: 28 },
  { heading: 'Lĩnh vực', kind: 'text', width: 28 },
  { heading: 'Đang giữ', kind: 'text', width: 34 },
  { heading: 'Bước', kind: 'text', width: 18 },
  { heading: 'Hạn', kind: 'text', width: 12 },
  { heading: 'Quá hạn', kind: 'text', width: 10 },
  { heading: 'Mở lại', kind: 'number', width: 8 },
]

/**
 * The open queue as it is filtered on the page: the same messages but those nobody has read yet; what is reserved, or
 * may be, leaves nowhere.
 */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const filter = messageFilterOf(queueQueryOf(url.searchParams))
  const units = await unitsOf(database)
  const on = today()
  const rows = pagesOf(0, async (offset) => {
    const messages = await withActor(database, actor, (transaction) =>
      listMessages(transaction, {
        ...filter,
        reserved: false,
        read: true,
        today: on,
        limit: rowsAtOnce,
        offset,
      }),
    )
    return {
      items: messages.map((message) => rowOf(lineOf(message, { units, lang: 'vi', today: on }))),
      place: messages.length < rowsAtOnce ? undefined : offset + rowsAtOnce,
    }
  })
  const { unitUid } = officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `gop-y-${on}`,
    name: 'Góp ý, phản ánh',
    subject: { kind: 'messages', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter,
    columns,
    rows,
  })
}

function rowOf(line: ReturnType<typeof lineOf>): (string | number | null)[] {
  const t = words.vi
  return [
    line.receivedAt,
    line.title,
    line.fullName,
    line.kind ?? null,
    line.area ?? null,
    line.holder,
    t.states[line.state],
    line.dueOn ?? null,
    line.standing === 'late' ? t.late : null,
    line.reopenedTimes,
  ]
}
