import { type CellProblem, countProblems, findUpload, isHidden, listProblems } from '#intake'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/problems-file'
import { words } from './problems-words.ts'

const cellsAtOnce = 2_000
const t = words.vi

const columns: readonly SheetColumn[] = [
  { heading: t.cell, kind: 'text', width: 12 },
  { heading: t.weight, kind: 'text', width: 16 },
  { heading: t.reads, kind: 'text', width: 24 },
  { heading: 'Đề xuất', kind: 'text', width: 20 },
  { heading: 'Vì sao', kind: 'text', width: 48 },
  { heading: 'Cần làm gì', kind: 'text', width: 60 },
]

/** The cells of a list that are wrong or doubted, all of them or of the kind the page is filtered by (`loai`). */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor } = desk
  const fileId = numberIn(params.fileId)
  const { upload, kind } = await withActor(database, actor, async (transaction) => {
    const found = await findUpload(transaction, fileId)
    if (!found || (await isHidden(transaction, fileId))) throw new Response(null, { status: 404 })
    const kinds = await countProblems(transaction, fileId)
    return { upload: found, kind: kinds.find(({ code }) => code === url.searchParams.get('loai')) }
  })
  const filter = kind ? { code: kind.code } : {}
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `o-can-xem-${upload.fileName}`,
    name: t.crumb,
    subject: { kind: 'list', id: String(fileId) },
    filter: { ...filter, problems: true },
    columns,
    rows: pagesOf(-1, async (after) => {
      const page = { ...filter, limit: cellsAtOnce, after }
      const items = await withActor(database, actor, (transaction) => listProblems(transaction, fileId, page))
      return { items: items.map(rowOf), place: items.length < cellsAtOnce ? undefined : items.at(-1)?.place }
    }),
  })
}

function rowOf({ cell, isRefused, reads, proposes, vi, remedyVi }: CellProblem): (string | null)[] {
  return [cell, isRefused ? t.refused : t.doubted, reads, proposes ?? null, vi, remedyVi]
}
