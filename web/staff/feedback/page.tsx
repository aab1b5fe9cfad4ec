import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/page'
import { loadQueue } from './load-queue.server.ts'
import { Queue } from './queue.tsx'

export async function loader({ context, url }: Route.LoaderArgs) {
  return loadQueue(await getDesk(context, url), url, { reserved: false })
}

/** What citizens wrote, as far as the officer may see, what is due first on top. */
export default function FeedbackQueue({ loaderData }: Route.ComponentProps) {
  return <Queue {...loaderData} />
}
