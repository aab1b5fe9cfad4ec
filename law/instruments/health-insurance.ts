import { day } from '#calendar'
import type { Instrument } from '#rules'

/** Health insurance, the base salary its contribution is counted from, and support for electricity. */

export const law51of2024: Instrument = {
  id: 'luat-51-2024',
  number: '51/2024/QH15',
  short: 'Luật 51/2024',
  title: { vi: 'Sửa đổi Luật Bảo hiểm y tế', en: 'Amends the Law on Health Insurance' },
  issuedOn: day('2024-11-27'),
  from: day('2025-07-01'),
}

export const decree146: Instrument = {
  id: 'nd-146-2018',
  number: '146/2018/NĐ-CP',
  short: 'NĐ 146/2018',
  title: { vi: 'Hướng dẫn Luật Bảo hiểm y tế', en: 'Guidance on the Law on Health Insurance' },
  issuedOn: day('2018-10-17'),
  from: day('2018-12-01'),
  until: day('2025-07-01'),
}

/** In force on 15/8/2025, most of its benefits from 1/7/2025. */
export const decree188: Instrument = {
  id: 'nd-188-2025',
  number: '188/2025/NĐ-CP',
  short: 'NĐ 188/2025',
  title: { vi: 'Hướng dẫn Luật Bảo hiểm y tế', en: 'Guidance on the Law on Health Insurance' },
  issuedOn: day('2025-07-01'),
  from: day('2025-07-01'),
}

export const resolution261: Instrument = {
  id: 'nq-261-2025',
  number: '261/2025/QH15',
  short: 'NQ 261/2025',
  title: { vi: 'Cơ chế đột phá về bảo vệ sức khỏe nhân dân', en: "Measures to protect the people's health" },
  issuedOn: day('2025-12-11'),
  from: day('2026-01-01'),
}

export const decree24of2023: Instrument = {
  id: 'nd-24-2023',
  number: '24/2023/NĐ-CP',
  short: 'NĐ 24/2023',
  title: { vi: 'Mức lương cơ sở 1.800.000 đ', en: 'Base salary of 1,800,000 đ' },
  issuedOn: day('2023-05-14'),
  from: day('2023-07-01'),
}

export const decree73: Instrument = {
  id: 'nd-73-2024',
  number: '73/2024/NĐ-CP',
  short: 'NĐ 73/2024',
  title: { vi: 'Mức lương cơ sở 2.340.000 đ', en: 'Base salary of 2,340,000 đ' },
  issuedOn: day('2024-06-30'),
  from: day('2024-07-01'),
}

export const decree161: Instrument = {
  id: 'nd-161-2026',
  number: '161/2026/NĐ-CP',
  short: 'NĐ 161/2026',
  title: { vi: 'Mức lương cơ sở 2.530.000 đ', en: 'Base salary of 2,530,000 đ' },
  issuedOn: day('2026-05-15'),
  from: day('2026-07-01'),
}

export const decision28: Instrument = {
  id: 'qd-28-2014-ttg',
  number: '28/2014/QĐ-TTg',
  short: 'QĐ 28/2014',
  title: { vi: 'Cơ cấu biểu giá bán lẻ điện', en: 'Structure of the retail electricity tariff' },
  issuedOn: day('2014-04-07'),
  from: day('2014-06-01'),
}
