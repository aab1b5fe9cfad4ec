import { day } from '#calendar'
import { decree20, decree76, decree136, decree335 } from '#law/instruments'
import { recipientClass } from '#law/people'
import { cite, type ParameterRow, parameter } from '#rules'
import { provinceStandard } from './province-standard.ts'

/** The social-assistance standard, đồng a month: the least a province must apply. */
export const nationalStandard: readonly ParameterRow[] = [
  {
    value: 270_000,
    from: day('2015-01-01'),
    cite: cite(decree136, 'Đ4', 'secondary', {
      vi: 'Mức và ngày kết thúc theo nguồn thứ cấp; ngày bắt đầu chi theo trí nhớ.',
      en: 'Amount and end from secondary sources; the day payment began is from memory.',
    }),
  },
  { value: 360_000, from: decree20.from, cite: cite(decree20, 'Đ4.2') },
  { value: 500_000, from: decree76.from, cite: cite(decree76, 'Đ1', 'secondary') },
  {
    value: 540_000,
    from: day('2026-07-01'),
    until: decree335.from,
    forClass: recipientClass,
    cite: cite(decree335, 'Đ32.3'),
  },
  { value: 540_000, from: decree335.from, cite: cite(decree335, 'Đ4.2') },
]

/** Monthly benefits are multiples of this; a province's higher standard takes its place. */
export const standard = parameter('standard', [...nationalStandard, ...provinceStandard])
