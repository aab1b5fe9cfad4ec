import { type LocalDate, type Month, monthOf } from '#calendar'
import { type SweepOptions, type SweepQuestion, type SweepResult, sweep } from '#findings'
import { recordChange } from '#platform/audit'
import { type Database, withActor } from '#platform/database'
import type { Background } from './background.ts'

/** What is asked in the queue: nothing is the current month as known today. */
interface SweepAsked {
  month?: Month
  knownOn?: LocalDate
}

/** One o'clock at night in Vietnam, when the day has just changed and nobody writes. */
export const nightly = '0 1 * * *'

const machine = { kind: 'system', job: 'sweep' } as const

/** Runs the law over everyone and writes in the audit log who asked for it; undefined is the machine itself. */
export async function runSweep(
  database: Pick<Database, 'pool'>,
  question: SweepQuestion,
  { startedBy, ...options }: SweepOptions & { startedBy?: string | undefined } = {},
): Promise<SweepResult> {
  const run = await sweep(database, question, options)
  const { id, month, knownOn, people, counts } = run
  await withActor(database, machine, (transaction) =>
    recordChange(
      transaction,
      'sweep',
      { kind: 'sweep', id: String(id) },
      { month, knownOn, people, counts, startedBy },
    ),
  )
  return run
}

/** Sweeps whenever the queue asks, and asks every night itself. */
export async function workOnSweeps({ database, queue, today }: Background): Promise<void> {
  await queue.work<SweepAsked>('sweep', async ({ month, knownOn = today() }, { report, startedBy }) => {
    const began = performance.now()
    const question = { month: month ?? monthOf(knownOn), knownOn }
    const elapsedMs = () => performance.now() - began
    const { counts } = await runSweep(database, question, { startedBy, onProgress: report, elapsedMs })
    return { ...question, counts }
  })
  await queue.schedule('sweep', nightly, {})
}
