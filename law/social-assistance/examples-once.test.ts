import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { explain, type FactValues } from '#rules'
import {
  ageBandAtDeath,
  emergencyProgramOn,
  funeralProgramOn,
  readMonth,
  riceFor,
  startMonth,
} from './index.ts'
import { bornOnDay, dueIn } from './ordinary-person.ts'

const knownOn = day('2026-11-22')
const buried: FactValues = {
  allowanceAtDeath: 'none',
  pensionAtDeath: 'none',
  childOfSingleParent: 'no',
  insurance: 'none',
  poverty: 'none',
  disasterSupportPaid: 'no',
  inCentreAtDeath: 'no',
}
const unharmed: FactValues = {
  harm: 'none',
  emergencyAdmission: 'no',
  treatmentDays: 0,
  buriedByCommune: 'no',
  house: 'intact',
  poverty: 'none',
  hardship: 'no',
}

function funeral(diedOn: string, facts: FactValues): Record<string, number> {
  return amounts(explain(funeralProgramOn(day(diedOn), knownOn), { ...buried, ...facts }))
}

function emergency(happenedOn: string, facts: FactValues): Record<string, number> {
  return amounts(explain(emergencyProgramOn(day(happenedOn), knownOn), { ...unharmed, ...facts }))
}

function amounts({ benefits }: ReturnType<typeof explain>): Record<string, number> {
  const due = [...benefits].filter(([, { amountDong }]) => amountDong.high > 0)
  return Object.fromEntries(due.map(([id, { amountDong }]) => [id, amountDong.low]))
}

describe('examples: funerals', () => {
  it('SA-E18 survivors at 76: no support in 2025, 10,800,000 under Decree 335/2026', () => {
    const survivor = (diedOn: string, birth: string): FactValues => ({
      insurance: 'survivor',
      ageAtDeath: ageBandAtDeath(bornOnDay(birth), day(diedOn)),
    })
    expect(
      dueIn('2025-12', { birth: bornOnDay('1949-03-01'), insurance: 'survivor', pensionRequested: 'yes' }),
    ).toEqual({})
    expect(funeral('2025-12-10', survivor('2025-12-10', '1949-03-01'))).toEqual({})
    expect(funeral('2026-11-10', survivor('2026-11-10', '1950-03-01'))).toEqual({
      funeralSupport: 10_800_000,
    })
  })

  it('SA-E23 the month of death is paid in full, the next not, and the funeral 7,200,000', () => {
    const facts = (of: string) => ({
      birth: bornOnDay('1974-01-01'),
      disability: 'extreme',
      caredForAtHome: 'yes',
      ...readMonth(
        {
          alive: [
            { value: 'yes', to: day('2024-03-13') },
            { value: 'no', from: day('2024-03-14') },
          ],
        },
        month(of),
      ),
    })
    expect(dueIn('2024-03', facts('2024-03'))).toEqual({ socialAllowance: 720_000, careSupport: 360_000 })
    expect(dueIn('2024-04', facts('2024-04'))).toEqual({})
    expect(funeral('2024-03-14', { allowanceAtDeath: 'receiving', ageAtDeath: 'under70' })).toEqual({
      funeralSupport: 7_200_000,
    })
  })
})

describe('examples: emergencies', () => {
  it('SA-E24 a flood: 25,000,000 for the death, 40,000,000 for the house, 135 kg of rice', () => {
    const flood = { cause: 'disaster', poverty: 'poor' }
    const household = emergency('2024-09-10', { ...flood, harm: 'deadOrMissing', house: 'destroyed' })
    expect(household).toEqual({ deathSupport: 25_000_000, houseDestroyedSupport: 40_000_000 })
    expect(riceFor({ people: 3, months: 3, occasion: 'event' }, day('2024-09-10'))?.kilograms).toBe(135)
  })

  it('SA-E25 (a, b) an injury counts as serious from three days of treatment', () => {
    const accident = { cause: 'traffic', harm: 'injured', emergencyAdmission: 'yes' }
    expect(emergency('2024-12-05', { ...accident, treatmentDays: 2 })).toEqual({})
    expect(emergency('2024-12-05', { ...accident, treatmentDays: 5 })).toEqual({ injurySupport: 5_000_000 })
  })

  it('SA-E25 (c) a disability begins with its certificate until 6/2025, with the signing since 7/2025', () => {
    const start = (certificateOn: string, signedOn: string) =>
      startMonth({
        benefit: 'socialAllowance',
        ground: 'K6',
        certificateOn: day(certificateOn),
        signedOn: day(signedOn),
      }).month
    const woman = { birth: bornOnDay('1984-01-01'), disability: 'severe' }
    expect(start('2024-03-12', '2024-04-25')).toBe('2024-03')
    expect(dueIn('2024-03', woman)).toEqual({ socialAllowance: 540_000 })
    expect(start('2026-03-12', '2026-04-06')).toBe('2026-04')
    expect(dueIn('2026-04', woman)).toEqual({ socialAllowance: 750_000 })
  })
})
