import { dayFrom, daysInMonth, type LocalDate, parseDay, type WorkingCalendar } from '#calendar'

/** What the document gives for days written without a year. */
export interface DayAnchor {
  /** The day of the document, when known. */
  on?: LocalDate
  /** False when only the year of the document is known. */
  isExact?: boolean
  /** Days off, for periods of working days. */
  calendar?: WorkingCalendar
}

/** A day as written; `year` is absent when nobody wrote it. */
export interface WrittenDay {
  start: number
  end: number
  date: number
  month: number
  year?: number
}

/** `25/01/2022`, `25/1/22`, `25-1-2022`, `25.1.2022`, `25/1`, `25 tháng 01 năm 2022`, `25 tháng 1`. */
export const daySource =
  '(?<![\\d/.,])(\\d{1,2})(?: ?/ ?(\\d{1,2})(?: ?/ ?(\\d{4}|[23]\\d))?|-(\\d{1,2})-(\\d{4})|\\.(\\d{1,2})\\.(\\d{4})| tháng (\\d{1,2})(?:(?: năm |/)(\\d{4}))?)(?![\\d/%]|[.,]\\d)'

/** Every day written in the text, in order; what is no day of the calendar is left out. */
export function listWrittenDays(lower: string): WrittenDay[] {
  return [...lower.matchAll(new RegExp(daySource, 'gu'))].flatMap((match) => {
    const written = toWrittenDay(match.slice(1, 10), match.index, match[0].length)
    return written ? [written] : []
  })
}

/** From the nine groups of `daySource`. */
export function toWrittenDay(
  groups: readonly (string | undefined)[],
  start: number,
  length: number,
): WrittenDay | undefined {
  const [date, ...rest] = groups
  const month = Number(rest[0] ?? rest[2] ?? rest[4] ?? rest[6])
  const years = rest[1] ?? rest[3] ?? rest[5] ?? rest[7]
  const year = years?.length === 2 ? `20${years}` : years
  const written = { start, end: start + length, date: Number(date), month }
  if (!(month >= 1 && month <= 12) || written.date < 1 || written.date > daysInMonth(2024, month))
    return undefined
  if (year === undefined) return written
  return parseDay(iso(Number(year), month, written.date)) ? { ...written, year: Number(year) } : undefined
}

/** The day meant: as written, or the first such day on or after the document's. Undefined without a year to go by. */
export function resolveDay(
  written: WrittenDay,
  anchor: DayAnchor,
): { on: LocalDate; inferred: boolean } | undefined {
  if (written.year !== undefined) {
    return { on: dayFrom(written.year, written.month, written.date), inferred: false }
  }
  if (!anchor.on) return undefined
  const year = Number(anchor.on.slice(0, 4))
  const same = parseDay(iso(year, written.month, written.date))
  const on = same && same >= anchor.on ? same : parseDay(iso(year + 1, written.month, written.date))
  return on ? { on, inferred: true } : undefined
}

function iso(year: number, month: number, date: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}
