import { readAgencies } from './agencies.ts'
import { inFull } from './agency-names.ts'
import { kindOfDirective } from './directive-kinds.ts'
import { issuerOf } from './issuers.ts'
import type { Place } from './layout.ts'
import { isCapitals, isKindLine } from './layout.ts'
import { chairIn, conclusionIn, meetingIn } from './meetings.ts'
import type { Passage } from './passages.ts'
import type { DirectiveHead } from './types.ts'
import { listWrittenDays, resolveDay, type WrittenDay } from './written-days.ts'
import { inferYear } from './years.ts'

/** The lines of the document with the place of each on the page; a table counts as its cells. */
export interface PlacedLine {
  place: Place
  passage: Passage
}

/** What the document says of itself. Fields that nobody wrote are absent; a year that was inferred is named. */
export function readHead(lines: readonly PlacedLine[]): DirectiveHead {
  const top = lines.filter(({ place }) => place === 'head').map(({ passage }) => passage)
  const body = lines.filter(({ place }) => place === 'body').map(({ passage }) => passage)
  const opening = body.slice(0, 4)
  const number = numberIn(top) ?? numberInPress(opening)
  const kind = kindOfDirective(number, top, opening)
  const concluded = concludedIn([...top, ...opening], kind)
  const meeting = kind === 'conclusion-notice' || kind === 'other' ? [...top, ...opening].map(meetingIn) : []
  const meetingWith = meeting.find((found) => found?.with)?.with
  const reports = meeting.find((found) => found?.hears)?.hears
  const addressee = addresseeIn(top) ?? meetingWith ?? reports
  const issuedBy = directedBy(kind, lines)
  const byline = bylineIn(lines)
  const title = titleIn(top, kind)
  return {
    ...(number === undefined ? {} : { number }),
    kind,
    ...(title === undefined ? {} : { title }),
    ...(issuedBy === undefined ? {} : { issuedBy }),
    ...(concluded === undefined ? {} : { concludedBy: concluded }),
    ...(meetingWith === undefined ? {} : { meetingWith }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(byline === undefined ? {} : { byline }),
    ...datesOf(lines, issuedDay(top, opening), meeting.find((found) => found?.on)?.on),
  }
}

/** A directive is the chair's where the text says that the chair directs. */
function directedBy(kind: DirectiveHead['kind'], lines: readonly PlacedLine[]): string | undefined {
  const at = (place: Place) => lines.filter((line) => line.place === place).map(({ passage }) => passage)
  const all = lines.map(({ passage }) => passage)
  const issuer = issuerOf(at('head'), at('body').slice(0, 4), all)
  const isChairs =
    kind === 'directive' &&
    all.slice(0, 14).some(({ lower }) => /chủ tịch ubnd tỉnh (?:chỉ thị|yêu cầu)/u.test(lower))
  return isChairs && issuer?.startsWith('UBND ') ? `Chủ tịch ${issuer}` : issuer
}

function concludedIn(lines: readonly Passage[], kind: DirectiveHead['kind']): DirectiveHead['concludedBy'] {
  if (kind !== 'conclusion-notice' && kind !== 'other') return undefined
  return lines.map(conclusionIn).find(Boolean) ?? lines.map(chairIn).find(Boolean)
}

/** The days of the head; days without a year take the inferred one. */
function datesOf(
  lines: readonly PlacedLine[],
  issued: WrittenDay | undefined,
  met: WrittenDay | undefined,
): Pick<DirectiveHead, 'issuedOn' | 'meetingOn' | 'inferred' | 'inferredFrom'> {
  const isUnsaid = (issued && issued.year === undefined) || (met && met.year === undefined)
  const told = issued?.year ?? met?.year
  const inferred = isUnsaid && told === undefined ? inferredYear(lines) : undefined
  const year = told ?? inferred?.year
  const on = (day: WrittenDay | undefined) =>
    day && (day.year ?? year) !== undefined
      ? resolveDay({ ...day, year: day.year ?? Number(year) }, {})?.on
      : undefined
  const [issuedOn, meetingOn] = [on(issued), on(met)]
  const from = inferred?.words ?? (isUnsaid && told !== undefined ? String(told) : undefined)
  return {
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(meetingOn === undefined ? {} : { meetingOn }),
    inferred: [
      ...(issuedOn && issued?.year === undefined ? (['issuedOn'] as const) : []),
      ...(meetingOn && met?.year === undefined ? (['meetingOn'] as const) : []),
    ],
    ...(from === undefined || (issuedOn ?? meetingOn) === undefined ? {} : { inferredFrom: from }),
  }
}

/** Enough of the document to find what tells the year. */
const yearWindow = 60_000

export function inferredYear(lines: readonly PlacedLine[]): { year: number; words: string } | undefined {
  const text = lines
    .map(({ passage }) => passage.text)
    .join('\n')
    .slice(0, yearWindow)
  const lower = lines
    .map(({ passage }) => passage.lower)
    .join('\n')
    .slice(0, yearWindow)
  return inferYear(text, lower)
}

const documentNumber = /(?:số ?:|^số) ?(\d{1,6}) ?[-/] ?([\p{L}\p{N}&]+(?: ?[-–/] ?[\p{L}\p{N}&.]+)*)/u

function numberIn(top: readonly Passage[]): string | undefined {
  for (const { text, lower } of top) {
    const found = documentNumber.exec(lower)
    if (found)
      return text
        .slice(found.index, found.index + found[0].length)
        .replace(/^\s*số ?:?/iu, '')
        .replace(/\s/g, '')
  }
  return undefined
}

const pressNumber =
  /(?:thông báo|công điện|kế hoạch|quyết định|chỉ thị|công văn|kết luận|văn bản)(?: kết luận)? số:? ?(\d{1,6} ?[-/][^\s,;.()]{2,30})/u

function numberInPress(opening: readonly Passage[]): string | undefined {
  const first = opening
    .slice(0, 2)
    .find(({ lower }) => /ban hành|ký ban hành|có (?:công điện|thông báo|công văn)/u.test(lower))
  const found = first && pressNumber.exec(first.lower)
  if (!found) return undefined
  const at = found.index + found[0].length - (found[1] ?? '').length
  return first.text.slice(at, found.index + found[0].length).replace(/\s/g, '')
}

/** `Nghệ An, ngày 14 tháng 9 năm 2026`, or in a report `Ngày 28/6, UBND tỉnh ban hành …`. */
function issuedDay(top: readonly Passage[], opening: readonly Passage[]): WrittenDay | undefined {
  for (const { lower } of top) {
    const at =
      /(?:^|[\p{L}] ?, ?)(?:(?:hồi |lúc )?\d{1,2} ?(?:giờ|h) ?(?:\d{1,2}(?: phút)?)?,? )?ngày (?=\d)/u.exec(
        lower,
      )
    const day =
      at && !/số ?: ?\d+.{0,30}của/u.test(lower) ? listWrittenDays(lower.slice(at.index)).at(0) : undefined
    if (day) return day
  }
  const press = opening
    .slice(0, 2)
    .find(({ lower }) => /ban hành|có (?:công điện|công văn|thông báo)|ký/u.test(lower.slice(0, 160)))
  const before = press?.lower.slice(0, /ban hành|ký|số/u.exec(press.lower)?.index ?? 0)
  const numbered = /số:? ?\d{1,6} ?[-/][^\s,;()]{2,30},? ngày (.{1,30})/u.exec(press?.lower ?? '')?.[1]
  const day = listWrittenDays(before ?? '').at(0) ?? (numbered ? listWrittenDays(numbered).at(0) : undefined)
  if (day) return day
  const dated =
    top.find(({ lower }) =>
      /^(?:thời gian|ngày|giao việc|phiếu giao|ý kiến chỉ đạo|nội dung giao)/u.test(lower),
    ) ?? opening.find(({ lower }) => /^thời gian/u.test(lower))
  return dated ? listWrittenDays(dated.lower).at(0) : undefined
}

const sentTo = /^kính (?:gửi|chuyển) ?: ?|^.{0,80} điện ?: ?/u

function addresseeIn(top: readonly Passage[]): string | undefined {
  const index = top.findIndex(({ lower }) => sentTo.test(lower))
  const line = top[index]
  if (!line) return undefined
  const own = line.text.slice(sentTo.exec(line.lower)?.[0].length ?? 0)
  const listed = top.slice(index + 1).filter(({ text }) => /^[-–•+]/.test(text))
  const names = [own, ...listed.map(({ text }) => text.replace(/^[-–•+] ?/, ''))].map((each) =>
    each.replace(/[;.,]+$/, '').trim(),
  )
  return names.filter(Boolean).map(inFull).join('; ') || undefined
}

/** What the document is about: under its kind, after `V/v`, or the headline of a report. */
function titleIn(top: readonly Passage[], kind: DirectiveHead['kind']): string | undefined {
  const at = top.findIndex(({ lower }) => /^(?:v\/v|về việc|về |kết luận |ý kiến )/u.test(lower))
  const about = top[at]
  const rest = top[at + 1]
  if (about && rest && isCapitals(about.text) && /^(?:tại|về) /u.test(rest.lower))
    return `${about.text} ${rest.text}`
  if (about) return about.text
  const named = top.findIndex(({ text, lower }) => isKindLine(lower) && isCapitals(text))
  const under = named < 0 ? undefined : top[named + 1]
  if (
    under &&
    !isCapitals(under.text) &&
    !/^(?:số ?[:\d]|kính|độc lập|[-–•])|, ?ngày \d|điện ?:/u.test(under.lower)
  )
    return under.text
  const last = top.findLast(
    ({ text, lower }) =>
      !isCapitals(text) && !/^(?:số ?[:\d]|kính gửi|độc lập|[-–•])|, ?ngày \d|điện ?:/u.test(lower),
  )
  return (
    last?.text ??
    (kind === 'other' || kind === 'assignment'
      ? top.find(({ lower }) => !/^số/u.test(lower))?.text
      : undefined)
  )
}

/** Who wrote the report, under it. */
function bylineIn(lines: readonly PlacedLine[]): string | undefined {
  if (lines.some(({ place, passage }) => place === 'head' && isCapitals(passage.text))) return undefined
  const line = lines.find(({ place }) => place === 'signature')?.passage.text
  return line
    ?.replace(/^(?:bài và ảnh|tin và ảnh|tin, ảnh|bài, ảnh|tin|bài|ảnh|tác giả|theo) ?: ?/iu, '')
    .replace(/\(([^()]*)\)/u, (whole, words: string) => (isCompiled(words) ? '(tổng hợp)' : whole))
}

/** `tổng hợp`, however its tones were typed. */
function isCompiled(words: string): boolean {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim() === 'tong hop'
}

/** The one agency of the document, when it speaks to one. */
export function soleAddressee(head: DirectiveHead): string | undefined {
  const { addressee } = head
  if (addressee === undefined || /;/.test(addressee)) return undefined
  const mention = readAgencies(addressee, addressee.toLowerCase(), 0)
  return mention?.names.length === 1 ? addressee : undefined
}
