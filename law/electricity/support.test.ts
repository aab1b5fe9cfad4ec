import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { electricitySupport } from './index.ts'

describe('support for electricity', () => {
  it('SA-E30 (c) a poor household had 49,000 a month in the second quarter of 2015, whatever it used', () => {
    const months = ['2015-04-01', '2015-05-01', '2015-06-01'].map(
      (on) =>
        electricitySupport({ poor: true, onAllowance: false, kwhInMonth: 300 }, day(on)).amountDong ?? 0,
    )
    expect(months.reduce((sum, each) => sum + each, 0)).toBe(147_000)
  })

  it('SA-E30 (d) a household on the allowance that uses 62 kWh has nothing', () => {
    const household = { poor: false, onAllowance: true, kwhInMonth: 62 }
    expect(electricitySupport(household, day('2015-05-01')).amountDong).toBe(0)
    expect(electricitySupport({ ...household, kwhInMonth: 50 }, day('2015-05-01')).amountDong).toBe(49_000)
  })

  it('reaches ethnic-minority households where there is no grid, without the allowance', () => {
    const household = { poor: false, onAllowance: false, kwhInMonth: 0 }
    expect(electricitySupport(household, day('2015-05-01')).amountDong).toBe(0)
    expect(electricitySupport({ ...household, offGridMinority: true }, day('2015-05-01')).amountDong).toBe(
      49_000,
    )
  })

  it('gives no amount for a time whose announcement is not known', () => {
    const now = electricitySupport({ poor: true, onAllowance: false, kwhInMonth: 30 }, day('2026-11-01'))
    expect([now.amountDong, now.cite.certainty]).toEqual([undefined, 'pending'])
  })
})
