import { decree176, law41 } from '#law/instruments'
import { bornOn, inCentre, inPrison, insurance, pensionRequested, poverty } from '#law/people'
import {
  ageAtLeast,
  ageUnder,
  all,
  always,
  any,
  type Coefficient,
  cite,
  coefficient,
  type Ground,
  ground,
  inForce,
  is,
  isYes,
  meets,
} from '#rules'

/**
 * Law on Social Insurance 2024 Điều 21: who receives the social pension. Known since the law was passed, payable
 * since Decree 176/2025 fixed its amount. Whether somebody with a very small pension also receives it, in full or
 * the difference, is left to the Government (an open point): such a person is not covered here.
 */

const during = inForce(law41, { knownFrom: decree176.issuedOn })
/** A monthly allowance outside social insurance does not stand in the way. */
const uninsured = is(insurance, 'none', 'other')
const one = (of: string, place: string, certainty: 'gazette' | 'pending' = 'gazette') =>
  coefficient(of, { during, base: [{ when: always, tenths: 10, cite: cite(law41, place, certainty) }] })

export const pensionGrounds: readonly Ground[] = [
  // Khoản 1: from 75 without pension or social-insurance allowance, on request.
  ground('SP-A', {
    text: {
      vi: 'người từ 75 tuổi không có lương hưu, trợ cấp bảo hiểm xã hội, có đề nghị',
      en: 'aged 75 or more, without pension or social-insurance allowance, who has asked',
    },
    cite: cite(law41, 'Đ21.1'),
    during,
    when: all(ageAtLeast(bornOn, 75), uninsured, isYes(pensionRequested)),
  }),
  // Khoản 2: from 70 for poor and near-poor households on the same other terms.
  ground('SP-B', {
    text: {
      vi: 'người từ 70 đến dưới 75 tuổi thuộc hộ nghèo, cận nghèo, có đề nghị',
      en: 'aged 70 to under 75 in a poor or near-poor household, who has asked',
    },
    cite: cite(law41, 'Đ21.2'),
    during,
    when: all(
      ageAtLeast(bornOn, 70),
      ageUnder(bornOn, 75),
      is(poverty, 'poor', 'nearPoor'),
      uninsured,
      isYes(pensionRequested),
    ),
  }),
  // The same person in a centre: no text read says whether the pension goes on, so an officer must confirm it.
  ground('SP-centre', {
    text: {
      vi: 'người hưởng hưu trí xã hội đang sống trong cơ sở trợ giúp xã hội',
      en: 'a social pensioner who lives in a centre',
    },
    cite: cite(law41, 'Đ21', 'pending', {
      vi: 'Chưa có văn bản nói rõ người đang ở cơ sở trợ giúp xã hội có được hưởng không.',
      en: 'No text read says whether it is paid to somebody living in a centre.',
    }),
    during,
    when: all(isYes(inCentre), any(meets('SP-A'), meets('SP-B'))),
  }),
  // Prison ends the social allowance (NĐ 335/2026 Đ9.2); for the pension no text read says so.
  ground('SP-prison', {
    text: {
      vi: 'người hưởng hưu trí xã hội đang chấp hành án phạt tù',
      en: 'a social pensioner who serves a prison sentence',
    },
    cite: cite(law41, 'Đ21', 'pending', {
      vi: 'Chưa có văn bản nói rõ người đang chấp hành án phạt tù có được hưởng không.',
      en: 'No text read says whether it is paid to somebody serving a sentence.',
    }),
    during,
    when: all(isYes(inPrison), any(meets('SP-A'), meets('SP-B'))),
  }),
]

export const pensionCoefficients: readonly Coefficient[] = [
  one('SP-A', 'Đ21.1'),
  one('SP-B', 'Đ21.2'),
  one('SP-centre', 'Đ21', 'pending'),
  one('SP-prison', 'Đ21', 'pending'),
]
