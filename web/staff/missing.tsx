import type { Route } from './+types/missing'
import { getDesk } from './access.ts'

/** An address below `/can-bo` that is none: told inside the workspace, and only to whom is signed in. */
export async function loader({ context, url }: Route.LoaderArgs): Promise<never> {
  await getDesk(context, url)
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function Missing() {
  return null
}
