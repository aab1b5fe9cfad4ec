import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { explain } from '#rules'
import { arrears, type Decision, monthlyEntitlement, programFor } from './index.ts'
import { bornOnDay, dueIn, ordinaryPerson } from './ordinary-person.ts'

const recipient = { recipient: true }

describe('examples: elders and the social pension', () => {
  it('SA-E12 a poor woman of 68 without anyone to support her: 540,000', () => {
    const woman = { birth: bornOnDay('1955-01-15'), poverty: 'poor', supporter: 'none' }
    expect(dueIn('2023-06', woman)).toEqual({ socialAllowance: 540_000 })
  })

  it('SA-E13 the same at 81 draws 2.0, not the 1.0 of those of 80 without a pension: 1,000,000', () => {
    const man = { birth: bornOnDay('1943-02-01'), poverty: 'poor', supporter: 'none' }
    expect(dueIn('2024-10', man)).toEqual({ socialAllowance: 1_000_000 })
  })

  it('SA-E14 a near-poor man of 77 in a difficult area, across 1/7/2025: one 500,000, then the other', () => {
    const man = {
      birth: bornOnDay('1948-03-01'),
      poverty: 'nearPoor',
      area: 'difficultEthnicMountain',
      pensionRequested: 'yes',
    }
    expect(dueIn('2025-06', man)).toEqual({ socialAllowance: 500_000 })
    expect(dueIn('2025-08', man)).toEqual({ socialPension: 500_000 })
  })

  it('SA-E15 a near-poor person of 72 in the lowland is paid from the month of signing, 7/2025', () => {
    const facts = {
      ...ordinaryPerson,
      birth: bornOnDay('1953-01-01'),
      poverty: 'nearPoor',
      pensionRequested: 'yes',
    }
    const decisions: Decision[] = [{ benefit: 'socialPension', signedOn: day('2025-07-15') }]
    const due = (of: string) => totalDue(facts, decisions, of)
    expect([due('2025-06'), due('2025-07'), due('2025-08')]).toEqual([0, 500_000, 500_000])
  })

  it('SA-E16 at 76 nothing is paid before the month of signing', () => {
    const facts = { ...ordinaryPerson, birth: bornOnDay('1949-02-02'), pensionRequested: 'yes' }
    const decisions: Decision[] = [{ benefit: 'socialPension', signedOn: day('2025-09-03') }]
    const due = (of: string) => totalDue(facts, decisions, of)
    expect([due('2025-07'), due('2025-08'), due('2025-09')]).toEqual([0, 0, 500_000])
  })

  it('SA-E17 at 78 with a severe disability only the higher is paid: 1,000,000', () => {
    const facts = { birth: bornOnDay('1947-05-05'), disability: 'severe', pensionRequested: 'yes' }
    expect(dueIn('2025-11', facts, recipient)).toEqual({ socialAllowance: 1_000_000 })
  })

  it('SA-E19 a disabled woman is owed 60,000 for each of three months after Decree 335/2026', () => {
    const facts = { ...ordinaryPerson, birth: bornOnDay('1981-01-01'), disability: 'severe' }
    const decisions: Decision[] = [{ benefit: 'socialAllowance', ground: 'K6', signedOn: day('2020-04-01') }]
    expect(dueIn('2026-07', facts, recipient)).toEqual({ socialAllowance: 810_000 })
    expect(owedForSummer(facts, decisions, 'socialAllowance', 750_000)).toEqual([60_000, 60_000, 60_000])
    expect(dueIn('2026-10', facts, recipient)).toEqual({ socialAllowance: 810_000 })
  })

  it('SA-E20 a social pensioner of 80 is owed 40,000 for each of three months', () => {
    const facts = { ...ordinaryPerson, birth: bornOnDay('1946-01-01'), pensionRequested: 'yes' }
    const decisions: Decision[] = [{ benefit: 'socialPension', signedOn: day('2025-07-02') }]
    expect(owedForSummer(facts, decisions, 'socialPension', 500_000)).toEqual([40_000, 40_000, 40_000])
    expect(dueIn('2026-10', facts, recipient)).toEqual({ socialPension: 540_000 })
  })

  it('SA-E21 a poor elder of 77: 2.0 from Decree 335/2026, and the months before await confirmation', () => {
    const facts = {
      ...ordinaryPerson,
      birth: bornOnDay('1949-04-01'),
      poverty: 'poor',
      supporter: 'none',
      pensionRequested: 'yes',
    }
    expect(dueIn('2026-06', facts, recipient)).toEqual({ socialAllowance: 750_000 })
    expect(dueIn('2026-11', facts, recipient)).toEqual({ socialAllowance: 1_080_000 })
    const decisions: Decision[] = [{ benefit: 'socialAllowance', ground: 'K5a', signedOn: day('2020-02-01') }]
    expect(owedForSummer(facts, decisions, 'socialAllowance', 750_000)).toEqual([330_000, 330_000, 330_000])
    const summer = programFor({ month: month('2026-08'), knownOn: day('2026-11-22'), recipient: true })
    expect(explain(summer, facts).benefits.get('socialAllowance')).toMatchObject({
      certainty: 'pending',
      payable: false,
    })
  })

  it('SA-E22 a poor elder taken in by a neighbour: 1,500,000, and 750,000 for the neighbour', () => {
    const elder = {
      birth: bornOnDay('1955-01-01'),
      poverty: 'poor',
      supporter: 'none',
      centreEligible: 'yes',
      takenIn: 'yes',
    }
    expect(dueIn('2025-08', elder)).toEqual({ socialAllowance: 1_500_000, careSupport: 750_000 })
    expect(dueIn('2025-08', { ...elder, pensionRequested: 'yes' })).toEqual({
      socialAllowance: 1_500_000,
      careSupport: 750_000,
    })
  })
})

function totalDue(facts: typeof ordinaryPerson, decisions: Decision[], of: string): number {
  const { dues } = monthlyEntitlement({ factsIn: () => facts, decisions }, month(of), day('2026-11-22'))
  return dues.reduce((sum, each) => sum + each.dueDong.low, 0)
}

function owedForSummer(
  facts: typeof ordinaryPerson,
  decisions: Decision[],
  benefit: string,
  paidDong: number,
): number[] {
  const paid = ['2026-07', '2026-08', '2026-09'].map((each) => ({
    benefit,
    month: month(each),
    amountDong: paidDong,
  }))
  const span = { from: month('2026-07'), to: month('2026-09'), paid, knownOn: day('2026-10-20') }
  return arrears({ factsIn: () => facts, decisions }, span).differences.map((each) => each.differenceDong.low)
}
