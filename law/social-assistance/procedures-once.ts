import { day } from '#calendar'
import { circular01, decree20, decree147, decree176, decree335 } from '#law/instruments'
import { cite } from '#rules'
import { commune, district, form03, pensionFuneralForm, where, whereResident } from './procedure-papers.ts'
import type { Paper, Procedure } from './procedure-shape.ts'

/** Support paid once, and the disability certificate that others rest on. */

const before = day('2021-07-01')
const twoTier = day('2025-07-01')
const days147 = cite(decree147, 'Đ5', 'secondary')
const form04: Paper = {
  text: {
    vi: 'Tờ khai đề nghị hỗ trợ chi phí mai táng; hồ sơ liên thông khai tử thì không phải nộp riêng',
    en: 'Request for funeral support; not needed with the linked procedure at death registration',
  },
  how: 'submit',
  cite: cite(decree20, 'Đ11', 'secondary'),
}
const deathRecord: Paper = {
  text: { vi: 'Giấy chứng tử (trích lục khai tử)', en: 'Extract of the death registration' },
  how: 'submit',
  cite: cite(decree20, 'Đ11', 'secondary'),
}

export const onceProcedures: readonly Procedure[] = [
  {
    id: 'funeralSupport',
    code: '1.001731',
    codeCertainty: 'secondary',
    text: {
      vi: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
      en: 'Funeral support, social protection',
    },
    where,
    rules: [
      {
        from: before,
        workingDays: 5,
        decidedBy: district,
        cite: cite(decree20, 'Đ11', 'gazette', {
          vi: 'Xã 2, huyện 3 ngày làm việc.',
          en: 'Commune 2, district 3 working days.',
        }),
        papers: [form04, deathRecord],
      },
      { from: twoTier, workingDays: 3, decidedBy: commune, cite: days147, papers: [form04, deathRecord] },
      {
        from: decree335.from,
        workingDays: 3,
        decidedBy: commune,
        cite: cite(decree335, 'Đ11.3'),
        papers: [form03],
      },
    ],
  },
  {
    id: 'pensionFuneral',
    code: '1.014028',
    codeCertainty: 'secondary',
    text: {
      vi: 'Hỗ trợ chi phí mai táng cho người hưởng trợ cấp hưu trí xã hội',
      en: 'Funeral support for social pensioners',
    },
    where,
    rules: [
      {
        from: decree176.from,
        workingDays: 3,
        decidedBy: commune,
        cite: cite(decree176, 'Đ5', 'secondary'),
        papers: [pensionFuneralForm],
      },
      {
        from: decree335.from,
        workingDays: 3,
        decidedBy: commune,
        cite: cite(decree335, 'Đ31'),
        papers: [form03],
      },
    ],
  },
  {
    id: 'emergencyAid',
    code: '2.000744',
    codeCertainty: 'memory',
    text: { vi: 'Trợ giúp xã hội khẩn cấp', en: 'Emergency assistance' },
    where: whereResident,
    rules: [
      {
        from: before,
        workingDays: 2,
        decidedBy: district,
        cite: cite(decree20, 'Đ13', 'secondary', {
          vi: 'Xã 2 ngày; nếu thiếu nguồn thì trình cấp trên.',
          en: 'Two days for the commune; if funds are short it asks the level above.',
        }),
        papers: [],
      },
      { from: twoTier, workingDays: 2, decidedBy: commune, cite: days147, papers: [] },
      {
        from: decree335.from,
        workingDays: 3,
        decidedBy: commune,
        cite: cite(decree335, 'Đ13', 'secondary', {
          vi: 'Mai táng 3 ngày làm việc theo Đ11.3; các khoản khác xã quyết định ngay khi đủ nguồn.',
          en: 'Burial 3 working days by Đ11.3; the rest is decided by the commune as soon as funds allow.',
        }),
        papers: [],
      },
    ],
  },
  {
    id: 'disabilityCertificate',
    code: '1.001699',
    codeCertainty: 'memory',
    text: { vi: 'Xác định mức độ khuyết tật', en: 'Determining the degree of disability' },
    where: whereResident,
    rules: [
      {
        from: circular01.from,
        workingDays: 25,
        decidedBy: { vi: 'Hội đồng xác định mức độ khuyết tật xã', en: 'the commune council on disability' },
        cite: cite(circular01, 'Đ5, Đ6', 'gazette', {
          vi: '20 ngày làm việc đánh giá, 5 ngày làm việc niêm yết và cấp giấy.',
          en: '20 working days to assess, 5 to post and issue.',
        }),
        papers: [],
      },
    ],
  },
]
