import type { Question } from './question-shape.ts'

/** Questions on elders and on who cares for somebody. */
export const elderQuestions: Record<string, Question> = {
  supporter: {
    text: {
      vi: 'Ông/bà có con, cháu hoặc người thân có nghĩa vụ phụng dưỡng không?',
      en: 'Do you have children, grandchildren or others obliged to support you?',
    },
    hint: {
      vi: 'Kể cả người ở xa. Nếu có thì xem tất cả họ có đang hưởng trợ cấp xã hội hằng tháng không.',
      en: 'Those who live far away count. If there are any: do all of them receive the monthly allowance?',
    },
  },
  centreEligible: {
    text: {
      vi: 'Ông/bà có thuộc diện được vào cơ sở trợ giúp xã hội vì không tự lo được cuộc sống không?',
      en: 'Do you qualify for a social-assistance centre because you cannot live alone?',
    },
  },
  takenIn: {
    text: {
      vi: 'Đã có người hoặc gia đình nào được xã đồng ý cho nhận chăm sóc, nuôi dưỡng chưa?',
      en: 'Has a person or household been approved by the commune to take them in?',
    },
    hint: {
      vi: 'Phải có quyết định của xã. Người thân đang nuôi mà chưa có quyết định thì chọn “không”.',
      en: 'It takes a decision of the commune. A relative without one counts as "no".',
    },
  },
  caredForAtHome: {
    text: {
      vi: 'Gia đình có đang trực tiếp chăm sóc người khuyết tật đặc biệt nặng này không?',
      en: 'Does the own family care for this person directly?',
    },
  },
  pensionRequested: {
    text: {
      vi: 'Ông/bà đã làm tờ khai đề nghị hưởng trợ cấp hưu trí xã hội chưa?',
      en: 'Have you asked for the social pension in writing?',
    },
    hint: {
      vi: 'Người chuyển từ trợ cấp xã hội sang ngày 01/7/2025 không phải làm lại tờ khai.',
      en: 'Those moved over from the allowance on 1/7/2025 need not ask again.',
    },
  },
}
