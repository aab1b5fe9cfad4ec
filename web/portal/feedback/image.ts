import { challengeAllowance, issueImage, spendAllowance } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { requestContext, servicesContext } from '#web/context.ts'
import type { Route } from './+types/image'
import { challengeCookie } from './challenge-cookie.ts'

/** A new picture with a code, and the cookie that names it: kept out of the page, so that pages can be shared. */
export async function loader({ context, url }: Route.LoaderArgs): Promise<Response> {
  const { address } = context.get(requestContext)
  const at = now()
  const image = await withActor(
    context.get(servicesContext).database,
    { kind: 'citizen' },
    async (transaction) => {
      const allowance = await spendAllowance(transaction, challengeAllowance, { address, now: at })
      return allowance.ok ? issueImage(transaction, at) : undefined
    },
  )
  if (!image) return new Response(null, { status: 429, headers: { 'retry-after': '600' } })
  return new Response(image.svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'no-store',
      'set-cookie': challengeCookie(image.id, url.protocol === 'https:'),
    },
  })
}
