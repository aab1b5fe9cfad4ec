import type { Question } from './question-shape.ts'
import { childrenQuestions } from './questions-children.ts'
import { elderQuestions } from './questions-elders.ts'

const personQuestions: Record<string, Question> = {
  birth: {
    text: { vi: 'Ông/bà sinh ngày nào?', en: 'When were you born?' },
    hint: {
      vi: 'Ghi như trên căn cước. Nếu giấy tờ chỉ có năm sinh thì chỉ ghi năm.',
      en: 'As on your identity card. If it shows only the year, give only the year.',
    },
  },
  sex: { text: { vi: 'Ông/bà là nam hay nữ?', en: 'Are you male or female?' } },
  alive: {
    text: {
      vi: 'Đầu tháng này người được hỏi còn sống không?',
      en: 'Was the person alive when the month began?',
    },
    hint: {
      vi: 'Tháng có người qua đời vẫn được chi đủ.',
      en: 'The month in which somebody dies is still paid in full.',
    },
  },
  resident: {
    text: {
      vi: 'Ông/bà có đang cư trú tại xã, phường này không?',
      en: 'Do you live in this commune or ward?',
    },
    hint: {
      vi: 'Nơi cư trú là nơi thường trú hoặc tạm trú đã đăng ký.',
      en: 'Where you are registered as a permanent or temporary resident.',
    },
  },
  poverty: {
    text: {
      vi: 'Gia đình ông/bà có trong danh sách hộ nghèo, cận nghèo của xã không?',
      en: "Is your household on the commune's list of poor or near-poor households?",
    },
    hint: {
      vi: 'Xem giấy chứng nhận hộ nghèo, hộ cận nghèo, trong đó phải có tên ông/bà.',
      en: 'See the certificate of the household: your own name must be on it.',
    },
  },
  area: {
    text: {
      vi: 'Xã hoặc thôn, bản nơi ông/bà ở có thuộc vùng đặc biệt khó khăn không?',
      en: 'Is your commune or village on the list of especially difficult areas?',
    },
    hint: {
      vi: 'Theo danh sách đang áp dụng cho vùng đồng bào dân tộc thiểu số và miền núi. Ủy ban xã biết rõ.',
      en: 'By the list in force for ethnic-minority and mountainous areas. The commune office knows.',
    },
  },
  disability: {
    text: {
      vi: 'Ông/bà có giấy xác nhận khuyết tật không? Trên giấy ghi mức độ nào?',
      en: 'Do you have a disability certificate? Which degree does it state?',
    },
    hint: {
      vi: 'Chỉ mức độ ghi trên giấy do xã cấp là có giá trị. Chưa có giấy thì chọn “không có giấy xác nhận”.',
      en: 'Only the degree written on the certificate counts. Without one, choose "no certificate".',
    },
  },
  insurance: {
    text: {
      vi: 'Ông/bà có lương hưu hay khoản trợ cấp hằng tháng nào không?',
      en: 'Do you receive a pension or another monthly allowance?',
    },
    hint: {
      vi: 'Tiền tuất hằng tháng là trợ cấp bảo hiểm xã hội. Không kể chính khoản đang hỏi ở đây.',
      en: "A monthly survivor's allowance is social insurance. Leave out what is being asked about here.",
    },
  },
  hiv: {
    text: { vi: 'Ông/bà có nhiễm HIV không?', en: 'Do you live with HIV?' },
    hint: {
      vi: 'Câu trả lời không bao giờ được niêm yết hay công khai.',
      en: 'The answer is never posted or made public.',
    },
  },
  stableIncome: {
    text: {
      vi: 'Ông/bà có thu nhập ổn định hằng tháng không?',
      en: 'Do you have a stable monthly income?',
    },
    hint: {
      vi: 'Tiền lương, tiền công, lương hưu, trợ cấp bảo hiểm xã hội hằng tháng.',
      en: 'Wages, a pension, or a monthly social-insurance allowance.',
    },
  },
  inCentre: {
    text: {
      vi: 'Ông/bà có đang được nuôi dưỡng trong cơ sở trợ giúp xã hội không?',
      en: 'Are you looked after in a social-assistance centre?',
    },
    hint: {
      vi: 'Về thăm nhà vài ngày vẫn tính là đang ở cơ sở.',
      en: 'A visit home of some days still counts as living in the centre.',
    },
  },
  inPrison: {
    text: { vi: 'Ông/bà có đang chấp hành án phạt tù không?', en: 'Are you serving a prison sentence?' },
  },
}

const questions: Readonly<Record<string, Question>> = {
  ...personQuestions,
  ...childrenQuestions,
  ...elderQuestions,
}

/** The question for a fact of the monthly benefits. Throws on a key that is no such fact. */
export function getQuestion(fact: string): Question {
  const question = questions[fact]
  if (!question)
    throw new Error(`There is no question for "${fact}"; questions.ts must have one for every fact`)
  return question
}
