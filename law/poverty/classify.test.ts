import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { classifyHousehold, indicators, statusByScores } from './index.ts'

const knownOn = day('2026-11-22')
const status = (
  year: number,
  settlement: 'rural' | 'urban',
  incomePerHead: number | undefined,
  deprivations: number | undefined,
) => classifyHousehold({ settlement, incomePerHead, deprivations }, { year, knownOn }).status

describe('classifying a household', () => {
  it('SA-E28 (a) rural, 1,400,000 a head, four deprivations: poor', () => {
    expect(status(2023, 'rural', 1_400_000, 4)).toBe('poor')
    expect(statusByScores({ settlement: 'rural', scoreA: 140, scoreB: 40 })).toBe('poor')
  })

  it('SA-E28 (b) rural, 1,450,000 a head, two deprivations: near-poor', () => {
    expect(status(2023, 'rural', 1_450_000, 2)).toBe('nearPoor')
    expect(statusByScores({ settlement: 'rural', scoreA: 139, scoreB: 20 })).toBe('nearPoor')
  })

  it('SA-E28 (c) rural, 1,600,000 a head, five deprivations: above the line, an average living standard', () => {
    expect(status(2023, 'rural', 1_600_000, 5)).toBe('average')
    expect(status(2023, 'rural', 2_250_001, 5)).toBe('none')
    expect(statusByScores({ settlement: 'rural', scoreA: 141, scoreB: 50 })).toBe('none')
  })

  it('SA-E28 (d) urban, 1,900,000 a head, three deprivations: poor', () => {
    expect(status(2023, 'urban', 1_900_000, 3)).toBe('poor')
    expect(statusByScores({ settlement: 'urban', scoreA: 175, scoreB: 30 })).toBe('poor')
  })

  it('SA-E28 (e) the list of 2027, rural, 2,100,000 a head, three deprivations: poor', () => {
    expect(status(2027, 'rural', 2_100_000, 3)).toBe('poor')
  })

  it('SA-E28 (f) the list of 2026 still has the line of 1,500,000: not poor', () => {
    expect(status(2026, 'rural', 2_100_000, 3)).toBe('average')
    expect(status(2026, 'rural', 1_500_000, 3)).toBe('poor')
    expect(status(2026, 'rural', 1_500_001, 3)).toBe('average')
  })

  it('until 2021 income alone could make a household poor', () => {
    expect(status(2021, 'rural', 700_000, 0)).toBe('poor')
    expect(status(2021, 'rural', 950_000, 3)).toBe('poor')
    expect(status(2021, 'rural', 950_000, 2)).toBe('nearPoor')
    expect(status(2021, 'rural', 1_000_001, 9)).toBe('average')
  })

  it('stays open while what matters is unknown, and settles when it does not matter', () => {
    expect(status(2023, 'rural', 1_400_000, undefined)).toBeUndefined()
    expect(status(2023, 'rural', undefined, 4)).toBeUndefined()
    expect(status(2023, 'rural', 5_000_000, undefined)).toBe('none')
  })

  it('knows the new lines only since Decree 351/2025', () => {
    const early = { year: 2027, knownOn: day('2025-12-29') }
    const facts = { settlement: 'rural', incomePerHead: 2_100_000, deprivations: 3 }
    expect(classifyHousehold(facts, early).status).toBe('average')
  })

  it('counts twelve indicators', () => {
    expect(indicators.map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})
