import { describe, expect, it } from 'vitest'
import { addDays, day, dayFrom, isWorkingDay, weekdayOf, yearOf } from '#calendar'
import { findStateHoliday, stateCalendar, stateHolidays } from './calendar.ts'

describe('the state calendar', () => {
  it('has the working days of each year', () => {
    const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027]
    expect(years.map((year) => [year, workingDaysIn(year)])).toEqual([
      [2021, 250],
      [2022, 249],
      [2023, 249],
      [2024, 251],
      [2025, 250],
      [2026, 249],
      [2027, 249],
    ])
  })

  it('names each day once, inside the years it knows', () => {
    expect(new Set(stateHolidays.map(({ on }) => on)).size).toBe(106)
    for (const { on } of stateHolidays) {
      expect(on >= stateCalendar.knownFrom && on <= stateCalendar.knownTo).toBe(true)
    }
  })

  it('makes up for each swapped day on a Saturday, and for nothing else', () => {
    const swaps = stateHolidays.filter(({ kind }) => kind === 'swapOff')
    const makeUps = stateHolidays.filter(({ kind }) => kind === 'swapWork')
    expect(makeUps.map(({ on }) => on)).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
    expect(swaps.length).toBe(makeUps.length)
    for (const { on } of makeUps) expect(weekdayOf(on)).toBe(6)
    for (const { on } of swaps) expect([0, 6]).not.toContain(weekdayOf(on))
  })

  it('gives a substitute only on a day that would be worked', () => {
    for (const { on, kind } of stateHolidays) {
      if (kind === 'substitute') expect([0, 6]).not.toContain(weekdayOf(on))
    }
  })

  it('has the holidays the Labour Code names in every year', () => {
    for (let year = 2021; year <= 2027; year += 1) {
      for (const [monthNumber, date] of [
        [1, 1],
        [4, 30],
        [5, 1],
        [9, 2],
      ] as const) {
        expect(findStateHoliday(dayFrom(year, monthNumber, date))?.kind).toBe('holiday')
      }
      expect(findStateHoliday(dayFrom(year, 11, 24)) !== undefined).toBe(year >= 2026)
    }
  })

  it('says where each day comes from', () => {
    expect(findStateHoliday(day('2026-11-24'))).toEqual({
      on: '2026-11-24',
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
      basis: 'Nghị quyết 28/2026/QH16 ngày 24/4/2026; 10065/VPCP-KGVX: nghỉ một ngày',
      certainty: 'secondary',
    })
    for (const { basis, name } of stateHolidays) expect(basis.length > 5 && name.length > 5).toBe(true)
  })
})

function workingDaysIn(year: number): number {
  let count = 0
  for (let on = dayFrom(year, 1, 1); yearOf(on) === year; on = addDays(on, 1)) {
    if (isWorkingDay(on, stateCalendar)) count += 1
  }
  return count
}
