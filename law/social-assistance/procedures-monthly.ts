import { day } from '#calendar'
import { decree20, decree147, decree176, decree335 } from '#law/instruments'
import { cite } from '#rules'
import {
  allowanceForm20,
  careForm20,
  commune,
  district,
  form01,
  form02,
  identity,
  lookedUp,
  pensionForm,
  where,
  whereResident,
} from './procedure-papers.ts'
import type { Procedure } from './procedure-shape.ts'

/** How monthly benefits are asked for and in how many working days they are decided. */

const total22 = cite(decree20, 'Đ8.1', 'memory', {
  vi: 'Tổng 22 ngày làm việc theo thủ tục đã công bố; đếm từng bước trong nghị định cho số khác.',
  en: 'The published total of 22 working days; the steps of the decree add up otherwise.',
})
const tenDays = cite(decree147, 'Đ5', 'secondary')
const sevenDays = cite(decree335, 'Đ8.2')
const before = day('2021-07-01')
const twoTier = day('2025-07-01')

export const monthlyProcedures: readonly Procedure[] = [
  {
    id: 'monthlyAllowance',
    code: '1.001776',
    codeCertainty: 'secondary',
    text: {
      vi: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng',
      en: 'Granting, adjusting and ending the monthly social allowance',
    },
    where,
    rules: [
      { from: before, workingDays: 22, decidedBy: district, cite: total22, papers: [allowanceForm20] },
      {
        from: twoTier,
        workingDays: 10,
        decidedBy: commune,
        cite: tenDays,
        papers: [allowanceForm20, identity(tenDays)],
      },
      {
        from: decree335.from,
        workingDays: 7,
        decidedBy: commune,
        cite: sevenDays,
        papers: [form01, identity(sevenDays), ...lookedUp],
      },
    ],
  },
  {
    id: 'socialPension',
    code: '1.014027',
    codeCertainty: 'secondary',
    text: { vi: 'Hưởng trợ cấp hưu trí xã hội', en: 'Receiving the social pension' },
    where,
    rules: [
      {
        from: decree176.from,
        workingDays: 10,
        decidedBy: commune,
        cite: cite(decree176, 'Đ4', 'secondary'),
        papers: [pensionForm, identity(cite(decree176, 'Đ4', 'secondary'))],
      },
      {
        from: decree335.from,
        workingDays: 7,
        decidedBy: commune,
        cite: cite(decree335, 'Đ31'),
        papers: [form01, identity(cite(decree335, 'Đ31')), ...lookedUp],
      },
    ],
  },
]

export const careProcedures: readonly Procedure[] = [
  {
    id: 'careSupport',
    code: '1.001776',
    codeCertainty: 'secondary',
    text: {
      vi: 'Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng',
      en: 'Monthly support for care and upbringing',
    },
    where,
    rules: [
      { from: before, workingDays: 22, decidedBy: district, cite: total22, papers: [careForm20] },
      { from: twoTier, workingDays: 10, decidedBy: commune, cite: tenDays, papers: [careForm20] },
      {
        from: decree335.from,
        workingDays: 7,
        decidedBy: commune,
        cite: cite(decree335, 'Đ18.1'),
        papers: [form02, identity(cite(decree335, 'Đ18.1')), ...lookedUp],
      },
    ],
  },
  {
    id: 'centreAdmission',
    code: '2.000286',
    codeCertainty: 'memory',
    text: {
      vi: 'Tiếp nhận vào cơ sở trợ giúp xã hội',
      en: 'Admission to a social-assistance centre',
    },
    where: whereResident,
    rules: [
      {
        from: before,
        workingDays: 27,
        decidedBy: { vi: 'Giám đốc cơ sở, Sở quản lý', en: 'the head of the centre, the department' },
        cite: cite(decree20, 'Đ27', 'secondary', {
          vi: 'Xã 10, Phòng 7, huyện 3, Sở 7 ngày làm việc.',
          en: 'Commune 10, office 7, district 3, department 7 working days.',
        }),
        papers: [allowanceForm20],
      },
      {
        from: decree335.from,
        workingDays: 5,
        decidedBy: { vi: 'người đứng đầu cơ sở', en: 'the head of the centre' },
        cite: cite(decree335, 'Đ24.2', 'gazette', {
          vi: 'Xã 3 ngày làm việc để kiểm tra, cơ sở 2 ngày làm việc để quyết định.',
          en: 'Three working days for the commune to check, two for the centre to decide.',
        }),
        papers: [form01, ...lookedUp],
      },
    ],
  },
]
