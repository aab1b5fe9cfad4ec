import {
  addDays,
  addMonths,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  monthNumberOf,
  monthOf,
  rollBack,
  type WorkingCalendar,
  weekdayOf,
} from '#calendar'
import type { Text } from '#rules'

/** How often a task is to be done again. */
export type Period = 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

export const periodNames: Readonly<Record<Period | 'ongoing', Text>> = {
  weekly: { vi: 'Hằng tuần', en: 'Weekly' },
  monthly: { vi: 'Hằng tháng', en: 'Monthly' },
  quarterly: { vi: 'Hằng quý', en: 'Quarterly' },
  'half-yearly': { vi: '6 tháng một lần', en: 'Half-yearly' },
  yearly: { vi: 'Hằng năm', en: 'Yearly' },
  ongoing: { vi: 'Thường xuyên', en: 'Ongoing' },
}

const monthsIn: Readonly<Record<Exclude<Period, 'weekly'>, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
}

/** One time a recurring task is to be done: within its period, by the last working day of it. */
export interface Occurrence {
  /** The first day of the period. */
  occursOn: LocalDate
  dueOn: LocalDate
}

/**
 * The periods of a recurring task that have begun by `today`, from the one in which it was handed out; each is due on the
 * last working day of its period (our default, pending; the last day itself beyond the known years). `weekday` is the day
 * by which a weekly task is to be done where its words say one; on a day off, the working day before.
 */
export function occurrencesUntil(
  period: Period,
  handedOn: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
  weekday?: number,
): Occurrence[] {
  const occurrences: Occurrence[] = []
  for (let first = firstDay(period, handedOn); first <= today; first = dayAfterPeriod(period, first)) {
    const occurrence = occurrenceFrom(period, first, calendar, weekday)
    if (occurrence.dueOn > handedOn) occurrences.push(occurrence)
  }
  return occurrences
}

/** The occurrence of a recurring task that is due next, on `today` or later and after the day it was handed out. */
export function nextOccurrence(
  period: Period,
  handedOn: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
  weekday?: number,
): Occurrence {
  let first = firstDay(period, handedOn > today ? handedOn : today)
  for (;;) {
    const occurrence = occurrenceFrom(period, first, calendar, weekday)
    if (occurrence.dueOn >= today && occurrence.dueOn > handedOn) return occurrence
    first = dayAfterPeriod(period, first)
  }
}

function occurrenceFrom(
  period: Period,
  first: LocalDate,
  calendar: WorkingCalendar,
  weekday: number | undefined,
): Occurrence {
  const last = addDays(dayAfterPeriod(period, first), -1)
  const due = period === 'weekly' && weekday !== undefined ? addDays(first, (weekday + 6) % 7) : last
  return { occursOn: first, dueOn: lastWorkingDay(due, calendar) }
}

const weekdays: readonly (readonly [RegExp, number])[] = [
  [/thứ\s+(hai|2)/i, 1],
  [/thứ\s+(ba|3)/i, 2],
  [/thứ\s+(tư|4)/i, 3],
  [/thứ\s+(năm|5)/i, 4],
  [/thứ\s+(sáu|6)/i, 5],
  [/thứ\s+(bảy|7)/i, 6],
  [/chủ nhật/i, 0],
]

/** The day of the week by which words that recur weekly are to be done, 0 Sunday … 6 Saturday; undefined when they say none. */
export function weekdaySaid(words: string): number | undefined {
  const day = String.raw`(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\p{L})|chủ nhật)`
  const weekly = 'h[ằà]ng tuần'
  const near = [
    new RegExp(String.raw`${day}\s+${weekly}`, 'iu'),
    new RegExp(
      String.raw`${weekly}[^.;]{0,80}?(?:vào|trước|chậm nhất|mỗi|ngày|,|\()\s*(?:là\s+|ngày\s+)?${day}`,
      'iu',
    ),
  ]
  const text = words.normalize('NFC')
  const said = near.map((each) => each.exec(text)?.[0]).find(Boolean)
  const at = said?.match(new RegExp(day, 'iu'))?.[0]
  return at === undefined ? undefined : weekdays.find(([is]) => is.test(at))?.[1]
}

/** The first day of the period that `on` falls in; weeks begin on Monday. */
function firstDay(period: Period, on: LocalDate): LocalDate {
  if (period === 'weekly') return addDays(on, -((weekdayOf(on) + 6) % 7))
  const month = monthOf(on)
  return firstDayOf(addMonths(month, -((monthNumberOf(month) - 1) % monthsIn[period])))
}

function dayAfterPeriod(period: Period, first: LocalDate): LocalDate {
  if (period === 'weekly') return addDays(first, 7)
  return addDays(lastDayOf(addMonths(monthOf(first), monthsIn[period] - 1)), 1)
}

function lastWorkingDay(on: LocalDate, calendar: WorkingCalendar): LocalDate {
  if (addDays(on, -40) < calendar.knownFrom || on > calendar.knownTo) return on
  return rollBack(on, calendar)
}

/** What an occurrence is called: its period in words. */
export function occurrenceName(period: Period, occursOn: LocalDate): Text {
  const year = occursOn.slice(0, 4)
  const month = monthNumberOf(occursOn)
  if (period === 'weekly') {
    const week = `${occursOn.slice(8)}/${occursOn.slice(5, 7)}/${year}`
    return { vi: `tuần từ ${week}`, en: `week from ${week}` }
  }
  if (period === 'monthly') return { vi: `tháng ${month}/${year}`, en: `month ${month}/${year}` }
  if (period === 'yearly') return { vi: `năm ${year}`, en: `year ${year}` }
  const part = Math.ceil(month / monthsIn[period])
  return period === 'quarterly'
    ? { vi: `quý ${part}/${year}`, en: `quarter ${part}/${year}` }
    : { vi: `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`, en: `half-year ${part}/${year}` }
}
