import { withActor } from '#platform/database'
import { filesFolder, openFiles } from '#platform/files'
import { findPicture } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import { bodyOf, fileHeaders } from '#web/staff/archive/picture.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import type { Route } from './+types/picture'

/** A picture as the editor and the preview show it, whether or not it was published. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, config } = await getDesk(context, url)
  const picture = await withActor(database, actor, (transaction) =>
    findPicture(transaction, params.pictureId, numberIn(params.width)),
  )
  if (!picture) throw new Response(null, { status: 404 })
  return new Response(await bodyOf(openFiles(filesFolder(config)), picture.sha256), {
    headers: { ...fileHeaders, 'content-type': picture.type, 'content-disposition': 'inline' },
  })
}
