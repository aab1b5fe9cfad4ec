import { tidyText } from './names.ts'

const stems = ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý']
const branches = ['tý', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi']
/** Written either way. */
const otherSpellings: Readonly<Record<string, string>> = {
  kỉ: 'kỷ',
  quí: 'quý',
  tí: 'tý',
  tị: 'tỵ',
  mẹo: 'mão',
  vị: 'mùi',
}
const yearNames = new RegExp(
  `(?<!\\p{L})(${[...stems, 'kỉ', 'quí'].join('|')})\\s+(${[...branches, 'tí', 'tị', 'mẹo', 'vị'].join('|')})(?!\\p{L})`,
  'iu',
)
const lunarWords = /(?<!\p{L})(âm lịch|âm lich|am lich|âl|al|a\.l\.?|â\.l\.?|\(âm\)|âm)(?!\p{L})/iu

/** The name of a lunar year: 1944 is `giáp thân`. */
export function lunarYearName(year: number): string {
  return `${stems[(year + 6) % 10]} ${branches[(year + 8) % 12]}`
}

export interface LunarHint {
  /** The text without the hint. */
  rest: string
  /** The name of the year that was written, in its usual spelling. */
  yearName: string | undefined
}

/** A sign that the day or year is of the lunar calendar: `(ÂL)`, `âm lịch`, `Giáp Thân`. Undefined without any. */
export function findLunarHint(written: string): LunarHint | undefined {
  const text = tidyText(written)
  const named = yearNames.exec(text)
  const rest = text.replace(yearNames, ' ').replace(lunarWords, ' ')
  if (rest === text) return undefined
  const usual = (word = '') => {
    const small = word.toLocaleLowerCase('vi')
    return otherSpellings[small] ?? small
  }
  return {
    rest: tidyText(rest.replace(/[()[\]]/g, ' ').replace(/\btuổi\b/giu, ' ')),
    yearName: named ? `${usual(named[1])} ${usual(named[2])}` : undefined,
  }
}
