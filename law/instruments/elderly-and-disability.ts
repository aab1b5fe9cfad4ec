import { day } from '#calendar'
import type { Instrument } from '#rules'

/** The law on disability and on the elderly. */

export const law51: Instrument = {
  id: 'luat-51-2010',
  number: '51/2010/QH12',
  short: 'Luật NKT 2010',
  title: { vi: 'Luật Người khuyết tật', en: 'Law on Persons with Disabilities' },
  issuedOn: day('2010-06-17'),
  from: day('2011-01-01'),
}

export const decree28: Instrument = {
  id: 'nd-28-2012',
  number: '28/2012/NĐ-CP',
  short: 'NĐ 28/2012',
  title: { vi: 'Hướng dẫn Luật Người khuyết tật', en: 'Guidance on the Law on Persons with Disabilities' },
  issuedOn: day('2012-04-10'),
  from: day('2012-06-01'),
}

export const circular01: Instrument = {
  id: 'tt-01-2019-bldtbxh',
  number: '01/2019/TT-BLĐTBXH',
  short: 'TT 01/2019',
  title: { vi: 'Xác định mức độ khuyết tật', en: 'Determining the degree of disability' },
  issuedOn: day('2019-01-02'),
  from: day('2019-03-15'),
}

export const law39: Instrument = {
  id: 'luat-39-2009',
  number: '39/2009/QH12',
  short: 'Luật NCT 2009',
  title: { vi: 'Luật Người cao tuổi', en: 'Law on the Elderly' },
  issuedOn: day('2009-11-23'),
  from: day('2010-07-01'),
}

export const circular96: Instrument = {
  id: 'tt-96-2018-btc',
  number: '96/2018/TT-BTC',
  short: 'TT 96/2018',
  title: { vi: 'Quà chúc thọ, mừng thọ người cao tuổi', en: 'Longevity gifts for the elderly' },
  issuedOn: day('2018-10-18'),
  from: day('2019-01-01'),
}
