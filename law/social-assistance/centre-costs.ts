import { decree20, decree335 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

/** What a centre may spend on a resident in a year besides the nurture allowance, as multiples of the standard. */
export interface CentreCost {
  text: Text
  standardsMax: number
  cite: Citation
}

/** Since Decree 335/2026 Điều 22. */
export const centreCosts: readonly CentreCost[] = [
  {
    text: { vi: 'vật dụng sinh hoạt cá nhân', en: 'personal items' },
    standardsMax: 10,
    cite: cite(decree335, 'Đ22'),
  },
  {
    text: { vi: 'thuốc, phục hồi chức năng', en: 'medicine and rehabilitation' },
    standardsMax: 20,
    cite: cite(decree335, 'Đ22'),
  },
  {
    text: { vi: 'điện, nước và dịch vụ khác', en: 'utilities' },
    standardsMax: 15,
    cite: cite(decree335, 'Đ22'),
  },
]

/** Meals on holidays and in illness may cost up to this many ordinary meals. */
export const specialMealTimesMax = 3

/** The most a centre may spend of such a cost for one person in a year, đồng. */
export function centreCostMaxDong(cost: CentreCost, standardDong: number): number {
  return cost.standardsMax * standardDong
}

/** Who is admitted to a centre (NĐ 20/2021 Đ24, NĐ 335/2026 Đ21). */
export const admitted: readonly { text: Text; cite: readonly Citation[] }[] = [
  {
    text: {
      vi: 'trẻ em không có nguồn nuôi dưỡng, trẻ em nhiễm HIV thuộc hộ nghèo',
      en: 'children without a source of care, children with HIV in poor households',
    },
    cite: [cite(decree20, 'Đ24'), cite(decree335, 'Đ21')],
  },
  {
    text: {
      vi: 'người cao tuổi nghèo không có người phụng dưỡng hoặc người phụng dưỡng không đủ khả năng',
      en: 'poor elders whom nobody supports, or whose supporter cannot',
    },
    cite: [cite(decree20, 'Đ24'), cite(decree335, 'Đ21')],
  },
  {
    text: {
      vi: 'người khuyết tật theo pháp luật về người khuyết tật',
      en: 'disabled persons by the law on disability',
    },
    cite: [cite(decree20, 'Đ24'), cite(decree335, 'Đ21')],
  },
  {
    text: {
      vi: 'người cần bảo vệ khẩn cấp, không quá 3 tháng',
      en: 'persons in urgent need, up to three months',
    },
    cite: [cite(decree20, 'Đ24'), cite(decree335, 'Đ21')],
  },
  {
    text: { vi: 'người tự nguyện sống tại cơ sở và trả phí', en: 'voluntary residents who pay' },
    cite: [cite(decree20, 'Đ24'), cite(decree335, 'Đ21')],
  },
]
