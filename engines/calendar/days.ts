/**
 * Civil days and months, without clock, time zone or `Date` arithmetic leaking out.
 * A day is the text `yyyy-mm-dd`, a month `yyyy-mm`: both sort and compare as text.
 */
export type LocalDate = string & { readonly LocalDate: unique symbol }
export type Month = string & { readonly Month: unique symbol }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^(\d{4})-(\d{2})$/
const millisecondsADay = 86_400_000

/** The day written as `yyyy-mm-dd`, or undefined when there is no such day. For text from people and files. */
export function parseDay(text: string): LocalDate | undefined {
  const match = dayPattern.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return text as LocalDate
}

/** A day known to be right, as in tables of law. Throws on anything else. */
export function day(text: string): LocalDate {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`"${text}" is not a day (yyyy-mm-dd)`)
  return parsed
}

/** The month written as `yyyy-mm`, or undefined. */
export function parseMonth(text: string): Month | undefined {
  const match = monthPattern.exec(text)
  if (!match) return undefined
  const number = Number(match[2])
  return number >= 1 && number <= 12 ? (text as Month) : undefined
}

/** A month known to be right. Throws on anything else. */
export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (!parsed) throw new Error(`"${text}" is not a month (yyyy-mm)`)
  return parsed
}

export function yearOf(on: LocalDate | Month): number {
  return Number(on.slice(0, 4))
}

/** 1 to 12. */
export function monthNumberOf(on: LocalDate | Month): number {
  return Number(on.slice(5, 7))
}

/** 1 to 31. */
export function dayNumberOf(on: LocalDate): number {
  return Number(on.slice(8, 10))
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** `monthNumber` is 1 to 12. */
export function daysInMonth(year: number, monthNumber: number): number {
  if (monthNumber === 2) return isLeapYear(year) ? 29 : 28
  return monthNumber === 4 || monthNumber === 6 || monthNumber === 9 || monthNumber === 11 ? 30 : 31
}

export function dayFrom(year: number, monthNumber: number, dayNumber: number): LocalDate {
  return `${pad(year, 4)}-${pad(monthNumber, 2)}-${pad(dayNumber, 2)}` as LocalDate
}

export function monthOf(on: LocalDate): Month {
  return on.slice(0, 7) as Month
}

export function firstDayOf(of: Month): LocalDate {
  return `${of}-01` as LocalDate
}

export function lastDayOf(of: Month): LocalDate {
  return `${of}-${daysInMonth(yearOf(of), monthNumberOf(of))}` as LocalDate
}

/** `count` days later (earlier when negative). */
export function addDays(on: LocalDate, count: number): LocalDate {
  return new Date(instantOf(on) + count * millisecondsADay).toISOString().slice(0, 10) as LocalDate
}

/** Days from `start` to `end`; negative when `end` comes first. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return Math.round((instantOf(end) - instantOf(start)) / millisecondsADay)
}

/** 0 is Sunday … 6 is Saturday. */
export function weekdayOf(on: LocalDate): number {
  return new Date(instantOf(on)).getUTCDay()
}

/** `count` months later (earlier when negative). */
export function addMonths(of: Month, count: number): Month {
  const index = yearOf(of) * 12 + monthNumberOf(of) - 1 + count
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}` as Month
}

/** Months from `start` to `end`; negative when `end` comes first. */
export function monthsBetween(start: Month, end: Month): number {
  return (yearOf(end) - yearOf(start)) * 12 + monthNumberOf(end) - monthNumberOf(start)
}

function instantOf(on: LocalDate): number {
  return Date.UTC(yearOf(on), monthNumberOf(on) - 1, dayNumberOf(on))
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
