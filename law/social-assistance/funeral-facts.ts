import { insurance, poverty } from '#law/people'
import { choice, type Fact, yesNo } from '#rules'

/** What funeral support is judged on, as it stood on the day of death. */

export const allowanceAtDeath = choice(
  'allowanceAtDeath',
  { vi: 'trợ cấp xã hội hằng tháng khi mất', en: 'monthly social allowance at death' },
  {
    none: { vi: 'không hưởng', en: 'not received' },
    applied: {
      vi: 'đủ điều kiện, đã nộp hồ sơ, chưa có quyết định',
      en: 'eligible and applied, not yet decided',
    },
    receiving: { vi: 'đang hưởng', en: 'received' },
  },
)

export const pensionAtDeath = choice(
  'pensionAtDeath',
  { vi: 'trợ cấp hưu trí xã hội khi mất', en: 'social pension at death' },
  {
    none: { vi: 'không hưởng', en: 'not received' },
    applied: {
      vi: 'đủ điều kiện, đã đề nghị, chưa có quyết định',
      en: 'eligible and asked, not yet decided',
    },
    receiving: { vi: 'đang hưởng', en: 'received' },
  },
)

export const childOfSingleParent = yesNo('childOfSingleParent', {
  vi: 'là con của người đơn thân nghèo đang hưởng trợ cấp nuôi con',
  en: 'a child of a poor single parent who draws the allowance for it',
})

/** The age on the day of death, which no month rounds. */
export const ageAtDeath = choice(
  'ageAtDeath',
  { vi: 'tuổi khi mất', en: 'age at death' },
  {
    under70: { vi: 'dưới 70 tuổi', en: 'under 70' },
    from70: { vi: 'từ 70 đến dưới 75 tuổi', en: '70 to under 75' },
    from75: { vi: 'từ 75 đến dưới 80 tuổi', en: '75 to under 80' },
    from80: { vi: 'từ 80 tuổi', en: '80 or more' },
  },
)

export const disasterSupportPaid = yesNo('disasterSupportPaid', {
  vi: 'gia đình đã được hỗ trợ vì có người chết do thiên tai, tai nạn',
  en: 'the family already received the support for a death in a disaster or accident',
})

export const inCentreAtDeath = yesNo('inCentreAtDeath', {
  vi: 'mất khi đang được nuôi dưỡng trong cơ sở trợ giúp xã hội',
  en: 'died while looked after in a centre',
})

export const funeralFacts: readonly Fact[] = [
  allowanceAtDeath,
  pensionAtDeath,
  childOfSingleParent,
  ageAtDeath,
  insurance,
  poverty,
  disasterSupportPaid,
  inCentreAtDeath,
]
