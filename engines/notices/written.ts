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

/** Already composed, with single spaces and nothing invisible. */
function isPlain(original: string): boolean {
  return (
    !/\s\s|^\s|\s$|[^\S ]/.test(original) &&
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
  return { text: pieces.join(''), origins }
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
