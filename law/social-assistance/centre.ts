import { decree20, decree335 } from '#law/instruments'
import {
  always,
  type Citation,
  type Coefficient,
  cite,
  coefficient,
  type Ground,
  ground,
  inForce,
  isYes,
  type Period,
} from '#rules'
import { under4 } from './coefficients.ts'
import { inCentre } from './facts.ts'
import { groundTexts } from './ground-texts.ts'

/**
 * Monthly nurture allowance of a social-assistance centre: 5.0 under 4 years, then 4.0 (NĐ 20/2021 Đ25, NĐ
 * 335/2026 Đ22). What Decree 136/2013 gave is not known, so the book begins with 7/2021.
 */

function nurture(during: Period, place: Citation): { ground: Ground; coefficient: Coefficient } {
  return {
    ground: ground('centreCare', {
      text: groundTexts.centreCare,
      cite: place,
      during,
      when: isYes(inCentre),
    }),
    coefficient: coefficient('centreCare', {
      during,
      base: [{ when: always, tenths: 40, cite: place }],
      exceptions: [{ when: under4, tenths: 50, cite: place }],
    }),
  }
}

const decrees = [
  nurture(inForce(decree20), cite(decree20, 'Đ25.1')),
  nurture(inForce(decree335), cite(decree335, 'Đ22.1')),
]

export const centreGrounds = decrees.map((each) => each.ground)
export const centreCoefficients = decrees.map((each) => each.coefficient)
