import { withActor } from '#platform/database'
import { filesFolder, openFiles } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import { prepareForWeb, webPictureLimits } from '#platform/web-pictures'
import { addPicture } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/add-picture'
import { getEditable } from './manuscript.server.ts'

/** There is nothing to look at here, for whoever is signed in. */
export async function loader({ context, url }: Route.LoaderArgs) {
  await getDesk(context, url)
  throw new Response(null, { status: 404 })
}

/** Takes one picture for a text: told from its content, its sizes kept without a word about camera or place. */
export async function action({ context, request, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  await withActor(desk.database, desk.actor, (transaction) => getEditable(transaction, desk, params.id))
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) return refused('empty')
  if (file.size > webPictureLimits.bytesMax) return refused('tooLarge')
  const made = await prepareForWeb(new Uint8Array(await file.arrayBuffer()))
  if (!made.ok) return refused(made.because)
  const store = openFiles(filesFolder(desk.config))
  const sizes = await Promise.all(
    made.sizes.map(async ({ bytes, ...size }) => {
      const kept = await store.keep([bytes], { bytesMax: webPictureLimits.bytesMax * 4 })
      return { ...size, bytes: kept.bytes, sha256: kept.sha256 }
    }),
  )
  const id = await withActor(desk.database, desk.actor, (transaction) =>
    addPicture(transaction, { sizes, fileName: plainFileName(file.name) }),
  )
  return Response.json({ ok: true, id })
}

function refused(because: string): Response {
  return Response.json({ ok: false, because }, { status: 422 })
}
