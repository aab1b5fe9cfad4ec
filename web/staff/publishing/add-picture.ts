import { withActor } from '#platform/database'
import { type Files, filesFolder, openFiles } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import { cutBanner } from '#platform/pictures-banner'
import { prepareForWeb, webPictureLimits } from '#platform/web-pictures'
import { addPicture, findPicture } from '#publishing'
import { type Desk, getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/add-picture'
import { getEditable } from './manuscript.server.ts'

/** Wider than any size that is kept. */
const largestWidth = 10_000

/** There is nothing to look at here, for whoever is signed in. */
export async function loader({ context, url }: Route.LoaderArgs) {
  await getDesk(context, url)
  throw new Response(null, { status: 404 })
}

/** Takes one picture for a text: told from its content, its sizes kept without a word about camera or place. */
export async function action({ context, request, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  await withActor(desk.database, desk.actor, (transaction) => getEditable(transaction, desk, params.id))
  const form = await request.formData()
  const store = openFiles(filesFolder(desk.config))
  const sent = form.has('cutOf') ? await cutAgain(desk, store, form) : await sentIn(form)
  if (!sent.ok) return refused(sent.because)
  const made = await prepareForWeb(sent.bytes)
  if (!made.ok) return refused(made.because)
  const sizes = await Promise.all(
    made.sizes.map(async ({ bytes, ...size }) => {
      const kept = await store.keep([bytes], { bytesMax: webPictureLimits.bytesMax * 4 })
      return { ...size, bytes: kept.bytes, sha256: kept.sha256 }
    }),
  )
  const id = await withActor(desk.database, desk.actor, (transaction) =>
    addPicture(transaction, { sizes, fileName: plainFileName(sent.fileName) }),
  )
  return Response.json({ ok: true, id })
}

type Sent = { ok: true; bytes: Uint8Array; fileName: string } | { ok: false; because: string }

async function sentIn(form: FormData): Promise<Sent> {
  const file = form.get('file')
  if (!(file instanceof File)) return { ok: false, because: 'empty' }
  if (file.size > webPictureLimits.bytesMax) return { ok: false, because: 'tooLarge' }
  return { ok: true, bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name }
}

/** A picture that is here already, cut to be shown over a text; the one it is cut from stays as it is. */
async function cutAgain(desk: Pick<Desk, 'database' | 'actor'>, store: Files, form: FormData): Promise<Sent> {
  const [id, at] = [String(form.get('cutOf')), Number(form.get('cutAt'))]
  const before = await withActor(desk.database, desk.actor, (transaction) =>
    findPicture(transaction, id, largestWidth),
  )
  if (!before || !Number.isFinite(at)) return { ok: false, because: 'failed' }
  const bytes = await cutBanner(await store.read(before.sha256), at)
  return bytes ? { ok: true, bytes, fileName: 'banner.webp' } : { ok: false, because: 'broken' }
}

function refused(because: string): Response {
  return Response.json({ ok: false, because }, { status: 422 })
}
