import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { benefitRate, bestRate, contributionOn } from './index.ts'

const bornIn = (year: number) => ({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) })
const settled = (percent: number) => ({ low: percent, high: percent })

describe('health insurance of those on social assistance', () => {
  it('SA-E29 (a) somebody on the social allowance is insured by the State at 100 %', () => {
    expect(benefitRate('socialAllowance', day('2026-11-01')).percent).toEqual(settled(100))
    expect(contributionOn('stateWhole', day('2026-11-01'))).toMatchObject({
      totalDong: 113_850,
      ownMaxDong: 0,
    })
  })

  it('SA-E29 (b) a social pensioner of 78 has 80 % in 2025 and 100 % from 2026', () => {
    expect(benefitRate('socialPensioner', day('2025-09-01'), bornIn(1947)).percent).toEqual(settled(80))
    expect(benefitRate('socialPensioner', day('2026-02-01'), bornIn(1947)).percent).toEqual(settled(100))
  })

  it('SA-E29 (c) the near-poor pay at most 34,155 a month, and have 95 % in 2025, 100 % from 2026', () => {
    expect(contributionOn('nearPoor', day('2026-07-01')).ownMaxDong).toBe(34_155)
    expect(contributionOn('nearPoor', day('2026-06-30')).ownMaxDong).toBe(31_590)
    expect(benefitRate('nearPoor', day('2025-12-31')).percent).toEqual(settled(95))
    expect(benefitRate('nearPoor', day('2026-01-01')).percent).toEqual(settled(100))
  })

  it('leaves the rate open where only the year of birth is known and it decides', () => {
    expect(benefitRate('socialPensioner', day('2026-06-30'), bornIn(1951)).percent).toEqual({
      low: 80,
      high: 100,
    })
  })

  it('gives somebody in several groups the rate of the best', () => {
    const rate = bestRate(['socialPensioner', 'nearPoor'], day('2025-09-01'), bornIn(1953))
    expect(rate?.percent).toEqual(settled(95))
    expect(bestRate([], day('2025-09-01'))).toBeUndefined()
  })
})
