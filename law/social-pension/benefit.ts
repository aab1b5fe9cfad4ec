import { decree176, decree335 } from '#law/instruments'
import { type Benefit, benefit, type Choice, cite, higherOf, inForce } from '#rules'

/** The social pension as a monthly benefit, and its choice against the social allowance (ST6). */

const text = { vi: 'Trợ cấp hưu trí xã hội', en: 'Social pension' }
const eitherText = {
  vi: 'Chỉ hưởng khoản cao hơn giữa trợ cấp xã hội và hưu trí xã hội',
  en: 'Only the higher of the social allowance and the social pension',
}
const before = inForce(decree176, { until: decree335.from, untilKnownFrom: decree335.issuedOn })
const after = inForce(decree335)
const grounds = ['SP-A', 'SP-B', 'SP-centre', 'SP-prison']
const either = ['socialAllowance', 'socialPension']
const at176 = (place: string) => cite(decree176, place, 'secondary')
const at335 = cite(decree335, 'Đ31')
const stops = (place: typeof at335) => ['dead', 'elsewhere'].map((ground) => ({ ground, cite: place }))

export const pensionBenefits: readonly (Benefit | Choice)[] = [
  benefit('socialPension', {
    text,
    cite: at176('Đ3'),
    during: before,
    payee: 'person',
    highestOf: grounds,
    excludedBy: stops(at176('Đ4')),
    standard: 'pensionLevel',
  }),
  benefit('socialPension', {
    text,
    cite: at335,
    during: after,
    payee: 'person',
    highestOf: grounds,
    excludedBy: stops(at335),
    standard: 'pensionLevel',
  }),
  higherOf('monthly', { text: eitherText, cite: at176('Đ3'), during: before, higherOf: either }),
  higherOf('monthly', { text: eitherText, cite: at335, during: after, higherOf: either }),
]
