import {
  countByName,
  countPreview,
  countProblems,
  type Decision,
  listPreview,
  type PreviewState,
  type RowRemark,
  type Upload,
} from '#intake'
import type { Transaction } from '#platform/database'
import type { Units } from '#registry'
import type { Lang } from '#web/ui/language.ts'
import { type ChangeView, changeViews, readingText } from './changes.server.ts'

export const rowsOnPage = 50

/** One row of the list, as the page shows it. */
export interface RowView {
  number: number
  name: string
  state: PreviewState
  personId: number | undefined
  /** The sheet and the row, as Excel numbers it. */
  place: string
  reading: string
  /** An officer has said whom the row is about. */
  decision: Decision['is'] | undefined
  remarks: readonly RowRemark[]
  changes: ChangeView[]
}

export interface PreviewQuery {
  state: PreviewState | undefined
  /** From 1 up. */
  page: number
}

const states: readonly PreviewState[] = ['new', 'changed', 'identical', 'doubtful', 'faulty']

export function previewQuery(search: URLSearchParams): PreviewQuery {
  const page = Number(search.get('trang'))
  return {
    state: states.find((state) => state === search.get('dong')),
    page: Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
  }
}

/** The counts of a preview, and the rows of one page of it. */
export async function readPreview(
  transaction: Transaction,
  { fileId }: Pick<Upload, 'fileId'>,
  { query, units, lang }: { query: PreviewQuery; units: Units; lang: Lang },
) {
  const rows = await listPreview(transaction, fileId, {
    ...(query.state ? { state: query.state } : {}),
    limit: rowsOnPage,
    offset: (query.page - 1) * rowsOnPage,
  })
  return {
    counts: await countPreview(transaction, fileId),
    problems: (await countProblems(transaction, fileId)).reduce((sum, { count }) => sum + count, 0),
    byName: await countByName(transaction, fileId),
    rows: rows.map(
      ({ number, state, personId, remarks, changes, reading, decision }): RowView => ({
        number,
        place: reading.sheet === undefined ? String(reading.row) : `${reading.sheet}, ${reading.row}`,
        decision: decision?.is,
        name: reading.name,
        state,
        personId,
        reading: readingText(reading, lang),
        remarks,
        changes: changeViews(changes, units, lang),
      }),
    ),
  }
}
