import type { LocalDate } from '#calendar'
import type { DutyArea } from './duty-areas.ts'

/** What a heading says of everything beneath it. */
export type Zone = 'duties' | 'remarks' | 'goals' | 'purpose' | 'requirements' | 'proposals'

/** A heading or an opening phrase, for what stands beneath it. */
export interface Stem {
  level: number
  assignee?: string
  zone?: Zone
  areas?: DutyArea[]
  /** The day that a heading of goals sets: `đến năm 2030`. */
  by?: LocalDate
  /** Somebody is told what follows, so that what follows is told. */
  orders?: true
  /** A list of those who sit: over with the next paragraph that has no number. */
  sits?: true
}

/** Dashes and what stands beneath: such a point goes on with whoever the point before told. */
export const itemLevel = 7
/** Beneath all numbering. */
export const plainLevel = 9
/** A line in capitals without a number stands above numbered ones. */
const titleLevel = 0.5

/** Without a number of its own. */
export function isPlain(level: number): boolean {
  return level === plainLevel || level === titleLevel
}

function isTitleLine(text: string): boolean {
  return text.length < 160 && /^[\p{Lu}\d][^\p{Ll}]{5,}$/u.test(text) && /\p{Lu}{2}/u.test(text)
}

const enumerations: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [/^phần (?:thứ )?(?:[ivx]{1,4}|\p{L}{2,4})(?:[.:]? |[.:]?$)/u, () => 0],
  [/^[a-h][.)] ?(?=\p{L})/u, () => 0],
  [/^[ivx]{1,5}[.)] ?/u, () => 1],
  [/^điều \d{1,3}[.:]? ?/u, () => 1],
  [
    /^(\d{1,2}(?:\.\d{1,2}){0,3})(?: ?[.):]|[-–/](?! ?\d))(?: (?=\p{L}|“|\d)| ?(?=\p{L}|“))/u,
    (found) => 2 + (found[1] ?? '').split('.').length * 0.5,
  ],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3}) (?=\p{L}|“)/u, (found) => 2 + (found[1] ?? '').split('.').length * 0.5],
  [/^\d{1,2} (?=\p{L})/u, () => 2.5],
  [/^(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là,? ?/u, () => 5],
  [/^thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười),? ?/u, () => 5],
  [/^\(?[a-zđ]\) ?/u, () => 6],
  [/^[a-zđ]\. (?=\p{L})/u, () => 6],
  [/^[-–—•] ?/u, () => 7],
  [/^[+*·] ?/u, () => 8],
]

/** The level of a numbered paragraph, smaller for what stands higher, and where its words begin. */
export function levelOf(text: string, lower: string): { level: number; start: number } {
  for (const [pattern, level] of enumerations) {
    const found = pattern.exec(lower.slice(0, 40))
    if (!found || (found[0].length >= lower.length && !found[0].startsWith('phần'))) continue
    if (pattern.source.startsWith('^[a-h]') && !/^\p{Lu}[.)] ?\p{Lu}/u.test(text)) continue
    // `15 ngày một lần …` is no number of a point, `1 Sở Y tế` is.
    if (pattern.source.startsWith('^\\d') && !/^\d{1,2} \p{Lu}/u.test(text)) continue
    if (pattern.source.startsWith('^[ivx]') && !/^[IVX]/.test(text)) continue
    return { level: level(found), start: found[0].length }
  }
  return { level: isTitleLine(text) ? titleLevel : plainLevel, start: 0 }
}

const zones: readonly (readonly [RegExp, Zone])[] = [
  [/mục đích/u, 'purpose'],
  [/^(?:yêu cầu|quan điểm|nguyên tắc|phương châm)/u, 'requirements'],
  [/(?:mục tiêu|chỉ tiêu)/u, 'goals'],
  [/(?:kiến nghị|đề xuất)(?! xử lý)/u, 'proposals'],
  [
    /(?:đánh giá|đã làm được|làm được|nội dung (?:báo cáo|thảo luận|trình bày)|diễn biến|(?:ý kiến|phần) (?:thảo luận|phát biểu|tham gia)|thảo luận|kết quả|tồn tại|hạn chế|tình hình|nguyên nhân|ưu điểm|khó khăn|thực trạng|bối cảnh|căn cứ|sự cần thiết|kinh phí thực hiện$|chủ đề)/u,
    'remarks',
  ],
  [
    /(?:nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|trách nhiệm|chế độ báo cáo|tiến độ|thời gian tới|hoạt động|yêu cầu|(?:phải|cần) làm|việc (?:cần|phải|tiếp theo)|kết luận|ý kiến chỉ đạo)/u,
    'duties',
  ],
]

/** What the words of a heading announce; undefined when they announce nothing. */
export function zoneOf(heading: string): Zone | undefined {
  return zones.find(([pattern]) => pattern.test(heading))?.[1]
}

/** The stems above a paragraph of that level: those of its own level and beneath are over. */
export function stemsAbove(stems: readonly Stem[], level: number): Stem[] {
  return stems.filter((stem) => stem.level < level)
}

/** What the stems say together; the nearest is heard first. */
export function heardFrom(stems: readonly Stem[]): Omit<Stem, 'level'> {
  const { level: _, ...heard }: Stem = Object.assign({ level: 0 }, ...stems)
  return heard
}
