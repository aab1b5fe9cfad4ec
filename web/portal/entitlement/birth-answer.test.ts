import { describe, expect, it } from 'vitest'
import { ageOn, day } from '#calendar'
import { bornForAge, parseBirth } from './birth-answer.ts'

const today = day('2026-11-23')

describe('what somebody writes about an age', () => {
  it('may be the full years', () => {
    expect(parseBirth('76', today)).toEqual({ from: '1949-11-24', to: '1950-11-23' })
    expect(parseBirth(' 0 ', today)).toEqual({ from: '2025-11-24', to: '2026-11-23' })
  })

  it('may be the year of birth', () => {
    expect(parseBirth('1950', today)).toEqual({ from: '1950-01-01', to: '1950-12-31' })
  })

  it('may be the day, with any sign between', () => {
    for (const text of ['12/3/1950', '12.03.1950', '12-3-1950', '12 3 1950', '12,3,1950'])
      expect(parseBirth(text, today)).toEqual({ from: '1950-03-12', to: '1950-03-12' })
  })

  it('of this year ends today', () => {
    expect(parseBirth('2026', today)).toEqual({ from: '2026-01-01', to: '2026-11-23' })
  })

  it('is refused when there is no such day, or it lies ahead, or nobody is that old', () => {
    for (const text of ['', 'bảy mươi', '31/2/1950', '24/11/2026', '2027', '121', '1850', '3/1950', '-'])
      expect(parseBirth(text, today)).toBeUndefined()
  })

  it('as full years gives exactly the days of that age', () => {
    for (const on of [today, day('2024-02-29'), day('2025-03-01'), day('2026-01-01')])
      for (const years of [0, 3, 16, 74, 100]) {
        const { from, to } = bornForAge(years, on)
        expect([ageOn(from, on), ageOn(to, on)]).toEqual([years, years])
      }
  })
})
