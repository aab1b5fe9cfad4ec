import { circular96, law39 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

export interface LongevityGift {
  from: Text
  cashDong: number
  /** Worth of the goods given with it; undefined for the silk of the President. */
  goodsDong?: number
  goods: Text
  cite: Citation
}

/** Ages from which each further five years, to 100, are celebrated in the year they are reached. */
const ceremonyFrom = 70
const ceremonyStep = 5
const celebratedEachYearFrom = 100

/** Whether the old are wished long life in the year in which they reach an age (Law 39/2009 Đ21). */
export function longevityCeremony(ageReached: number): { held: boolean; cite: Citation } {
  const round = ageReached >= ceremonyFrom && ageReached % ceremonyStep === 0
  return { held: round || ageReached >= celebratedEachYearFrom, cite: cite(law39, 'Đ21') }
}

/**
 * The least gift of the State to somebody who reaches an age in a year from 2019 on; a provincial council may give
 * more. Undefined at ages whose gifts the province alone sets.
 */
export function longevityGift(ageReached: number, year: number): LongevityGift | undefined {
  if (year < 2019) return undefined
  if (ageReached === 100)
    return {
      from: { vi: 'Chủ tịch nước', en: 'the President' },
      cashDong: 700_000,
      goods: { vi: '5 mét vải lụa', en: '5 metres of silk' },
      cite: cite(circular96, 'Đ3.2'),
    }
  if (ageReached === 90)
    return {
      from: { vi: 'Chủ tịch UBND tỉnh', en: 'the chair of the province' },
      cashDong: 500_000,
      goodsDong: 150_000,
      goods: { vi: 'hiện vật trị giá 150.000 đ', en: 'goods worth 150,000 đ' },
      cite: cite(circular96, 'Đ3.1'),
    }
  return undefined
}
