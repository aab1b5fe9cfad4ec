import { birth, type ChoiceFact, choice, count, type Fact, yesNo } from '#rules'

/**
 * The facts that social assistance, care support and the social pension are judged on: one person, one month.
 * A missing fact is unknown, never "no". How a month with a change in it is read stands in the README.
 */

export const bornOn = birth('birth', { vi: 'ngày sinh', en: 'date of birth' })

const sex = choice(
  'sex',
  { vi: 'giới tính', en: 'sex' },
  { male: { vi: 'nam', en: 'male' }, female: { vi: 'nữ', en: 'female' } },
)

/** Alive when the month began: the month of death itself is still paid (NĐ 20/2021 Đ8.2, NĐ 335/2026 Đ8.4). */
export const alive = yesNo('alive', { vi: 'còn sống vào đầu tháng', en: 'alive when the month begins' })

export const resident = yesNo('resident', {
  vi: 'cư trú tại địa phương',
  en: 'lives in this commune',
})

export const poverty = choice(
  'poverty',
  { vi: 'hộ gia đình', en: 'household status' },
  {
    none: { vi: 'không nghèo, không cận nghèo', en: 'neither poor nor near-poor' },
    nearPoor: { vi: 'hộ cận nghèo', en: 'near-poor household' },
    poor: { vi: 'hộ nghèo', en: 'poor household' },
  },
)

export const area = choice(
  'area',
  { vi: 'nơi ở', en: 'area' },
  {
    ordinary: { vi: 'xã, thôn thường', en: 'ordinary commune or village' },
    difficultEthnicMountain: {
      vi: 'xã, thôn đặc biệt khó khăn vùng đồng bào dân tộc thiểu số và miền núi',
      en: 'especially difficult commune or village in an ethnic-minority and mountainous area',
    },
  },
)

export type ParentState = 'present' | 'dead' | 'missing' | 'inCentre' | 'detained' | 'unidentified'

function parent(key: string, text: { vi: string; en: string }): ChoiceFact<ParentState> {
  return choice(key, text, {
    present: {
      vi: 'còn sống và không thuộc các trường hợp sau',
      en: 'alive, and in none of the other states',
    },
    dead: { vi: 'đã chết', en: 'dead' },
    missing: { vi: 'bị Tòa án tuyên bố mất tích', en: 'declared missing by a court' },
    inCentre: { vi: 'đang sống trong cơ sở trợ giúp xã hội', en: 'living in a social-assistance centre' },
    detained: {
      vi: 'đang chấp hành án phạt tù hoặc biện pháp xử lý hành chính bắt buộc',
      en: 'serving a prison sentence or a compulsory administrative measure',
    },
    unidentified: { vi: 'không xác định được là ai', en: 'cannot be identified' },
  })
}

export const father = parent('father', { vi: 'người cha', en: 'father' })
export const mother = parent('mother', { vi: 'người mẹ', en: 'mother' })

export const abandoned = yesNo('abandoned', { vi: 'bị bỏ rơi', en: 'abandoned' })
export const adopted = yesNo('adopted', { vi: 'đã có người nhận làm con nuôi', en: 'adopted' })

export const formerlyWithoutSupport = yesNo('formerlyWithoutSupport', {
  vi: 'đã được hưởng trợ cấp vì không có nguồn nuôi dưỡng trước khi đủ 16 tuổi',
  en: 'received the allowance of a child without support before turning 16',
})

export const studying = choice(
  'studying',
  { vi: 'việc học', en: 'studies' },
  {
    no: { vi: 'không đi học', en: 'not studying' },
    yes: {
      vi: 'đang học liên tục (kể cả nghỉ, bảo lưu hợp lệ)',
      en: 'studying without a break (permitted leave included)',
    },
    interrupted: { vi: 'đang học lại sau khi đã bỏ học một thời gian', en: 'studying again after a break' },
  },
)

export const hiv = yesNo('hiv', { vi: 'nhiễm HIV', en: 'living with HIV' })

export const stableIncome = yesNo('stableIncome', {
  vi: 'có thu nhập ổn định hằng tháng (tiền lương, tiền công, lương hưu, trợ cấp bảo hiểm xã hội)',
  en: 'has a stable monthly income (wage, pension, social insurance)',
})

export const marriage = choice(
  'marriage',
  { vi: 'hôn nhân', en: 'marriage' },
  {
    neverMarried: { vi: 'chưa kết hôn', en: 'never married' },
    married: { vi: 'đang có vợ hoặc chồng', en: 'married' },
    widowed: { vi: 'vợ hoặc chồng đã chết', en: 'widowed' },
    spouseMissing: {
      vi: 'vợ hoặc chồng bị Tòa án tuyên bố mất tích',
      en: 'spouse declared missing by a court',
    },
    divorced: { vi: 'đã ly hôn', en: 'divorced' },
    separated: { vi: 'sống ly thân hoặc vợ, chồng bỏ đi', en: 'separated or left by the spouse' },
  },
)

export const k4Children = count(
  'k4Children',
  {
    vi: 'số con đang nuôi dưới 16 tuổi, hoặc đã đủ 16 tuổi và còn học theo quy định',
    en: 'children being raised who are under 16, or older and still studying as the rule asks',
  },
  14,
)

export const supporter = choice(
  'supporter',
  { vi: 'người có nghĩa vụ và quyền phụng dưỡng', en: 'persons obliged to support the elder' },
  {
    none: { vi: 'không có ai', en: 'nobody' },
    allOnAllowance: {
      vi: 'có, nhưng tất cả đang hưởng trợ cấp xã hội hằng tháng',
      en: 'some, but all of them receive the monthly social allowance',
    },
    able: { vi: 'có người không hưởng trợ cấp xã hội', en: 'somebody who does not receive the allowance' },
  },
)

export const centreEligible = yesNo('centreEligible', {
  vi: 'không tự lo được cuộc sống và đủ điều kiện vào cơ sở trợ giúp xã hội',
  en: 'cannot live alone and qualifies for a social-assistance centre',
})

export const takenIn = yesNo('takenIn', {
  vi: 'đã có người hoặc hộ được xã đồng ý cho nhận chăm sóc, nuôi dưỡng',
  en: 'taken in by a person or household whom the commune approved',
})

export const caredForAtHome = yesNo('caredForAtHome', {
  vi: 'gia đình đang trực tiếp chăm sóc, nuôi dưỡng',
  en: 'cared for directly by the own family',
})

export const inCentre = yesNo('inCentre', {
  vi: 'đang được nuôi dưỡng trong cơ sở trợ giúp xã hội',
  en: 'looked after in a social-assistance centre',
})

export const inPrison = yesNo('inPrison', {
  vi: 'đang chấp hành án phạt tù',
  en: 'serving a prison sentence',
})

export const disability = choice(
  'disability',
  { vi: 'mức độ khuyết tật trên giấy xác nhận', en: 'degree on the disability certificate' },
  {
    none: { vi: 'không có giấy xác nhận khuyết tật', en: 'no certificate' },
    light: { vi: 'khuyết tật nhẹ', en: 'light' },
    severe: { vi: 'khuyết tật nặng', en: 'severe' },
    extreme: { vi: 'khuyết tật đặc biệt nặng', en: 'extremely severe' },
  },
)

export const pregnant = yesNo('pregnant', { vi: 'đang mang thai', en: 'pregnant' })

export const childrenUnder36Months = count(
  'childrenUnder36Months',
  { vi: 'số con dưới 36 tháng tuổi đang trực tiếp nuôi', en: 'children under 36 months being raised' },
  4,
)

/** Of a couple who are both disabled only one draws C3 or C4 (NĐ 20/2021 Đ20.2.a, NĐ 335/2026 Đ17.2.a). */
export const parentCarePaidToSpouse = yesNo('parentCarePaidToSpouse', {
  vi: 'khoản hỗ trợ nuôi con nhỏ hoặc mang thai của hai vợ chồng đã chi cho người kia',
  en: 'the support of the couple for a pregnancy or small child already goes to the spouse',
})

export const insurance = choice(
  'insurance',
  { vi: 'lương hưu, trợ cấp hằng tháng khác', en: 'pension or other monthly benefit' },
  {
    none: { vi: 'không có', en: 'none' },
    pension: { vi: 'lương hưu', en: 'pension' },
    monthlyInsurance: { vi: 'trợ cấp bảo hiểm xã hội hằng tháng', en: 'monthly social-insurance allowance' },
    survivor: { vi: 'trợ cấp tuất bảo hiểm xã hội hằng tháng', en: "monthly survivor's allowance" },
    other: {
      vi: 'trợ cấp hằng tháng khác, không phải bảo hiểm xã hội',
      en: 'another monthly allowance, not social insurance',
    },
  },
)

/** Those moved over from the allowance on 1/7/2025 count as having asked. */
export const pensionRequested = yesNo('pensionRequested', {
  vi: 'đã đề nghị hưởng trợ cấp hưu trí xã hội',
  en: 'has asked for the social pension',
})

/** Every fact a person's monthly benefits are read from, in the order people are asked. */
export const monthlyFacts: readonly Fact[] = [
  bornOn,
  sex,
  alive,
  resident,
  poverty,
  area,
  disability,
  insurance,
  pensionRequested,
  father,
  mother,
  abandoned,
  adopted,
  formerlyWithoutSupport,
  studying,
  marriage,
  k4Children,
  childrenUnder36Months,
  pregnant,
  parentCarePaidToSpouse,
  supporter,
  centreEligible,
  takenIn,
  caredForAtHome,
  inCentre,
  inPrison,
  hiv,
  stableIncome,
]
