import { publishAuditRoot } from '#platform/audit-root'
import type { Background } from './background.ts'

/** The queue's name of the work that tells everybody the root of the audit log. */
const publishingAuditRoot = 'publishAuditRoot'

/** Five past midnight in Vietnam: what was logged until then is in the root of the day that begins. */
const justAfterMidnight = '5 0 * * *'

/** Tells the root every night and on starting, once a day. */
export async function workOnAuditRoots({ database, queue, today }: Background): Promise<void> {
  await queue.work(publishingAuditRoot, async () => {
    const root = await publishAuditRoot(database, { today: today() })
    return root ? { day: root.day, seal: root.seal } : {}
  })
  await queue.schedule(publishingAuditRoot, justAfterMidnight, {})
  await queue.send(publishingAuditRoot, {}, { key: `start ${today()}` })
}
