import { findErrorFile } from '#intake'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { sheetHeaders } from '#web/staff/sheet-headers.ts'
import { langOf } from '#web/ui/language.ts'
import type { Route } from './+types/error-file'
import { words } from './words.ts'

/** The faulty rows of a list in its own layout, with what to do in the last column; who took it out is in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const file = await withActor(database, actor, async (transaction) => {
    const found = await findErrorFile(transaction, fileId)
    const told = { by: officer.name, purpose: 'export', format: 'errors' }
    if (found) await recordRead(transaction, { kind: 'list', id: String(fileId) }, told)
    return found
  })
  if (!file) throw new Response(words[langOf(url.pathname)].errorFileGone, { status: 404 })
  return new Response(file.bytes, {
    headers: sheetHeaders(`can-sua-${file.fileName}`, isZip(file.bytes) ? 'xlsx' : 'csv'),
  })
}

/** An Excel file is a zip; what is none came as a CSV and goes back as one. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
