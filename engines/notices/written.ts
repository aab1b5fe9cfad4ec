/**
 * Text prepared for reading: composed (NFC), every run of blanks one space, and the way back from any place in it
 * to the words as they stood, so that a quote is verbatim.
 */
export interface Written {
  text: string
  /** `text` in small letters, of the same length. */
  lower: string
  /** The words of the original from `start` to before `end` of `text`. */
  quote(start: number, end: number): string
}

const cluster = /(\s+)|[^\s\p{M}]\p{M}*|\p{M}+/gu
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u

export function prepare(original: string): Written {
  if (isPlain(original)) {
    return {
      text: original,
      lower: lowered(original),
      quote: (start, end) => original.slice(start, end),
    }
  }
  const { text, origins } = compose(original)
  const quote = (start: number, end: number) =>
    end > start ? original.slice(origins[start], endOf(original, origins, end)) : ''
  return { text, lower: lowered(text), quote }
}

/**
 * Where a machine that reads pictures, or a hurried hand, left a blank out: `SởY tế`, `UBNDtỉnh`, `hồ sơ;gửi`. The last
 * piece of a match stands after the blank; `LĐ,TB&XH` and `ansinh.gov.vn` lack none.
 */
const unspaced =
  /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})|(?<=[ởộ])(?=\p{Lu}(?:\p{Ll}| |$))|(?<=(?:UBND|HĐND|MTTQ|BHXH))(?=\p{Ll})|(?<=[\p{Ll}\d)][;,:])(?=\p{L})|(?<=\p{Ll}\.)(?=\p{Lu}\p{Ll})/u

/** Already composed, with single spaces, nothing invisible and no blank left out. */
function isPlain(original: string): boolean {
  return (
    !/\s\s|^\s|\s$|[^\S ]/.test(original) &&
    !unspaced.test(original) &&
    !invisible.test(original) &&
    original === original.normalize('NFC')
  )
}

function compose(original: string): { text: string; origins: number[] } {
  const pieces: string[] = []
  const origins: number[] = []
  for (const match of original.matchAll(cluster)) {
    if (invisible.test(match[0]) && match[1] === undefined) continue
    const piece = match[1] === undefined ? match[0].normalize('NFC') : ' '
    if (piece === ' ' && (pieces.length === 0 || pieces.at(-1) === ' ')) continue
    pieces.push(piece)
    for (let at = 0; at < piece.length; at += 1) origins.push(match.index)
  }
  if (pieces.at(-1) === ' ') {
    pieces.pop()
    origins.pop()
  }
  return withBlanks(pieces.join(''), origins)
}

const everyUnspaced = new RegExp(unspaced.source, 'gu')

/** With the blanks that were left out; each leads back to the letter after it. */
function withBlanks(text: string, origins: readonly number[]): { text: string; origins: number[] } {
  const gaps = [...text.matchAll(everyUnspaced)].map(({ index }) => index)
  if (gaps.length === 0) return { text, origins: [...origins] }
  const ends = [...gaps, text.length]
  const from = (index: number) => (index === 0 ? 0 : (gaps[index - 1] ?? 0))
  return {
    text: ends.map((end, index) => text.slice(from(index), end)).join(' '),
    origins: ends.flatMap((end, index) => {
      const own = origins.slice(from(index), end)
      return index === 0 ? own : [origins[from(index)] ?? 0, ...own]
    }),
  }
}

/** After the last letter with its marks: where the next letter begins, without the blanks before it. */
function endOf(original: string, origins: readonly number[], end: number): number {
  const last = origins[end - 1] ?? 0
  let next = last + 1
  while (next < original.length && /[\p{M}\uDC00-\uDFFF]/u.test(original[next] ?? '')) next += 1
  return next
}

/** Small letters, letter by letter where a language changes the length. */
function lowered(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  }).join('')
}
