import { decree28, decree136 } from '#law/instruments'
import {
  ageAtLeast,
  ageUnder,
  all,
  any,
  atLeast,
  cite,
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
  bornOn,
  centreEligible,
  disability,
  formerlyWithoutSupport,
  hiv,
  insurance,
  k4Children,
  marriage,
  poverty,
  stableIncome,
  studying,
  supporter,
  takenIn,
} from './facts.ts'
import { groundTexts } from './ground-texts.ts'
import { bothParentsAre, parentsAre } from './parents.ts'

/** The grounds of Decree 136/2013, known from memory: they serve only to explain the last months before 7/2021. */

const at = (place: string) => cite(decree136, place, 'memory')
const during = inForce(decree136)
const notFree = ['missing', 'inCentre', 'detained'] as const

export const grounds136: readonly Ground[] = [
  // Đ5.1: a child under 16 who is abandoned or has lost both parents in one way or another.
  ground('K1', {
    text: groundTexts.K1,
    cite: at('Đ5.1'),
    during,
    when: all(
      ageUnder(bornOn, 16),
      any(
        all(isYes(abandoned), isNo(adopted)),
        bothParentsAre('dead'),
        parentsAre(['dead'], notFree),
        parentsAre(notFree, notFree),
      ),
    ),
  }),
  // Đ5.2: such a child who turned 16 and still studies, until 22.
  ground('K2', {
    text: groundTexts.K2,
    cite: at('Đ5.2'),
    during,
    when: all(
      isYes(formerlyWithoutSupport),
      ageAtLeast(bornOn, 16),
      ageUnder(bornOn, 22),
      is(studying, 'yes', 'interrupted'),
    ),
  }),
  // Đ5.3: a child with HIV of a poor household.
  ground('K3', {
    text: groundTexts.K3,
    cite: at('Đ5.3'),
    during,
    when: all(ageUnder(bornOn, 16), isYes(hiv), is(poverty, 'poor')),
  }),
  // Đ5.4: a single parent of a poor household.
  ground('K4', {
    text: groundTexts.K4,
    cite: at('Đ5.4'),
    during,
    when: all(
      is(poverty, 'poor'),
      is(marriage, 'neverMarried', 'widowed', 'spouseMissing'),
      atLeast(k4Children, 1),
    ),
  }),
  // Đ5.5.a: a poor elder whom nobody can support.
  ground('K5a', {
    text: groundTexts.K5a,
    cite: at('Đ5.5.a'),
    during,
    when: all(ageAtLeast(bornOn, 60), is(poverty, 'poor'), is(supporter, 'none', 'allOnAllowance')),
  }),
  // Đ5.5.b: from 80 without a pension.
  ground('K5c', {
    text: groundTexts.K5c,
    cite: at('Đ5.5.b'),
    during,
    when: all(ageAtLeast(bornOn, 80), not(meets('K5a')), is(insurance, 'none', 'other')),
  }),
  // Đ5.5.c: a poor elder fit for a centre whom somebody took in instead.
  ground('K5d', {
    text: groundTexts.K5d,
    cite: at('Đ5.5.c'),
    during,
    when: all(
      ageAtLeast(bornOn, 60),
      is(poverty, 'poor'),
      is(supporter, 'none'),
      isYes(centreEligible),
      isYes(takenIn),
    ),
  }),
  // NĐ 28/2012 Đ16: a severe or extremely severe disability.
  ground('K6', {
    text: groundTexts.K6,
    cite: cite(decree28, 'Đ16', 'memory'),
    during,
    when: is(disability, 'severe', 'extreme'),
  }),
  // Đ5.6: with HIV, poor and without a stable income.
  ground('K8', {
    text: groundTexts.K8,
    cite: at('Đ5.6'),
    during,
    when: all(isYes(hiv), is(poverty, 'poor'), isNo(stableIncome)),
  }),
]
