import { decree335 } from '#law/instruments'
import { cite, inForce } from '#rules'
import { type CarePlaces, careCoefficients, careGrounds } from './care-support.ts'

/** Decree 335/2026 Điều 17: support for care and upbringing, on the same terms as Decree 20/2021 Điều 20. */

const places: CarePlaces = {
  during: inForce(decree335),
  takenInUnder4: cite(decree335, 'Đ17.1.a'),
  takenInOther: cite(decree335, 'Đ17.1.b'),
  parent: cite(decree335, 'Đ17.2.a'),
  ownFamily: cite(decree335, 'Đ17.2.c'),
  takenInDisabled: cite(decree335, 'Đ17.2.d'),
}

export const careGrounds335 = careGrounds(places)
export const careCoefficients335 = careCoefficients(places)
