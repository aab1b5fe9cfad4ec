import { describe, expect, it } from 'vitest'
import { now, today } from './clock.ts'

describe('today', () => {
  it('begins at midnight in Vietnam, seven hours before Greenwich', () => {
    expect(today(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
    expect(today(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
  })

  it('is the day of now', () => {
    expect(today()).toBe(today(now()))
  })
})
