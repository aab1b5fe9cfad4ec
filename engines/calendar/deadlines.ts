import { addDays, type LocalDate } from './days.ts'
import { addCivilMonths, type DayOffReason, natureOf, type WorkingCalendar } from './working-days.ts'

export type DeadlineUnit = 'workingDays' | 'days' | 'months'

export interface Period {
  /** The day of the event: it is not counted (Civil Code art. 147.2). */
  start: LocalDate
  unit: DeadlineUnit
  /** A whole number, at least 1. */
  count: number
}

/** One line of the computation, in the order of the days. */
export type DeadlineStep =
  | { on: LocalDate; does: 'start' }
  | { on: LocalDate; does: 'count'; number: number; name?: string }
  | { on: LocalDate; does: 'skip'; reason: DayOffReason; name?: string }
  | { on: LocalDate; does: 'reach'; unit: 'days' | 'months'; count: number; endOfMonth: boolean }
  | { on: LocalDate; does: 'roll'; reason: DayOffReason; name?: string }
  | { on: LocalDate; does: 'due' }

export interface Deadline {
  /** Where the period ends before a day off is rolled; the same as `dueOn` for working days. */
  raw: LocalDate
  /** The last day, until 24:00 (Civil Code art. 148.6). */
  dueOn: LocalDate
  steps: DeadlineStep[]
}

/**
 * The last day of a period counted as the Civil Code says (art. 147.2, 148.1, 148.3, 148.5), with every line of
 * the computation. Throws RangeError on a count that is not a whole number from 1, BeyondCalendar when the
 * period leaves the years whose days off are known.
 */
export function computeDeadline(period: Period, calendar: WorkingCalendar): Deadline {
  if (!Number.isSafeInteger(period.count) || period.count < 1) {
    throw new RangeError(`Thời hạn phải là số nguyên từ 1 trở lên, không phải ${period.count}`)
  }
  const steps: DeadlineStep[] = [{ on: period.start, does: 'start' }]
  const raw = period.unit === 'workingDays' ? countWorkingDays(period, calendar, steps) : reach(period, steps)
  const dueOn = roll(raw, calendar, steps)
  steps.push({ on: dueOn, does: 'due' })
  return { raw, dueOn, steps }
}

function countWorkingDays(period: Period, calendar: WorkingCalendar, steps: DeadlineStep[]): LocalDate {
  let on = period.start
  for (let number = 0; number < period.count; ) {
    on = addDays(on, 1)
    const nature = natureOf(on, calendar)
    const name = nature.name === undefined ? {} : { name: nature.name }
    if (nature.works) {
      number += 1
      steps.push({ on, does: 'count', number, ...name })
    } else {
      steps.push({ on, does: 'skip', reason: nature.reason, ...name })
    }
  }
  return on
}

function reach({ start, unit, count }: Period, steps: DeadlineStep[]): LocalDate {
  const inMonths = unit === 'months'
  const on = inMonths ? addCivilMonths(start, count) : addDays(start, count)
  const endOfMonth = inMonths && on.slice(8) !== start.slice(8)
  steps.push({ on, does: 'reach', unit: inMonths ? 'months' : 'days', count, endOfMonth })
  return on
}

function roll(raw: LocalDate, calendar: WorkingCalendar, steps: DeadlineStep[]): LocalDate {
  let on = raw
  for (let nature = natureOf(on, calendar); !nature.works; nature = natureOf(on, calendar)) {
    steps.push({
      on,
      does: 'roll',
      reason: nature.reason,
      ...(nature.name === undefined ? {} : { name: nature.name }),
    })
    on = addDays(on, 1)
  }
  return on
}
