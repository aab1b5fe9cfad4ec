import { decree28, decree136 } from '#law/instruments'
import { cite, inForce } from '#rules'
import { type CarePlaces, careCoefficients, careGrounds } from './care-support.ts'

/**
 * Before 7/2021 the support around disability stood in Decree 28/2012 Điều 17; from memory. It paid who took in
 * two or more extremely disabled persons 3.0 in all: that is the carer's sum over persons, which this book, one
 * person a row, shows as 1.5 each. What was paid for children and elders taken in (C1, C2) is not known.
 */

const article17 = cite(decree28, 'Đ17', 'memory')
const places: CarePlaces = {
  during: inForce(decree136),
  takenInUnder4: article17,
  takenInOther: article17,
  parent: article17,
  ownFamily: article17,
  takenInDisabled: article17,
}
const known = ['C3', 'C4', 'C5', 'C6', 'C7']

export const careGrounds136 = careGrounds(places).filter((each) => known.includes(each.id))

/** Decree 28/2012 made no difference between adults and children taken in: both 1.5. */
export const careCoefficients136 = careCoefficients(places)
  .filter((each) => known.includes(each.ground))
  .map((each) =>
    each.ground === 'C7' ? { ...each, base: each.base.map((one) => ({ ...one, tenths: 15 })) } : each,
  )
