import { dayFrom } from '#calendar'
import { readAgencies } from './agencies.ts'
import { inFull } from './agency-names.ts'
import { listAreas } from './area-words.ts'
import { isCapitals } from './layout.ts'
import { isPlain, itemLevel, plainLevel, type Stem, type Zone, zoneOf } from './outline.ts'
import type { Passage } from './passages.ts'

const longest = 30

/**
 * What a heading says of everything beneath it; undefined when the paragraph is no heading. `nextLevel` is of the
 * paragraph that follows, undefined at the end.
 */
export function headingOf(
  { text }: Passage,
  start: number,
  level: number,
  nextLevel: number | undefined,
): Omit<Stem, 'level'> | undefined {
  const words = text.slice(start).replace(/ ?\([^()]{0,200}\)(?= ?:?$)/u, '')
  const said = words.toLowerCase().replace(/ ?[:.]\s*$/u, '')
  if (words.split(' ').length > longest || nextLevel === undefined) return undefined
  const who = whoIn(words, said)
  if (who !== undefined) return { assignee: who, zone: 'duties', orders: true }
  const isAbove = !isPlain(level) && nextLevel > level && (level < itemLevel || nextLevel < plainLevel)
  const isTitle =
    !/[.;,!?]\s*$/u.test(words) &&
    (isCapitals(words) || (isAbove && !/\d\/\d|trước ngày|chậm nhất/u.test(said)))
  const isArticle = /^(?:nhiệm vụ|trách nhiệm|tổ chức thực hiện)/u.test(said) && nextLevel > level
  if (!isTitle && !isArticle) return undefined
  if (/:\s*$/u.test(words) && /(?:yêu cầu|giao|đề nghị|kết luận như sau|chỉ thị|gồm|có tên sau)/u.test(said))
    return undefined
  return fromTitle(words, said)
}

/** Nothing but the names of agencies: `1. Sở Nội vụ`, `UBND các xã, phường có mỏ đá:`. */
function whoIn(words: string, said: string): string | undefined {
  const from =
    /^(?:đối với|với|về phía|giao|đề nghị|yêu cầu|kiến nghị với|kiến nghị) /u.exec(said)?.[0].length ?? 0
  const mention = readAgencies(words, words.toLowerCase(), from)
  if (!mention) return undefined
  const rest = words.slice(mention.end).trim()
  // `1. Ông Nguyễn Văn A - Giám đốc.` is one of those who sat there.
  if (/^(?:ông|bà|đồng chí|đ\/c) /u.test(said) && !/:$/u.test(words.trim())) return undefined
  if (/^[:.]?$/.test(rest)) return mention.names.join(', ')
  if (isToDo.test(rest)) return mention.names.join(', ')
  const isPhrase = /^(?:có|thuộc|trên|nơi|được|tại|vùng|và) [^,;.]{2,60}:$/u.test(rest)
  return isPhrase ? inFull(words.slice(from).replace(/ ?:$/u, '')) : undefined
}

/** `Trung tâm … có trách nhiệm:` names who is told, and nothing more. */
const isToDo =
  /^(?:(?:cần |phải )?(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|tập trung|khẩn trương|lãnh đạo|chỉ đạo|tổ chức|triển khai|thực hiện)(?: và |, )?)+(?: (?:các|một số|những)? ?(?:việc|nội dung|nhiệm vụ)(?: sau)?)? ?:$/u

/** A title over several of whom each has a heading. */
const isEverybody = /^các (?:cơ quan|đơn vị|ngành|cấp|sở|thành viên)/iu

function fromTitle(words: string, said: string): Omit<Stem, 'level'> {
  const zone = zoneOf(said)
  const areas = listAreas(said)
  const of =
    /(?:nhiệm vụ|trách nhiệm|quyền hạn)(?: và (?:nhiệm vụ|quyền hạn|trách nhiệm))?(?: cụ thể)? của /u.exec(
      said,
    )
  const mention = of ? readAgencies(words, words.toLowerCase(), of.index + of[0].length) : undefined
  const until = zone === 'goals' ? /đến (?:hết |cuối )?năm (20\d\d)/u.exec(said)?.[1] : undefined
  return {
    ...(until === undefined ? {} : { by: dayFrom(Number(until), 12, 31) }),
    ...(zone === undefined ? {} : { zone }),
    ...(areas.length === 0 ? {} : { areas }),
    ...(mention && !isEverybody.test(mention.names.join(', '))
      ? { assignee: mention.names.join(', '), orders: true as const }
      : {}),
  }
}

/** `Về kết quả: …` within a line announces what the line tells. */
export function zoneInLine(lower: string): Zone | undefined {
  const label = /^(?:về |đánh giá |phần )?([\p{L}][\p{L}\d, ]{2,50}) ?: /u.exec(lower)
  const zone = label ? zoneOf(label[1] ?? '') : undefined
  return zone === 'remarks' || zone === 'purpose' || zone === 'goals' ? zone : undefined
}
