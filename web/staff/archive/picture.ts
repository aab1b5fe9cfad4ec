import { findPicture } from '#archive'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import type { Route } from './+types/picture'
import { bodyOf, fileHeaders, scanSubject } from './picture.server.ts'
import { filesOf } from './tools.server.ts'

/** One page of a scan as it is shown, for who may see the scan; each look is a line in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const [scanId, page] = [numberIn(params.scanId), numberIn(params.page)]
  const picture = await withActor(desk.database, desk.actor, async (transaction) => {
    const found = await findPicture(transaction, { scanId, page })
    if (found) await recordRead(transaction, scanSubject(scanId, found.unitUid), { page })
    return found
  })
  if (!picture) throw new Response(null, { status: 404 })
  return new Response(await bodyOf(filesOf(desk), picture.sha256), {
    headers: {
      ...fileHeaders,
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="trang.jpg"',
    },
  })
}
