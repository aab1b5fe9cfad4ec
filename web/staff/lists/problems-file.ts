import { findUpload, listProblems } from '#intake'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { writeSheet } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { sheetHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/problems-file'

const batch = 2_000

/** Every cell of a list that is wrong or doubted, as a sheet that is written as it is read; who took it out is in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const upload = await withActor(database, actor, async (transaction) => {
    const found = await findUpload(transaction, fileId)
    const told = { by: officer.name, purpose: 'export', format: 'problems' }
    if (found) await recordRead(transaction, { kind: 'list', id: String(fileId) }, told)
    return found
  })
  if (!upload) throw new Response(null, { status: 404 })
  async function* rows() {
    for (let offset = 0; ; offset += batch) {
      const problems = await withActor(database, actor, (transaction) =>
        listProblems(transaction, fileId, { limit: batch, offset }),
      )
      for (const { cell, isRefused, reads, proposes, vi, remedyVi } of problems)
        yield [cell, isRefused ? 'Không đọc được' : 'Cần kiểm tra', reads, proposes ?? null, vi, remedyVi]
      if (problems.length < batch) return
    }
  }
  const columns = [
    { heading: 'Ô', kind: 'text' as const, width: 12 },
    { heading: 'Mức độ', kind: 'text' as const, width: 16 },
    { heading: 'Đang ghi', kind: 'text' as const, width: 24 },
    { heading: 'Đề xuất', kind: 'text' as const, width: 20 },
    { heading: 'Vì sao', kind: 'text' as const, width: 48 },
    { heading: 'Cần làm gì', kind: 'text' as const, width: 60 },
  ]
  return new Response(writeSheet({ name: 'Ô cần xem', columns, rows: rows() }), {
    headers: sheetHeaders(`o-can-xem-${upload.fileName}`),
  })
}
