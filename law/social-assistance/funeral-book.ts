import { ageOn, type LocalDate } from '#calendar'
import { decree20, decree176, decree335 } from '#law/instruments'
import {
  type Benefit,
  type BirthRange,
  benefit,
  cite,
  higherOf,
  inForce,
  type Program,
  type Rulebook,
  rulebook,
} from '#rules'
import { funeralCoefficients, funeralGrounds } from './article-11-funeral.ts'
import { type ageAtDeath, funeralFacts } from './funeral-facts.ts'
import { programOn } from './on-a-day.ts'
import { funeralStandard, pensionFuneralLevel } from './once-standard.ts'

const text = { vi: 'Hỗ trợ chi phí mai táng', en: 'Funeral support' }
const pensionText = {
  vi: 'Hỗ trợ chi phí mai táng cho người hưởng hưu trí xã hội',
  en: 'Funeral support for social pensioners',
}
const on20 = inForce(decree20)
const on335 = inForce(decree335)
const before335 = inForce(decree176, { until: decree335.from, untilKnownFrom: decree335.issuedOn })

function support(during: Benefit['during'], place: Benefit['cite']): Benefit {
  return benefit('funeralSupport', {
    text,
    cite: place,
    during,
    payee: 'household',
    highestOf: ['F-recipient', 'F-child', 'F-old', 'F-poor-old', 'F-centre'],
    excludedBy: [{ ground: 'F-disaster', cite: place }],
    standard: 'funeralStandard',
  })
}

function pensionSupport(during: Benefit['during'], place: Benefit['cite']): Benefit {
  return benefit('pensionFuneralSupport', {
    text: pensionText,
    cite: place,
    during,
    payee: 'household',
    highestOf: ['F-pensioner'],
    excludedBy: [{ ground: 'F-disaster', cite: place }],
    standard: 'pensionFuneralLevel',
  })
}

const oneOnly = {
  text: { vi: 'Chỉ nhận một mức mai táng cao nhất', en: 'Only the highest funeral support is paid' },
  higherOf: ['funeralSupport', 'pensionFuneralSupport'],
}

/** Support for the funeral of somebody (Decree 20/2021 Đ11, 176/2025 Đ5, 335/2026 Đ11 and Đ31): ST8, one only. */
export const funeralBook: Rulebook = rulebook(funeralFacts, [
  ...funeralStandard,
  ...pensionFuneralLevel,
  ...funeralGrounds,
  ...funeralCoefficients,
  support(on20, cite(decree20, 'Đ11.2')),
  support(on335, cite(decree335, 'Đ11.2')),
  pensionSupport(before335, cite(decree176, 'Đ5', 'secondary')),
  pensionSupport(on335, cite(decree335, 'Đ31')),
  higherOf('funeral', { ...oneOnly, cite: cite(decree20, 'Đ11.2'), during: on20 }),
  higherOf('funeral', { ...oneOnly, cite: cite(decree335, 'Đ11.2'), during: on335 }),
])

/** The rules on funeral support for a death on a day, from 1/7/2021 on. */
export function funeralProgramOn(diedOn: LocalDate, knownOn: LocalDate): Program {
  return programOn(funeralBook, diedOn, knownOn)
}

export type AgeAtDeath = (typeof ageAtDeath.values)[number]

/** The band of age the funeral rules ask for; undefined when a birth known only roughly leaves it open. */
export function ageBandAtDeath(birth: BirthRange, diedOn: LocalDate): AgeAtDeath | undefined {
  const oldest = bandOf(ageOn(birth.from, diedOn))
  return oldest === bandOf(ageOn(birth.to, diedOn)) ? oldest : undefined
}

function bandOf(years: number): AgeAtDeath {
  if (years >= 80) return 'from80'
  if (years >= 75) return 'from75'
  return years >= 70 ? 'from70' : 'under70'
}
