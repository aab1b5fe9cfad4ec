import { decree20, decree176, decree335 } from '#law/instruments'
import { insurance, poverty } from '#law/people'
import {
  all,
  always,
  type Citation,
  type Coefficient,
  cite,
  coefficient,
  type Ground,
  ground,
  inForce,
  is,
  isYes,
} from '#rules'
import {
  ageAtDeath,
  allowanceAtDeath,
  childOfSingleParent,
  disasterSupportPaid,
  inCentreAtDeath,
  pensionAtDeath,
} from './funeral-facts.ts'

/**
 * Funeral support: Điều 11 of Decree 20/2021 and of Decree 335/2026, at least 20 times the standard; Decree
 * 176/2025 Điều 5 for social pensioners; 50 times in a centre. Paid to whoever organises the burial.
 */

const texts = {
  recipient: { vi: 'người hưởng trợ cấp xã hội hằng tháng', en: 'received the monthly social allowance' },
  child: { vi: 'con của người đơn thân nghèo đang nuôi con', en: 'child of a poor single parent' },
  veryOld: {
    vi: 'người cao tuổi hưởng trợ cấp tuất hoặc trợ cấp hằng tháng khác',
    en: "elder on a survivor's or another monthly allowance",
  },
  poorOld: {
    vi: 'người từ 70 đến dưới 75 tuổi thuộc hộ nghèo, cận nghèo, hưởng trợ cấp tuất',
    en: "aged 70 to under 75, poor or near-poor, on a survivor's allowance",
  },
  pensioner: { vi: 'người hưởng trợ cấp hưu trí xã hội', en: 'received the social pension' },
  centre: { vi: 'người được nuôi dưỡng trong cơ sở trợ giúp xã hội', en: 'looked after in a centre' },
  disaster: {
    vi: 'đã hỗ trợ 50 lần mức chuẩn vì chết do thiên tai, tai nạn',
    en: '50 times the standard was already paid for a death in a disaster or accident',
  },
}

const on20 = inForce(decree20)
const on335 = inForce(decree335)
const before335 = inForce(decree176, { until: decree335.from, untilKnownFrom: decree335.issuedOn })
const survivors = is(insurance, 'survivor', 'other')
const pensioner = is(pensionAtDeath, 'receiving', 'applied')
const at20 = (place: string) => cite(decree20, place)
const at335 = (place: string) => cite(decree335, place)
const at176 = cite(decree176, 'Đ5', 'secondary')

export const funeralGrounds: readonly Ground[] = [
  // Decree 20/2021, points a to c.
  ground('F-recipient', {
    text: texts.recipient,
    cite: at20('Đ11.1.a'),
    during: on20,
    when: is(allowanceAtDeath, 'receiving'),
  }),
  ground('F-child', {
    text: texts.child,
    cite: at20('Đ11.1.b'),
    during: on20,
    when: isYes(childOfSingleParent),
  }),
  ground('F-old', {
    text: texts.veryOld,
    cite: at20('Đ11.1.c'),
    during: on20,
    when: all(is(ageAtDeath, 'from80'), survivors),
  }),
  // Decree 335/2026: also those who applied; from 75 instead of 80; the poor from 70.
  ground('F-recipient', {
    text: texts.recipient,
    cite: at335('Đ11.1.a'),
    during: on335,
    when: is(allowanceAtDeath, 'receiving', 'applied'),
  }),
  ground('F-child', {
    text: texts.child,
    cite: at335('Đ11.1.b'),
    during: on335,
    when: isYes(childOfSingleParent),
  }),
  ground('F-old', {
    text: texts.veryOld,
    cite: at335('Đ11.1.c'),
    during: on335,
    when: all(is(ageAtDeath, 'from75', 'from80'), survivors),
  }),
  ground('F-poor-old', {
    text: texts.poorOld,
    cite: at335('Đ11.1.d'),
    during: on335,
    when: all(is(ageAtDeath, 'from70'), is(poverty, 'poor', 'nearPoor'), is(insurance, 'survivor')),
  }),
  // Social pensioners, also those who had asked and were eligible.
  ground('F-pensioner', { text: texts.pensioner, cite: at176, during: before335, when: pensioner }),
  ground('F-pensioner', { text: texts.pensioner, cite: at335('Đ31'), during: on335, when: pensioner }),
  ground('F-centre', {
    text: texts.centre,
    cite: at20('Đ25'),
    during: on20,
    when: isYes(inCentreAtDeath),
  }),
  ground('F-centre', {
    text: texts.centre,
    cite: at335('Đ22'),
    during: on335,
    when: isYes(inCentreAtDeath),
  }),
  ground('F-disaster', {
    text: texts.disaster,
    cite: at20('Đ11.2'),
    during: on20,
    when: isYes(disasterSupportPaid),
  }),
  ground('F-disaster', {
    text: texts.disaster,
    cite: at335('Đ11.2'),
    during: on335,
    when: isYes(disasterSupportPaid),
  }),
]

function times(of: string, tenths: number, during: Ground['during'], place: Citation): Coefficient {
  return coefficient(of, { during, base: [{ when: always, tenths, cite: place }] })
}

export const funeralCoefficients: readonly Coefficient[] = [
  ...['F-recipient', 'F-child', 'F-old'].map((of) => times(of, 200, on20, at20('Đ11.2'))),
  ...['F-recipient', 'F-child', 'F-old', 'F-poor-old'].map((of) => times(of, 200, on335, at335('Đ11.2'))),
  times('F-centre', 500, on20, at20('Đ25')),
  times('F-centre', 500, on335, at335('Đ22')),
  times('F-pensioner', 200, before335, at176),
  times('F-pensioner', 200, on335, at335('Đ31')),
]
