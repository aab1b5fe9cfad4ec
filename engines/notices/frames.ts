import { type Mention, readAgencies } from './agencies.ts'
import {
  isOffice,
  label,
  leadIn,
  modal,
  numbering,
  order,
  preposition,
  processing,
  pronoun,
  topics,
  withinOrder,
} from './frame-words.ts'
import { anyOf, matchAt, placed, skipBlanks } from './phrases.ts'
import type { Span } from './sentences.ts'
import { findVerb, isNamed } from './verbs.ts'

/** How a stretch of words commands: who is told, by which word, and where what is to be done begins. */
export interface Frame {
  /** Where the frame begins, past words that only lead in. */
  start: number
  assignee?: Mention
  /** Bare `Sở`, `Tổ công tác`: whoever was spoken of before. */
  pronoun?: true
  /** The word of whoever orders: `giao`, `yêu cầu`, `đề nghị`. */
  order?: string
  /** Where what is to be done begins; the end of the stretch when nothing follows. */
  body: number
}

const leads = 6
/** Words of a statement: what comes after them reports, and commands nothing. */
const states =
  /(?:^|\s)(?:đã|đang|vẫn|bị|là|biểu dương|đánh giá cao|ghi nhận|xảy ra|nhận thấy|cho thấy|thấy rằng|có|được|đạt|chia sẻ|ban hành)\s/u
/** How far a phrase that leads in may reach. */
const reach = 420

/** The frame of the words; undefined when they command nothing by their form. `isOrdered`: beneath an order. */
export function findFrame(
  text: string,
  lower: string,
  { start, end }: Span,
  isOrdered = false,
): Frame | undefined {
  const at = pastLeadIns(lower, start)
  const resting = matchAt(rests, lower, at) ? afterPhrase(text, lower, at, end) : undefined
  if (resting?.assignee) return resting
  const direct = frameAt(text, lower, at, end) ?? (isOrdered ? actsByOrder(text, lower, at, end) : undefined)
  if (direct) return direct
  const timed =
    afterRhythm(text, lower, at, end) ?? (isOrdered ? labelledAt(text, lower, at, end) : undefined)
  if (timed || !matchAt(preposition, lower, at)) return timed
  return towards(text, lower, at, end) ?? afterPhrase(text, lower, at, end)
}

const rhythm = placed(
  '(?:(?:vào |trước )?(?:(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|ngày \\d{1,2}) )?(?:định kỳ )?(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|\\d{1,2} (?:tháng|ngày)(?: một lần| \\d lần)?|(?:sáu|ba) tháng(?: một lần)?|quý|tháng)(?: một lần)?(?: ·+)?(?:,? và (?:hằng |hàng |cuối )?năm(?: ·+)?)?,? ',
)
const dated = placed(
  '(?:chậm nhất|trước|đến|trong|muộn nhất|ngay trong|từ|(?:sáng |chiều |tối )?ngày(?= \\d))(?: (?:là|hết|cuối|vào|sau))*(?: \\d{1,2} (?:giờ|h)(?: \\d{2})?)?(?: ngày| tháng| quý| năm| tuần)*(?: [\\divx]+(?:[/.-]\\d{1,4})*| này| nay| tới)(?: (?:tháng|năm) \\d{1,4})*,? ',
)

/** `Hằng quý Sở Y tế tổng hợp …`, `Chậm nhất 20/8 phải báo cáo …`: with or without a comma after the time. */
function afterRhythm(text: string, lower: string, at: number, end: number): Frame | undefined {
  const time = matchAt(rhythm, lower, at) ?? matchAt(dated, lower, at)
  // `Ngày 10/12 …` opens a report; in small letters it goes on with a duty.
  if (time && /^(?:Ngày|Sáng|Chiều|Tối) /u.test(text.slice(at, at + 6))) return undefined
  const found = time && frameAt(text, lower, pastLeadIns(lower, at + time[0].length), end)
  return found && { ...found, start: at }
}

/** Beneath an order whoever is named first is to act, by a verb that need not be known. */
function actsByOrder(text: string, lower: string, at: number, end: number): Frame | undefined {
  const assignee = readAgencies(text, lower, at)
  if (!assignee || lower[assignee.end] !== ' ') return undefined
  const those = matchAt(whoseState, lower, assignee.end)
  if (those && assignee.end + those[0].length + 8 < end) {
    const names = [...assignee.names.slice(0, -1), `${assignee.names.at(-1)}${those[0].trimEnd()}`]
    const past = assignee.end + those[0].length
    return { start: at, assignee: { start: at, end: past - 1, names }, body: past }
  }
  if (lower.slice(assignee.end, end).split(' ').length < 4) return undefined
  const next = assignee.end + 1
  const isSaid = unsaid.test(lower.slice(next, next + 16)) || !/^\p{Ll}/u.test(text[next] ?? '')
  return isSaid ? undefined : { start: at, assignee, body: next }
}

/** `Kinh tế: giải trình 3 hộ …` on a sheet of points: an office by its bare name, or only the matter. */
function labelledAt(text: string, lower: string, at: number, end: number): Frame | undefined {
  const found = matchAt(label, lower, at)
  const name = found?.[0].replace(/ ?:\s*$/u, '') ?? ''
  if (
    !found ||
    topics.test(name) ||
    /^(?:với|đối với|riêng|trong|theo|khi|nếu) /u.test(name) ||
    !/^\p{Lu}/u.test(text[at] ?? '')
  )
    return undefined
  const from = at + found[0].length
  if ((!findVerb(lower, from) && !isOffice.test(name)) || from + 8 > end) return undefined
  const names = [text.slice(at, at + name.length)]
  const assignee = { start: at, end: at + name.length, names }
  return { start: at, body: from, ...(isOffice.test(name) ? { assignee } : {}) }
}

/** `các xã chưa gửi danh sách khẩn trương …`: which of them, up to what only stands before a command. */
const whoseState = placed(
  ` (?:chưa|còn|đang|có|bị|chậm|được|nằm|để) [^,;:.]{3,80}? (?=(?:${anyOf(
    'khẩn trương | phải | cần | có trách nhiệm | chủ động | nghiêm túc | tập trung | kịp thời | sớm',
  )}) )`,
)
const unsaid =
  /^(?:đã|đang|vẫn|còn|chậm|thiếu|yếu|chủ yếu|luôn|chưa|là|bị|được|có|và|của|cũng|nhận được|tại|về|trên|ở|cùng|với|thì|mà|do|trong|năm|nơi|thuộc)(?![\p{L}])/u

const givenLast = /(?: [-–] giao (?:cho )?| ?\((?:giao )?)(?=[\p{L}])/gu
const isGivenTo = /^(?: (?:chủ trì|thực hiện|chịu trách nhiệm|tham mưu|đầu mối|là đầu mối)[^()]{0,80})?\)?$/u

/** `… - Giao Sở Y tế`, `… (Sở Y tế chủ trì)`: who is told stands last. */
export function toldLast(text: string, lower: string, { start, end }: Span): Mention | undefined {
  const said = lower.slice(start, end)
  const at = [...said.matchAll(givenLast)].at(-1)
  const mention = at && readAgencies(text, lower, start + at.index + at[0].length)
  if (!mention || mention.end > end || !isGivenTo.test(lower.slice(mention.end, end))) return undefined
  // `(Bộ Y tế)` only says whose it is.
  return lower.slice(mention.end, end) === ')' && !/giao/u.test(at[0]) ? undefined : mention
}

const towardsWhom = placed('(?:đối với|về phía|riêng|với|riêng đối với) ')

/** `Đối với 23 xã chưa gửi báo cáo: …`: who is meant by what they did. */
const described = placed(
  `(?:đối với|riêng|với|riêng đối với) (?:các |những |\\d{1,3} )${anyOf(
    'xã | phường | đơn vị | địa phương | sở | cơ quan | xã, phường | doanh nghiệp | cơ sở | thôn | bản | hộ | trường hợp | hồ sơ',
  )} [^:;.]{3,110}: `,
)

/** `Đối với Công an tỉnh: tăng cường …`, `Riêng Sở Y tế, cần …`: who is to act. */
function towards(text: string, lower: string, at: number, end: number): Frame | undefined {
  const words = matchAt(towardsWhom, lower, at)
  const those = matchAt(described, lower, at)
  if (those && at + those[0].length < end) {
    const [start, colon] = [at + (words?.[0].length ?? 0), at + those[0].length]
    const told = frameAt(text, lower, colon, end)
    if (
      told?.assignee ||
      told?.pronoun ||
      /^(?:\p{L}+ )*(?:\d+ |các |những )?(?:hộ|trường hợp|hồ sơ)/u.test(lower.slice(start, start + 24))
    )
      return told ? { ...told, start: at } : { start: at, body: bodyFrom(lower, colon, end) }
    const names = [text.slice(start, colon).replace(/ ?:\s*$/u, '')]
    return { start: at, assignee: { start, end: colon - 1, names }, body: bodyFrom(lower, colon, end) }
  }
  const assignee = words && readAgencies(text, lower, at + words[0].length)
  const ordered = assignee && orderedOf(text, lower, { at, assignee }, end)
  if (ordered) return ordered
  const mark = assignee && /^ ?[:,] /u.exec(lower.slice(assignee.end, assignee.end + 3))
  if (!assignee || !mark) return undefined
  const verb = findVerb(lower, assignee.end + mark[0].length)
  if (!mark[0].includes(':') && !(verb && verb.at < end)) return undefined
  return { start: at, assignee, body: bodyFrom(lower, assignee.end, end) }
}

/** `Đối với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu rà soát …`: who orders is named last. */
function orderedOf(
  text: string,
  lower: string,
  { at, assignee }: { at: number; assignee: Mention },
  end: number,
): Frame | undefined {
  const comma = lower.lastIndexOf(', ', assignee.end)
  const from = comma > assignee.start ? comma : assignee.end
  if (lower[from] !== ',') return undefined
  const said = frameAt(text, lower, from + 2, end)
  if (said?.order === undefined || said.assignee) return undefined
  const names = from < assignee.end ? assignee.names.slice(0, -1) : assignee.names
  return { ...said, start: at, assignee: { start: assignee.start, end: from, names } }
}

/** The frame after a phrase that leads in, and perhaps after more of its commas; not past a statement. */
function afterPhrase(text: string, lower: string, start: number, end: number): Frame | undefined {
  const limit = Math.min(end, start + reach)
  let comma = nextMark(lower, start)
  while (comma >= 0 && comma < limit) {
    const from = skipBlanks(lower, comma + (lower[comma] === ' ' ? ' thì'.length : 1))
    const found = frameAt(text, lower, pastLeadIns(lower, from), end)
    if (found) return { ...found, start }
    comma = nextMark(lower, from)
    const chunk = lower.slice(from, comma < 0 ? end : comma)
    if (states.test(chunk) || readAgencies(text, lower, from)) return undefined
  }
  return undefined
}

export function pastLeadIns(lower: string, start: number): number {
  let at = skipBlanks(lower, start)
  for (let count = 0; count < leads; count += 1) {
    const found =
      matchAt(numbering, lower, at) ?? matchAt(leadIn, lower, at) ?? matchAt(processing, lower, at)
    if (!found || found[0].length === 0) break
    at = skipBlanks(lower, at + found[0].length)
  }
  return at
}

/** The next comma or colon, with a blank after it. */
function nextMark(lower: string, from: number): number {
  mark.lastIndex = from
  return mark.exec(lower)?.index ?? -1
}

const mark = /[,:](?= )| thì(?= )/gu

/** `Thực hiện Quyết định số …, UBND tỉnh …` says on what it rests. */
const rests = placed(
  '(?:thực hiện|triển khai|thi hành|căn cứ|tiếp theo|theo|để thực hiện|phúc đáp|trả lời|xét)(?: nội dung| ý kiến chỉ đạo| chỉ đạo| đề nghị)?(?: của [^,]{3,60})?(?: tại)? (?:quyết định|nghị quyết|nghị định|công văn|thông báo|công điện|chỉ thị|kế hoạch|luật|thông tư|văn bản|chương trình|kết luận|tờ trình|ý kiến)',
)

function frameAt(text: string, lower: string, at: number, end: number): Frame | undefined {
  if (at >= end) return undefined
  return (
    orderedAt(text, lower, at, pastSpeaker(lower, at), end) ??
    subjectAt(text, lower, at, end) ??
    imperativeAt(text, lower, at, end)
  )
}

const speaker = placed(
  '(?:tôi|ông|bà|sở|ubnd|bộ|ban|trung tâm|chúng tôi|đồng chí|(?:phó )?chủ tịch|(?:phó )?bí thư|lãnh đạo tỉnh|tỉnh)(?: cũng| còn| đã)* (?=(?:yêu cầu|đề nghị|giao|lưu ý|mong muốn|chỉ thị|phân công) )',
)

/** `Ông đề nghị …`, `Phó Chủ tịch yêu cầu …`: whoever was named before orders. */
function pastSpeaker(lower: string, at: number): number {
  return at + (matchAt(speaker, lower, at)?.[0].length ?? 0)
}

/** `Chủ tịch UBND tỉnh yêu cầu Sở Y tế …`, `Giao Sở Y tế …`, `yêu cầu: …`. */
function orderedAt(text: string, lower: string, start: number, at: number, end: number): Frame | undefined {
  const word = matchAt(order, lower, at)
  if (!word) return undefined
  const colon = matchAt(/ ?: (?=\p{L})/uy, lower, at + word[0].length)
  const listed = colon && readAgencies(text, lower, at + word[0].length + colon[0].length)
  const from = listed ? listed.start : skipBlanks(lower, at + word[0].length)
  const assignee = readAgencies(text, lower, from) ?? unknownAt(text, lower, from)
  const bare = assignee ? undefined : matchAt(pronoun, lower, from)
  const verb = findVerb(lower, from)
  const isPlain = /^(?:đề nghị|yêu cầu)$/u.test(word[0]) && opens(lower, at)
  const isOrder =
    assignee || bare || verb || isPlain || from >= end || /^ ?:/.test(lower.slice(from, from + 2))
  if (!isOrder || (word[0] === 'giao' && !assignee && !bare && from < end)) return undefined
  const past = assignee ? assignee.end : bare ? from + bare[0].length : from
  return {
    start,
    order: word[0],
    body: bodyFrom(lower, past, end),
    ...(assignee ? { assignee } : {}),
    ...(bare ? { pronoun: true as const } : {}),
  }
}

/** After an order a name in capitals before a verb is who is told: `đề nghị Agribank cử …`. */
function unknownAt(text: string, lower: string, at: number): Mention | undefined {
  const name = matchAt(/\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*){0,6}/uy, text, at)
  if (!name || !findVerb(lower, at + name[0].length)) return undefined
  return findVerb(lower, at) ? undefined : { start: at, end: at + name[0].length, names: [name[0]] }
}

/** Nothing but marks and numbers stands before it in its line. */
function opens(lower: string, at: number): boolean {
  return /(?:^|[.;:] )[^\p{L}]*(?:\p{L}[.)] )?$/u.test(lower.slice(Math.max(0, at - 12), at))
}

/** Whoever orders, then the order; or whoever is to act, then the verb or a colon. */
function subjectAt(text: string, lower: string, at: number, end: number): Frame | undefined {
  const subject = readAgencies(text, lower, at)
  if (!subject) return pronounAt(text, lower, at, end)
  for (let [from, count] = [subject.end, 0]; count < 5 && lower[from] === ' '; count += 1) {
    const ordered = orderedAt(text, lower, at, from + 1, end)
    if (ordered) return ordered
    const between = matchAt(withinOrder, lower, from)
    if (!between) break
    from += between[0].length
  }
  const passive = matchAt(isGiven, lower, subject.end)
  if (passive) {
    const body = bodyFrom(lower, subject.end + passive[0].length, end)
    return { start: at, order: 'giao', assignee: subject, body }
  }
  const speech = matchAt(speaks, lower, subject.end)
  if (speech) {
    const said = frameAt(text, lower, pastLeadIns(lower, subject.end + speech[0].length), end)
    return said && { ...said, start: at }
  }
  const colon = /^(?: ?:| [-–] (?=\p{Ll}))/u.exec(text.slice(subject.end, subject.end + 4))
  if (colon)
    return { start: at, assignee: subject, body: bodyFrom(lower, subject.end + colon[0].length, end) }
  const helped = pastPartners(text, lower, subject.end)
  const past = matchAt(/(?: ·+)?,? ?/uy, lower, helped)?.[0].length ?? 0
  const verb = findVerb(lower, helped + past)
  if (verb && verb.at < end) return { start: at, assignee: subject, body: bodyFrom(lower, subject.end, end) }
  const must = matchAt(bound, lower, helped + past)
  if (must && helped + past + must[0].length + 8 < end)
    return { start: at, assignee: subject, body: helped + past + must[0].length }
  const which = matchAt(ofWhich, lower, subject.end)
  if (which && subject.end + which[0].length < end)
    return { start: at, assignee: subject, body: bodyFrom(lower, subject.end + which[0].length, end) }
  const later = verbAfterAdjunct(lower, helped + past, end)
  return later === undefined ? undefined : { start: at, assignee: subject, body: later }
}

/** A duty by these words, whatever verb follows. */
const bound = placed(
  `(?:${anyOf(
    'thì | phải | cần phải | cần | có trách nhiệm | có nhiệm vụ | chịu trách nhiệm | được phân công | khẩn trương | chủ động | trực tiếp | tiếp tục | tập trung | không được | nghiêm túc | kịp thời',
  )} )(?!có |thêm |được |đã |là )`,
)
/** `UBND xã nào chưa có hồ sơ thì …`: up to what they are to do. */
const ofWhich = placed(' (?:nào|mà) [^;:.]{3,140}?(?:,| thì|(?= phải )|(?= cần )) ')

/** `Sở Nội vụ cùng Công an tỉnh rà soát`: past whoever helps, when a verb follows. */
function pastPartners(text: string, lower: string, from: number): number {
  const words = matchAt(/,? (?:cùng với|cùng|phối hợp với|phối hợp cùng) /uy, lower, from)
  const partners = words && readAgencies(text, lower, from + words[0].length)
  return partners ? partners.end : from
}

const adjunct = placed(
  anyOf(
    'có | nơi có | được kiểm tra | được giao | được phân công | được thanh tra | được chỉ định | được hỗ trợ | thuộc | nằm trong | thống nhất | theo | căn cứ | trên cơ sở | với | trong | trước | chậm nhất | từ | đến | hằng | hàng | định kỳ | ngay | khi | sau khi | bằng | tại | ngoài việc | thông qua | nhân',
  ),
)
const adjunctMax = 110

/** `theo chức năng, nhiệm vụ được giao chủ động …` between whoever acts and the verb. */
function verbAfterAdjunct(lower: string, from: number, end: number): number | undefined {
  if (!matchAt(adjunct, lower, from)) return undefined
  const limit = Math.min(end, from + adjunctMax)
  for (let at = lower.indexOf(' ', from); at >= 0 && at < limit; at = lower.indexOf(' ', at + 1)) {
    const verb = findVerb(lower, at + 1)
    if (verb?.strong && verb.at < end && !isNamed(lower, at + 1)) return at + 1
  }
  return undefined
}

/** `Chủ tịch UBND tỉnh có ý kiến như sau: …`: what is ordered comes after. */
const speaks = placed(
  ' (?:đã |cũng )?(?:(?:có ý kiến|kết luận|chỉ đạo|nhấn mạnh|nêu rõ|khẳng định|quán triệt|phát biểu|lưu ý|quyết định)(?: [\\p{L}]+){0,6} ?:|(?:có ý kiến|kết luận|nhấn mạnh|nêu rõ|khẳng định|quán triệt|phát biểu|lưu ý)(?: [\\p{L}]+){0,6} ?,) (?!kết luận|chỉ đạo)',
)

/** `Sở Nội vụ được giao xây dựng …`. */
const isGiven = placed(
  ' (?:cũng |còn |tiếp tục )?được (?:giao|yêu cầu|phân công|đề nghị)(?: nhiệm vụ| trách nhiệm| chủ trì)?(?= )',
)

const alone = placed(anyOf('sở | tổ công tác | ban | ngành'))

function pronounAt(text: string, lower: string, at: number, end: number): Frame | undefined {
  const bare =
    matchAt(pronoun, lower, at) ??
    (/^(?:Sở|Tổ công tác|Ban|Ngành) /u.test(text.slice(at, at + 12)) ? matchAt(alone, lower, at) : undefined)
  if (!bare || !findVerb(lower, at + bare[0].length)) return undefined
  return { start: at, pronoun: true, body: bodyFrom(lower, at + bare[0].length, end) }
}

function imperativeAt(text: string, lower: string, at: number, end: number): Frame | undefined {
  const partners = matchAt(/(?:cùng với|cùng) /uy, lower, at)
  const named = partners && readAgencies(text, lower, at + partners[0].length)
  const verb = findVerb(lower, named ? named.end + (lower[named.end] === ',' ? 1 : 0) : at)
  if (!verb || verb.at >= end) return undefined
  // `Quản lý …` in small letters inside a phrase was decided by whoever looks for clauses.
  return { start: at, body: at }
}

function bodyFrom(lower: string, at: number, end: number): number {
  let next = at
  while (next < end && /[ ,:]/.test(lower[next] ?? '')) next += 1
  for (let found = matchAt(modal, lower, next); found; found = matchAt(modal, lower, next)) {
    if (!findVerb(lower, next + found[0].length)) break
    next += found[0].length
  }
  return Math.min(next, end)
}
