import type { Handler } from '#feedback'
import type { Desk } from '#web/staff/access.ts'

/** The officer of a desk, as messages know them. */
export function handlerOf({ actor }: Desk): Handler {
  if (actor.kind !== 'officer') throw new Response(null, { status: 403 })
  return actor
}
