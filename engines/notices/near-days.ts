import { addDays, type LocalDate, weekdayOf } from '#calendar'
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
  ]
}

function listToday(lower: string, on: LocalDate): NearDay[] {
  return [...lower.matchAll(today)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    due: words.endsWith('mai') ? addDays(on, 1) : on,
  }))
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
