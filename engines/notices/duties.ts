import type { Mention } from './agencies.ts'
import { readAgencies } from './agencies.ts'
import { areasOfManner, listAreas } from './area-words.ts'
import { listCitations } from './citations.ts'
import { findDeadline, findRecurrence } from './deadlines.ts'
import { type DutyArea, dutyAreas } from './duty-areas.ts'
import { type Passage, quoteOf } from './passages.ts'
import { after, before } from './phrases.ts'
import { phraseOf } from './phrasing.ts'
import type { Span } from './sentences.ts'
import { listTargets } from './targets.ts'
import type { DraftKind, DraftTask } from './types.ts'
import type { DayAnchor } from './written-days.ts'

/** A draft before it has its number. */
export type Duty = Omit<DraftTask, 'id'>

/** What is known around a clause. */
export interface Around {
  anchor: DayAnchor
  assignee?: string
  /** The areas of the heading, the sentence before or the title, for a clause that names none. */
  areas: readonly DutyArea[]
  kind: DraftKind
  /** To whom a clause before in the sentence gives advice. */
  advises?: string
  /** Whose document it is: `gửi về Sở` means them. */
  issuer?: string
}

/** The duty of a clause: `whole` is its words with who is told, `body` what is to be done. */
export function dutyOf(passage: Passage, whole: Span, body: Span, around: Around): Duty {
  const text = passage.text.slice(whole.start, whole.end)
  const lower = passage.lower.slice(whole.start, whole.end)
  const reports = findReceiver(text, lower, around.issuer)
  const reportsTo = reports ?? (/tham mưu/u.test(lower) ? around.advises : undefined)
  const cooperates = listPartners(text, lower)
  const quoted = quoteOf(passage, whole.start, whole.end)
  return {
    paragraph: quoted.paragraph,
    does: withMatter(text, around.kind, phraseOf(passage, body, around.anchor)),
    areas: areasFor(withoutNames(text, lower), around.areas),
    kind: around.kind,
    ...(around.assignee === undefined ? {} : { assignee: around.assignee }),
    ...(cooperates.length === 0 ? {} : { cooperatesWith: cooperates }),
    ...(reportsTo === undefined ? {} : { reportsTo }),
    ...timesOf(lower, text, around.anchor),
    ...numbersOf(text, lower, { anchor: around.anchor, from: Math.max(0, body.start - whole.start) }),
    quote: quoted.quote,
  }
}

/** `tham mưu xử lý` alone says nothing: what was proposed is named before it. */
function withMatter(text: string, kind: DraftKind, does: string): string {
  const matter =
    kind === 'proposal'
      ? /^(?:đối với|về|trước|liên quan đến) ((?:[^,:]|,(?! )){5,120})[,:] /iu.exec(text)?.[1]
      : undefined
  if (matter === undefined) return does
  return `${matter.charAt(0).toUpperCase()}${matter.slice(1)}: ${does.charAt(0).toLowerCase()}${does.slice(1)}`
}

/** When it is due and how often it returns. */
export function timesOf(
  lower: string,
  text: string,
  anchor: DayAnchor,
): Pick<Duty, 'due' | 'dueInferred' | 'recurs' | 'dueWords'> {
  const rhythm = findRecurrence(lower)
  const deadline = findDeadline(lower, anchor)
  const isRhythmic = rhythm && rhythm.recurs !== 'ongoing'
  const told = deadline ?? (rhythm && { start: rhythm.start, end: rhythm.start + rhythm.words.length })
  const rhythmEnd = rhythm ? rhythm.start + rhythm.words.length : 0
  // `hằng tuần báo cáo … vào thứ Sáu`: the rhythm and its day together.
  const holds = deadline && isRhythmic && rhythm.start <= deadline.start && rhythmEnd >= deadline.end
  const words = holds ? text.slice(rhythm.start, rhythmEnd) : told && text.slice(told.start, told.end)
  return {
    ...(deadline?.due && !isRhythmic ? { due: deadline.due } : {}),
    ...(deadline?.due && !isRhythmic && deadline.inferred ? { dueInferred: true as const } : {}),
    ...(rhythm && !(deadline?.due && !isRhythmic) ? { recurs: rhythm.recurs } : {}),
    ...(words === undefined ? {} : { dueWords: words }),
  }
}

/** Targets from where what is to be done begins: `09 xã` that are told are no number to reach. */
function numbersOf(
  text: string,
  lower: string,
  { anchor, from }: { anchor: DayAnchor; from: number },
): Pick<Duty, 'cites' | 'targets'> {
  const cites = listCitations(text, lower).flatMap(({ words }) => words)
  const by = findDeadline(lower, anchor)?.due
  const targets = listTargets(text.slice(from), lower.slice(from), by)
  return { ...(cites.length === 0 ? {} : { cites }), ...(targets.length === 0 ? {} : { targets }) }
}

const nameStart =
  /(?<![\p{L}\p{N}])(?:Sở|Ban|Hội|Trung tâm|Quỹ|Phòng|Trường|Báo|Đài|Bộ|Ngân hàng|Bảo hiểm xã hội|Liên đoàn|Đoàn|Cục|Chi cục|Viện|Tỉnh đoàn|Hiệp hội|Bệnh viện) /gu

/** The name of an agency says whose the work is, not of what area. */
function withoutNames(text: string, lower: string): string {
  let kept = lower
  for (const match of text.matchAll(nameStart)) {
    const mention = readAgencies(text, lower, match.index)
    if (mention)
      kept = kept.slice(0, mention.start) + ' '.repeat(mention.end - mention.start) + kept.slice(mention.end)
  }
  return kept
}

/** The areas that the clause names; those around it where it names none, or only how one works. */
function areasFor(lower: string, around: readonly DutyArea[]): DutyArea[] {
  const own = listAreas(lower)
  if (own.length === 0) return around.length === 0 ? ['direction'] : [...around]
  const isManner = own.every((area) => areasOfManner.includes(area))
  const matter = isManner ? around.filter((area) => !areasOfManner.includes(area)) : []
  return matter.length > 2 ? own : dutyAreas.filter((area) => own.includes(area) || matter.includes(area))
}

const partner = new RegExp(
  `${before}(?:phối hợp(?: chặt chẽ| thống nhất)?(?: với| cùng với| cùng)?|(?:lấy ý kiến|thống nhất|trao đổi) với|(?:có|với) sự (?:tham gia|phối hợp|hỗ trợ|giúp đỡ) của|cùng với|cùng)${after}(?: ?[:,])? `,
  'gu',
)

/** With whom it is done: the agencies after `phối hợp với`. */
function listPartners(text: string, lower: string): string[] {
  const found: string[] = []
  for (const match of lower.matchAll(partner)) {
    const agencies = readAgencies(text, lower, match.index + match[0].length)
    if (agencies) found.push(...agencies.names)
  }
  return [...new Set(found)]
}

const receiver = new RegExp(
  `${before}(?:báo cáo|trình|tham mưu|đề xuất|tham mưu, đề xuất|xin ý kiến|báo cáo, đề xuất)${after}`,
  'gu',
)
/** `gửi báo cáo về Sở Y tế`, `kết quả gửi UBND tỉnh`; a list or a file that is sent is no report. */
const sends =
  /(?:tổng hợp|báo cáo|kết quả|tình hình)(?: [\p{L}\d%]+){1,16}? gửi|số liệu gửi|(?:(?:gửi|nộp) (?:báo cáo|kết quả|ý kiến)|(?:báo cáo|kết quả|ý kiến|tham mưu văn bản|tổng hợp) gửi|(?<!thông )báo(?: ngay)?(?= (?:về|cho) ))(?![\p{L}])/gu

/** To whom it is reported or submitted; the last one named in the clause. */
export function findReceiver(text: string, lower: string, issuer?: string): string | undefined {
  let found: string | undefined
  const purpose = lower.search(/ để (?:tổng hợp|báo cáo|trình|theo dõi)/u)
  for (const match of lower.matchAll(receiver)) {
    if (found !== undefined && purpose >= 0 && match.index > purpose) break
    const at = match.index + match[0].length
    const direct = readAgencies(
      text,
      lower,
      at + 1 + (sitting.exec(lower.slice(at + 1, at + 20))?.[0].length ?? 0),
    )
    const mention: Mention | undefined =
      direct ?? holderAlone(text, at + 1) ?? pastPreposition(text, lower, at)
    // `tham mưu UBND tỉnh trình HĐND tỉnh`: the advice goes to the first.
    const isPassedOn =
      (match[0] === 'trình' || match[0] === 'báo cáo') &&
      found !== undefined &&
      lower.slice(0, match.index).endsWith(`${found.toLowerCase()} `)
    if (mention && !isOwner(lower, mention) && !isPassedOn) found = mention.names.join(', ')
  }
  return found ?? sentTo(text, lower) ?? (issuer === undefined ? undefined : toIssuer(text, issuer))
}

/** `gửi báo cáo về Sở trước ngày …`: the department whose letter it is. */
function toIssuer(text: string, issuer: string): string | undefined {
  const bare =
    /(?:[Bb]áo cáo|[Kk]ết quả|[Tt]ổng hợp|[Ss]ố liệu)[^;.]{0,60}? (?:về|cho|gửi) (Sở|Bộ|Ban|Trung tâm|Chi cục|Cục|UBND tỉnh)(?= (?!\p{Lu})|[.,;]|$)/u.exec(
      text,
    )
  return bare && issuer.startsWith(bare[1] ?? '-') ? issuer : undefined
}

function sentTo(text: string, lower: string): string | undefined {
  for (const match of lower.matchAll(sends)) {
    const at = match.index + match[0].length
    const mention = readAgencies(text, lower, at + 1) ?? pastPreposition(text, lower, at)
    if (mention && !isOwner(lower, mention)) return mention.names.join(', ')
  }
  return undefined
}

/** `trình kỳ họp HĐND tỉnh`: to whoever sits. */
const sitting = /^(?:kỳ họp|phiên họp|cuộc họp|hội nghị) /u

const alone =
  /^(?:Chánh Văn phòng|Giám đốc|Chủ tịch|Bí thư|Thường trực|Thủ trưởng(?: đơn vị| cơ quan)?|Trưởng ban)(?![\p{L}])/u

/** `báo cáo Chánh Văn phòng`: whoever holds that office here. */
function holderAlone(text: string, at: number): Mention | undefined {
  const found = alone.exec(text.slice(at, at + 40))?.[0]
  return found === undefined ? undefined : { start: at, end: at + found.length, names: [found] }
}

function pastPreposition(text: string, lower: string, at: number): Mention | undefined {
  const window = lower.slice(at, at + 90)
  const stop = /[;.:]/.exec(window)?.index ?? window.length
  for (const match of window.slice(0, stop).matchAll(/ (?:về|cho|với|lên|tới|giúp|gửi)(?= )/gu)) {
    const mention = readAgencies(text, lower, at + match.index + match[0].length + 1)
    if (mention) return mention
  }
  return undefined
}

/** `báo cáo của Sở Y tế` goes to nobody. */
function isOwner(lower: string, { start }: Mention): boolean {
  return /(?:của|do) $/u.test(lower.slice(Math.max(0, start - 5), start))
}
