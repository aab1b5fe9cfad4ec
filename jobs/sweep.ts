import { addDays, addMonths, type LocalDate, type Month, monthOf, weekdayOf } from '#calendar'
import { type SweepOptions, type SweepQuestion, type SweepResult, sweep } from '#findings'
import { recordChange } from '#platform/audit'
import { type Database, withActor } from '#platform/database'
import type { Background } from './background.ts'
import { measuring } from './measure-indicators.ts'

/** What is asked in the queue: nothing is the current month as known today, by what has changed where that is sure. */
interface SweepAsked {
  month?: Month
  knownOn?: LocalDate
  /** Everybody, even if the changes would be enough. */
  whole?: boolean
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
  const { id, month, knownOn, people, counts, mode, judged } = run
  await withActor(database, machine, (transaction) =>
    recordChange(
      transaction,
      'sweep',
      { kind: 'sweep', id: String(id) },
      { month, knownOn, people, counts, mode, judged, startedBy },
    ),
  )
  return run
}

/**
 * Sweeps whenever the queue asks, and asks every night itself: by what has changed, and with everybody on Sundays, so
 * that no doubt outlives a week. A month that was never swept is swept with everybody by itself; so that this is not
 * the first night of the month, the last night of the month before sweeps it ahead.
 */
export async function workOnSweeps({ database, queue, today }: Background): Promise<void> {
  await queue.work<SweepAsked>(
    'sweep',
    async ({ month, knownOn = today(), whole }, { report, startedBy }) => {
      const began = performance.now()
      const question = { month: month ?? monthOf(knownOn), knownOn }
      const byItself = startedBy === undefined
      const mode = whole || (byItself && isSunday(knownOn)) ? 'whole' : 'changed'
      const options = { startedBy, onProgress: report, elapsedMs: () => performance.now() - began }
      const run = await runSweep(database, question, { ...options, mode })
      if (byItself && month === undefined && isLastOfMonth(knownOn))
        await runSweep(
          database,
          { month: addMonths(question.month, 1), knownOn },
          { ...options, mode: 'whole' },
        )
      // What was measured must not lag behind what the pages of findings say.
      await queue.send(measuring, {}, { key: `sweep ${run.id}` })
      return { ...question, counts: run.counts, mode: run.mode, judged: run.judged, because: run.because }
    },
  )
  await queue.schedule('sweep', nightly, {})
}

function isLastOfMonth(on: LocalDate): boolean {
  return monthOf(addDays(on, 1)) !== monthOf(on)
}

function isSunday(on: LocalDate): boolean {
  return weekdayOf(on) === 0
}
