import { decree20 } from '#law/instruments'
import { cite, inForce } from '#rules'
import { type CarePlaces, careCoefficients, careGrounds } from './care-support.ts'

/** Decree 20/2021 Điều 20: support for care and upbringing. */

const places: CarePlaces = {
  during: inForce(decree20),
  takenInUnder4: cite(decree20, 'Đ20.1.a'),
  takenInOther: cite(decree20, 'Đ20.1.b'),
  parent: cite(decree20, 'Đ20.2.a'),
  ownFamily: cite(decree20, 'Đ20.2.c'),
  takenInDisabled: cite(decree20, 'Đ20.2.d'),
}

export const careGrounds20 = careGrounds(places)
export const careCoefficients20 = careCoefficients(places)
