import {
  addMonths,
  BeyondCalendar,
  dayFrom,
  type LocalDate,
  lastDayOf,
  type Month,
  monthNumberOf,
  monthOf,
  rollBack,
  yearOf,
} from '#calendar'
import { stateCalendar } from '#law/holidays'
import type { FindingKind } from './kinds.ts'

/** The payment list of a month and the money for it go out before this day of the month before (NĐ 335/2026 Đ28). */
const listsBefore = 25

/** The next list that can still be changed. */
export interface NextList {
  /** The month it pays. */
  month: Month
  /** The last working day before it goes out; undefined in years whose days off nobody has announced. */
  dueOn: LocalDate | undefined
}

/** The list that goes out next, as seen on a day. */
export function nextListOn(on: LocalDate): NextList {
  for (let going = monthOf(on); ; going = addMonths(going, 1)) {
    const dueOn = lastWorkingDay(dayFrom(yearOf(going), monthNumberOf(going), listsBefore - 1))
    const last = dueOn ?? dayFrom(yearOf(going), monthNumberOf(going), listsBefore - 1)
    if (last >= on) return { month: addMonths(going, 1), dueOn }
  }
}

/**
 * By when somebody must have acted, where the law names no day for the finding itself: what is paid wrongly is put
 * right with the next list; what is not received is decided before the month ends, because a decision gives from the
 * month in which it is signed.
 */
export function dueDayOf(kind: FindingKind, recordedDong: number, on: LocalDate): LocalDate | undefined {
  if (kind === 'missed' || (kind === 'unknown' && recordedDong === 0)) return lastDecisionDay(on)
  return nextListOn(on).dueOn
}

function lastDecisionDay(on: LocalDate): LocalDate | undefined {
  const dueOn = lastWorkingDay(lastDayOf(monthOf(on)))
  return dueOn === undefined || dueOn >= on ? dueOn : lastWorkingDay(lastDayOf(addMonths(monthOf(on), 1)))
}

function lastWorkingDay(on: LocalDate): LocalDate | undefined {
  try {
    return rollBack(on, stateCalendar)
  } catch (error) {
    if (error instanceof BeyondCalendar) return undefined
    throw error
  }
}
