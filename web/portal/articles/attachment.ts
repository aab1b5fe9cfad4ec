import { findAttachment } from '#publishing'
import { servicesContext } from '#web/context.ts'
import type { Route } from './+types/attachment'
import { savedAs, sendPublished } from './files.server.ts'

/** A file of a published article, to be saved under the name it was given. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  const attachment = await findAttachment(database.query, params.attachmentId)
  if (!attachment) throw new Response(null, { status: 404 })
  return sendPublished({ config, request }, { ...attachment, disposition: savedAs(attachment.fileName) })
}
