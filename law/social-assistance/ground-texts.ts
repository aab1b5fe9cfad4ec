import type { Text } from '#rules'

/** What each ground is called, the same in every decree that has it. */
export const groundTexts = {
  K1: { vi: 'trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng', en: 'child under 16 without a source of care' },
  K2: {
    vi: 'người từng là trẻ em không có nguồn nuôi dưỡng, đã đủ 16 tuổi và còn đi học',
    en: 'formerly a child without a source of care, over 16 and still studying',
  },
  K3: { vi: 'trẻ em nhiễm HIV thuộc hộ nghèo', en: 'child with HIV in a poor household' },
  K4: { vi: 'người đơn thân nghèo hoặc cận nghèo đang nuôi con', en: 'poor or near-poor single parent' },
  K5a: {
    vi: 'người cao tuổi thuộc hộ nghèo không có người phụng dưỡng',
    en: 'poor elder without anyone to support them',
  },
  K5b: {
    vi: 'người từ 75 đến dưới 80 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn',
    en: 'poor or near-poor elder of 75 to under 80 in an especially difficult area',
  },
  K5c: {
    vi: 'người từ 80 tuổi không có lương hưu, trợ cấp bảo hiểm xã hội',
    en: 'elder of 80 or more without a pension or social-insurance allowance',
  },
  K5d: {
    vi: 'người cao tuổi nghèo đủ điều kiện vào cơ sở trợ giúp xã hội nhưng có người nhận chăm sóc',
    en: 'poor elder who qualifies for a centre but was taken in by somebody',
  },
  K6: {
    vi: 'người khuyết tật nặng, đặc biệt nặng',
    en: 'person with a severe or extremely severe disability',
  },
  K7: {
    vi: 'trẻ em dưới 3 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn',
    en: 'child under 3 of a poor or near-poor household in an especially difficult area',
  },
  K8: {
    vi: 'người nhiễm HIV thuộc hộ nghèo không có thu nhập ổn định',
    en: 'poor person with HIV without a stable income',
  },
  C1: { vi: 'nhận nuôi dưỡng trẻ em dưới 4 tuổi', en: 'a child under 4 was taken in' },
  C2: {
    vi: 'nhận nuôi dưỡng trẻ em từ 4 tuổi hoặc người cao tuổi nghèo',
    en: 'a child of 4 or more, or a poor elder, was taken in',
  },
  C3: {
    vi: 'người khuyết tật đang mang thai hoặc nuôi một con dưới 36 tháng',
    en: 'disabled person who is pregnant or raises one child under 36 months',
  },
  C4: {
    vi: 'người khuyết tật vừa mang thai vừa nuôi con dưới 36 tháng, hoặc nuôi từ hai con dưới 36 tháng',
    en: 'disabled person pregnant and raising a child under 36 months, or raising two or more',
  },
  C5: {
    vi: 'gia đình trực tiếp chăm sóc người khuyết tật đặc biệt nặng',
    en: 'own family cares for a person with an extremely severe disability',
  },
  C6: {
    vi: 'nhận chăm sóc người lớn khuyết tật đặc biệt nặng',
    en: 'an adult with an extremely severe disability was taken in',
  },
  C7: {
    vi: 'nhận chăm sóc trẻ em khuyết tật đặc biệt nặng',
    en: 'a child with an extremely severe disability was taken in',
  },
  centreCare: { vi: 'được nuôi dưỡng trong cơ sở trợ giúp xã hội', en: 'looked after in a centre' },
  dead: { vi: 'chưa sinh, hoặc đã chết trước tháng này', en: 'not yet born, or died before this month' },
  prison: { vi: 'đang chấp hành án phạt tù', en: 'serving a prison sentence' },
  centre: {
    vi: 'đã được nuôi dưỡng trong cơ sở trợ giúp xã hội',
    en: 'already looked after in a centre',
  },
  elsewhere: { vi: 'không còn cư trú tại địa phương', en: 'no longer lives here' },
  spouseDraws: {
    vi: 'khoản này của hai vợ chồng đã chi cho người kia',
    en: 'this support of the couple already goes to the spouse',
  },
} as const satisfies Record<string, Text>
