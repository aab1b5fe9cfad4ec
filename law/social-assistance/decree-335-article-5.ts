import { decree335 } from '#law/instruments'
import {
  ageAtLeast,
  ageUnder,
  all,
  any,
  atLeast,
  cite,
  clause,
  type Ground,
  ground,
  inForce,
  is,
  isNo,
  isYes,
  meets,
  not,
} from '#rules'
import {
  abandoned,
  adopted,
  area,
  bornOn,
  centreEligible,
  disability,
  formerlyWithoutSupport,
  hiv,
  k4Children,
  marriage,
  poverty,
  stableIncome,
  studying,
  supporter,
  takenIn,
} from './facts.ts'
import { groundTexts } from './ground-texts.ts'
import { parentTexts } from './parent-texts.ts'
import { bothParentsAre, parentsAre } from './parents.ts'

/**
 * Decree 335/2026 Điều 5: who receives the monthly social allowance. Its new groups (a parent who cannot be
 * identified, studies beyond 22) begin with the decree, also for those who already receive (T4).
 */

const at = (place: string) => cite(decree335, place)
const during = inForce(decree335)
/** From this decree a parent who cannot be identified counts like one who died. */
const lost = ['dead', 'unidentified'] as const

/** Khoản 1: a child under 16 whom nobody can raise, by the state of the parents. */
const childWithoutSupport = ground('K1', {
  text: groundTexts.K1,
  cite: at('Đ5.1'),
  during,
  when: all(
    ageUnder(bornOn, 16),
    any(
      clause(at('Đ5.1.a'), parentTexts.abandoned, all(isYes(abandoned), isNo(adopted))),
      clause(
        at('Đ5.1.b'),
        parentTexts.bothDead,
        any(
          bothParentsAre('dead'),
          clause(at('Đ5.1.b'), parentTexts.deadAndUnidentified, parentsAre(['dead'], ['unidentified'])),
        ),
      ),
      clause(at('Đ5.1.c'), parentTexts.lostAndMissing, parentsAre(lost, ['missing'])),
      clause(at('Đ5.1.d'), parentTexts.lostAndInCentre, parentsAre(lost, ['inCentre'])),
      clause(at('Đ5.1.đ'), parentTexts.lostAndDetained, parentsAre(lost, ['detained'])),
      clause(at('Đ5.1.e'), parentTexts.bothMissing, bothParentsAre('missing')),
      clause(at('Đ5.1.g'), parentTexts.bothInCentre, bothParentsAre('inCentre')),
      clause(at('Đ5.1.h'), parentTexts.bothDetained, bothParentsAre('detained')),
      clause(at('Đ5.1.i'), parentTexts.missingAndInCentre, parentsAre(['missing'], ['inCentre'])),
      clause(at('Đ5.1.k'), parentTexts.missingAndDetained, parentsAre(['missing'], ['detained'])),
      clause(at('Đ5.1.l'), parentTexts.inCentreAndDetained, parentsAre(['inCentre'], ['detained'])),
    ),
  ),
})

/** Khoản 2: who drew that allowance goes on while studying without a break; no age ends it. */
const formerChildStudying = ground('K2', {
  text: groundTexts.K2,
  cite: at('Đ5.2'),
  during,
  when: all(isYes(formerlyWithoutSupport), ageAtLeast(bornOn, 16), is(studying, 'yes')),
})

/** Khoản 3: a child with HIV of a poor household. */
const childWithHiv = ground('K3', {
  text: groundTexts.K3,
  cite: at('Đ5.3'),
  during,
  when: all(ageUnder(bornOn, 16), isYes(hiv), is(poverty, 'poor')),
})

/** Khoản 4: a poor or near-poor parent who never married or whose spouse died or is missing. Not the divorced. */
const singleParent = ground('K4', {
  text: groundTexts.K4,
  cite: at('Đ5.4'),
  during,
  when: all(
    is(poverty, 'poor', 'nearPoor'),
    is(marriage, 'neverMarried', 'widowed', 'spouseMissing'),
    atLeast(k4Children, 1),
  ),
})

/** Khoản 5: poor elders. Point a: with nobody to support them, or nobody who is not on the allowance too. */
const elders: readonly Ground[] = [
  ground('K5a', {
    text: groundTexts.K5a,
    cite: at('Đ5.5.a'),
    during,
    when: all(ageAtLeast(bornOn, 60), is(poverty, 'poor'), is(supporter, 'none', 'allOnAllowance')),
  }),
  // Point b, which Decree 20/2021 had as point d and this house calls K5d in both: fit for a centre, taken in.
  ground('K5d', {
    text: groundTexts.K5d,
    cite: at('Đ5.5.b'),
    during,
    when: all(
      ageAtLeast(bornOn, 60),
      is(poverty, 'poor'),
      is(supporter, 'none'),
      isYes(centreEligible),
      isYes(takenIn),
    ),
  }),
]

/** Khoản 6: a severe or extremely severe disability, whatever the income. */
const disabled = ground('K6', {
  text: groundTexts.K6,
  cite: at('Đ5.6'),
  during,
  when: is(disability, 'severe', 'extreme'),
})

/** Khoản 7: a child under 3, poor or near-poor, in an especially difficult area, on no ground for children yet. */
const smallChildInDifficultArea = ground('K7', {
  text: groundTexts.K7,
  cite: at('Đ5.7'),
  during,
  when: all(
    ageUnder(bornOn, 3),
    is(poverty, 'poor', 'nearPoor'),
    is(area, 'difficultEthnicMountain'),
    not(any(meets('K1'), meets('K3'), meets('K6'))),
  ),
})

/** Khoản 8: with HIV, poor, and without a stable monthly income. */
const withHiv = ground('K8', {
  text: groundTexts.K8,
  cite: at('Đ5.8'),
  during,
  when: all(isYes(hiv), is(poverty, 'poor'), isNo(stableIncome)),
})

export const grounds335: readonly Ground[] = [
  childWithoutSupport,
  formerChildStudying,
  childWithHiv,
  singleParent,
  ...elders,
  disabled,
  smallChildInDifficultArea,
  withHiv,
]
