import { describe, expect, it } from 'vitest'
import { longevityCeremony, longevityGift } from './index.ts'

describe('longevity gifts', () => {
  it('SA-E30 (a) at 100 the President wishes long life with silk and 700,000', () => {
    expect(longevityGift(100, 2025)).toMatchObject({ cashDong: 700_000, goods: { en: '5 metres of silk' } })
  })

  it('SA-E30 (b) at 90 the chair of the province gives 500,000 and goods worth 150,000', () => {
    expect(longevityGift(90, 2026)).toMatchObject({ cashDong: 500_000, goodsDong: 150_000 })
  })

  it('are wished at 70, each five years on, and every year from 100', () => {
    expect([69, 70, 72, 75, 95, 100, 103].filter((age) => longevityCeremony(age).held)).toEqual([
      70, 75, 95, 100, 103,
    ])
  })

  it('leaves other ages to the province', () => {
    expect([longevityGift(80, 2026), longevityGift(100, 2018)]).toEqual([undefined, undefined])
  })
})
