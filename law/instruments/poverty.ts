import { day } from '#calendar'
import type { Instrument } from '#rules'

/** Decisions and decrees on the multidimensional poverty standard and its review. */

export const decision59: Instrument = {
  id: 'qd-59-2015-ttg',
  number: '59/2015/QĐ-TTg',
  short: 'QĐ 59/2015',
  title: { vi: 'Chuẩn nghèo đa chiều 2016–2020', en: 'Multidimensional poverty standard 2016–2020' },
  issuedOn: day('2015-11-19'),
  from: day('2016-01-01'),
  until: day('2022-01-01'),
  untilKnownFrom: day('2021-01-27'),
}

/** In force on 15/3/2021; its standard applies to the years from 2022. */
export const decree07: Instrument = {
  id: 'nd-07-2021',
  number: '07/2021/NĐ-CP',
  short: 'NĐ 07/2021',
  title: { vi: 'Chuẩn nghèo đa chiều 2021–2025', en: 'Multidimensional poverty standard 2021–2025' },
  issuedOn: day('2021-01-27'),
  from: day('2022-01-01'),
  until: day('2027-01-01'),
  untilKnownFrom: day('2025-12-30'),
}

export const decree30: Instrument = {
  id: 'nd-30-2025',
  number: '30/2025/NĐ-CP',
  short: 'NĐ 30/2025',
  title: { vi: 'Sửa đổi Nghị định 07/2021/NĐ-CP', en: 'Amends Decree 07/2021' },
  issuedOn: day('2025-02-24'),
  from: day('2025-02-24'),
}

/** Prolongs the old standard through 2026; its own levels apply to the years from 2027. */
export const decree351: Instrument = {
  id: 'nd-351-2025',
  number: '351/2025/NĐ-CP',
  short: 'NĐ 351/2025',
  title: { vi: 'Chuẩn nghèo đa chiều 2026–2030', en: 'Multidimensional poverty standard 2026–2030' },
  issuedOn: day('2025-12-30'),
  from: day('2027-01-01'),
  until: day('2031-01-01'),
}

export const decision24: Instrument = {
  id: 'qd-24-2021-ttg',
  number: '24/2021/QĐ-TTg',
  short: 'QĐ 24/2021',
  title: { vi: 'Quy trình rà soát hộ nghèo, hộ cận nghèo', en: 'Reviewing poor and near-poor households' },
  issuedOn: day('2021-07-16'),
  from: day('2021-09-01'),
}

export const circular07: Instrument = {
  id: 'tt-07-2021-bldtbxh',
  number: '07/2021/TT-BLĐTBXH',
  short: 'TT 07/2021',
  title: { vi: 'Phương pháp rà soát, phân loại hộ nghèo', en: 'How to review and classify poor households' },
  issuedOn: day('2021-07-18'),
  from: day('2021-09-01'),
}
