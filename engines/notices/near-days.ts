import { addDays, dayFrom, daysInMonth, type LocalDate, weekdayOf } from '#calendar'
import { newYearFrom } from './lunar-new-year.ts'

/** A day told from the day of the document: it needs a person to confirm it. */
export interface NearDay {
  start: number
  end: number
  due: LocalDate
}

const today =
  /(?:(?:trong|hết|đến hết|cuối|ngay|chậm nhất|trước) )*(?:(?:ngày )?hôm nay|(?:ngày|sáng|chiều) mai|(?:sáng|chiều|trưa|tối) nay)(?![\p{L}])/gu
const weekdays: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
}
const onWeekday =
  /(?:(?:trước|vào|chậm nhất|muộn nhất|hạn|đến|xong|trong)(?: là| ngày| hết| cuối| sáng| chiều| tối)*|sáng|chiều|tối) (?:\d{1,2} ?(?:giờ|h)(?: ?\d{2})? )?thứ (hai|ba|tư|năm|sáu|bảy|[2-7])(?! ?[(,]? ?(?:ngày )?\d)(?![\p{L}])(?! (?:hằng|hàng|mỗi|các|của|cuối|đầu))( tuần (?:này|sau|tới))?/gu
const returns = /(?:cứ|mỗi|các|hằng tuần,?|hàng tuần,?|mỗi tuần,?)(?: [\p{L}]+){0,4} $/u
const beforeNewYear =
  /trước (?:dịp )?tết(?: nguyên đán)?(?: [\p{L}]+ [\p{L}]+)?(?: (?:năm )?20\d\d)?,? (?:ít nhất |tối thiểu |chậm nhất )?(\d{1,2}) ngày(?! làm việc)/gu

/** Days that the words tell only by where they stand: `ngay hôm nay`, `chiều thứ Năm`, `trước Tết 07 ngày`. */
export function listNearDays(lower: string, on: LocalDate | undefined): NearDay[] {
  if (on === undefined) return []
  return [
    ...listHours(lower, on),
    ...listToday(lower, on),
    ...listWeekdays(lower, on),
    ...listBeforeNewYear(lower, on),
    ...listFirstMonth(lower, on),
    ...listOfMonth(lower, on),
    ...listMonths(lower, on),
  ]
}

function listToday(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(today)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    due: words.endsWith('mai') ? addDays(on, 1) : on,
  }))
}

const ofMonth =
  /(?:(?:trước|chậm nhất|muộn nhất|vào|đến|trong|hạn|xong)(?: là| hết| vào| đến)* )?ngày (\d{1,2}) tháng (này|tới)(?![\p{L}])/gu

/** `trước ngày 20 tháng này`: of the document's month, or of the next. */
function listOfMonth(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(ofMonth)].flatMap((match) => {
    const due = inMonth(on, match[2] === 'tới' ? 1 : 0, Number(match[1]))
    return due === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, due }]
  })
}

/** That day of the month so many months after; undefined where the month has none. */
function inMonth(on: LocalDate, months: number, date: number): LocalDate | undefined {
  const month = Number(on.slice(5, 7)) + months
  const [year, of] = [Number(on.slice(0, 4)) + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1]
  return date >= 1 && date <= daysInMonth(year, of) ? dayFrom(year, of, date) : undefined
}

const counts: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, sáu: 6 }
const monthsFromIssue =
  /trong (?:vòng |thời hạn |thời gian )?(\d{1,2}|một|hai|ba|sáu) tháng,? (?:tới|(?:kể )?(?:từ (?:nay|hôm nay)|(?:từ|sau) (?:ngày|khi) (?:ký|ban hành|giao việc|được giao)))(?![\p{L}])/gu

/** `trong vòng một tháng kể từ ngày ký`: the same day of that month, or its last. */
function listMonths(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(monthsFromIssue)].flatMap((match) => {
    const count = counts[match[1] ?? ''] ?? Number(match[1])
    const date = Number(on.slice(8, 10))
    const due = [0, 1, 2, 3].map((less) => inMonth(on, count, date - less)).find(Boolean)
    return due === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, due }]
  })
}

const firstMonth =
  /(?:(?:trước|đến|chậm nhất|xong trước|hết)(?: là| ngày| dịp)* )?(?:rằm|(?:ngày )?(?:mùng|mồng) (\d{1,2})) tháng giêng(?: (?:năm )?(20\d\d))?/gu

/** `trước Rằm tháng Giêng`: counted from the first day of the lunar year; of the twelfth month none can be told. */
function listFirstMonth(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(firstMonth)].flatMap((match) => {
    const date = match[1] === undefined ? 15 : Number(match[1])
    if (date < 1 || date > 29) return []
    // Within the first month its own New Year lies before the document.
    const first = newYearFrom(
      match[2] === undefined ? { on: addDays(on, -date + 1) } : { year: Number(match[2]) },
    )
    if (first === undefined) return []
    return [{ start: match.index, end: match.index + match[0].length, due: addDays(first, date - 1) }]
  })
}

const hours =
  /trong (?:vòng|thời hạn) (24|48|72|96) (?:giờ|tiếng)(?! (?:kể )?(?:từ|sau) khi (?:phát hiện|nhận được|tiếp nhận|xảy ra))(?![\p{L}])/gu

/** `trong vòng 48 giờ`: so many days from the day of the document. */
function listHours(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(hours)].map(({ index, 0: words, 1: count }) => ({
    start: index,
    end: index + words.length,
    due: addDays(on, Number(count) / 24),
  }))
}

/** The first such day after the document's, or of the week after. */
function listWeekdays(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(onWeekday)].flatMap((match) => {
    const wanted = weekdays[match[1] ?? '']
    if (wanted === undefined || returns.test(lower.slice(Math.max(0, match.index - 40), match.index)))
      return []
    const monday = addDays(on, -((weekdayOf(on) + 6) % 7))
    const ofWeek = addDays(monday, wanted - 1)
    const isNext = / (?:sau|tới)$/u.test(match[2] ?? '') || ofWeek < on
    return [
      { start: match.index, end: match.index + match[0].length, due: isNext ? addDays(ofWeek, 7) : ofWeek },
    ]
  })
}

function listBeforeNewYear(lower: string, on: LocalDate): NearDay[] {
  const first = newYearFrom({ on })
  if (first === undefined) return []
  return [...lower.matchAll(beforeNewYear)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    due: addDays(first, -Number(match[1])),
  }))
}
