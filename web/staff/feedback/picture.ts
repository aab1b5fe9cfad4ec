import { FeedbackNotFound, findFeedbackPicture } from '#feedback'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/picture'

/** The sender's picture, for who handles the message; each look is a line in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const picture = await withActor(desk.database, desk.actor, async (transaction) => {
    const found = await findFeedbackPicture(transaction, params.messageId)
    if (found) await recordRead(transaction, { kind: 'feedback', id: params.messageId }, { what: 'picture' })
    return found
  }).catch((error: unknown) => {
    if (error instanceof FeedbackNotFound) return undefined
    throw error
  })
  if (!picture) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="anh.jpg"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
