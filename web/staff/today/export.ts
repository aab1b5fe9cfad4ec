import { countFindings, type Finding, findLatestRun, listFindingIds, readFindings } from '#findings'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Text } from '#rules'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { exportList, itemsOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export'
import { kindWords } from './kinds.ts'
import { benefitTexts, filterOf } from './load.server.ts'
import { queryOf } from './query.ts'

/** The list as filtered on the page, every row of it, as .xlsx or .csv. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const query = queryOf(url.searchParams)
  const filter = { ...filterOf(query), ...(query.kind ? { kind: query.kind } : {}) }
  const on = today()
  const { month, counts, ids } = await withActor(desk.database, desk.actor, async (transaction) => ({
    month: (await findLatestRun(transaction))?.month,
    counts: await countFindings(transaction, filterOf(query)),
    ids: await listFindingIds(transaction, { ...filter, sort: query.sort }),
  }))
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `phat-hien-${on}`,
    name: 'Phát hiện',
    subject: { kind: 'findings', id: month ?? 'none' },
    filter: { ...filter, counts },
    columns,
    rows: rowsOf(desk, ids, benefitTexts(month, on)),
  })
}

const columns: readonly SheetColumn[] = [
  { heading: 'Loại', kind: 'text' },
  { heading: 'Họ và tên', kind: 'text', width: 26 },
  { heading: 'Sinh', kind: 'text', width: 12 },
  { heading: 'Số hồ sơ', kind: 'text', width: 10 },
  { heading: 'Xã, phường', kind: 'text', width: 22 },
  { heading: 'Thôn, xóm', kind: 'text' },
  { heading: 'Khoản', kind: 'text', width: 30 },
  { heading: 'Luật cho, ít nhất (đ/tháng)', kind: 'money' },
  { heading: 'Luật cho, nhiều nhất (đ/tháng)', kind: 'money' },
  { heading: 'Đang chi (đ/tháng)', kind: 'money' },
  { heading: 'Chênh lệch (đ/tháng)', kind: 'money' },
  { heading: 'Cộng các tháng (đ)', kind: 'money' },
  { heading: 'Từ tháng', kind: 'text', width: 10 },
  { heading: 'Hạn', kind: 'day', width: 12 },
  { heading: 'Lý do', kind: 'text', width: 60 },
  { heading: 'Căn cứ', kind: 'text', width: 30 },
  { heading: 'Việc cần làm', kind: 'text', width: 50 },
]

async function* rowsOf(
  { database, actor }: Desk,
  ids: Float64Array,
  texts: Record<string, Text>,
): AsyncGenerator<(string | number | null)[]> {
  const findings = itemsOf(ids, (some) =>
    withActor(database, actor, (transaction) => readFindings(transaction, some)),
  )
  for await (const finding of findings) yield rowOf(finding, texts)
}

function rowOf(finding: Finding, texts: Record<string, Text>): (string | number | null)[] {
  const { lawDong, reasons } = finding
  return [
    kindWords.vi[finding.kind],
    finding.personName,
    finding.birth ?? null,
    String(finding.personId),
    finding.unitName ?? null,
    finding.village ?? null,
    texts[finding.benefit]?.vi ?? finding.benefit,
    lawDong.low,
    lawDong.high,
    finding.recordedDong,
    finding.differenceDong,
    finding.arrearsDong,
    finding.sinceMonth ?? null,
    finding.dueOn ?? null,
    reasons.map(({ vi }) => vi.replace(/[^.]$/, '$&.')).join(' '),
    [...new Set(reasons.flatMap((reason) => reason.articles))].join('; '),
    finding.nextStep?.vi ?? null,
  ]
}
