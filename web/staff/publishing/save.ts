import { withActor } from '#platform/database'
import { compareContents, saveManuscript } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import type { Route } from './+types/save'
import { contentIn, partBeyond } from './content-form.server.ts'
import { getEditable } from './manuscript.server.ts'
import { namesFor } from './names.server.ts'
import type { SaveAnswer } from './saving.ts'

/** There is nothing to look at here, for whoever is signed in. */
export async function loader({ context, url }: Route.LoaderArgs) {
  await getDesk(context, url)
  throw new Response(null, { status: 404 })
}

/** Keeps what is being typed, as the editor sends it every few seconds, and tells when somebody else saved before. */
export async function action({ context, request, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const form = await request.formData()
  const nameOf = await namesFor(desk, 'vi')
  const answer = await withActor(desk.database, desk.actor, async (transaction): Promise<SaveAnswer> => {
    const before = await getEditable(transaction, desk, params.id)
    const { content, problems } = contentIn(form, before.content, before.kind)
    if (problems.body) return { ok: false, because: 'invalid', part: 'body' }
    const version = numberIn(form.get('version'))
    const saved = await saveManuscript(transaction, { id: before.id, version, content })
    if (saved.ok) return { ok: true, version: saved.version, savedAt: saved.savedAt.toISOString(), problems }
    if (saved.because === 'invalid') return { ok: false, because: 'invalid', part: partBeyond(content) }
    if (saved.because !== 'conflict') return { ok: false, because: saved.because }
    return {
      ...{ ok: false, because: 'conflict', version: saved.version },
      isOwn: desk.actor.kind === 'officer' && saved.editedBy === `officer:${desk.actor.id}`,
      editedBy: nameOf(saved.editedBy),
      editedAt: saved.editedAt.toISOString(),
      differences: compareContents(saved.content, content)
        .filter(({ change }) => change !== 'same')
        .slice(0, 60),
    }
  })
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } })
}
