import { day } from '#calendar'
import type { Instrument } from '#rules'

/** Decrees and laws on social assistance and the social pension, with their days. `until` is the first day without. */

export const decree136: Instrument = {
  id: 'nd-136-2013',
  number: '136/2013/NĐ-CP',
  short: 'NĐ 136/2013',
  title: {
    vi: 'Chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
    en: 'Social assistance policies for persons under social protection (2013)',
  },
  issuedOn: day('2013-10-21'),
  from: day('2014-01-01'),
  until: day('2021-07-01'),
  untilKnownFrom: day('2021-03-15'),
}

export const decree20: Instrument = {
  id: 'nd-20-2021',
  number: '20/2021/NĐ-CP',
  short: 'NĐ 20/2021',
  title: {
    vi: 'Chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
    en: 'Social assistance policies for persons under social protection (2021)',
  },
  issuedOn: day('2021-03-15'),
  from: day('2021-07-01'),
  until: day('2026-10-05'),
  untilKnownFrom: day('2026-08-21'),
}

/** In force from 8/8/2021, its policies applied from 1/7/2021 (Điều 7 khoản 1). Restated by Decree 335/2026. */
export const circular02: Instrument = {
  id: 'tt-02-2021-bldtbxh',
  number: '02/2021/TT-BLĐTBXH',
  short: 'TT 02/2021',
  title: { vi: 'Hướng dẫn Nghị định 20/2021/NĐ-CP', en: 'Guidance on Decree 20/2021' },
  issuedOn: day('2021-06-24'),
  from: day('2021-07-01'),
  until: day('2026-10-05'),
  untilKnownFrom: day('2026-08-21'),
}

export const circular76: Instrument = {
  id: 'tt-76-2021-btc',
  number: '76/2021/TT-BTC',
  short: 'TT 76/2021',
  title: {
    vi: 'Kinh phí thực hiện chính sách trợ giúp xã hội',
    en: 'Funds for carrying out social assistance policies',
  },
  issuedOn: day('2021-09-15'),
  from: day('2021-07-01'),
}

export const decree76: Instrument = {
  id: 'nd-76-2024',
  number: '76/2024/NĐ-CP',
  short: 'NĐ 76/2024',
  title: { vi: 'Sửa đổi, bổ sung Nghị định 20/2021/NĐ-CP', en: 'Amends Decree 20/2021' },
  issuedOn: day('2024-07-01'),
  from: day('2024-07-01'),
  until: day('2026-10-05'),
  untilKnownFrom: day('2026-08-21'),
}

export const law41: Instrument = {
  id: 'luat-41-2024',
  number: '41/2024/QH15',
  short: 'Luật BHXH 2024',
  title: { vi: 'Luật Bảo hiểm xã hội', en: 'Law on Social Insurance' },
  issuedOn: day('2024-06-29'),
  from: day('2025-07-01'),
}

export const law102: Instrument = {
  id: 'luat-102-2016',
  number: '102/2016/QH13',
  short: 'Luật Trẻ em 2016',
  title: { vi: 'Luật Trẻ em', en: 'Law on Children' },
  issuedOn: day('2016-04-05'),
  from: day('2017-06-01'),
}

export const decree176: Instrument = {
  id: 'nd-176-2025',
  number: '176/2025/NĐ-CP',
  short: 'NĐ 176/2025',
  title: { vi: 'Trợ cấp hưu trí xã hội', en: 'The social pension' },
  issuedOn: day('2025-06-30'),
  from: day('2025-07-01'),
}

/** Its Điều 5–10 on social protection ended when Decree 335/2026 came into force. */
export const decree147: Instrument = {
  id: 'nd-147-2025',
  number: '147/2025/NĐ-CP',
  short: 'NĐ 147/2025',
  title: {
    vi: 'Phân định thẩm quyền của chính quyền địa phương hai cấp, phân quyền trong lĩnh vực nội vụ, xã hội',
    en: 'Powers of the two-tier local government in home and social affairs',
  },
  issuedOn: day('2025-06-12'),
  from: day('2025-07-01'),
  until: day('2026-10-05'),
  untilKnownFrom: day('2026-08-21'),
}

export const decree335: Instrument = {
  id: 'nd-335-2026',
  number: '335/2026/NĐ-CP',
  short: 'NĐ 335/2026',
  title: { vi: 'Chính sách trợ giúp xã hội', en: 'Social assistance policies (2026)' },
  issuedOn: day('2026-08-21'),
  from: day('2026-10-05'),
}
