import { readAgencies } from './agencies.ts'
import type { Passage } from './passages.ts'
import { listWrittenDays, type WrittenDay } from './written-days.ts'

const concluding = /kết luận (?:của|do) (?:các )?(?:đồng chí |ông |bà )?/u
const name = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}/u
const titleEnd = / (?:tại|về|trong|ở|vào|ngày|chủ trì|kết luận)(?: |$)|[.;:()]|$/u
const lastName = /(?: )(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4})$/u

/** `kết luận của đồng chí Nguyễn Văn A - Chủ tịch UBND tỉnh tại …`: who concluded, and the office held. */
export function conclusionIn({ text, lower }: Passage): { name: string; title?: string } | undefined {
  const at = concluding.exec(lower)
  if (!at) return undefined
  const rest = text.slice(at.index + at[0].length)
  const first = name.exec(rest)
  const comma = first && /^ ?[-–,] ?/u.exec(rest.slice(first[0].length))
  if (first && comma && !/^(?:Chủ tịch|Phó|Bí thư|Giám đốc)/u.test(first[0])) {
    const title = rest.slice(first[0].length + comma[0].length)
    const office = title.slice(0, titleEnd.exec(title)?.index).trim()
    return { name: first[0], ...(office === '' ? {} : { title: office }) }
  }
  const phrase = rest.slice(0, titleEnd.exec(rest)?.index).trim()
  const last = lastName.exec(phrase)
  return last?.[1] ? { name: last[1], title: phrase.slice(0, last.index).trim() } : undefined
}

const chairing =
  /^(?:.{0,120}?)(?:đồng chí |ông |bà )?((?:phó )?(?:chủ tịch|bí thư|giám đốc|bộ trưởng|thứ trưởng|trưởng ban)[^,;.]{2,80}?|[\p{L} ]{4,40} ?[-–,] ?(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng ban|trưởng đoàn)[^.;]{0,90}?) (?:đã )?chủ trì/u

const chairLine = /^(?:người )?(?:chủ trì|chủ tọa)(?: cuộc họp| hội nghị)? ?: (?:đồng chí |ông |bà |đ\/c )?/u
const meets =
  /((?:phó )?(?:chủ tịch|bí thư|giám đốc|bộ trưởng|thứ trưởng)[^,;.]{2,80}?) (?:đã |vừa )?(?:có buổi làm việc|có cuộc làm việc|đi kiểm tra|kiểm tra|làm việc với|thăm|chủ trì|kết luận)/u

/** Who chairs the meeting concludes it, where the title does not say who. */
export function chairIn({ text, lower }: Passage): { name: string; title?: string } | undefined {
  const line = chairLine.exec(lower)
  if (line) return named(text.slice(line[0].length).split(/[.;]/)[0] ?? '')
  const found = chairing.exec(lower.slice(0, 300)) ?? meets.exec(lower.slice(0, 300))
  const phrase = found?.[1]
  if (!found || phrase === undefined) return undefined
  const at = found.index + found[0].lastIndexOf(phrase)
  return named(text.slice(at, at + phrase.length))
}

/** The name of a province is of two words, and the person is named after it. */
const ofPlace =
  /^(.+ (?:tỉnh|thành phố) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,3})$/u

/** `Nguyễn Văn A - Chủ tịch UBND tỉnh`, `Chủ tịch UBND tỉnh Nguyễn Văn A`. */
function named(words: string): { name: string; title?: string } | undefined {
  const said = words.trim().replace(/^(?:đồng chí|ông|bà|đ\/c) /iu, '')
  const placed = ofPlace.exec(said)
  if (placed?.[2]) return { name: placed[2], title: (placed[1] ?? '').trim() }
  const first = /^(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}) ?[-–,] ?(.+)$/u.exec(said)
  if (first?.[1]) return { name: first[1], title: (first[2] ?? '').trim() }
  const last = lastName.exec(words)
  return last?.[1] ? { name: last[1], title: words.slice(0, last.index).trim() } : undefined
}

export interface Meeting {
  on?: WrittenDay
  with?: string
  /** Who reported to it. */
  hears?: string
}

const sitting = /(?:buổi làm việc|cuộc làm việc|cuộc họp|hội nghị|phiên họp|buổi họp|cuộc kiểm tra|làm việc)/u
const host =
  /^(?:sáng |chiều )?(?:ngày )?\d[^,]{2,40}, ?(?:tại |đồng chí |ông |bà |phó chủ tịch |chủ tịch |bí thư |phó bí thư |(?:ubnd|ủy ban|sở|ban)[^,]{1,50}? (?:họp|tổ chức) )/u

/** Minutes begin with the hour of the meeting. */
const minutes = /^thời gian ?: .*ngày/u

/** The meeting that a notice concludes: its day, with whom, and who reported. */
export function meetingIn({ text, lower }: Passage): Meeting | undefined {
  const at =
    sitting.exec(lower) ??
    (host.test(lower) ? /chủ trì|(?<=\s)họp /u.exec(lower) : null) ??
    minutes.exec(lower)
  if (!at) return undefined
  const met = withWhom(text, lower)
  const hears = reporterTo(text, lower)
  const on = dayOf(lower, at.index)
  return {
    ...(on ? { on } : {}),
    ...(met === undefined ? {} : { with: met }),
    ...(hears === undefined ? {} : { hears }),
  }
}

function withWhom(text: string, lower: string): string | undefined {
  const at =
    /(?:buổi làm việc|cuộc làm việc|cuộc họp|hội nghị|phiên họp|buổi họp|làm việc) với (?:lãnh đạo |tập thể lãnh đạo )?/u.exec(
      lower,
    )
  return at ? readAgencies(text, lower, at.index + at[0].length)?.names.join(', ') : undefined
}

function reporterTo(text: string, lower: string): string | undefined {
  const at = /nghe (?:lãnh đạo )?/u.exec(lower)
  const mention = at ? readAgencies(text, lower, at.index + at[0].length) : undefined
  return mention && /^ (?:trình bày )?báo cáo/u.test(lower.slice(mention.end, mention.end + 24))
    ? mention.names.join(', ')
    : undefined
}

/** The day after the word for the meeting, or the day that opens the sentence in which somebody chairs it. */
function dayOf(lower: string, at: number): WrittenDay | undefined {
  if (minutes.test(lower)) return listWrittenDays(lower).at(0)
  if (host.test(lower) && /chủ trì|làm việc|dự |họp /u.test(lower))
    return listWrittenDays(lower.slice(0, 60)).at(0)
  const days = listWrittenDays(lower.slice(at))
  const marked = days.find(({ start }) => /ngày $/u.test(lower.slice(at, at + start)))
  return marked && { ...marked, start: marked.start + at, end: marked.end + at }
}
