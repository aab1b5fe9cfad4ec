import type { Config } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { hasReached, markReached } from '#platform/milestones'
import type { Sessions } from '#platform/sessions'
import { seedPublishing } from '#publishing'
import { openDemonstrationAccounts } from './accounts.ts'

const milestone = 'demonstration'

/** Whether this province is the synthetic one. */
export function isDemonstration(database: Database): Promise<boolean> {
  return hasReached(database.query, milestone)
}

/** What every province needs, and on the first start of an empty one the demonstration with its accounts. */
export async function prepareProvince(
  { database, sessions, config }: { database: Database; sessions: Sessions; config: Config },
  onProgress: (detail: string) => void,
): Promise<void> {
  await withActor(database, { kind: 'system', job: 'start' }, seedPublishing)
  if (config.demonstrationPeople === 0 || (await isDemonstration(database))) return
  onProgress(`(${config.demonstrationPeople.toLocaleString('vi-VN')})`)
  await openDemonstrationAccounts(sessions)
  await markReached(database.query, milestone)
}
