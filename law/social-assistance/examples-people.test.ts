import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { explain } from '#rules'
import { arrears, type Decision, monthlyEntitlement, type Payment, programFor } from './index.ts'
import { bornOnDay, dueIn, ordinaryPerson } from './ordinary-person.ts'

const monthsFrom = (...months: string[]) => months.map((each) => month(each))
const paidEach = (benefit: string, amountDong: number, ...months: string[]): Payment[] =>
  monthsFrom(...months).map((each) => ({ benefit, month: each, amountDong }))

describe('examples: disability, children and parents until 2025', () => {
  const severeMan = { ...ordinaryPerson, sex: 'male', birth: bornOnDay('1976-02-01'), disability: 'severe' }

  it('SA-E01 a disabled adult across the change of 2021: 405,000, then 540,000, and 405,000 of arrears', () => {
    expect(dueIn('2021-06', severeMan)).toEqual({ socialAllowance: 405_000 })
    expect(dueIn('2021-07', severeMan)).toEqual({ socialAllowance: 540_000 })
    const decisions: Decision[] = [
      {
        benefit: 'socialAllowance',
        ground: 'K6',
        signedOn: day('2018-05-10'),
        certificateOn: day('2018-05-02'),
      },
    ]
    const owed = arrears(
      { factsIn: () => severeMan, decisions },
      {
        from: month('2021-06'),
        to: month('2021-09'),
        paid: paidEach('socialAllowance', 405_000, '2021-06', '2021-07', '2021-08', '2021-09'),
        knownOn: day('2021-10-10'),
      },
    )
    expect(owed.differences.map((each) => [each.month, each.differenceDong.low])).toEqual([
      ['2021-07', 135_000],
      ['2021-08', 135_000],
      ['2021-09', 135_000],
    ])
    expect(owed.totalDong).toEqual({ low: 405_000, high: 405_000 })
  })

  it('SA-E01 what is known of Decree 136/2013 only from memory is not paid on without confirmation', () => {
    const program = programFor({ month: month('2021-06'), knownOn: day('2021-06-30'), recipient: false })
    const verdict = explain(program, severeMan).benefits.get('socialAllowance')
    expect([verdict?.certainty, verdict?.payable]).toEqual(['memory', false])
  })

  it('SA-E02 a woman of 82 without a pension, from the allowance to the social pension', () => {
    const woman = { ...ordinaryPerson, birth: bornOnDay('1939-01-10'), pensionRequested: 'yes' }
    expect(dueIn('2021-02', woman)).toEqual({ socialAllowance: 270_000 })
    expect(dueIn('2021-08', woman)).toEqual({ socialAllowance: 360_000 })
    expect(dueIn('2024-08', woman)).toEqual({ socialAllowance: 500_000 })
    expect(dueIn('2025-08', woman)).toEqual({ socialPension: 500_000 })
    const decisions: Decision[] = [
      {
        benefit: 'socialAllowance',
        ground: 'K5c',
        signedOn: day('2019-02-20'),
        reachedAgeOn: day('2019-01-10'),
      },
    ]
    const of = { factsIn: () => woman, decisions }
    const due = (knownOn: string) =>
      monthlyEntitlement(of, month('2026-08'), day(knownOn)).dues.find(
        (each) => each.benefit === 'socialPension',
      )?.dueDong.low
    expect([due('2026-08-10'), due('2026-11-22')]).toEqual([500_000, 540_000])
    const span = { from: month('2026-08'), to: month('2026-08'), knownOn: day('2026-11-22') }
    expect(arrears(of, { ...span, paid: paidEach('socialPension', 500_000, '2026-08') }).totalDong.low).toBe(
      40_000,
    )
  })

  const orphan = { birth: bornOnDay('2018-10-10'), father: 'dead', mother: 'dead', takenIn: 'yes' }

  it('SA-E03 a double orphan under 4 and the grandmother who took the child in: 900,000 each', () => {
    expect(dueIn('2021-09', orphan)).toEqual({ socialAllowance: 900_000, careSupport: 900_000 })
  })

  it('SA-E04 the same child turns 4 in 10/2022: 540,000 each from that month', () => {
    const both = { socialAllowance: 540_000, careSupport: 540_000 }
    expect(dueIn('2022-09', orphan)).toEqual({ socialAllowance: 900_000, careSupport: 900_000 })
    expect(dueIn('2022-10', orphan)).toEqual(both)
    expect(dueIn('2022-11', orphan)).toEqual(both)
  })

  it('SA-E05 a near-poor widow with one child: 360,000, and nothing for the child', () => {
    const widow = { birth: bornOnDay('1989-01-01'), poverty: 'nearPoor', marriage: 'widowed', k4Children: 1 }
    expect(dueIn('2023-03', widow)).toEqual({ socialAllowance: 360_000 })
    expect(dueIn('2023-03', { birth: bornOnDay('2016-01-01'), poverty: 'nearPoor', father: 'dead' })).toEqual(
      {},
    )
  })

  it('SA-E06 a divorced poor mother of two is not a single parent of this law', () => {
    const mother = { poverty: 'poor', marriage: 'divorced', k4Children: 2 }
    expect(dueIn('2024-08', mother)).toEqual({})
    expect(dueIn('2024-08', { birth: bornOnDay('2019-03-01'), poverty: 'poor' })).toEqual({})
  })

  it('SA-E07 a poor single mother of two who is disabled herself draws both: 1,750,000', () => {
    const mother = { poverty: 'poor', marriage: 'neverMarried', k4Children: 2, disability: 'severe' }
    expect(dueIn('2024-09', { ...mother, birth: bornOnDay('1988-01-01') })).toEqual({
      socialAllowance: 1_750_000,
    })
  })

  it('SA-E08 an orphan with a severe disability draws only the higher coefficient: 1,000,000', () => {
    const child = { birth: bornOnDay('2014-06-01'), father: 'dead', mother: 'dead', disability: 'severe' }
    expect(dueIn('2025-01', child)).toEqual({ socialAllowance: 1_000_000 })
  })

  it('SA-E09 an extremely disabled child at home: 1,250,000 and 500,000 for the household', () => {
    const child = { birth: bornOnDay('2019-02-01'), disability: 'extreme', caredForAtHome: 'yes' }
    expect(dueIn('2025-03', child)).toEqual({ socialAllowance: 1_250_000, careSupport: 500_000 })
  })

  it('SA-E10 a disabled mother, pregnant and raising a toddler: 750,000 and 1,000,000', () => {
    const mother = {
      birth: bornOnDay('1997-01-01'),
      disability: 'severe',
      pregnant: 'yes',
      childrenUnder36Months: 1,
    }
    expect(dueIn('2025-04', mother)).toEqual({ socialAllowance: 750_000, parentCareSupport: 1_000_000 })
  })

  it('SA-E11 of two disabled spouses only one draws the support for their child: 2,250,000 in all', () => {
    const spouse = { disability: 'severe', childrenUnder36Months: 1 }
    const wife = dueIn('2025-05', { ...spouse, birth: bornOnDay('1992-01-01') })
    const husband = dueIn('2025-05', {
      ...spouse,
      birth: bornOnDay('1990-01-01'),
      parentCarePaidToSpouse: 'yes',
    })
    expect(wife).toEqual({ socialAllowance: 750_000, parentCareSupport: 750_000 })
    expect(husband).toEqual({ socialAllowance: 750_000 })
  })
})

describe('examples: single parents with HIV, and centres', () => {
  it('SA-E26 an abandoned child in a centre: 2,500,000, then 2,700,000, and no allowance', () => {
    const child = { birth: bornOnDay('2024-03-10'), abandoned: 'yes', inCentre: 'yes' }
    expect(dueIn('2024-11', child)).toEqual({ centreNurture: 2_500_000 })
    expect(dueIn('2026-11', child, { recipient: true })).toEqual({ centreNurture: 2_700_000 })
  })

  it('SA-E27 a poor single mother with HIV and one child: 1,250,000', () => {
    const mother = {
      poverty: 'poor',
      marriage: 'neverMarried',
      k4Children: 1,
      hiv: 'yes',
      stableIncome: 'no',
    }
    expect(dueIn('2024-12', mother)).toEqual({ socialAllowance: 1_250_000 })
  })
})
