import { day } from '#calendar'
import { decree176, decree335 } from '#law/instruments'
import { recipientClass } from '#law/people'
import { cite, parameter } from '#rules'

/** The social pension, đồng a month: the least a province must pay (Luật BHXH 2024 Đ22). */
export const pensionLevel = parameter('pensionLevel', [
  { value: 500_000, from: decree176.from, cite: cite(decree176, 'Đ3', 'secondary') },
  {
    value: 540_000,
    from: day('2026-07-01'),
    until: decree335.from,
    forClass: recipientClass,
    cite: cite(decree335, 'Đ32.3'),
  },
  { value: 540_000, from: decree335.from, cite: cite(decree335, 'Đ31') },
])
