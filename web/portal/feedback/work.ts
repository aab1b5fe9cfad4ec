import { challengeAllowance, issueWork, spendAllowance } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { requestContext, servicesContext } from '#web/context.ts'
import type { Route } from './+types/work'

/** Work for the visitor's browser, which then asks no code of its owner. */
export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { address } = context.get(requestContext)
  const at = now()
  const work = await withActor(
    context.get(servicesContext).database,
    { kind: 'citizen' },
    async (transaction) => {
      const allowance = await spendAllowance(transaction, challengeAllowance, { address, now: at })
      return allowance.ok ? issueWork(transaction, at) : undefined
    },
  )
  if (!work) return new Response(null, { status: 429, headers: { 'retry-after': '600' } })
  return Response.json(work, { headers: { 'cache-control': 'no-store' } })
}
