import { addDays, birthday, day, dayFrom, type LocalDate, parseDay, yearOf } from '#calendar'
import type { BirthRange } from '#rules'

const oldestYears = 120

/**
 * What somebody wrote about an age: full years (`76`), a year of birth (`1950`) or a day of birth (`12/3/1950`, with any
 * sign between). Undefined when it is none of these, lies in the future or is beyond the oldest age.
 */
export function parseBirth(text: string, today: LocalDate): BirthRange | undefined {
  const numbers = text.trim().match(/\d+/g) ?? []
  if (/[^\d\s./,-]/.test(text.trim())) return undefined
  const range = rangeOf(numbers, today)
  if (!range || range.from > today) return undefined
  if (yearOf(range.to) < yearOf(today) - oldestYears) return undefined
  return range.to > today ? { from: range.from, to: today } : range
}

function rangeOf(numbers: readonly string[], today: LocalDate): BirthRange | undefined {
  const [first = '', second = '', third = ''] = numbers
  if (numbers.length === 1 && first.length <= 3) return bornForAge(Number(first), today)
  if (numbers.length === 1 && first.length === 4) return yearRange(Number(first))
  if (numbers.length !== 3 || third.length !== 4) return undefined
  const on = parseDay(`${third}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`)
  return on && { from: on, to: on }
}

/** The days on which somebody who is `years` old today may have been born. */
export function bornForAge(years: number, today: LocalDate): BirthRange {
  const to = backYears(today, years)
  return { from: addDays(backYears(today, years + 1), 1), to }
}

function yearRange(year: number): BirthRange | undefined {
  return year > 0 ? { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) } : undefined
}

/** The last birth day that has reached `years` on `today`. */
function backYears(today: LocalDate, years: number): LocalDate {
  let on = day(`${String(yearOf(today) - years).padStart(4, '0')}${today.slice(4, 7)}-01`)
  for (let next = addDays(on, 1); birthday(next, years) <= today; next = addDays(next, 1)) on = next
  return on
}
