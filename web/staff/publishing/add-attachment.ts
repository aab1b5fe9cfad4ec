import { attachmentBytesMax, prepareAttachment } from '#platform/attachments'
import { withActor } from '#platform/database'
import { filesFolder, openFiles } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import { addAttachment } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/add-attachment'
import { getEditable } from './manuscript.server.ts'

/** There is nothing to look at here, for whoever is signed in. */
export async function loader({ context, url }: Route.LoaderArgs) {
  await getDesk(context, url)
  throw new Response(null, { status: 404 })
}

/** Takes one file for readers to save: told from its content, and kept without the names its program wrote into it. */
export async function action({ context, request, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  await withActor(desk.database, desk.actor, (transaction) => getEditable(transaction, desk, params.id))
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) return refused('empty')
  if (file.size > attachmentBytesMax) return refused('tooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const made = await prepareAttachment(bytes, plainFileName(file.name))
  if (!made.ok) return refused(made.because)
  const store = openFiles(filesFolder(desk.config))
  const { sha256, bytes: size } = await store.keep([made.bytes], { bytesMax: attachmentBytesMax })
  const { type, fileName, remarks, names, isChanged: isCleaned } = made
  const id = await withActor(desk.database, desk.actor, (transaction) =>
    addAttachment(transaction, { fileName, type, bytes: size, sha256, remarks, names, isCleaned }),
  )
  return Response.json({ ok: true, id, fileName, bytes: size, remarks, names, isCleaned })
}

function refused(because: string): Response {
  return Response.json({ ok: false, because }, { status: 422 })
}
