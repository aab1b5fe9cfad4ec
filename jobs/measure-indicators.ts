import { addDays, addMonths, firstDayOf, type LocalDate, monthOf } from '#calendar'
import { countTasks } from '#directives'
import { feedbackFigures } from '#feedback'
import { type Figure, measureAll, measureOverTime } from '#indicators'
import { type Database, withActor } from '#platform/database'
import { countArticles } from '#publishing'
import type { Background } from './background.ts'
import { publishFigures } from './publish-figures.ts'

/** The queue's name of the work that counts every metric. */
export const measuring = 'measureIndicators'

/** Three o'clock at night in Vietnam: the sweep of one o'clock is over, and measures by itself as well. */
export const measuredNightly = '0 3 * * *'

const machine = { kind: 'system', job: 'measureIndicators' } as const
const monthsBack = 12
const yearDays = 365

export interface MeasuringResult {
  on: LocalDate
  metrics: number
  /** Figures that were new or had changed since the last time on the same day. */
  written: number
  /** Days gone by that were counted as well. */
  pastDays: number
}

/**
 * Counts every metric as of today and keeps the figures; what stands already is not written again. Of the twelve months
 * before, what is kept over time is counted as of their last days wherever a month was not measured at all: so there is a
 * beginning, and no hole where the program stood still.
 */
export async function measureIndicators(
  database: Database,
  { today, onProgress }: { today: LocalDate; onProgress?: (done: number, total: number) => Promise<void> },
): Promise<MeasuringResult> {
  const past = await listUnmeasured(database, monthEndsBefore(today))
  let written = 0
  for (const [index, on] of past.entries()) {
    await onProgress?.(index, past.length + 1)
    written += (await withActor(database, machine, (transaction) => measureAll(transaction, { on, today })))
      .written
  }
  await onProgress?.(past.length, past.length + 1)
  const handedIn = await figuresFromBelow(database, today)
  const now = await withActor(database, machine, (transaction) =>
    measureAll(transaction, { on: today, today, handedIn }),
  )
  return { on: today, metrics: now.measured.length, written: written + now.written, pastDays: past.length }
}

/** Those of the last days of months in whose month nothing was measured. */
async function listUnmeasured(database: Database, monthEnds: readonly LocalDate[]): Promise<LocalDate[]> {
  const [from, to] = [firstDayOf(monthOf(monthEnds[0] as LocalDate)), monthEnds.at(-1) as LocalDate]
  const series = await withActor(database, machine, (transaction) =>
    measureOverTime(transaction, { key: 'recipients', from, to }),
  )
  const measured = new Set(series.map(({ asOf }) => monthOf(asOf)))
  return monthEnds.filter((on) => !measured.has(monthOf(on)))
}

/** The last days of the months before a day, the oldest first. */
function monthEndsBefore(today: LocalDate): LocalDate[] {
  const month = monthOf(today)
  return Array.from({ length: monthsBack }, (_, index) =>
    addDays(firstDayOf(addMonths(month, index + 1 - monthsBack)), -1),
  )
}

/** What services further down the river count themselves. */
async function figuresFromBelow(database: Database, today: LocalDate): Promise<Map<string, Figure[]>> {
  const province = (part: number, whole?: number): Figure[] => [
    { split: '', unitUid: undefined, part, whole },
  ]
  const from = addDays(today, -yearDays)
  const { feedback, tasks } = await withActor(database, machine, async (transaction) => ({
    feedback: await feedbackFigures(transaction, { from, to: today, today }),
    tasks: await countTasks(transaction, { today }),
  }))
  const sum = (of: 'answered' | 'answeredInTime' | 'late') =>
    feedback.reduce((all, each) => all + each[of], 0)
  const inTime = tasks.inTime + tasks.nearDue + tasks.doneInTime
  return new Map([
    ['articles-published', province(await countArticles(database.query))],
    ['feedback-on-time', province(sum('answeredInTime'), sum('answered') + sum('late'))],
    ['tasks-in-time', province(inTime, inTime + tasks.late + tasks.doneLate)],
  ])
}

/**
 * Measures whenever the queue asks: every night, after each sweep, and once on every day on which the program is
 * started, so that no page waits for a night. What is measured first in a month is told to the public.
 */
export async function workOnMeasuring({ database, queue, today }: Background): Promise<void> {
  await queue.work(measuring, async (_, { report }) => {
    const result = await measureIndicators(database, {
      today: today(),
      onProgress: (done, total) => report({ done, total, message: 'Đo các chỉ số' }),
    })
    await publishFigures(database, { today: today() })
    return result
  })
  await queue.schedule(measuring, measuredNightly, {})
  await queue.send(measuring, {}, { key: `start ${today()}` })
}
