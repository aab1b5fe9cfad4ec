import { optionsOf, type Question } from './question.ts'

/** What is asked of the person first: age, certificate, pension, poverty, place. */
export const personQuestions: readonly Question[] = [
  {
    key: 'age',
    kind: 'birth',
    settles: ['birth'],
    text: { vi: '{P} bao nhiêu tuổi?', en: 'How old are {you}?' },
    hint: {
      vi: 'Ghi tuổi tính đến hôm nay (76), hoặc năm sinh (1950), hoặc ngày sinh (12/3/1950).',
      en: 'Write the age today (76), the year of birth (1950) or the day of birth (12/3/1950).',
    },
    short: { vi: 'Bao nhiêu tuổi', en: 'Age' },
    why: {
      vi: 'mỗi khoản trợ cấp gắn với một độ tuổi: dưới 3, dưới 16, từ 60, từ 75 tuổi.',
      en: 'every benefit goes with an age: under 3, under 16, from 60, from 75.',
    },
    paper: { vi: 'căn cước hoặc giấy khai sinh', en: 'the identity card or the birth certificate' },
    options: [],
  },
  {
    key: 'birthday',
    kind: 'birth',
    settles: ['birth'],
    text: { vi: '{P} sinh ngày nào?', en: 'On which day were {you} born?' },
    hint: {
      vi: 'Xin ghi đủ ngày, tháng, năm (12/3/1951): chỉ còn thiếu ngày sinh là biết chắc.',
      en: 'Please write the full day (12/3/1951): only the birthday is still needed to be sure.',
    },
    short: { vi: 'Ngày sinh', en: 'Date of birth' },
    why: {
      vi: '{p} đang ở đúng năm đủ tuổi, nên từng tháng đều khác nhau.',
      en: '{you} reach the age within this very year, so each month differs.',
    },
    paper: { vi: 'căn cước hoặc giấy khai sinh', en: 'the identity card or the birth certificate' },
    options: [],
  },
  {
    key: 'disability',
    kind: 'choice',
    settles: ['disability'],
    text: {
      vi: '{P} có giấy xác nhận khuyết tật không?',
      en: 'Do {you} hold a disability certificate?',
    },
    hint: {
      vi: 'Mức độ ghi trên giấy do Ủy ban nhân dân xã, phường cấp.',
      en: 'The degree stands on the certificate that the commune issued.',
    },
    short: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' },
    why: {
      vi: 'khuyết tật nặng và đặc biệt nặng được trợ cấp hằng tháng, không xét thu nhập.',
      en: 'severe and extremely severe disability give a monthly allowance whatever the income.',
    },
    paper: {
      vi: 'giấy xác nhận khuyết tật; chưa có thì đề nghị xã xác định mức độ',
      en: 'the disability certificate; without one, ask the commune to assess the degree',
    },
    options: optionsOf('disability', {
      none: ['Không có giấy xác nhận', 'No certificate'],
      light: ['Có, mức độ nhẹ', 'Yes, light'],
      severe: ['Có, mức độ nặng', 'Yes, severe'],
      extreme: ['Có, mức độ đặc biệt nặng', 'Yes, extremely severe'],
    }),
  },
  {
    key: 'insurance',
    kind: 'choice',
    settles: ['insurance'],
    text: {
      vi: '{P} có lương hưu hay trợ cấp hằng tháng nào không?',
      en: 'Do {you} receive a pension or another monthly benefit?',
    },
    short: { vi: 'Lương hưu, trợ cấp hằng tháng', en: 'Pension or monthly benefit' },
    why: {
      vi: 'trợ cấp hưu trí xã hội dành cho người không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng.',
      en: 'the social pension is for people without a pension or a monthly social-insurance allowance.',
    },
    paper: {
      vi: 'sổ lĩnh lương hưu, hoặc hỏi cơ quan bảo hiểm xã hội',
      en: 'the pension book, or ask the social-insurance office',
    },
    options: optionsOf('insurance', {
      none: ['Không có khoản nào', 'None'],
      pension: ['Lương hưu', 'A pension'],
      monthlyInsurance: ['Trợ cấp bảo hiểm xã hội hằng tháng', 'A monthly social-insurance allowance'],
      survivor: ['Trợ cấp tuất hằng tháng', "A monthly survivor's allowance"],
      other: ['Trợ cấp khác, không phải bảo hiểm xã hội', 'Another allowance, not social insurance'],
    }),
  },
  {
    key: 'poverty',
    kind: 'choice',
    settles: ['poverty'],
    text: {
      vi: 'Nhà {p} có trong danh sách hộ nghèo, hộ cận nghèo năm nay không?',
      en: "Is {your} household on this year's list of poor or near-poor households?",
    },
    hint: {
      vi: 'Theo giấy chứng nhận hoặc danh sách xã, phường công nhận, không phải tự ước lượng.',
      en: 'By the certificate or the list of the commune, not by your own estimate.',
    },
    short: { vi: 'Hộ nghèo, cận nghèo', en: 'Poor or near-poor household' },
    why: {
      vi: 'có khoản trợ cấp chỉ dành cho người thuộc hộ nghèo hoặc hộ cận nghèo.',
      en: 'some allowances are only for members of poor or near-poor households.',
    },
    paper: {
      vi: 'giấy chứng nhận hộ nghèo, cận nghèo, hoặc hỏi Ủy ban nhân dân xã',
      en: 'the certificate of the household, or ask the commune',
    },
    options: optionsOf('poverty', {
      none: ['Không', 'No'],
      nearPoor: ['Hộ cận nghèo', 'Near-poor household'],
      poor: ['Hộ nghèo', 'Poor household'],
    }),
  },
  {
    key: 'area',
    kind: 'choice',
    settles: ['area'],
    text: {
      vi: 'Nơi {p} ở có phải xã, thôn đặc biệt khó khăn vùng dân tộc thiểu số và miền núi không?',
      en: 'Do {you} live in an especially difficult commune or village of an ethnic-minority and mountainous area?',
    },
    short: { vi: 'Vùng đặc biệt khó khăn', en: 'Especially difficult area' },
    why: {
      vi: 'trẻ em dưới 3 tuổi thuộc hộ nghèo, cận nghèo ở vùng này được trợ cấp hằng tháng.',
      en: 'children under 3 of poor or near-poor households in such areas receive an allowance.',
    },
    paper: {
      vi: 'danh sách xã, thôn đặc biệt khó khăn: xã tự tra cứu',
      en: 'the list of such places: the commune looks it up',
    },
    options: optionsOf('area', {
      difficultEthnicMountain: ['Đúng', 'Yes'],
      ordinary: ['Không phải', 'No'],
    }),
  },
]
