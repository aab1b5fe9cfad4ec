import { findPicture } from '#publishing'
import { servicesContext } from '#web/context.ts'
import type { Route } from './+types/picture'
import { sendPublished } from './files.server.ts'

/** A picture of a published article in the smallest size that is wide enough; `chia-se.jpg` is the one other sites show. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  const { pictureId, width } = params
  const shared = width === 'chia-se.jpg'
  if (!shared && !/^\d{2,4}$/.test(width)) throw new Response(null, { status: 404 })
  const picture = shared
    ? await findPicture(database.query, pictureId, 1_200, 'image/jpeg')
    : await findPicture(database.query, pictureId, Number(width))
  if (!picture) throw new Response(null, { status: 404 })
  return sendPublished({ config, request }, { ...picture, disposition: 'inline' })
}
