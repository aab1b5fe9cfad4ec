import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { type ChangeRequest, listChangeRequests } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatInstant } from '#web/ui/index.ts'
import type { Route } from './+types/export'
import { lineOf, namesIn } from './list.server.ts'
import { officerNames } from './officers.server.ts'
import { requestFilterOf, requestsQueryOf } from './query.ts'
import { words } from './words.ts'

const rowsAtOnce = 200

const columns: readonly SheetColumn[] = [
  { heading: 'Số', kind: 'text', width: 8 },
  { heading: 'Về ai', kind: 'text', width: 26 },
  { heading: 'Địa bàn', kind: 'text', width: 26 },
  { heading: 'Việc', kind: 'text', width: 34 },
  { heading: 'Thay đổi', kind: 'text', width: 34 },
  { heading: 'Lý do', kind: 'text', width: 40 },
  { heading: 'Người đề nghị', kind: 'text', width: 22 },
  { heading: 'Đề nghị lúc', kind: 'text', width: 18 },
  { heading: 'Trạng thái', kind: 'text', width: 16 },
  { heading: 'Người quyết định', kind: 'text', width: 22 },
  { heading: 'Quyết định lúc', kind: 'text', width: 18 },
  { heading: 'Ghi chú quyết định', kind: 'text', width: 30 },
]

/** The queue as it is filtered on the page: the same requests, every one of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const filter = requestFilterOf(requestsQueryOf(url.searchParams))
  const units = await unitsOf(database)
  const nameOf = await officerNames(desk, 'vi')
  const pages = pagesOf(Number.MAX_SAFE_INTEGER, async (before) => {
    const { requests, names } = await withActor(database, actor, async (transaction) => {
      const found = await listChangeRequests(transaction, { ...filter, limit: rowsAtOnce, before })
      return { requests: found, names: await namesIn(transaction, found) }
    })
    return {
      items: requests.map((request) =>
        rowOf(request, lineOf(request, { units, lang: 'vi', names, nameOf }), nameOf),
      ),
      place: requests.length < rowsAtOnce ? undefined : requests.at(-1)?.id,
    }
  })
  const { unitUid } = officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `de-nghi-thay-doi-${today()}`,
    name: 'Đề nghị thay đổi',
    subject: { kind: 'changeRequests', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter,
    columns,
    rows: pages,
  })
}

function rowOf(
  { reason, decidedBy, decidedAt, decidedBecause }: ChangeRequest,
  line: ReturnType<typeof lineOf>,
  nameOf: (actor: string) => string,
): (string | null)[] {
  const t = words.vi
  return [
    String(line.id),
    [line.name, line.householdId && t.household(line.householdId)].filter(Boolean).join(', '),
    line.place,
    line.title,
    line.wish || null,
    reason,
    line.proposedBy,
    line.proposedAt,
    t.states[line.state],
    decidedBy ? nameOf(decidedBy) : null,
    decidedAt ? formatInstant(decidedAt) : null,
    decidedBecause ?? null,
  ]
}
