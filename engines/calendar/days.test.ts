import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayFrom,
  daysBetween,
  firstDayOf,
  isLeapYear,
  lastDayOf,
  month,
  monthsBetween,
  parseDay,
  parseMonth,
  weekdayOf,
} from './days.ts'

const someDay = fc.integer({ min: 0, max: 73_000 }).map((count) => addDays(day('1900-01-01'), count))
const someMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => month(dayFrom(year, number, 1).slice(0, 7)))

describe('civil days', () => {
  it('accept only days that exist', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    for (const wrong of [
      '2023-02-29',
      '1950-02-31',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '0000-01-01',
      '',
    ]) {
      expect(parseDay(wrong)).toBeUndefined()
    }
    expect(() => day('1950-02-31')).toThrow('"1950-02-31" is not a day')
  })

  it('know the weekday', () => {
    expect(weekdayOf(day('2026-11-22'))).toBe(0)
    expect(weekdayOf(day('2026-11-24'))).toBe(2)
  })

  it('are added and taken away without loss', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (on, count) => {
        const later = addDays(on, count)
        expect(daysBetween(on, later)).toBe(count)
        expect(addDays(later, -count)).toBe(on)
        expect(parseDay(later)).toBe(later)
        expect(later > on).toBe(count > 0)
      }),
    )
  })

  it('follow the leap years of the Gregorian calendar', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
  })
})

describe('months', () => {
  it('accept only months that exist', () => {
    expect(parseMonth('2026-11')).toBe('2026-11')
    for (const wrong of ['2026-13', '2026-00', '2026-1', '11/2026']) expect(parseMonth(wrong)).toBeUndefined()
    expect(() => month('2026-13')).toThrow('"2026-13" is not a month')
  })

  it('have a first and a last day', () => {
    expect([firstDayOf(month('2024-02')), lastDayOf(month('2024-02'))]).toEqual(['2024-02-01', '2024-02-29'])
  })

  it('are added and taken away without loss', () => {
    fc.assert(
      fc.property(someMonth, fc.integer({ min: -1200, max: 1200 }), (of, count) => {
        const later = addMonths(of, count)
        expect(monthsBetween(of, later)).toBe(count)
        expect(parseMonth(later)).toBe(later)
      }),
    )
  })
})
