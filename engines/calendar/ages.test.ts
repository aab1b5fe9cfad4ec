import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, birthday, latestBirthFor, numberOf } from './ages.ts'
import { addDays, day } from './days.ts'

describe('ages', () => {
  it('are reached on the birthday, not the day before', () => {
    expect(ageOn(day('1951-07-01'), day('2026-06-30'))).toBe(74)
    expect(ageOn(day('1951-07-01'), day('2026-07-01'))).toBe(75)
  })

  it('of somebody born on 29 February are reached on 1 March of a common year', () => {
    expect(birthday(day('2008-02-29'), 16)).toBe('2024-02-29')
    expect(birthday(day('2008-02-29'), 17)).toBe('2025-03-01')
    expect(ageOn(day('2008-02-29'), day('2025-02-28'))).toBe(16)
    expect(ageOn(day('2008-02-29'), day('2025-03-01'))).toBe(17)
  })

  it('are negative before birth', () => {
    expect(ageOn(day('2026-01-02'), day('2026-01-01'))).toBe(-1)
  })

  it('agree with the number form that batches compare', () => {
    const someDay = fc.integer({ min: 0, max: 50_000 }).map((count) => addDays(day('1910-01-01'), count))
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 0, max: 110 }), (birth, on, years) => {
        expect(numberOf(birth) <= latestBirthFor(years, on)).toBe(ageOn(birth, on) >= years)
      }),
      { numRuns: 2_000 },
    )
  })
})
