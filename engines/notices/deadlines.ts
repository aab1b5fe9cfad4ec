import { addDays, addWorkingDays, dayFrom, daysInMonth, type LocalDate } from '#calendar'
import { newYearFrom } from './lunar-new-year.ts'
import { listNearDays } from './near-days.ts'
import type { Recurrence } from './types.ts'
import { type DayAnchor, daySource, listWrittenDays, resolveDay, toWrittenDay } from './written-days.ts'

export interface Deadline {
  start: number
  end: number
  due?: LocalDate
  /** Its year was not written. */
  inferred?: true
}

const until =
  '(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn chót|hạn cuối|thời hạn|hạn|deadline|xong|đến hết|đến|vào|trong|tới)'
const filler = '(?: (?:là|vào|trước|đến|trong|hết|cuối|sáng|chiều|tối|ngay))*'
const hour = '(?: \\d{1,2} ?(?:giờ|h|g)(?: ?\\d{2}(?: phút|[’\u0027])?)?,?(?: sáng| chiều| tối| trưa)?,?)?'
const byDay = new RegExp(`${until}${filler}(?: ?:)?${hour}(?: ngày)? ?${daySource}`, 'gu')
/** `ngày 10/12 trình …`: the day on which it is done stands first. */
const opensWithDay = new RegExp(`^(?:sáng |chiều |tối )?ngày ${daySource}`, 'gu')
/** `20/11 phải xong`, `ngày 20/11 nộp kết quả`. */
const endsOnDay = new RegExp(
  `(?:ngày )?${daySource}(?= (?:phải |là |thì )?(?:xong|nộp|gửi|hoàn thành|có (?:kết quả|báo cáo|danh sách)))`,
  'gu',
)
const byMonth = new RegExp(
  `(trước|trong|hết|cuối|xong|đến|vào|chậm nhất|hoàn thành)${filler} (?:cuối )?(?:tháng \\d{1,2}(?:, | và |, và | ?[-–] ?| đến ))?tháng (\\d{1,2})(?:(?: ?/ ?| năm |-)(\\d{4}))?(?![\\d/])`,
  'gu',
)
const byQuarter = new RegExp(
  `(trước|trong|hết|cuối|xong|đến|vào|chậm nhất|hoàn thành)${filler} quý (iv|i{1,3}|[1-4])(?:(?: ?/ ?| năm |-)(\\d{4}))?(?![\\d\\p{L}])`,
  'gu',
)
const byYear =
  /(?:trong|hết|cuối|xong trong|đến hết|chậm nhất(?: là)?|hoàn thành)(?: trong| hết| cuối)* năm (\d{4})(?! ?[-–]|\d)/gu
const goalYear = /(?:^|phấn đấu )đến năm (20\d{2})(?! ?[-–]|\d)/gu
const halfYear = /(?:trong )?(?:6|06|sáu) tháng (đầu|cuối) năm(?: (\d{4}))?/gu
const within =
  /(?:trong (?:vòng |thời hạn |thời gian )?|chậm nhất (?:là )?(?:sau )?)(\d{1,3}) ngày(?! làm việc)(?:,)? (?:tới|nữa|(?:kể )?(?:từ (?:nay|hôm nay)|(?:từ|sau) (?:ngày|khi) (?:ký|ban hành|giao việc|được giao|nhận(?: được)?(?! (?:được|hồ sơ|đơn|đề nghị|báo cáo|phản ánh|tin|yêu cầu|đủ|kiến nghị|danh sách|thông tin))|có (?:ý kiến|văn bản|thông báo)(?! (?:đề nghị|của|yêu cầu|xin))|(?:công điện|thông báo|quyết định|kế hoạch|chỉ thị|văn bản) (?:này )?(?:có hiệu lực|được ban hành|ban hành))))/gu
const withinWorking =
  /(?:trong (?:vòng |thời hạn |thời gian )?|chậm nhất (?:là )?(?:sau )?|không quá )\d{1,3} ngày(?: làm việc)?(?:,)? (?:kể )?(?:từ|sau) (?:ngày|khi) [^,;.]{1,60}/gu
/** `trong 05 ngày làm việc`: from the day of the document, for a person to confirm; not of each file that comes in. */
const bareWorking =
  /(?<!(?:hồ sơ|thủ tục|trường hợp|đơn)[^,;.]{0,60})trong (?:vòng |thời hạn |thời gian )?(\d{1,3}) ngày làm việc(?!,? (?:kể )?(?:từ|sau) )/gu
const anniversary =
  /(?:kỷ niệm|chào mừng|nhân dịp|dịp|mừng)[^.;]{0,140}?\((\d{1,2}\/\d{1,2}(?:\/\d{4})?)(?: ?[-–] ?(\d{1,2}\/\d{1,2}(?:\/\d{4})?))?\)/gu

/** The deadline in the words of a duty; the last one when several stand there. Without a day, its words are kept. */
export function findDeadline(lower: string, anchor: DayAnchor): Deadline | undefined {
  const found = [
    ...listByDay(lower, anchor, byDay),
    ...listByDay(lower, anchor, opensWithDay),
    ...listByDay(lower, anchor, endsOnDay),
    ...listByMonth(lower, anchor),
    ...listByQuarter(lower, anchor),
    ...listByYear(lower, anchor),
    ...listWithin(lower, anchor),
    ...listPresent(lower, anchor),
    ...listNewYears(lower, anchor),
    ...listNearDays(lower, anchor.isExact === false ? undefined : anchor.on).map((near) => ({
      ...near,
      inferred: true as const,
    })),
    ...listVague(lower),
  ].filter(({ start }) => !isPeriod(lower, start))
  const dated = found.filter(({ due }) => due !== undefined)
  const nearer = dated.filter(({ start, end }) => !/đến năm 20\d\d$/u.test(lower.slice(start, end)))
  return nearer.at(-1) ?? dated.at(-1) ?? found.at(-1) ?? listAnniversaries(lower, anchor).at(-1)
}

/** The whole cell of a table, where `30/6/2026` or `Quý III/2026` stands alone. */
export function readDeadlineCell(lower: string, anchor: DayAnchor): Deadline | undefined {
  // `Tháng 02 - tháng 6/2027`, `15/11 - 15/12`: by the end.
  const last = / ?[-–] ?(?=tháng|quý|ngày|\d{1,2}\/\d)/u.exec(lower)
  if (last && last.index > 0) {
    const until = readDeadlineCell(lower.slice(last.index + last[0].length), anchor)
    if (until?.due) return { ...until, start: 0, end: lower.length }
  }
  const inWords = findDeadline(lower, anchor) ?? findDeadline(`trong ${lower}`, anchor)
  if (inWords?.due) return { ...inWords, start: 0, end: lower.length }
  const day = listWrittenDays(lower).at(-1)
  const resolved = day ? resolveDay(day, anchor) : undefined
  if (!resolved) return undefined
  return { start: 0, end: lower.length, due: resolved.on, ...(resolved.inferred ? { inferred: true } : {}) }
}

/** A span of years or a count up to now is no deadline: `giai đoạn`, `định hướng đến`, `tính đến`. */
function isPeriod(lower: string, start: number): boolean {
  return /(?:định hướng|tính|so với|so|từ [^,;]{1,24}|kể từ|giai đoạn) $/u.test(
    lower.slice(Math.max(0, start - 30), start),
  )
    ? !/từ (?:ngày [^,;]{1,24}|nay|\d{1,2}(?:\/\d{1,2})?) $/u.test(
        lower.slice(Math.max(0, start - 30), start),
      )
    : false
}

function listByDay(lower: string, anchor: DayAnchor, pattern: RegExp): Deadline[] {
  return [...lower.matchAll(pattern)].flatMap((match) => {
    const written = toWrittenDay(match.slice(1, 10), match.index, match[0].length)
    if (!written || /^ (?:hằng|hàng|mỗi)/u.test(lower.slice(written.end, written.end + 6))) return []
    const resolved = resolveDay(written, anchor)
    const { start, end } = written
    return [resolved ? deadline(start, end, resolved.on, resolved.inferred) : { start, end }]
  })
}

function deadline(start: number, end: number, due: LocalDate, inferred: boolean): Deadline {
  return { start, end, due, ...(inferred ? { inferred: true } : {}) }
}

function listByMonth(lower: string, anchor: DayAnchor): Deadline[] {
  return [...lower.matchAll(byMonth)].flatMap((match) => {
    const month = Number(match[2])
    if (month < 1 || month > 12) return []
    return [
      endOfMonth(match, /trước (?!(?:cuối|hết) )/u.test(match[0]) ? month - 1 : month, match[3], anchor),
    ]
  })
}

function listByQuarter(lower: string, anchor: DayAnchor): Deadline[] {
  return [...lower.matchAll(byQuarter)].map((match) => {
    const quarter = { i: 1, ii: 2, iii: 3, iv: 4 }[match[2] ?? ''] ?? Number(match[2])
    return endOfMonth(match, (match[0].includes('trước') ? quarter - 1 : quarter) * 3, match[3], anchor)
  })
}

/** `month` may be 0: the last of the year before. */
function endOfMonth(
  match: RegExpExecArray,
  month: number,
  written: string | undefined,
  anchor: DayAnchor,
): Deadline {
  const [start, end] = [match.index, match.index + match[0].length]
  const base = written ? Number(written) : anchor.on ? yearFor(month, anchor.on) : undefined
  if (base === undefined) return { start, end }
  const [year, of] = month === 0 ? [base - 1, 12] : [base, month]
  return deadline(start, end, dayFrom(year, of, daysInMonth(year, of)), written === undefined)
}

function yearFor(month: number, on: LocalDate): number {
  const year = Number(on.slice(0, 4))
  return Number(on.slice(5, 7)) <= month ? year : year + 1
}

function listByYear(lower: string, anchor: DayAnchor): Deadline[] {
  const years = [...lower.matchAll(byYear), ...lower.matchAll(goalYear)].map((match) =>
    deadline(match.index, match.index + match[0].length, dayFrom(Number(match[1]), 12, 31), false),
  )
  const halves = [...lower.matchAll(halfYear)].map((match) =>
    endOfMonth(match, match[1] === 'đầu' ? 6 : 12, match[2], anchor),
  )
  return [...years, ...halves]
}

/** Times from which no day can be told: their words are kept. */
const vague =
  /(?:trong |trước |vào |đến |ngay )?(?:(?:ngày |lễ )?khai giảng )?(?:(?:tuần (?:đầu|cuối|thứ (?:hai|ba|tư)|tới|sau|này)|đầu|giữa)(?: của)?(?: (?:tháng|quý|năm) [\divx]{1,4}(?:[/.-]\d{4}| năm \d{4})?)|tuần \d{1,2}(?:\/\d{4})?|tuần (?:này|tới|sau)|năm học (?:mới )?\d{4} ?[-–] ?\d{4}|trong vòng \d{1,3} (?:giờ|ngày|tuần|tháng)|(?<=xong |hoàn thành )trong tuần(?! \d)|(?:ngày )?(?:mùng |mồng )?\d{1,2} tháng chạp|(?:định kỳ )?(?:cứ |mỗi )?(?:\d{1,2}|hai|ba) (?:ngày|tuần|tháng) (?:một|1|01) lần|(?:một|1|01) lần ?\/ ?\d{1,2} (?:ngày|tuần|tháng))(?![\p{L}\p{N}])/gu

function listVague(lower: string): Deadline[] {
  return [...lower.matchAll(vague)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
}

/** `trước Tết Nguyên đán`; `Tết Dương lịch` and `Tết Trung thu` are others. */
const newYear =
  /(?:trước|đến|chậm nhất|trước dịp|xong trước)(?: dịp| kỳ nghỉ| thời điểm)? tết (?:nguyên đán|âm lịch|cổ truyền)(?: [\p{L}]+ [\p{L}]+(?= (?:năm )?20\d\d))?(?: (?:năm )?(20\d\d))?/gu

function listNewYears(lower: string, { on }: DayAnchor): Deadline[] {
  return [...lower.matchAll(newYear)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const year = match[1] === undefined ? undefined : Number(match[1])
    const due = newYearFrom({ ...(on ? { on } : {}), ...(year ? { year } : {}) })
    return due === undefined ? { start, end } : deadline(start, end, due, year === undefined)
  })
}

const present = /(?:trong|cuối|hết)(?: ngay)? (tháng|quý|năm) (?:này|nay)/gu

/** `trong tháng này`, `ngay trong năm nay`: of the document's day. */
function listPresent(lower: string, { on }: DayAnchor): Deadline[] {
  return [...lower.matchAll(present)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (on === undefined) return { start, end }
    const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
    const last = match[1] === 'năm' ? 12 : match[1] === 'quý' ? Math.ceil(month / 3) * 3 : month
    return deadline(start, end, dayFrom(year, last, daysInMonth(year, last)), true)
  })
}

/** Of the document, not of each file that is dealt with. */
const fromIssue =
  /(?:ngày|khi) (?:ký|ban hành|giao|được giao|nhận(?: được)? (?:văn bản|công văn|thông báo|công điện|chỉ thị|kế hoạch|quyết định|ý kiến|phiếu|kết luận))/u

/** Undefined without the days off of those years. */
function workingDaysFrom({ on, calendar }: DayAnchor, count: number): LocalDate | undefined {
  if (on === undefined || calendar === undefined || !(count > 0)) return undefined
  const last = addDays(on, count * 3 + 15)
  if (on < calendar.knownFrom || last > calendar.knownTo) return undefined
  return addWorkingDays(on, count, calendar)
}

/** Days of the calendar are counted from the document's day; working days are for whoever knows the days off. */
function listWithin(lower: string, anchor: DayAnchor): Deadline[] {
  const calendar = [...lower.matchAll(within)].map((match): Deadline => {
    const [start, end] = [match.index, match.index + match[0].length]
    return anchor.on ? { start, end, due: addDays(anchor.on, Number(match[1])) } : { start, end }
  })
  const working = [...lower.matchAll(withinWorking)].map((match): Deadline => {
    const [start, end] = [match.index, match.index + match[0].length]
    const isWorking = /làm việc/u.test(match[0])
    const due =
      isWorking && fromIssue.test(match[0])
        ? workingDaysFrom(anchor, Number(/\d+/.exec(match[0])?.[0]))
        : undefined
    return due === undefined ? { start, end } : { start, end, due }
  })
  const bare = [...lower.matchAll(bareWorking)].map((match): Deadline => {
    const [start, end] = [match.index, match.index + match[0].length]
    const due = workingDaysFrom(anchor, Number(match[1]))
    return due === undefined ? { start, end } : { start, end, due, inferred: true }
  })
  return [...bare, ...working, ...calendar]
}

/** The day of a commemoration, by which it has to be prepared: `kỷ niệm … (27/7)`. */
function listAnniversaries(lower: string, anchor: DayAnchor): Deadline[] {
  return [...lower.matchAll(anniversary)].flatMap((match) => {
    const written = listWrittenDays(match[2] ?? match[1] ?? '').at(0)
    const resolved = written ? resolveDay(written, anchor) : undefined
    if (!resolved || (anchor.on && resolved.on < anchor.on)) return []
    return [deadline(match.index, match.index + match[0].length, resolved.on, resolved.inferred)]
  })
}

const rhythms: readonly (readonly [RegExp, Recurrence])[] = [
  [
    /(?:(?:hằng|hàng|mỗi|từng) tuần|(?<!(?:hai|ba|\d) )tuần (?:một|1|01|hai|2|02) lần|(?:mỗi|từng|vào các|các) (?:ngày |sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7](?! \d))(?! và)|định kỳ (?:vào )?(?:cuối |đầu )?tuần|báo cáo (?:định kỳ )?tuần(?! (?:này|\d|tới|sau|đầu))|(?:lần|buổi|ca|cuộc|bài|tin|phiên|đợt|ngày)\/tuần|cuối tuần,? (?=tổng hợp|báo cáo|gửi|báo )|(?<!\d )tuần\/lần|cứ (?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy))(?! qua)/u,
    'weekly',
  ],
  [
    /(?:mỗi|hằng|hàng) năm (?:hai|02|2) lần|(?:2|02|hai) lần ?(?:\/|một |mỗi |trong (?:một |1 )?)năm|(?:6|06|sáu) tháng(?: một lần|\/lần|,? (?:và )?(?:hằng |hàng |cuối )?năm| (?=báo cáo))|định kỳ (?:6|06|sáu) tháng|nửa năm (?:một|1|01) lần/u,
    'half-yearly',
  ],
  [
    /(?:hằng|hàng|mỗi|từng) quý|định kỳ (?:vào )?(?:cuối |đầu )?quý|quý (?:một|1|01) lần|lần\/quý|quý\/lần|theo quý|(?:của |tháng đầu (?:của )?)quý (?:sau|kế tiếp|tiếp theo)|(?:3|03|ba) tháng(?: một lần|\/lần)/u,
    'quarterly',
  ],
  [
    /(?:hằng|hàng|mỗi|từng) tháng|định kỳ (?:vào )?(?:cuối |đầu )?tháng|(?<!(?:hai|ba|\d) )tháng (?:một|1|01|hai|2|02) lần|ngày \d{1,2} (?:của )?các tháng(?! [\d(])|(?<!\d )tháng\/lần|lần\/tháng|theo tháng|ngày \d{1,2}(?: của)? tháng (?:sau|kế tiếp|tiếp theo|liền kề)/u,
    'monthly',
  ],
  [/(?:hằng|hàng|mỗi) năm|định kỳ năm|(?<!\d )lần\/năm|mỗi năm/u, 'yearly'],
  [
    /(?<!chi )thường xuyên|(?:hằng|hàng|mỗi) ngày|(?<!\d )ngày (?:\d{1,2}|một|hai|ba) lần|lần\/ngày|lần mỗi ngày|trong suốt|(?<!(?:buổi|ngày|tuần|tháng|năm|giờ|lần|kỳ|đợt) )liên tục/u,
    'ongoing',
  ],
]
/** `trợ cấp hằng tháng` is an amount, not a rhythm of work. */
const amounts =
  /(?:trợ cấp|phụ cấp|hưởng|mức|lương|ưu đãi|chế độ|tiền|học bổng|sinh hoạt phí|nuôi dưỡng|kế hoạch|dự toán|ngân sách|trợ cấp xã hội|hưu trí xã hội|hỗ trợ|chi trả)(?: [\p{L}]+){0,4}? (?:hằng|hàng|mỗi) (?:tháng|năm|quý)/gu

/** `trước ngày 25 hằng tháng`, `vào thứ Sáu hằng tuần`. */
const dayOfRhythm =
  /(?:(?:trước|chậm nhất|vào|xong)(?: là)? )?(?:ngày \d{1,2}|(?:sáng |chiều )?thứ (?:\p{L}+|[2-7]))(?: (?:của|và ngày \d{1,2}))? $/u

/** `hằng tuần báo cáo Sở Y tế vào thứ Sáu`. */
const dayAfterRhythm =
  /^(?:,? [\p{L}&-]+){0,9}?,? (?:vào|trước|chậm nhất(?: là)?(?: vào)?) (?:ngày \d{1,2}(?![\d/]| tháng \d)|(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?![\p{L}\d]))/u

/** How often a duty returns, or undefined. */
export function findRecurrence(
  lower: string,
): { recurs: Recurrence; start: number; words: string } | undefined {
  const text = lower.replace(amounts, (words) => ' '.repeat(words.length))
  for (const [pattern, recurs] of rhythms) {
    const found = pattern.exec(text)
    if (!found) continue
    const day = dayOfRhythm.exec(text.slice(0, found.index))?.[0] ?? ''
    const rest = day === '' ? (dayAfterRhythm.exec(text.slice(found.index + found[0].length))?.[0] ?? '') : ''
    return { recurs, start: found.index - day.length, words: `${day}${found[0]}${rest}` }
  }
  return undefined
}
