import {
  addDays,
  addMonths,
  dayFrom,
  dayNumberOf,
  daysInMonth,
  type LocalDate,
  monthNumberOf,
  monthOf,
  weekdayOf,
  yearOf,
} from './days.ts'

/** Why a day differs from the plain week: the three kinds of day off, and the make-up day that is worked. */
export type SpecialDayKind = 'holiday' | 'substitute' | 'swapOff' | 'swapWork'

export interface SpecialDay {
  kind: SpecialDayKind
  /** As the State names it, in Vietnamese. */
  name: string
}

/** The working days of an authority: Monday to Friday, except the special days, within the years that are known. */
export interface WorkingCalendar {
  knownFrom: LocalDate
  knownTo: LocalDate
  days: ReadonlyMap<LocalDate, SpecialDay>
}

export type DayOffReason = 'weekend' | 'holiday' | 'substitute' | 'swapOff'

/** Nobody has announced the days off of that year yet, so its working days cannot be counted. */
export class BeyondCalendar extends RangeError {
  readonly on: LocalDate
  readonly knownFrom: LocalDate
  readonly knownTo: LocalDate

  constructor(on: LocalDate, calendar: WorkingCalendar) {
    const [from, to] = [inVietnamese(calendar.knownFrom), inVietnamese(calendar.knownTo)]
    super(
      `Chưa có lịch nghỉ của năm ${yearOf(on)} (mới có từ ${from} đến ${to}): ` +
        'bổ sung thông báo nghỉ lễ của năm đó rồi tính lại',
    )
    this.name = 'BeyondCalendar'
    this.on = on
    this.knownFrom = calendar.knownFrom
    this.knownTo = calendar.knownTo
  }
}

function inVietnamese(on: LocalDate): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** What a day is to the authority. Throws BeyondCalendar outside the known years. */
export function natureOf(
  on: LocalDate,
  calendar: WorkingCalendar,
): { works: true; name?: string } | { works: false; reason: DayOffReason; name?: string } {
  if (on < calendar.knownFrom || on > calendar.knownTo) throw new BeyondCalendar(on, calendar)
  const special = calendar.days.get(on)
  if (special?.kind === 'swapWork') return { works: true, name: special.name }
  if (special) return { works: false, reason: special.kind, name: special.name }
  const weekday = weekdayOf(on)
  return weekday === 0 || weekday === 6 ? { works: false, reason: 'weekend' } : { works: true }
}

/** Throws BeyondCalendar outside the known years. */
export function isWorkingDay(on: LocalDate, calendar: WorkingCalendar): boolean {
  return natureOf(on, calendar).works
}

/** The day `count` working days after `start`; `start` itself is never counted (Civil Code art. 147.2). */
export function addWorkingDays(start: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  let on = start
  for (let counted = 0; counted < count; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on, calendar)) counted += 1
  }
  return on
}

/** The same date `count` months later, or the last day of that month when it has no such date (art. 148.3). */
export function addCivilMonths(start: LocalDate, count: number): LocalDate {
  const of = addMonths(monthOf(start), count)
  const last = daysInMonth(yearOf(of), monthNumberOf(of))
  return dayFrom(yearOf(of), monthNumberOf(of), Math.min(dayNumberOf(start), last))
}

/** The day itself when it is worked, or else the next working day (Civil Code art. 148.5). */
export function rollForward(on: LocalDate, calendar: WorkingCalendar): LocalDate {
  let rolled = on
  while (!isWorkingDay(rolled, calendar)) rolled = addDays(rolled, 1)
  return rolled
}

/** The day itself when it is worked, or else the working day before it. */
export function rollBack(on: LocalDate, calendar: WorkingCalendar): LocalDate {
  let rolled = on
  while (!isWorkingDay(rolled, calendar)) rolled = addDays(rolled, -1)
  return rolled
}

/**
 * For duties of the form "at least `days` days before `before`": the latest day the words allow, and the last
 * working day on which somebody can do it.
 */
export function latestBefore(
  before: LocalDate,
  days: number,
  calendar: WorkingCalendar,
): { latestOn: LocalDate; actOn: LocalDate } {
  const latestOn = addDays(before, -days)
  return { latestOn, actOn: rollBack(latestOn, calendar) }
}
