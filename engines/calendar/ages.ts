import { dayFrom, dayNumberOf, isLeapYear, type LocalDate, monthNumberOf, yearOf } from './days.ts'

/**
 * The day on which somebody born on `birth` reaches `years` of age. Born on 29 February, a person reaches the
 * age on 1 March in a common year: a named choice, so that every back end counts alike.
 */
export function birthday(birth: LocalDate, years: number): LocalDate {
  const year = yearOf(birth) + years
  const leapling = monthNumberOf(birth) === 2 && dayNumberOf(birth) === 29
  if (leapling && !isLeapYear(year)) return dayFrom(year, 3, 1)
  return dayFrom(year, monthNumberOf(birth), dayNumberOf(birth))
}

/** Full years of age reached on `on`; negative before birth. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const years = yearOf(on) - yearOf(birth)
  return birthday(birth, years) <= on ? years : years - 1
}

/**
 * The last birth day that has reached `years` of age on `on`: somebody is that old exactly when born on it or before.
 * Compared as yyyymmdd it needs no leap-year case, because 29 February sorts before 1 March.
 */
export function latestBirthFor(years: number, on: LocalDate): number {
  return numberOf(on) - years * 10_000
}

/** A day as the whole number yyyymmdd, the form the batch kernels and SQL compare. */
export function numberOf(on: LocalDate): number {
  return yearOf(on) * 10_000 + monthNumberOf(on) * 100 + dayNumberOf(on)
}
