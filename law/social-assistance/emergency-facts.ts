import { poverty } from '#law/people'
import { choice, count, type Fact, yesNo } from '#rules'

/** What emergency assistance is judged on: one person or household in one event. */

export const cause = choice(
  'cause',
  { vi: 'nguyên nhân', en: 'cause' },
  {
    disaster: { vi: 'thiên tai', en: 'natural disaster' },
    fire: { vi: 'hỏa hoạn', en: 'fire' },
    traffic: { vi: 'tai nạn giao thông', en: 'traffic accident' },
    labour: { vi: 'tai nạn lao động đặc biệt nghiêm trọng', en: 'very serious labour accident' },
    forceMajeure: { vi: 'lý do bất khả kháng khác', en: 'other force majeure' },
    other: { vi: 'nguyên nhân khác', en: 'something else' },
  },
)

export const harm = choice(
  'harm',
  { vi: 'thiệt hại về người', en: 'harm to the person' },
  {
    none: { vi: 'không', en: 'none' },
    injured: { vi: 'bị thương', en: 'injured' },
    deadOrMissing: { vi: 'chết hoặc mất tích', en: 'dead or missing' },
  },
)

export const emergencyAdmission = yesNo('emergencyAdmission', {
  vi: 'phải cấp cứu tại cơ sở y tế',
  en: 'was admitted as an emergency',
})

export const treatmentDays = count('treatmentDays', { vi: 'số ngày điều trị', en: 'days of treatment' }, 14)

export const buriedByCommune = yesNo('buriedByCommune', {
  vi: 'không có người thân, cơ quan hoặc người khác đứng ra mai táng',
  en: 'had no relatives; an office or somebody else organised the burial',
})

export const house = choice(
  'house',
  { vi: 'nhà ở', en: 'house' },
  {
    intact: { vi: 'không hư hỏng', en: 'intact' },
    destroyed: { vi: 'đổ, sập, trôi, cháy hoàn toàn', en: 'destroyed' },
    damaged: { vi: 'hư hỏng nặng không ở được', en: 'badly damaged and unusable' },
    relocated: { vi: 'phải di dời khẩn cấp theo quyết định', en: 'ordered to move at once' },
  },
)

export const hardship = yesNo('hardship', {
  vi: 'hộ có hoàn cảnh khó khăn theo xác nhận của xã',
  en: 'a household in hardship, confirmed by the commune',
})

export const emergencyFacts: readonly Fact[] = [
  cause,
  harm,
  emergencyAdmission,
  treatmentDays,
  buriedByCommune,
  house,
  poverty,
  hardship,
]
