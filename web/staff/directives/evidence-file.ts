import { findEvidence } from '#directives'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { bodyOf, fileHeaders } from '#web/staff/archive/picture.server.ts'
import { filesOf } from '#web/staff/archive/tools.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { savingHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/evidence-file'

/** A file of evidence, for whoever sees the task it belongs to; the log tells who took it. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const file = await withActor(desk.database, desk.actor, async (transaction) => {
    const evidence = await findEvidence(transaction, numberIn(params.evidenceId))
    if (evidence?.file)
      await recordRead(transaction, { kind: 'task', id: String(evidence.taskId) }, { evidence: evidence.id })
    return evidence?.file
  })
  if (!file) throw new Response(null, { status: 404 })
  return new Response(await bodyOf(filesOf(desk), file.sha256), {
    headers: { ...fileHeaders, ...savingHeaders(file.fileName, file.mediaType) },
  })
}
