import { optionsOf, type Question, yesOrNo } from './question.ts'

const communeKnows = {
  vi: 'hỏi Trung tâm Phục vụ hành chính công xã, phường',
  en: 'ask the one-stop desk of the commune',
}

/** What is asked of care, health and the elder's family. */
export const careQuestions: readonly Question[] = [
  {
    key: 'living',
    kind: 'choice',
    settles: ['inCentre', 'takenIn', 'caredForAtHome'],
    text: { vi: '{P} đang sống với ai?', en: 'With whom do {you} live?' },
    short: { vi: 'Sống với ai', en: 'Lives with' },
    why: {
      vi: 'người chăm sóc tại nhà có thể được hỗ trợ; người sống trong cơ sở trợ giúp được nuôi dưỡng ở đó.',
      en: 'those who care at home may be supported; a social-assistance centre pays for its own residents.',
    },
    paper: communeKnows,
    options: [
      {
        value: 'family',
        text: { vi: 'Cùng gia đình, được gia đình chăm sóc', en: 'With the family, who look after them' },
        facts: { inCentre: 'no', takenIn: 'no', caredForAtHome: 'yes' },
      },
      {
        value: 'alone',
        text: { vi: 'Sống một mình, tự lo', en: 'Alone, managing by oneself' },
        facts: { inCentre: 'no', takenIn: 'no', caredForAtHome: 'no' },
      },
      {
        value: 'takenIn',
        text: {
          vi: 'Ở nhà người nhận nuôi dưỡng mà xã đã đồng ý',
          en: 'With somebody whom the commune approved to take them in',
        },
        facts: { inCentre: 'no', takenIn: 'yes', caredForAtHome: 'no' },
      },
      {
        value: 'centre',
        text: { vi: 'Trong cơ sở trợ giúp xã hội', en: 'In a social-assistance centre' },
        facts: { inCentre: 'yes', takenIn: 'no', caredForAtHome: 'no' },
      },
    ],
  },
  {
    key: 'supporter',
    kind: 'choice',
    settles: ['supporter'],
    text: {
      vi: '{P} có con, cháu hoặc người thân có nghĩa vụ phụng dưỡng không?',
      en: 'Do {you} have children, grandchildren or others who must support {you}?',
    },
    short: { vi: 'Người phụng dưỡng', en: 'Supporters' },
    why: {
      vi: 'người cao tuổi nghèo không có ai phụng dưỡng được trợ cấp cao hơn.',
      en: 'a poor elder without supporters receives a higher allowance.',
    },
    paper: { vi: 'xác nhận của xã về gia cảnh', en: 'a statement of the commune on the family' },
    options: optionsOf('supporter', {
      able: ['Có', 'Yes'],
      none: ['Không còn ai', 'Nobody'],
      allOnAllowance: [
        'Có, nhưng tất cả đều đang hưởng trợ cấp xã hội',
        'Yes, but all of them receive the social allowance',
      ],
    }),
  },
  {
    key: 'centreEligible',
    kind: 'choice',
    settles: ['centreEligible'],
    text: {
      vi: '{P} có tự lo được cuộc sống hằng ngày không?',
      en: 'Can {you} manage daily life alone?',
    },
    short: { vi: 'Tự lo cuộc sống', en: 'Manages alone' },
    why: {
      vi: 'người không tự lo được và có người nhận nuôi dưỡng được trợ cấp cao nhất.',
      en: 'those who cannot, and are taken in by somebody, receive the highest allowance.',
    },
    paper: communeKnows,
    options: [
      { value: 'alone', text: { vi: 'Tự lo được', en: 'Yes' }, facts: { centreEligible: 'no' } },
      {
        value: 'not',
        text: { vi: 'Không, đủ điều kiện vào cơ sở trợ giúp xã hội', en: 'No, and qualifies for a centre' },
        facts: { centreEligible: 'yes' },
      },
    ],
  },
  {
    key: 'pregnant',
    kind: 'choice',
    settles: ['pregnant'],
    text: { vi: '{P} có đang mang thai không?', en: 'Are {you} pregnant?' },
    hint: { vi: 'Câu này hỏi phụ nữ; nam giới xin chọn Không.', en: 'Asked of women; men please answer No.' },
    short: { vi: 'Mang thai', en: 'Pregnant' },
    why: {
      vi: 'người khuyết tật nặng, đặc biệt nặng đang mang thai được hỗ trợ thêm.',
      en: 'a severely disabled person who is pregnant receives more support.',
    },
    paper: { vi: 'giấy xác nhận của cơ sở y tế', en: 'a statement of the health station' },
    options: yesOrNo('pregnant'),
  },
  {
    key: 'toddlers',
    kind: 'count',
    settles: ['childrenUnder36Months'],
    text: {
      vi: '{P} đang nuôi mấy con dưới 36 tháng tuổi?',
      en: 'How many children under 36 months are {you} raising?',
    },
    short: { vi: 'Con dưới 36 tháng', en: 'Children under 36 months' },
    why: {
      vi: 'người khuyết tật nặng, đặc biệt nặng nuôi con nhỏ được hỗ trợ thêm.',
      en: 'a severely disabled person raising small children receives more support.',
    },
    paper: { vi: 'giấy khai sinh của con', en: "the children's birth certificates" },
    options: [],
    max: 3,
  },
  {
    key: 'spouseCare',
    kind: 'choice',
    settles: ['parentCarePaidToSpouse'],
    after: ['pregnant', 'toddlers'],
    text: {
      vi: 'Khoản hỗ trợ mang thai, nuôi con nhỏ đã chi cho vợ hoặc chồng của {p} chưa?',
      en: 'Does {your} spouse already receive the support for a pregnancy or a small child?',
    },
    short: { vi: 'Vợ, chồng đã nhận hỗ trợ', en: 'Paid to the spouse' },
    why: {
      vi: 'vợ chồng cùng khuyết tật được một suất hỗ trợ nuôi con.',
      en: 'a couple who are both disabled receive this support once.',
    },
    paper: communeKnows,
    options: optionsOf('parentCarePaidToSpouse', {
      no: ['Chưa, hoặc không có vợ, chồng', 'No, or no spouse'],
      yes: ['Đã chi cho người kia', 'Yes'],
    }),
  },
  {
    key: 'hiv',
    kind: 'choice',
    settles: ['hiv'],
    after: ['poverty'],
    text: { vi: '{P} có nhiễm HIV không?', en: 'Are {you} living with HIV?' },
    hint: {
      vi: 'Có thể bỏ qua câu này. Câu trả lời không rời khỏi máy, và luật cấm niêm yết tên người nhiễm HIV.',
      en: 'You may skip this. The answer never leaves this device, and the law forbids posting such names.',
    },
    short: { vi: 'HIV', en: 'HIV' },
    why: {
      vi: 'trẻ em và người lớn nhiễm HIV thuộc hộ nghèo được trợ cấp hằng tháng.',
      en: 'children and adults of poor households who live with HIV receive an allowance.',
    },
    paper: { vi: 'kết quả xét nghiệm của cơ sở y tế', en: 'the test result of a health facility' },
    options: yesOrNo('hiv'),
  },
  {
    key: 'income',
    kind: 'choice',
    settles: ['stableIncome'],
    text: {
      vi: '{P} có lương, tiền công ổn định hằng tháng không?',
      en: 'Do {you} have a stable monthly wage?',
    },
    short: { vi: 'Thu nhập ổn định', en: 'Stable income' },
    why: {
      vi: 'khoản này dành cho người không có thu nhập ổn định hằng tháng.',
      en: 'this allowance is for people without a stable monthly income.',
    },
    paper: communeKnows,
    options: yesOrNo('stableIncome'),
  },
]
