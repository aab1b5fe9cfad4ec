import {
  ageAtLeast,
  all,
  always,
  any,
  atLeast,
  type Citation,
  type Coefficient,
  coefficient,
  type Ground,
  ground,
  is,
  isYes,
  meets,
  not,
  type Period,
} from '#rules'
import { under4, under16 } from './coefficients.ts'
import { bornOn, caredForAtHome, childrenUnder36Months, disability, pregnant, takenIn } from './facts.ts'
import { groundTexts } from './ground-texts.ts'

/**
 * Support for the care and upbringing of a person: the same in Decree 20/2021 Điều 20 and Decree 335/2026 Điều
 * 17, which both files state by their own places. C1, C2, C5–C7 are attached to the person cared for and paid to
 * whoever cares; C3 and C4 are paid to the disabled parent.
 */
export interface CarePlaces {
  during: Period
  /** A child under 4; then a child of 4 or more, or a poor elder. */
  takenInUnder4: Citation
  takenInOther: Citation
  parent: Citation
  ownFamily: Citation
  takenInDisabled: Citation
}

export function careGrounds(places: CarePlaces): readonly Ground[] {
  const { during } = places
  const extreme = is(disability, 'extreme')
  const expecting = isYes(pregnant)
  const one = atLeast(childrenUnder36Months, 1)
  const two = atLeast(childrenUnder36Months, 2)
  const child = all(meets('K1'), isYes(takenIn))
  const state = (id: keyof typeof groundTexts, cite: Citation, when: Ground['when']) =>
    ground(id, { text: groundTexts[id], cite, during, when })
  return [
    state('C1', places.takenInUnder4, all(child, under4)),
    state('C2', places.takenInOther, any(all(child, not(under4)), meets('K5d'))),
    state('C3', places.parent, all(meets('K6'), any(expecting, one))),
    state('C4', places.parent, all(meets('K6'), any(all(expecting, one), two))),
    state('C5', places.ownFamily, all(extreme, isYes(caredForAtHome))),
    state('C6', places.takenInDisabled, all(extreme, isYes(takenIn), ageAtLeast(bornOn, 16))),
    state('C7', places.takenInDisabled, all(extreme, isYes(takenIn), under16)),
  ]
}

export function careCoefficients(places: CarePlaces): readonly Coefficient[] {
  const flat = (of: string, tenths: number, cite: Citation) =>
    coefficient(of, { during: places.during, base: [{ when: always, tenths, cite }] })
  return [
    flat('C1', 25, places.takenInUnder4),
    flat('C2', 15, places.takenInOther),
    flat('C3', 15, places.parent),
    flat('C4', 20, places.parent),
    flat('C5', 10, places.ownFamily),
    flat('C6', 15, places.takenInDisabled),
    flat('C7', 25, places.takenInDisabled),
  ]
}
