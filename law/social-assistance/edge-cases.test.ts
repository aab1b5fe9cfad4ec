import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { explain, type FactValues } from '#rules'
import {
  arrears,
  type Decision,
  emergencyProgramOn,
  funeralProgramOn,
  programFor,
  readMonth,
} from './index.ts'
import { bornInYear, bornOnDay, dueIn, ordinaryPerson } from './ordinary-person.ts'

const recipient = { recipient: true }
const knownOn = day('2026-11-22')
const poorAndAlone = { poverty: 'poor', supporter: 'none' }

describe('what officers get wrong: the standard and its transition', () => {
  const severe = { disability: 'severe', birth: bornOnDay('1980-01-01') }

  it('edge 1: the new standard counts from 7/2026 for those already receiving, not from 10/2026', () => {
    expect(dueIn('2026-06', severe, recipient)).toEqual({ socialAllowance: 750_000 })
    expect(dueIn('2026-07', severe, recipient)).toEqual({ socialAllowance: 810_000 })
  })

  it('edge 2: somebody decided on after 5/10/2026 has nothing of the summer', () => {
    const decisions: Decision[] = [{ benefit: 'socialAllowance', ground: 'K6', signedOn: day('2026-10-12') }]
    const facts = { ...ordinaryPerson, ...severe }
    const owed = arrears(
      { factsIn: () => facts, decisions },
      { from: month('2026-07'), to: month('2026-10'), paid: [], knownOn },
    )
    expect(owed.differences.map((each) => [each.month, each.differenceDong.low])).toEqual([
      ['2026-10', 810_000],
    ])
  })

  it('knows the new standard only since the day the decree was issued', () => {
    expect(dueIn('2026-08', severe, { ...recipient, knownOn: '2026-08-20' })).toEqual({
      socialAllowance: 750_000,
    })
    expect(dueIn('2026-11', severe, { knownOn: '2026-08-20' })).toEqual({ socialAllowance: 750_000 })
    expect(dueIn('2026-11', severe, { knownOn: '2026-08-21' })).toEqual({ socialAllowance: 810_000 })
  })

  it('T3: only the 2.0 of those of 75 to 79 awaits an officer; from 80 it was 2.0 before', () => {
    const payable = (birth: string) => {
      const moment = { month: month('2026-08'), knownOn, recipient: true }
      const facts = { ...ordinaryPerson, ...poorAndAlone, birth: bornOnDay(birth) }
      const verdict = explain(programFor(moment), facts).benefits.get('socialAllowance')
      return [verdict?.amountDong.low, verdict?.payable]
    }
    expect([payable('1956-08-31'), payable('1951-08-31'), payable('1946-08-31')]).toEqual([
      [810_000, true],
      [1_080_000, false],
      [1_080_000, true],
    ])
  })

  it('T4: the new groups of Decree 335/2026 begin with it, also for those receiving', () => {
    const child = { birth: bornOnDay('2016-01-01'), father: 'unidentified', mother: 'dead' }
    const student = { birth: bornOnDay('2003-01-01'), formerlyWithoutSupport: 'yes', studying: 'yes' }
    for (const facts of [child, student]) {
      expect(dueIn('2026-09', facts, recipient)).toEqual({})
      expect(dueIn('2026-10', facts, recipient)).toEqual({ socialAllowance: 810_000 })
    }
  })
})

describe('what officers get wrong: children and parents', () => {
  it('edge 7: a child with one parent dead and the other present is not without support', () => {
    expect(dueIn('2026-11', { birth: bornOnDay('2016-01-01'), father: 'dead' })).toEqual({})
    expect(dueIn('2026-11', { poverty: 'nearPoor', marriage: 'widowed', k4Children: 1 })).toEqual({
      socialAllowance: 540_000,
    })
  })

  it('edge 8: divorced or left alone is not a single parent; missing takes a court', () => {
    for (const marriage of ['divorced', 'separated'])
      expect(dueIn('2026-11', { poverty: 'poor', marriage, k4Children: 2 })).toEqual({})
    expect(dueIn('2026-11', { poverty: 'poor', marriage: 'spouseMissing', k4Children: 2 })).toEqual({
      socialAllowance: 1_080_000,
    })
  })

  it('edge 9: every child counts, not only one or two', () => {
    const mother = { poverty: 'poor', marriage: 'neverMarried', k4Children: 4 }
    expect(dueIn('2021-06', mother)).toEqual({ socialAllowance: 540_000 })
    expect(dueIn('2021-07', mother)).toEqual({ socialAllowance: 1_440_000 })
  })

  it('edge 10: the small child in a difficult area has its own allowance beside the parent', () => {
    const area = 'difficultEthnicMountain'
    expect(dueIn('2026-11', { birth: bornOnDay('2024-06-01'), poverty: 'poor', area })).toEqual({
      socialAllowance: 810_000,
    })
    const mother = { poverty: 'poor', area, marriage: 'neverMarried', k4Children: 1, disability: 'severe' }
    expect(dueIn('2026-11', mother)).toEqual({ socialAllowance: 1_350_000 })
  })

  it('edge 11: an orphan with a disability has only the higher coefficient', () => {
    const orphan = { father: 'dead', mother: 'dead', disability: 'severe' }
    expect(dueIn('2026-11', { ...orphan, birth: bornOnDay('2014-01-01') })).toEqual({
      socialAllowance: 1_080_000,
    })
    expect(dueIn('2026-11', { ...orphan, birth: bornOnDay('2024-01-01') })).toEqual({
      socialAllowance: 1_350_000,
    })
  })

  it('edge 12: the household of an extremely disabled child has its own share', () => {
    const child = { birth: bornOnDay('2018-01-01'), disability: 'extreme', caredForAtHome: 'yes' }
    expect(dueIn('2026-11', child)).toEqual({ socialAllowance: 1_350_000, careSupport: 540_000 })
  })

  it('ST5: own family and taker-in are not both paid for the same person', () => {
    const adult = { disability: 'extreme', caredForAtHome: 'yes', takenIn: 'yes' }
    expect(dueIn('2026-11', adult)).toEqual({ socialAllowance: 1_080_000, careSupport: 810_000 })
  })

  it('edge 14: turning 60 raises and turning 16 lowers the level in that month', () => {
    const severe = { disability: 'severe' }
    const level = (birth: string, of: string) =>
      dueIn(of, { ...severe, birth: bornOnDay(birth) }).socialAllowance
    expect([level('1966-11-30', '2026-10'), level('1966-11-30', '2026-11')]).toEqual([810_000, 1_080_000])
    expect([level('2010-11-30', '2026-10'), level('2010-11-30', '2026-11')]).toEqual([1_080_000, 810_000])
  })

  it('a child without support keeps the ground to the end of the month in which it turns 16', () => {
    const orphan = { birth: bornOnDay('2010-11-02'), father: 'dead', mother: 'dead' }
    expect(dueIn('2026-11', orphan)).toEqual({ socialAllowance: 810_000 })
    expect(dueIn('2026-12', orphan)).toEqual({})
  })

  it('edge 25: studies end at 22 under Decree 20/2021; since 10/2026 only a break ends them', () => {
    const student = { birth: bornOnDay('2002-03-15'), formerlyWithoutSupport: 'yes' }
    expect(dueIn('2024-03', { ...student, studying: 'yes' })).toEqual({ socialAllowance: 540_000 })
    expect(dueIn('2024-04', { ...student, studying: 'yes' })).toEqual({})
    expect(dueIn('2026-11', { ...student, studying: 'yes' })).toEqual({ socialAllowance: 810_000 })
    expect(dueIn('2026-11', { ...student, studying: 'interrupted' })).toEqual({})
  })
})

describe('what officers get wrong: elders', () => {
  it('edge 15: a disabled elder is compared before being moved to the social pension', () => {
    const elder = { birth: bornOnDay('1945-01-01'), disability: 'severe', pensionRequested: 'yes' }
    expect(dueIn('2026-11', elder)).toEqual({ socialAllowance: 1_080_000 })
  })

  it('edge 16: survivors have no social pension; their funeral is supported from 80, since 10/2026 from 75', () => {
    expect(
      dueIn('2026-11', { birth: bornOnDay('1948-01-01'), insurance: 'survivor', pensionRequested: 'yes' }),
    ).toEqual({})
    expect([funeral('2026-10-04', 'from75'), funeral('2026-10-05', 'from75')]).toEqual([0, 10_800_000])
    expect(funeral('2026-10-04', 'from80')).toBe(10_000_000)
    expect([funeral('2026-11-01', 'from70', 'none'), funeral('2026-11-01', 'from70', 'nearPoor')]).toEqual([
      0, 10_800_000,
    ])
  })

  it('edge 19: somebody in a centre has no allowance, also while on leave at home', () => {
    const elder = { ...poorAndAlone, birth: bornOnDay('1950-01-01'), inCentre: 'yes' }
    expect(dueIn('2026-11', elder)).toEqual({ centreNurture: 2_160_000 })
  })

  it('edge 20: the area decides for small children and, until 6/2025, for the old', () => {
    const elder = { birth: bornOnDay('1949-01-01'), poverty: 'nearPoor' }
    expect(dueIn('2025-06', { ...elder, area: 'ordinary' })).toEqual({})
    expect(dueIn('2025-06', { ...elder, area: 'difficultEthnicMountain' })).toEqual({
      socialAllowance: 500_000,
    })
  })

  it('edge 26: leaving the poor list ends the social pension of somebody of 72; at 75 it takes a request', () => {
    const elder = { birth: bornOnDay('1954-05-05'), pensionRequested: 'yes' }
    expect(dueIn('2026-11', { ...elder, poverty: 'nearPoor' })).toEqual({ socialPension: 540_000 })
    expect(dueIn('2026-11', { ...elder, poverty: 'none' })).toEqual({})
    const at75 = { birth: bornOnDay('1951-11-30'), poverty: 'none' }
    expect(dueIn('2026-11', { ...at75, pensionRequested: 'no' })).toEqual({})
    expect(dueIn('2026-11', { ...at75, pensionRequested: 'yes' })).toEqual({ socialPension: 540_000 })
  })

  it('a poor elder without support rises at 80 until 9/2026 and at 75 since', () => {
    const of75 = { ...poorAndAlone, birth: bornOnDay('1950-05-05') }
    expect([dueIn('2026-09', of75), dueIn('2026-10', of75)]).toEqual([
      { socialAllowance: 750_000 },
      { socialAllowance: 1_080_000 },
    ])
  })

  it('leaves open what a birth known only by its year leaves open', () => {
    const elder = { birth: bornInYear(1951), pensionRequested: 'yes' }
    expect(dueIn('2026-11', elder)).toEqual({ socialPension: { low: 0, high: 540_000 } })
    expect(dueIn('2026-12', elder)).toEqual({ socialPension: 540_000 })
  })
})

describe('what officers get wrong: once-only support', () => {
  it('edge 18: the 50 times of an accident and the 20 times of a funeral are not added', () => {
    expect(funeral('2026-11-01', 'from80', 'none', { disasterSupportPaid: 'yes' })).toBe(0)
  })

  it('T6: the funeral of a recipient in the summer of 2026 is counted from 500,000 and awaits confirmation', () => {
    const explanation = explain(funeralProgramOn(day('2026-08-10'), knownOn), {
      allowanceAtDeath: 'receiving',
      pensionAtDeath: 'none',
      childOfSingleParent: 'no',
      ageAtDeath: 'under70',
      insurance: 'none',
      poverty: 'none',
      disasterSupportPaid: 'no',
      inCentreAtDeath: 'no',
    })
    expect(explanation.benefits.get('funeralSupport')).toMatchObject({
      amountDong: { low: 10_000_000 },
      payable: false,
    })
  })

  it('an emergency on 4/10/2026 is counted by the old standard, on 5/10/2026 by the new', () => {
    const injured = (on: string) =>
      explain(emergencyProgramOn(day(on), knownOn), {
        cause: 'fire',
        harm: 'injured',
        emergencyAdmission: 'yes',
        treatmentDays: 3,
      }).benefits.get('injurySupport')?.amountDong.low
    expect([injured('2026-10-04'), injured('2026-10-05')]).toEqual([5_000_000, 5_400_000])
  })
})

describe('reading a month in which something changes', () => {
  const from = (key: string, before: string, after: string, on: string) =>
    readMonth(
      {
        [key]: [
          { value: before, to: day('2026-11-14') },
          { value: after, from: day(on) },
        ],
      },
      month('2026-11'),
    )[key]

  it('keeps a condition lost within the month, and counts one gained', () => {
    expect([
      from('poverty', 'poor', 'none', '2026-11-15'),
      from('poverty', 'none', 'poor', '2026-11-15'),
    ]).toEqual(['poor', 'poor'])
    expect(from('supporter', 'none', 'able', '2026-11-15')).toBe('none')
  })

  it('takes a new degree of disability at once, but the loss of it only from the next month', () => {
    expect(from('disability', 'severe', 'extreme', '2026-11-15')).toBe('extreme')
    expect(from('disability', 'extreme', 'severe', '2026-11-15')).toBe('severe')
    expect(from('disability', 'severe', 'light', '2026-11-15')).toBe('severe')
  })

  it('reads what stops a benefit as the month began', () => {
    expect(from('inCentre', 'no', 'yes', '2026-11-15')).toBe('no')
    expect(from('alive', 'yes', 'no', '2026-11-15')).toBe('yes')
  })

  it('leaves unknown what is known on neither end', () => {
    const history = { poverty: [{ value: 'poor', from: day('2026-11-10'), to: day('2026-11-20') }] }
    expect(readMonth(history, month('2026-11')).poverty).toBeUndefined()
  })
})

function funeral(diedOn: string, ageAtDeath: string, poverty = 'none', more: FactValues = {}): number {
  const facts = {
    allowanceAtDeath: 'none',
    pensionAtDeath: 'none',
    childOfSingleParent: 'no',
    ageAtDeath,
    insurance: 'survivor',
    poverty,
    disasterSupportPaid: 'no',
    inCentreAtDeath: 'no',
    ...more,
  }
  return (
    explain(funeralProgramOn(day(diedOn), knownOn), facts).benefits.get('funeralSupport')?.amountDong.low ?? 0
  )
}
