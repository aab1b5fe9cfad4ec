import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/reserved'
import { loadQueue } from './load-queue.server.ts'
import { Queue } from './queue.tsx'
import { seesReserved } from './sight.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  // To everybody else this page is not there.
  if (!seesReserved(desk.officer)) throw new Response(null, { status: 404 })
  return loadQueue(desk, url, { reserved: true })
}

/** Denunciations, or what is about children: for accounts that were given that area by name. */
export default function ReservedQueue({ loaderData }: Route.ComponentProps) {
  return <Queue {...loaderData} />
}
