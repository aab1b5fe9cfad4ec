import { loadDemonstration } from '#jobs/demonstration'
import { today } from '#platform/clock'
import type { Config } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { hasReached, markReached } from '#platform/milestones'
import type { Sessions } from '#platform/sessions'
import { seedPublishing } from '#publishing'
import { countPersons } from '#registry'
import { openDemonstrationAccounts } from './accounts.ts'

const machine = { kind: 'system', job: 'start' } as const
const milestone = 'demonstration'
const seed = 20_260_701

/** Whether this province is the synthetic one. */
export function isDemonstration(database: Database): Promise<boolean> {
  return hasReached(database.query, milestone)
}

/**
 * What every province needs, and on the first start of an empty one the demonstration with its accounts. Killed half
 * way, the next start does the rest; a register that holds people of its own is never touched.
 */
export async function prepareProvince(
  { database, sessions, config }: { database: Database; sessions: Sessions; config: Config },
  onProgress: (detail: string) => void,
): Promise<void> {
  const people = await withActor(database, machine, async (transaction) => {
    await seedPublishing(transaction)
    return countPersons(transaction)
  })
  const isFirst = people === 0 && config.demonstrationPeople > 0
  if (isFirst) await markReached(database.query, milestone)
  if ((await isDemonstration(database)) && (await sessions.countAccounts()) === 0) {
    await openDemonstrationAccounts(sessions)
  }
  if (!isFirst) return
  const began = performance.now()
  await loadDemonstration({
    database,
    people: config.demonstrationPeople,
    seed,
    today: today(),
    onProgress: ({ done, total, message }) => onProgress(`[${done}/${total}] ${message}`),
    elapsedMs: () => performance.now() - began,
  })
}
