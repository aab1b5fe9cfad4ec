import { day, type LocalDate } from '#calendar'

const vietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The instant it is. Only here is the clock read: whoever starts a piece of work passes the time on. */
export function now(): Date {
  return new Date()
}

/** The civil day in Vietnam at an instant, by default this one. */
export function today(at: Date = now()): LocalDate {
  return day(vietnam.format(at))
}
