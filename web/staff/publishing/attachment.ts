import { withActor } from '#platform/database'
import { filesFolder, openFiles } from '#platform/files'
import { findAttachment } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import { bodyOf, fileHeaders } from '#web/staff/archive/picture.server.ts'
import { savingHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/attachment'

/** An attachment as readers will save it, for officers to look at before. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, config } = await getDesk(context, url)
  const file = await withActor(database, actor, (transaction) => findAttachment(transaction, params.fileId))
  if (!file) throw new Response(null, { status: 404 })
  return new Response(await bodyOf(openFiles(filesFolder(config)), file.sha256), {
    headers: { ...fileHeaders, ...savingHeaders(file.fileName, file.type) },
  })
}
