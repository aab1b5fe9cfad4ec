import { canReadPapers, findScan } from '#archive'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import type { Route } from './+types/original'
import { bodyOf, fileHeaders, scanSubject } from './picture.server.ts'
import { filesOf } from './tools.server.ts'

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
}

/** The file as it came, to be kept, never opened in the page; a look at it is a line in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const scanId = numberIn(params.scanId)
  const scan = await withActor(desk.database, desk.actor, async (transaction) => {
    const found = (await canReadPapers(transaction)) ? await findScan(transaction, scanId) : undefined
    if (found) await recordRead(transaction, scanSubject(scanId, found.unitUid), { original: true })
    return found
  })
  if (!scan) throw new Response(null, { status: 404 })
  return new Response(await bodyOf(filesOf(desk), scan.sha256), {
    headers: {
      ...fileHeaders,
      'content-type': scan.type,
      'content-length': String(scan.bytes),
      'content-disposition': `attachment; filename="ho-so-${scanId}.${endings[scan.type] ?? 'bin'}"`,
    },
  })
}
