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
import { monthText } from '#law/wording'
import type { Text } from '#rules'
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

/** What a finding waits for where the law names no day for itself: it is recorded, and its day is read from it. */
export type DueBy = 'list' | 'decision'

/**
 * What is paid wrongly is put right with the next list; what is not received is decided before the month ends,
 * because a decision gives from the month in which it is signed.
 */
export function dueByOf(kind: FindingKind, recordedDong: number): DueBy {
  return kind === 'missed' || (kind === 'unknown' && recordedDong === 0) ? 'decision' : 'list'
}

/** The days and the list of findings as seen on a day: they move on by themselves, and no finding is written for it. */
export interface Due {
  on: Readonly<Record<DueBy, LocalDate | undefined>>
  /** In a next step, with `listMonth` replaced. */
  listText: string
}

/** Stands in a next step for the month of the next list. */
export const listMonth = '{list}'

export function dueSeenOn(on: LocalDate): Due {
  const { month, dueOn } = nextListOn(on)
  return {
    on: { list: dueOn, decision: lastDecisionDay(on) },
    listText: monthText(month),
  }
}

/** A next step as it reads when the list is known. */
export function stepWith({ listText }: Due, { vi, en }: Text): Text {
  return { vi: vi.replace(listMonth, listText), en: en.replace(listMonth, listText) }
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
