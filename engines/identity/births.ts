import {
  addDays,
  day,
  dayFrom,
  dayNumberOf,
  daysInMonth,
  type LocalDate,
  lastDayOf,
  monthNumberOf,
  monthOf,
  parseDay,
  yearOf,
} from '#calendar'
import { tidyText } from './names.ts'

/** The days on which somebody may have been born: one day, a month or a year, as far as it is written. */
export interface BirthDate {
  from: LocalDate
  to: LocalDate
  /** As the list or the paper has it. */
  written: string
}

export type BirthProblem = 'noSuchDay' | 'notABirth' | 'inFuture' | 'tooLongAgo'

export type BirthReading =
  | { ok: true; birth: BirthDate /** The century is our reading, not the writer's. */; twoDigitYear: boolean }
  | { ok: false; problem: BirthProblem; reads: string }

export interface BirthContext {
  /** The day of the list: nobody on it is born later, and two-digit years are read back from it. */
  asOf: LocalDate
}

const yearsMax = 125

/**
 * A birth as people write it: `1944`, `03/1944`, `12-3-44`, `12/03/1944`, `1944-3-12`, `12031944`, `năm 1944`,
 * `00/00/1944`, `12/III/1944`, `12-Mar-1944`, the number of a day in Excel, or a day. Never throws. A year of two digits is the
 * latest in which the day is not after `asOf`: on 23/11/2026 `24/11/26` is of 1926.
 */
export function parseBirth(written: string | number, { asOf }: BirthContext): BirthReading {
  const text = typeof written === 'number' ? String(written) : tidyText(written)
  const parts = typeof written === 'number' ? fromNumber(written) : fromText(text)
  if (!parts || isAllZeros(text)) return { ok: false, problem: 'notABirth', reads: text }
  if (parts.year === 0 && text.includes('0000')) return { ok: false, problem: 'noSuchDay', reads: text }
  const twoDigitYear = parts.year < 100
  const span = twoDigitYear ? latestSpan(parts, asOf) : spanOf(parts)
  if (!span) return { ok: false, problem: 'noSuchDay', reads: text }
  if (span.from > asOf) return { ok: false, problem: 'inFuture', reads: text }
  if (yearOf(span.to) < yearOf(asOf) - yearsMax) return { ok: false, problem: 'tooLongAgo', reads: text }
  return { ok: true, birth: { ...span, written: text }, twoDigitYear }
}

/** What systems write when nothing is known: never the year 2000. */
function isAllZeros(text: string): boolean {
  return /^[0\D]*$/.test(text)
}

/** `1944`, `1944-03` or `1944-03-12`: as much of the birth as is known. */
export function birthInShort({ from, to }: Pick<BirthDate, 'from' | 'to'>): string {
  if (from === to) return from
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4)
}

/** The interval of `1944`, `1944-03` or `1944-03-12`; undefined for anything else. */
export function birthFromShort(text: string): BirthDate | undefined {
  const exact = parseDay(text)
  if (exact) return { from: exact, to: exact, written: text }
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(text)
  const span = parts && spanOf({ year: Number(parts[1]), month: Number(parts[2] ?? 0), date: 0 })
  return span ? { ...span, written: text } : undefined
}

/** Whether two births may be the same day. */
export function birthsMeet(
  one: Pick<BirthDate, 'from' | 'to'>,
  other: Pick<BirthDate, 'from' | 'to'>,
): boolean {
  return one.from <= other.to && other.from <= one.to
}

/** The day Excel counts as `serial` (1900 system, which believes in 29/02/1900). */
export function dayOfSerial(serial: number): LocalDate | undefined {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= 2_958_465) || whole === 60) return undefined
  return addDays(day(whole < 60 ? '1899-12-31' : '1899-12-30'), whole)
}

/** 0 stands for a month or a date that is not known. */
interface Parts {
  year: number
  month: number
  date: number
}

function fromNumber(number: number): Parts | undefined {
  if (number >= 1850 && number <= 2150) {
    return Number.isInteger(number) ? { year: number, month: 0, date: 0 } : undefined
  }
  const on = number > 2150 ? dayOfSerial(number) : undefined
  if (on) return { year: yearOf(on), month: monthNumberOf(on), date: dayNumberOf(on) }
  return fromText(String(number).padStart(8, '0'))
}

const dayMonthYear = /^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4}|\d{2})$/
const yearMonthDay = /^(\d{4})[/.\- ]+(\d{1,2})[/.\- ]+(\d{1,2})(?:[t ]00:00.*)?$/
const monthYear = /^(\d{1,2})[/.\- ]+(\d{4}|\d{2})$/
const yearMonth = /^(\d{4})[/.-](\d{1,2})$/
const yearAlone = /^(\d{4})$/
const digitsAlone = /^(\d{2})(\d{2})(\d{4})$/

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** `12/III/1944` of old papers, `12-Mar-1944` of a spreadsheet in English. */
const monthInLetters = new RegExp(
  `(^|[/.\\- ])(${[...romanMonths, ...englishMonths].join('|')})([/.\\- ](?=\\d))`,
  'g',
)

function monthOfLetters(letters: string): number {
  return Math.max(romanMonths.indexOf(letters), englishMonths.indexOf(letters)) + 1
}

function fromText(text: string): Parts | undefined {
  const plain = text
    .toLowerCase()
    .replace(/^'|[.,;]$/g, '')
    .replace(/(ngày|tháng|năm|sinh|sn|ns)\.?:?/g, ' ')
    .replace(/[_?…]+|-{2,}|\.{2,}/g, '0')
    .replace(/\s*([/.-])\s*/g, '$1')
    .replace(
      monthInLetters,
      (_, before: string, letters: string, after: string) => `${before}${monthOfLetters(letters)}${after}`,
    )
    .trim()
  const match = (pattern: RegExp) => pattern.exec(plain)?.slice(1).map(Number)
  const straight = match(dayMonthYear) ?? match(digitsAlone)
  if (straight) return parts(straight[2], straight[1], straight[0])
  const reversed = match(yearMonthDay)
  if (reversed) return parts(reversed[0], reversed[1], reversed[2])
  const partial = match(monthYear)
  if (partial) return parts(partial[1], partial[0], 0)
  const sorted = match(yearMonth)
  if (sorted) return parts(sorted[0], sorted[1], 0)
  return parts(match(yearAlone)?.[0], 0, 0)
}

function parts(year: number | undefined, monthNumber = 0, date = 0): Parts | undefined {
  return year === undefined ? undefined : { year, month: monthNumber, date }
}

function spanOf({ year, month: monthNumber, date }: Parts): { from: LocalDate; to: LocalDate } | undefined {
  if (year < 1800 || year > 2200 || monthNumber > 12) return undefined
  if (monthNumber === 0) {
    return date === 0 ? { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) } : undefined
  }
  if (date > daysInMonth(year, monthNumber)) return undefined
  const first = dayFrom(year, monthNumber, Math.max(date, 1))
  return { from: first, to: date === 0 ? lastDayOf(monthOf(first)) : first }
}

/** Of a year written with two digits: the latest such day, month or year that has come by `asOf`. */
function latestSpan(written: Parts, asOf: LocalDate): { from: LocalDate; to: LocalDate } | undefined {
  const year = Math.floor(yearOf(asOf) / 100) * 100 + written.year
  const [here, before] = [year, year - 100].map((each) => spanOf({ ...written, year: each }))
  return year <= yearOf(asOf) && (here === undefined || here.from <= asOf) ? here : before
}
