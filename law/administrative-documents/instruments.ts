import { day } from '#calendar'
import type { Instrument } from '#rules'

/** Decree on clerical work: how the papers of the State look, who signs them and how they are numbered. */
export const decree30: Instrument = {
  id: 'nd-30-2020',
  number: '30/2020/NĐ-CP',
  short: 'NĐ 30/2020',
  title: { vi: 'Về công tác văn thư', en: 'On clerical work' },
  issuedOn: day('2020-03-05'),
  from: day('2020-03-05'),
}
