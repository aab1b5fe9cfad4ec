import { readAgencies } from './agencies.ts'
import { findDeadline } from './deadlines.ts'
import { pastLeadIns } from './frames.ts'
import type { Passage } from './passages.ts'
import { type Span, trimmed } from './sentences.ts'
import { findVerb } from './verbs.ts'
import type { DayAnchor } from './written-days.ts'

const longest = 220

/** What is to be done, in the words of the document: without the day, without what only leads in, with a capital. */
export function phraseOf({ text, lower }: Passage, body: Span, anchor: DayAnchor): string {
  const start = Math.min(pastHelpers(text, lower, pastLeadIns(lower, body.start)), body.end)
  const words = withoutDeadline(text.slice(start, body.end), lower.slice(start, body.end), anchor)
  const tidy = words.replace(/\s+([,;.])/g, '$1').replace(/\s+/g, ' ')
  const { start: from, end } = trimmed(tidy, { start: 0, end: tidy.length })
  const phrase = shortened(tidy.slice(from, end))
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}

/** `cùng trạm y tế rà lại …`: whoever helps stands in a field of its own. */
function pastHelpers(text: string, lower: string, at: number): number {
  const words = /^cùng(?: với)? /u.exec(lower.slice(at, at + 9))
  const mention = words && readAgencies(text, lower, at + words[0].length)
  return mention && findVerb(lower, mention.end + 1) ? mention.end + 1 : at
}

function withoutDeadline(words: string, lower: string, anchor: DayAnchor): string {
  const deadline = findDeadline(lower, anchor)
  if (!deadline || /\(/.test(words.slice(deadline.start, deadline.end))) return words
  const head = words
    .slice(0, deadline.start)
    .replace(
      /(?:[,;] ?(?:và )?|(?:^| )và )(?:hoàn thành|xong|kết thúc|báo cáo|ban hành|trình|kết luận)(?: xong| kết quả)?(?: việc này)?[, ]*$|(?: vào| đến| trong)$/iu,
      '',
    )
  const rest = `${head}${words.slice(deadline.end)}`
  return rest.trim().split(/\s+/).length >= 3 ? rest : words
}

/** Ends at the purpose, or at a word, when it is too long to be read in a list. */
function shortened(phrase: string): string {
  if (phrase.length <= longest) return phrase
  const purpose = /,? (?:để|nhằm|góp phần) /u.exec(phrase.slice(60))
  const cut = purpose ? phrase.slice(0, 60 + purpose.index) : phrase
  return cut.length <= longest ? cut : `${cut.slice(0, cut.lastIndexOf(' ', longest))} …`
}
