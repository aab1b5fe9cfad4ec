import type { Text } from '#rules'

/** What no text read settles. Nothing below is built into an amount as if it were certain. */
interface OpenPoint {
  id: string
  text: Text
  /** How the book treats it meanwhile. */
  meanwhile: Text
}

export const openPoints: readonly OpenPoint[] = [
  {
    id: 'ST9',
    text: {
      vi: 'Người khuyết tật đã hưởng lương hưu, trợ cấp bảo hiểm xã hội hoặc ưu đãi người có công cùng tính chất (Luật 51/2010 Đ51)',
      en: 'A disabled person who already draws a pension, insurance or merit benefit of the same kind (Law 51/2010 Đ51)',
    },
    meanwhile: { vi: 'chưa loại trừ', en: 'not excluded' },
  },
  {
    id: 'low-pension',
    text: {
      vi: 'Người có lương hưu, trợ cấp thấp hơn mức hưu trí xã hội: hưởng đủ hay phần chênh lệch',
      en: 'A pension below the social pension: the full amount or the difference',
    },
    meanwhile: { vi: 'chưa tính', en: 'not covered' },
  },
  {
    id: 'T3',
    text: {
      vi: 'Hệ số 2,0 của người nghèo 75–79 tuổi không người phụng dưỡng có từ 01/7/2026 không',
      en: 'Whether the coefficient 2.0 of poor elders of 75 to 79 begins on 1/7/2026',
    },
    meanwhile: { vi: 'tính, chờ xác nhận', en: 'counted, awaiting confirmation' },
  },
  {
    id: 'T6',
    text: {
      vi: 'Người đang hưởng mất từ 01/7 đến 04/10/2026: truy lĩnh và mức mai táng',
      en: 'A recipient who died between 1/7 and 4/10/2026: arrears and funeral level',
    },
    meanwhile: {
      vi: 'không truy lĩnh; mai táng theo 500.000 đ, chờ xác nhận',
      en: 'no arrears; funeral from 500,000 đ, awaiting confirmation',
    },
  },
  {
    id: 'pension-in-centre',
    text: {
      vi: 'Người ở cơ sở trợ giúp xã hội có được hưởng hưu trí xã hội không',
      en: 'Whether somebody in a centre draws the social pension',
    },
    meanwhile: { vi: 'tính, chờ xác nhận', en: 'counted, awaiting confirmation' },
  },
  {
    id: 'pension-in-prison',
    text: {
      vi: 'Người đang chấp hành án phạt tù có được hưởng hưu trí xã hội không',
      en: 'Whether somebody serving a prison sentence draws the social pension',
    },
    meanwhile: { vi: 'tính, chờ xác nhận', en: 'counted, awaiting confirmation' },
  },
  {
    id: 'emergency-2026',
    text: {
      vi: 'Mức trợ giúp khẩn cấp cho sự việc từ 01/7 đến 04/10/2026',
      en: 'The level of emergency assistance for events between 1/7 and 4/10/2026',
    },
    meanwhile: { vi: 'theo 500.000 đ, chờ xác nhận', en: 'from 500,000 đ, awaiting confirmation' },
  },
  {
    id: 'province',
    text: {
      vi: 'Nghị quyết của HĐND tỉnh Nghệ An về mức chuẩn, nhóm đối tượng, quà mừng thọ',
      en: 'Resolutions of the council of Nghệ An on the standard, groups and longevity gifts',
    },
    meanwhile: { vi: 'dùng mức của Chính phủ', en: 'the national levels apply' },
  },
  {
    id: 'poverty-2027',
    text: {
      vi: 'Quy trình rà soát và mức sống trung bình từ năm 2027 (NĐ 351/2025)',
      en: 'The review procedure and the average living standard from 2027 (Decree 351/2025)',
    },
    meanwhile: { vi: 'chỉ xét nghèo, cận nghèo', en: 'poor and near-poor only' },
  },
  {
    id: 'disability-council',
    text: {
      vi: 'Thành phần hội đồng xác định mức độ khuyết tật sau 01/7/2025',
      en: 'Who sits on the disability council after 1/7/2025',
    },
    meanwhile: { vi: 'nêu thành phần cũ', en: 'the earlier members are named' },
  },
  {
    id: 'decree-76',
    text: {
      vi: 'Toàn bộ các chỗ Nghị định 76/2024 sửa câu chữ của Nghị định 20/2021, ngoài mức chuẩn',
      en: 'All the wording of Decree 20/2021 that Decree 76/2024 changed besides the standard',
    },
    meanwhile: {
      vi: 'dùng câu chữ năm 2021 của Nghị định 20',
      en: 'the wording of 2021 applies',
    },
  },
  {
    id: 'unread-articles',
    text: {
      vi: 'Điều 23, 25, 26 của Nghị định 335/2026 (chế độ và việc ra khỏi cơ sở trợ giúp xã hội)',
      en: 'Điều 23, 25 and 26 of Decree 335/2026 (regime of centres and leaving them)',
    },
    meanwhile: { vi: 'chưa đưa vào', en: 'not included' },
  },
  {
    id: 'electricity',
    text: {
      vi: 'Mức hỗ trợ tiền điện hiện nay',
      en: 'The present amount of the support for electricity',
    },
    meanwhile: { vi: 'để trống, chờ thông báo của tỉnh', en: 'unknown until the province announces it' },
  },
]
