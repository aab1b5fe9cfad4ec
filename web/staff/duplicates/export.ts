import { bandOf, listPairIds, type Pair, type PairRecord, readPairs, recordsOfPairs } from '#deduplication'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Units } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { exportList, itemsOf } from '#web/staff/export/list.server.ts'
import { birthText } from '#web/staff/people/texts.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import type { Route } from './+types/export'
import { filterOf, marks, queryOf } from './query.ts'
import { words } from './words.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Hồ sơ 1', kind: 'text', width: 10 },
  { heading: 'Họ và tên 1', kind: 'text', width: 26 },
  { heading: 'Sinh 1', kind: 'text', width: 14 },
  { heading: 'Xã, phường 1', kind: 'text', width: 22 },
  { heading: 'Hồ sơ 2', kind: 'text', width: 10 },
  { heading: 'Họ và tên 2', kind: 'text', width: 26 },
  { heading: 'Sinh 2', kind: 'text', width: 14 },
  { heading: 'Xã, phường 2', kind: 'text', width: 22 },
  { heading: 'Mức giống', kind: 'text', width: 16 },
  { heading: 'Điểm', kind: 'number' },
  { heading: 'Dấu', kind: 'text', width: 26 },
  { heading: 'Trạng thái', kind: 'text', width: 16 },
]

/** The queue as it is filtered on the page: the same pairs, every one of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const filter = filterOf(queryOf(url.searchParams))
  const units = await unitsOf(database)
  const { unitUid } = officer
  const ids = await withActor(database, actor, (transaction) => listPairIds(transaction, filter))
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `trung-ho-so-${today()}`,
    name: 'Trùng hồ sơ',
    subject: { kind: 'pairs', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter: { ...filter },
    columns,
    rows: itemsOf(ids, (some) =>
      withActor(database, actor, async (transaction) => {
        const pairs = await readPairs(transaction, some)
        const records = await recordsOfPairs(transaction, pairs)
        return pairs.map((pair) => rowOf(pair, records, units))
      }),
    ),
  })
}

function rowOf(
  pair: Pair,
  records: ReadonlyMap<number, PairRecord>,
  units: Units,
): (string | number | null)[] {
  const t = words.vi
  const side = (id: number) => {
    const record = records.get(id)
    return [
      String(id),
      record?.name ?? null,
      birthText(record?.birth) ?? null,
      shortName(units, record?.unitUid),
    ]
  }
  const carried = marks.filter((mark) => pair[mark]).map((mark) => t.marks[mark])
  return [
    ...side(pair.recordA),
    ...side(pair.recordB),
    t.bands[bandOf(pair.weight)],
    Math.round(pair.weight * 10) / 10,
    carried.join(', '),
    t.states[pair.state],
  ]
}
