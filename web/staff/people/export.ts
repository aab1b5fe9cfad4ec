import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { firstPlace, listPersons, nextPersons, type Units } from '#registry'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { findPeople } from '#web/staff/search/find.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import { langOf } from '#web/ui/index.ts'
import type { Route } from './+types/export'
import { foundMax, isTooWide, type Listed, type PeopleQuery, peopleQueryOf } from './listing.server.ts'
import { birthText } from './texts.ts'
import { words } from './words.ts'

const rowsAtOnce = 2_000
const rowsOfDay = 500

/** The list of people as it is searched and narrowed on the page: the same people, every one of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const query = await peopleQueryOf(desk, url.searchParams)
  const units = await unitsOf(desk.database)
  if (await withActor(desk.database, desk.actor, (transaction) => isTooWide(transaction, desk, query)))
    throw new Response(words[langOf(url.pathname)].tooWide, { status: 422 })
  const { text, unitUid = desk.officer.unitUid, moment } = query
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `nguoi-${moment?.on ?? today()}`,
    name: 'Người',
    subject: { kind: 'people', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter: { ...(text ? { text } : {}), ...moment, unitUid },
    columns,
    rows: rowsOf(desk, query, units),
  })
}

const columns: readonly SheetColumn[] = [
  { heading: 'Số hồ sơ', kind: 'text', width: 10 },
  { heading: 'Họ và tên', kind: 'text', width: 26 },
  { heading: 'Giới', kind: 'text', width: 8 },
  { heading: 'Sinh', kind: 'text', width: 14 },
  { heading: 'Số định danh', kind: 'text' },
  { heading: 'Số CMND', kind: 'text', width: 12 },
  { heading: 'Xã, phường', kind: 'text', width: 22 },
  { heading: 'Thôn, xóm', kind: 'text' },
]

async function* rowsOf(desk: Desk, query: PeopleQuery, units: Units) {
  for await (const person of peopleOf(desk, query)) yield rowOf(person, units)
}

function peopleOf(desk: Desk, query: PeopleQuery): AsyncIterable<Listed> {
  const { database, actor } = desk
  const { text, unitUid, moment } = query
  if (text !== '' && moment === undefined)
    return pagesOf(0, async () => ({
      items: (await findPeople(desk, text, { unitUid, limit: foundMax })).hits,
      place: undefined,
    }))
  if (text === '' && moment === undefined)
    return pagesOf(firstPlace, (after) =>
      withActor(database, actor, async (transaction) => {
        const { persons, place } = await nextPersons(transaction, { unitUid, after, limit: rowsAtOnce })
        return { items: persons, place }
      }),
    )
  const filter = { text, ...(unitUid ? { unitUid } : {}), ...moment, limit: rowsOfDay }
  return pagesOf(0, async (offset) => {
    const items = await withActor(database, actor, (transaction) =>
      listPersons(transaction, { ...filter, offset }),
    )
    return { items, place: items.length < rowsOfDay ? undefined : offset + rowsOfDay }
  })
}

const sexes = { male: 'Nam', female: 'Nữ' } as const

function rowOf(person: Listed, units: Units): (string | null)[] {
  const { id, name, sex, birth, citizenId, oldId, unitUid, village } = person
  return [
    String(id),
    name,
    sex ? sexes[sex] : null,
    birthText(birth) ?? null,
    citizenId ?? null,
    oldId ?? null,
    shortName(units, unitUid) || null,
    village ?? null,
  ]
}
