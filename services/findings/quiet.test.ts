import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { Programs } from './evaluation.ts'
import { quietBirths } from './quiet.ts'

describe('who is given nothing whatever else is true', () => {
  const { alone, withParents } = quietBirths(new Programs(day('2026-11-23')), [
    month('2027-03'),
    month('2027-04'),
  ])
  const within = (births: readonly { from: number; to: number }[], on: number) =>
    births.some(({ from, to }) => from <= on && on <= to)

  it('is anybody who is neither a child nor old enough for the social pension', () => {
    expect(within(alone, 19900615)).toBe(true)
    expect(within(alone, 19520420)).toBe(false)
    expect(within(withParents, 19520420)).toBe(false)
  })

  it('is a child only with both parents there', () => {
    expect(within(alone, 20200101)).toBe(false)
    expect(within(withParents, 20200101)).toBe(true)
    // Sixteen in March: a child without parents until then.
    expect(within(alone, 20110315)).toBe(false)
  })
})
