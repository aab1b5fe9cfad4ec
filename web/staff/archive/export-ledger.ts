import { type BookProgress, listLedger } from '#archive'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import type { Units } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { exportList } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import type { Route } from './+types/export-ledger'
import { words } from './words.ts'

const t = words.vi
const steps = ['expected', 'captured', 'readOnce', 'readTwice', 'checked', 'entered', 'gone'] as const

const columns: readonly SheetColumn[] = [
  { heading: t.unit, kind: 'text', width: 24 },
  { heading: t.collection, kind: 'text', width: 30 },
  { heading: t.book, kind: 'text', width: 24 },
  { heading: t.counts, kind: 'text', width: 12 },
  { heading: t.numberFrom, kind: 'number', width: 9 },
  { heading: t.numberTo, kind: 'number', width: 9 },
  ...steps.map((step): SheetColumn => ({ heading: t.steps[step], kind: 'number', width: 11 })),
  { heading: t.remaining, kind: 'number', width: 11 },
]

/** The ledger of paper book by book, with how far each is, as on its page. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const units = await unitsOf(desk.database)
  const { unitUid } = desk.officer
  async function* rows() {
    const collections = await withActor(desk.database, desk.actor, listLedger)
    for (const { books } of collections) for (const book of books) yield rowOf(book, units)
  }
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `kho-ho-so-${today()}`,
    name: t.title,
    subject: { kind: 'ledger', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    columns,
    rows: rows(),
  })
}

function rowOf(book: BookProgress, units: Units): (string | number)[] {
  return [
    book.unitUid ? shortName(units, book.unitUid) : t.provinceOwn,
    book.collectionName,
    book.name,
    t.countKinds[book.counts],
    book.numberFrom,
    book.numberTo,
    ...steps.map((step) => book[step]),
    Math.max(0, book.expected - book.checked - book.gone),
  ]
}
