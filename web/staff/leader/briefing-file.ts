import { findBriefing } from '#directives'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { filesFolder, openFiles, parseSha256 } from '#platform/files'
import { getDesk } from '#web/staff/access.ts'
import { savingHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/briefing-file'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A weekly briefing as it was made, for those who may read it; each download is in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer, config } = await getDesk(context, url)
  const format = url.pathname.endsWith('.docx') ? 'docx' : 'pdf'
  const briefing = await withActor(database, actor, async (transaction) => {
    const id = /^\d{1,15}$/.test(params.briefingId) ? Number(params.briefingId) : 0
    const found = await findBriefing(transaction, id)
    const purpose = { by: officer.name, purpose: 'export', format }
    if (found) await recordRead(transaction, { kind: 'briefing', id: String(found.id) }, purpose)
    return found
  })
  const sha256 = parseSha256((format === 'pdf' ? briefing?.pdfSha256 : briefing?.docxSha256) ?? '')
  const files = openFiles(filesFolder(config))
  const bytes = sha256 && (await files.sizeOf(sha256))
  if (!briefing || !sha256 || bytes === undefined) throw new Response(null, { status: 404 })
  return new Response(files.stream(sha256), {
    headers: {
      ...savingHeaders(`Báo cáo tuần ${briefing.toldOn}.${format}`, types[format]),
      'content-length': String(bytes),
    },
  })
}
