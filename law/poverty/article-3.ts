import { decision59, decree07, decree30, decree351 } from '#law/instruments'
import {
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  cite,
  type Ground,
  ground,
  inForce,
  is,
  meets,
  not,
  type Text,
} from '#rules'
import { deprivations, incomePerHead, settlement } from './facts.ts'

/** Who is poor, near-poor or of average living standard: Decision 59/2015, then Điều 3 of 07/2021 and 351/2025. */

const texts: Readonly<Record<string, Text>> = {
  poor: { vi: 'hộ nghèo', en: 'poor household' },
  nearPoor: { vi: 'hộ cận nghèo', en: 'near-poor household' },
  average: { vi: 'hộ có mức sống trung bình', en: 'household of average living standard' },
  lowIncome: { vi: 'người lao động có thu nhập thấp', en: 'worker with a low income' },
}

function incomeWithin(line: 'line' | 'secondLine' | 'average' | 'lowIncome'): Condition {
  return any(
    all(is(settlement, 'rural'), atMost(incomePerHead, `${line}Rural`)),
    all(is(settlement, 'urban'), atMost(incomePerHead, `${line}Urban`)),
  )
}

const threeDeprivations = atLeast(deprivations, 3)
const neither = not(any(meets('poor'), meets('nearPoor')))
const until2021 = { during: inForce(decision59), cite: cite(decision59, 'Đ2', 'memory') }
const from2022 = { during: inForce(decree07), cite: cite(decree07, 'Đ3', 'secondary') }
const from2027 = { during: inForce(decree351), cite: cite(decree351, 'Đ3', 'secondary') }

function twoPartRule(stated: Pick<Ground, 'during' | 'cite'>): readonly Ground[] {
  return [
    ground('poor', {
      text: texts.poor as Text,
      ...stated,
      when: all(incomeWithin('line'), threeDeprivations),
    }),
    ground('nearPoor', {
      text: texts.nearPoor as Text,
      ...stated,
      when: all(incomeWithin('line'), not(threeDeprivations)),
    }),
  ]
}

export const povertyGrounds: readonly Ground[] = [
  // To 2021: poor by income alone, or between the two lines by deprivation.
  ground('poor', {
    text: texts.poor as Text,
    ...until2021,
    when: any(incomeWithin('line'), all(incomeWithin('secondLine'), threeDeprivations)),
  }),
  ground('nearPoor', {
    text: texts.nearPoor as Text,
    ...until2021,
    when: all(not(incomeWithin('line')), incomeWithin('secondLine'), not(threeDeprivations)),
  }),
  ground('average', {
    text: texts.average as Text,
    ...until2021,
    when: all(not(incomeWithin('secondLine')), incomeWithin('average')),
  }),
  // From 2022 both parts are needed: income within the line and at least three deprivations.
  ...twoPartRule(from2022),
  ground('average', {
    text: texts.average as Text,
    during: from2022.during,
    cite: cite(decree07, 'Đ3', 'memory'),
    when: all(not(incomeWithin('line')), incomeWithin('average')),
  }),
  ...twoPartRule(from2027),
  ground('lowIncome', {
    text: texts.lowIncome as Text,
    during: inForce(decree30),
    cite: cite(decree30, 'Đ1', 'secondary'),
    when: all(incomeWithin('lowIncome'), neither),
  }),
]
