/** A number in words, and where it stands. */
export interface SpelledNumber {
  start: number
  end: number
  value: number
}

const digits: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const scales: Readonly<Record<string, number>> = {
  trăm: 100,
  nghìn: 1000,
  ngàn: 1000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
}
const syllable = `(?:${[...Object.keys(digits), ...Object.keys(scales), 'mười', 'mươi', 'linh', 'lẻ'].join('|')})`
const spelled = new RegExp(`(?<![\\p{L}\\p{N}])${syllable}(?: ${syllable}){0,14}(?![\\p{L}\\p{N}])`, 'gu')

/**
 * Numbers written in words: `chín mươi` is 90, `hai nghìn` 2000. One syllable alone is none, because `năm` is a year
 * and `ba` may be anything, unless `isAloneToo`; nor is what does not read as a number.
 */
export function listSpelledNumbers(lower: string, isAloneToo = false): SpelledNumber[] {
  return [...lower.matchAll(spelled)].flatMap((match) => {
    const words = match[0].split(' ')
    // `năm hai nghìn …`, `năm một lần`: a year, not five.
    const value = words.length < 2 && !isAloneToo ? undefined : amountOf(words)
    return value === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, value }]
  })
}

function amountOf(words: readonly string[]): number | undefined {
  let [total, group, last]: [number, number, number | undefined] = [0, 0, undefined]
  for (const word of words) {
    const digit = digits[word]
    const scale = scales[word]
    if (digit !== undefined) {
      if (last !== undefined) return undefined
      last = digit
    } else if (word === 'linh' || word === 'lẻ') {
      if (last !== undefined) return undefined
    } else if (word === 'mười' || word === 'mươi') {
      if ((word === 'mươi') !== (last !== undefined)) return undefined
      group += (last ?? 1) * 10
      last = undefined
    } else if (scale === 100) {
      group = (group + (last ?? 0)) * 100
      last = undefined
    } else if (scale !== undefined) {
      total += (group + (last ?? 0)) * scale
      group = 0
      last = undefined
    }
  }
  const value = total + group + (last ?? 0)
  return value > 0 ? value : undefined
}
