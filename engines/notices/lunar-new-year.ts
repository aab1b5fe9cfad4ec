import { type LocalDate, parseDay } from '#calendar'

/**
 * The first day of the lunar year by the hour of Hà Nội, which in 2030 is a day before that of Beijing. From memory,
 * for the years in which directives of this system fall due; a person confirms every day that is drafted.
 */
const firstDays = [
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
].flatMap((written) => parseDay(written) ?? [])

/** The first Tết Nguyên đán on or after the day, or that of the year; undefined outside the years that are known. */
export function newYearFrom({ on, year }: { on?: LocalDate; year?: number }): LocalDate | undefined {
  if (year !== undefined) return firstDays.find((first) => first.startsWith(`${year}-`))
  return on === undefined || on < (firstDays[0] ?? on) ? undefined : firstDays.find((first) => first >= on)
}
