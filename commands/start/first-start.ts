import { demonstrationMilestone, loadDemonstration } from '#jobs/demonstration'
import { loadCorrespondence } from '#jobs/demonstration/correspondence'
import { loadDirective440 } from '#jobs/demonstration/directive-440'
import { measureDemonstration } from '#jobs/demonstration-measured'
import { loadUnits } from '#jobs/units-table'
import { now, today } from '#platform/clock'
import type { Config } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { filesFolder, openFiles } from '#platform/files'
import { hasReached, markReached } from '#platform/milestones'
import { findOfficerNamed } from '#platform/officers'
import { actorOf, type Sessions } from '#platform/sessions'
import { seedProcedures, seedPublishing } from '#publishing'
import { countPersons } from '#registry'
import { demonstrationAccounts, openDemonstrationAccounts } from './accounts.ts'

const machine = { kind: 'system', job: 'start' } as const
const seed = 20_260_701

/** Whether this province is the synthetic one. */
export function isDemonstration(database: Database): Promise<boolean> {
  return hasReached(database.query, demonstrationMilestone)
}

/** What the one who starts an empty province should know. */
export interface Province {
  people: number
  /** Nobody can sign in yet. */
  hasNoAccount: boolean
}

/**
 * What every province needs — its units, the portal's articles — and on the first start of an empty one the
 * demonstration. Whenever the people are invented, the demonstration's accounts are opened too, `ansinh demo` having
 * loaded them or this. Killed half way, the next start does the rest; a register of real people is never touched.
 */
export async function prepareProvince(
  { database, sessions, config }: { database: Database; sessions: Sessions; config: Config },
  onProgress: (detail: string) => void,
): Promise<Province> {
  await loadUnits(database)
  const people = await withActor(database, machine, async (transaction) => {
    await seedPublishing(transaction)
    await seedProcedures(transaction, today())
    return countPersons(transaction)
  })
  const isFirst = people === 0 && config.demonstrationPeople > 0 && (await sessions.countAccounts()) === 0
  if (isFirst) await markReached(database.query, demonstrationMilestone)
  if ((await isDemonstration(database)) && (await sessions.countAccounts()) === 0) {
    await openDemonstrationAccounts(sessions)
  }
  if (isFirst || (people === 0 && (await isDemonstration(database)))) await fill(database, config, onProgress)
  if (await isDemonstration(database)) await bringWorkIn(database, config, onProgress)
  return { people, hasNoAccount: (await sessions.countAccounts()) === 0 }
}

async function fill(database: Database, config: Config, onProgress: (detail: string) => void): Promise<void> {
  if (config.demonstrationPeople === 0) return
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

/** The notice with its tasks, texts, messages and figures, in the names of the demonstration's officers; once. */
async function bringWorkIn(
  database: Database,
  config: Config,
  onProgress: (detail: string) => void,
): Promise<void> {
  const found = await Promise.all(
    demonstrationAccounts.map(({ username }) => findOfficerNamed(database, username)),
  )
  const officers = found.flatMap((each) => {
    const actor = each && actorOf(each)
    return actor?.kind === 'officer' ? [actor] : []
  })
  const officerOf = (agency: string) => officers.find((each) => each.agency === agency)
  await loadDirective440({ database, today: today(), officerOf })
  await loadCorrespondence({ database, officers, seed, now: now() })
  await measureDemonstration({
    database,
    files: openFiles(filesFolder(config)),
    officerOf,
    today: today(),
    now: now(),
    onProgress: async (done, total) => onProgress(`[${done}/${total}] Đo các chỉ số`),
  })
}
