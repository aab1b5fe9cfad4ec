import type { LocalDate } from '#calendar'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import type { Files } from '#platform/files'
import { hasReached, markReached } from '#platform/milestones'
import { readEvidence, reportFigures, setGoals } from './demonstration/evidence.ts'
import { measureIndicators } from './measure-indicators.ts'
import { publishFigures } from './publish-figures.ts'
import { makeBriefing } from './weekly-briefing.ts'

/** Reached by a demonstration whose metrics were measured, told and given goals. */
const milestone = 'demonstration measured'
const machine = { kind: 'system', job: 'demonstration' } as const

/**
 * Measures the demonstration as each night does, for the ends of the months gone by too; tells the public; gives metrics of
 * the notice goals and reports beside what was measured; and writes this week's briefing by the job of every Monday. Once,
 * after the notice, the texts and the messages are in; returns whether it did.
 */
export async function measureDemonstration({
  database,
  files,
  officerOf,
  today,
  now,
  onProgress,
}: {
  database: Database
  files: Pick<Files, 'keep'>
  /** The demonstration’s officer of an agency; undefined where it has none. */
  officerOf: (agency: string) => Actor | undefined
  today: LocalDate
  now: Date
  onProgress?: (done: number, total: number) => Promise<void>
}): Promise<boolean> {
  if (await hasReached(database.query, milestone)) return false
  await measureIndicators(database, { today, ...(onProgress ? { onProgress } : {}) })
  await publishFigures(database, { today })
  const as = <Result>(agency: string, work: (transaction: Transaction) => Promise<Result>) =>
    withActor(database, officerOf(agency) ?? machine, work)
  const evidence = await as('provinceOffice', (transaction) => readEvidence(transaction, today))
  await as('provinceOffice', (transaction) => setGoals(transaction, evidence))
  await reportFigures(as, evidence)
  await makeBriefing(database, files, { today, now })
  await markReached(database.query, milestone)
  return true
}
