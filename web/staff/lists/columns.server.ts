import {
  type ColumnKey,
  chooseHeadings,
  columnChoices,
  findUpload,
  forgetMapping,
  type HeadingRows,
  isBegun,
  isHidden,
  keepMapping,
  type Mapping,
  type ShownColumn,
} from '#intake'
import { withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'

const headingRowsMax = 3
/** Headings are looked for among the first rows. */
const rowMax = 40

/** The list, how it was read, and whether that may still be changed: not once something of it was written. */
export async function findColumns({ database, actor }: Desk, params: { fileId: string }) {
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const found = await withActor(database, actor, async (transaction) => ({
    upload: await findUpload(transaction, fileId),
    isWritten: await isBegun(transaction, fileId),
    isClosed: await isHidden(transaction, fileId),
  }))
  const { upload } = found
  const summary = upload?.summary
  if (!upload || !summary || (summary.signature === undefined && (summary.firstRows ?? []).length === 0))
    throw new Response(null, { status: 404 })
  if (found.isClosed) throw new Response(null, { status: 403 })
  return { ...found, upload, summary, fileId }
}

export type FoundColumns = Awaited<ReturnType<typeof findColumns>>

/** Remembers which column is what for lists of the unit with these headings. */
export async function keepColumns(
  { database, actor, officer }: Desk,
  { summary }: Pick<FoundColumns, 'summary'>,
  columns: Mapping,
): Promise<void> {
  const { signature = '', shown } = summary
  const headings = shown.map(({ heading }) => heading)
  await withActor(database, actor, (transaction) =>
    keepMapping(transaction, { unitUid: unitOf(officer), signature, columns, headings }),
  )
}

/** From now on the list is read as it is recognised, its headings too. */
export async function forgetColumns(
  { database, actor, officer }: Desk,
  { summary, fileId }: Pick<FoundColumns, 'summary' | 'fileId'>,
): Promise<void> {
  const { signature = '' } = summary
  await withActor(database, actor, async (transaction) => {
    await forgetMapping(transaction, { unitUid: unitOf(officer), signature })
    await chooseHeadings(transaction, { fileId, headings: undefined })
  })
}

/** Takes the rows an officer names as the headings of this list, and of those to come with the same. */
export async function keepHeadings({ database, actor }: Desk, fileId: number, headings: HeadingRows) {
  await withActor(database, actor, (transaction) => chooseHeadings(transaction, { fileId, headings }))
}

function unitOf({ unitUid }: Desk['officer']): string | undefined {
  return unitUid === 'province' ? undefined : unitUid
}

/** The rows that a form names as the headings; undefined when they are none that can be. */
export function headingsOf(form: FormData): HeadingRows | undefined {
  const [first, rows] = ['dong', 'so-dong'].map((field) => Number(form.get(field)))
  if (!isWithin(first, rowMax) || !isWithin(rows, headingRowsMax)) return undefined
  return { first, last: first + rows - 1 }
}

function isWithin(number: number | undefined, most: number): number is number {
  return Number.isInteger(number) && number !== undefined && number >= 1 && number <= most
}

/** Every column as the form says: a field of ours, what it was recognised as, or left out. */
export function mappingOf(shown: readonly ShownColumn[], form: FormData): Mapping {
  const known = new Set<string>(columnChoices.map(({ column }) => column))
  return Object.fromEntries(
    shown.map(({ letters, name, column }) => {
      const said = String(form.get(`cot-${letters}`) ?? '')
      return [name, known.has(said) || said === column ? (said as ColumnKey) : 'leftOut']
    }),
  )
}

/** A field that two columns were named. */
export function namedTwice(columns: Mapping): ColumnKey | undefined {
  const seen = new Set<ColumnKey>()
  for (const column of Object.values(columns)) {
    if (column === 'leftOut') continue
    if (seen.has(column)) return column
    seen.add(column)
  }
  return undefined
}
