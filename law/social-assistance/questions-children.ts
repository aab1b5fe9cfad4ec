import type { Question } from './question-shape.ts'

const parentHint = {
  vi: 'Mất tích: phải có quyết định của Tòa án. Bỏ đi, không liên lạc thì chưa phải mất tích.',
  en: 'Missing means declared so by a court. Having left without contact is not yet missing.',
}

/** Questions on children, their parents and those who raise them. */
export const childrenQuestions: Record<string, Question> = {
  father: {
    text: { vi: 'Cha của người này hiện thế nào?', en: 'How is the father today?' },
    hint: parentHint,
  },
  mother: {
    text: { vi: 'Mẹ của người này hiện thế nào?', en: 'How is the mother today?' },
    hint: parentHint,
  },
  abandoned: {
    text: { vi: 'Trẻ có bị bỏ rơi không?', en: 'Was the child abandoned?' },
    hint: {
      vi: 'Có biên bản của xã hoặc công an về việc trẻ bị bỏ rơi.',
      en: 'The commune or the police made a record of it.',
    },
  },
  adopted: {
    text: { vi: 'Đã có ai nhận trẻ làm con nuôi chưa?', en: 'Has anybody adopted the child?' },
    hint: {
      vi: 'Con nuôi là việc nuôi con nuôi đã đăng ký, khác với nhận chăm sóc, nuôi dưỡng.',
      en: 'Adoption is registered; taking in and raising a child is something else.',
    },
  },
  formerlyWithoutSupport: {
    text: {
      vi: 'Trước khi đủ 16 tuổi, ông/bà có hưởng trợ cấp của trẻ em không có nguồn nuôi dưỡng không?',
      en: 'Before turning 16, did you receive the allowance of a child without a source of care?',
    },
  },
  studying: {
    text: { vi: 'Hiện ông/bà có đi học không?', en: 'Are you studying?' },
    hint: {
      vi: 'Phổ thông, học nghề, cao đẳng, đại học. Nghỉ hoặc bảo lưu đúng quy định vẫn là học liên tục.',
      en: 'School, vocational training, college or university. Permitted leave does not count as a break.',
    },
  },
  marriage: {
    text: { vi: 'Tình trạng hôn nhân của ông/bà?', en: 'What is your marital status?' },
    hint: {
      vi: 'Mất tích: vợ hoặc chồng đã được Tòa án tuyên bố mất tích.',
      en: 'Missing: a court has declared your spouse missing.',
    },
  },
  k4Children: {
    text: {
      vi: 'Ông/bà đang nuôi mấy người con dưới 16 tuổi, hoặc đã đủ 16 tuổi và còn đi học?',
      en: 'How many children are you raising who are under 16, or older and still studying?',
    },
    hint: {
      vi: 'Con từ 16 tuổi: trước 05/10/2026 tính đến 22 tuổi; sau đó tính người đang được hưởng và học liên tục.',
      en: 'Children of 16 or more: up to 22 before 5/10/2026; since then those already counted who study on.',
    },
  },
  childrenUnder36Months: {
    text: {
      vi: 'Ông/bà đang trực tiếp nuôi mấy con dưới 36 tháng tuổi?',
      en: 'How many children under 36 months are you raising yourself?',
    },
  },
  pregnant: {
    text: { vi: 'Bà có đang mang thai không?', en: 'Are you pregnant?' },
    hint: {
      vi: 'Cần giấy xác nhận của cơ sở y tế.',
      en: 'A health facility must confirm it.',
    },
  },
  parentCarePaidToSpouse: {
    text: {
      vi: 'Vợ hoặc chồng ông/bà có đang nhận khoản hỗ trợ mang thai, nuôi con nhỏ không?',
      en: 'Does your spouse already receive the support for a pregnancy or small child?',
    },
    hint: {
      vi: 'Nếu cả hai vợ chồng đều khuyết tật thì chỉ một người được nhận khoản này.',
      en: 'When both spouses are disabled only one of them receives it.',
    },
  },
}
