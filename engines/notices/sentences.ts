/** From `start` to before `end`, without blanks at either side. */
export interface Span {
  start: number
  end: number
}

/** No sentence of a person is longer; longer ones are cut at a blank, so that reading stays quick. */
const longest = 2400
const abbreviations = /(?:^|[\s("“])(?:tp|ts|tr|tp\.hcm|ths|pgs|gs|bs|kt|tl|tm|tuq|q|số|tx|tt|p|v\.v)$/iu

/** The sentences of a text from `from` on: each ends with a full stop that ends no abbreviation and no number. */
export function listSentences(text: string, from = 0): Span[] {
  const spans: Span[] = []
  let start = from
  for (let at = from; at < text.length; at += 1) {
    const isLong = at - start >= longest && text[at] === ' '
    if (isLong || endsSentence(text, at, start)) {
      spans.push({ start, end: at + 1 })
      start = at + 1
    }
  }
  spans.push({ start, end: text.length })
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start)
}

function endsSentence(text: string, at: number, start: number): boolean {
  const mark = text[at] ?? ''
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') return false
  const next = text.slice(at + 1, at + 4)
  if (!/^(?:\s+|["”)]\s*)[^\p{Ll}]/u.test(next)) return false
  return mark !== '.' || !abbreviations.test(text.slice(Math.max(start, at - 6), at))
}

export function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /[\s,;:–-]/u.test(text[from] ?? '')) from += 1
  while (to > from && /[\s,;:./–-]/u.test(text[to - 1] ?? '')) to -= 1
  return { start: from, end: to }
}

/** Words in brackets and in quotation marks say nothing of the sentence: they are blotted out, letter for letter. */
export function withoutBrackets(lower: string): string {
  return lower.replace(/\([^()]{0,400}\)|“[^“”]{0,400}”|"[^"]{0,400}"/gu, (found) =>
    spoken.test(found) ? ` ${found.slice(1, -1)} ` : '·'.repeat(found.length),
  )
}

/** A whole sentence in quotation marks is what somebody said, and may order. */
const spoken =
  /^["“](?:tôi |chúng ta |tỉnh |các đồng chí )?(?:đề nghị|yêu cầu|giao|phải|cần|p\.|sở|phòng|ubnd|văn phòng|các)(?:\s+[^"“”\s]+){4}/u
