import { dayFrom, type LocalDate } from '#calendar'
import { listCitations } from './citations.ts'
import { listSpelledNumbers } from './number-words.ts'
import type { NoticeTarget } from './types.ts'
import { findVerb } from './verbs.ts'
import { listWrittenDays } from './written-days.ts'

type Comparison = NoticeTarget['comparison']

const comparisons: Readonly<Record<string, Comparison>> = {
  'ít nhất': 'at-least',
  'tối thiểu': 'at-least',
  'không dưới': 'at-least',
  'không thấp hơn': 'at-least',
  'không ít hơn': 'at-least',
  từ: 'at-least',
  'tối đa': 'at-most',
  'không quá': 'at-most',
  'không vượt quá': 'at-most',
  quá: 'at-most',
  trên: 'more-than',
  hơn: 'more-than',
  dưới: 'less-than',
}
const number = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)'
const counted =
  'lao động|cán bộ, chiến sĩ|chiến sĩ|tin, bài|đoàn viên|hội viên|tổ công tác|tổ lưu động|vụ án|tấn gạo|kg gạo|công chức|viên chức|giáo viên|(?:triệu |nghìn )?đồng/[\\p{L}]+|người|hộ nghèo|hộ|học sinh|sinh viên|học viên|nhà|căn nhà|căn|phiên|cuộc|lần|hồ sơ|trẻ em|trẻ|xã, phường|xã|phường|doanh nghiệp|lớp|mô hình|cơ sở|tỷ đồng|triệu đồng|nghìn đồng|đồng|buổi|thôn, bản|thôn|bản|điểm|trường hợp|trường|đối tượng|suất quà|suất|đợt|đoàn|giường|công nhân|cán bộ|mỏ đá|mỏ|mộ|phụ nữ|hội nghị|tin bài|bài|sản phẩm|thủ tục|dịch vụ|tài khoản|chỉ tiêu|vụ|việc làm mới|việc làm|gia đình|cộng tác viên|trung tâm|câu lạc bộ|thẻ|sổ|tờ rơi|công trình|ngôi nhà|chuyến|khóa|khoá|học bổng|phần quà|lượt người|lượt|nhân khẩu|khẩu|suất ăn|trại viên|lao động nữ|gia đình chính sách|vụ việc|tổ|tiết|đội|điểm trường|phòng học|bể bơi|điểm cầu|đơn vị|cơ quan|nhóm|tấn|kg|km|ha'
const periods = 'ngày làm việc|ngày|giờ|phút'
/** Whatever is counted: a noun of one syllable, or of two where a verb follows. */
const anyThing =
  '(?!(?:tuổi|độ|tầng|m|lân|thì|là|có|phải|cho|từ|đã|được|để|do|với|bị|khi|ở|năm|tháng|quý|tuần|ngày|giờ|phút|giây|lần|và|đến|trong|của|theo|tại|trở|h|nêu|trên|về|này|nghìn|triệu|tỷ)(?![\\p{L}]))[\\p{L}]{2,}'
const target = new RegExp(
  `(?:(ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|tối đa|không quá|không vượt quá|quá|trên|hơn|dưới|từ) )?(?<![\\d.,/-])${number}(?: (nghìn|ngàn|vạn|triệu)(?= (?:${counted})(?![\\p{L}\\p{N}]))(?! đồng))?` +
    `(?: ?(%(?:/(?:năm|tháng|quý))?)| (${counted}|${periods})(?![\\p{L}\\p{N}])|(?= (${anyThing})(?![\\p{L}\\p{N}]))|)( trở lên| trở xuống)?`,
  'gu',
)

/** Numbers to reach in the words of a duty: a share, or a count of something; days and citations are not numbers. */
export function listTargets(text: string, lower: string, by?: LocalDate): NoticeTarget[] {
  const taken = [...listWrittenDays(lower), ...listCitations(text, lower)]
  const inDigits = [...lower.matchAll(target)].flatMap((match) => {
    const counted = countedIn(lower, match)
    if (taken.some(({ start, end }) => counted.at >= start && counted.at < end)) return []
    if (isNothingToReach(lower, counted)) return []
    const { digits, scale, percent, unit, comparator, more } = counted
    const found = toTarget(text.slice(counted.start, counted.end), { digits, scale }, percent ?? unit)
    const goal = goalYear.exec(lower.slice(Math.max(0, counted.start - 60), counted.start))?.[1]
    const until = goal === undefined ? by : dayFrom(Number(goal), 12, 31)
    return [
      { ...found, comparison: comparisonOf(comparator, more), ...(until === undefined ? {} : { by: until }) },
    ]
  })
  return [...inDigits, ...listInWords(text, lower, by)]
}

/** A number with what stands around it. */
interface Counted {
  start: number
  end: number
  /** Where the digits stand. */
  at: number
  digits: string
  comparator: string | undefined
  scale: string | undefined
  percent: string | undefined
  unit: string | undefined
  more: string | undefined
}

function countedIn(lower: string, match: RegExpExecArray): Counted {
  const [words, comparator, digits = '', scale, percent, known, thing, more] = match
  const end = match.index + words.length
  // `01 lãnh đạo`, `ít nhất 5 gian hàng`: with a nought before it, above ten or compared, it counts something.
  const isCounted =
    /^0\d$|^[1-9]\d|^\d{1,3}\./.test(digits) ||
    /mỗi [\p{L}]+(?: [\p{L}]+)? $/u.test(lower.slice(Math.max(0, match.index - 24), match.index)) ||
    (comparator !== undefined && comparator !== 'từ')
  const isThing = known === undefined && thing !== undefined && isCounted
  const named =
    isThing &&
    (comparator !== undefined || !isOrdinal.test(lower.slice(Math.max(0, match.index - 24), match.index)))
      ? thingAt(lower, end + 1)
      : undefined
  return {
    start: match.index,
    end: named === undefined ? end : end + 1 + named.length,
    at: match.index + words.indexOf(digits),
    digits,
    comparator,
    scale,
    percent,
    unit: known ?? named,
    more,
  }
}

const isPeriod = new RegExp(`^(?:${periods})$`, 'u')

/** What there is already, how often, how long, and of whom it is told. */
function isNothingToReach(lower: string, { start, end, comparator, percent, unit, more }: Counted): boolean {
  const before = lower.slice(Math.max(0, start - 60), start)
  const isTime = unit !== undefined && isPeriod.test(unit)
  if (percent === undefined && (unit === undefined || (isTime && comparator === undefined))) return true
  if (comparator === undefined) {
    // `mỗi năm 02 lần` is how often; `học nghề 01 lần` is no number to reach.
    return unit === 'lần' || (percent === undefined && isExisting(lower, start, end))
  }
  if (/^(?:dưới|trên|hơn)$/u.test(comparator) && describes.test(before)) return true
  if (isTime && /(?:tết|nguyên đán)(?: [\p{L}]+)? $/u.test(before)) return true
  // `không để chậm quá 05 ngày` is a bound, `nghỉ học quá 05 ngày` is whom it is told of.
  if (comparator === 'quá') return !/(?:không|tránh) [^;.]{0,50}$/u.test(before)
  if (comparator !== 'từ') return false
  if (more === undefined && percent === undefined) return true
  // `doanh nghiệp sử dụng từ 50 lao động trở lên` says who is meant; `từ 4,5% xuống còn 3%` where it stands today.
  return /sử dụng $/u.test(before) || /^ (?:xuống|lên|đến|tới) /u.test(lower.slice(end))
}

const alone =
  /^(?:em|cháu|cụ|ông|bà|chị|anh|bộ|con|cái|chiếc|cây|máy|xe|phần|túi|cuốn|tập|ca|lá|bức|tấm|ngôi|quyển|gói|kỳ|phiếu|bao|thùng|suất)$/u
const follows =
  /^(?:tại|về|và|của|cho|để|theo|trong|có|là|từ|đến|với|được|bị|ở|do|mỗi|hằng|hàng|trước|sau|này|trên|dưới|đã|đang|chưa|còn|nghèo|mới|phù|tham|thuộc|cấp)$/u

/** What is counted: `gian hàng`, `lãnh đạo`; one syllable where what follows is of something else. */
function thingAt(lower: string, at: number): string {
  const found = /^([\p{L}]+)(?: ([\p{L}]+))?/u.exec(lower.slice(at, at + 30))
  const [first, second] = [found?.[1] ?? '', found?.[2] ?? '']
  const isOne = second === '' || alone.test(first) || follows.test(second)
  return isOne || findVerb(lower, at + first.length + 1) !== undefined ? first : `${first} ${second}`
}

/** What stands before a number that is a name. */
const isOrdinal =
  /(?:số|điều|khoản|mục|phụ lục|mẫu|thứ|kỳ|tuần|tháng|quý|năm|cột|ngày|lớp|tổ|khối|vùng|đợt|bảng|điểm|phần|khu vực|khu|tổ dân phố|thôn|bản|ấp|khóm|quân khu|cấp|loại|nhóm|trang|lần) $/u
/** `các xã đạt dưới 40 %`: of whom it is told. */
const describes =
  /(?:các|những|xã|phường|đơn vị|nơi|địa phương)(?: [\p{L}]+){0,3}? (?:đạt|có|giải ngân|có tỷ lệ)(?: [\p{L}]+){0,4} $/u

const comparatorBefore =
  /(?:ít nhất|tối thiểu|không dưới|không thấp hơn|tối đa|không quá|không vượt quá|trên|hơn|dưới) $/u
const thingAfter = new RegExp(`^ (${anyThing})(?![\\p{L}])`, 'u')
const unitAfter = new RegExp(`^ (phần trăm|${counted})(?![\\p{L}\\p{N}])`, 'u')

/** `ít nhất chín mươi phần trăm`, `hai nghìn lượt người`. */
function listInWords(text: string, lower: string, by: LocalDate | undefined): NoticeTarget[] {
  return listSpelledNumbers(lower, true).flatMap(({ start, end, value }) => {
    const comparator = comparatorBefore.exec(lower.slice(Math.max(0, start - 20), start))
    const known = unitAfter.exec(lower.slice(end, end + 24))?.[1]
    const isThing = comparator !== null && thingAfter.test(lower.slice(end, end + 24))
    const unit = known ?? (isThing ? thingAt(lower, end + 1) : undefined)
    // `hai lần` alone may be anything; `ít nhất hai lần` is meant.
    const isAlone = !lower.slice(start, end).includes(' ')
    if (unit === undefined || (isAlone && !comparator)) return []
    const last = end + 1 + unit.length
    if (!comparator && isExisting(lower, start, last)) return []
    return [
      {
        words: text.slice(start - (comparator?.[0].length ?? 0), last),
        number: value,
        unit: unit === 'phần trăm' ? '%' : unit,
        comparison: comparisonOf(comparator?.[0].trim(), undefined),
        ...(by === undefined ? {} : { by }),
      },
    ]
  })
}

/** The year that stands before a number is its own. */
const goalYear = /đến (?:hết |cuối )?năm (20\d\d)[^,;\d]{0,40}$/u

/** A number of what there is already is nothing to reach. */
function isExisting(lower: string, start: number, end: number): boolean {
  return (
    /(?:tất cả|cả|(?<!bàn giao |hoàn thành |xây dựng )toàn bộ|trong số|tổng số|của|hiện có|gồm|còn|trong|đối với|thuộc) $/u.test(
      lower.slice(Math.max(0, start - 24), start),
    ) || /^ (?:đã|hiện|đang|còn|có tên|này|nêu trên|được|bị)(?![\p{L}])/u.test(lower.slice(end, end + 12))
  )
}

const scales: Readonly<Record<string, number>> = { nghìn: 1000, ngàn: 1000, vạn: 10_000, triệu: 1_000_000 }

function toTarget(
  words: string,
  { digits, scale }: { digits: string; scale: string | undefined },
  unit: string | undefined,
): Pick<NoticeTarget, 'words' | 'number' | 'unit'> {
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  return {
    words: words.trim(),
    number: value * (scales[scale ?? ''] ?? 1),
    ...(unit === undefined ? {} : { unit }),
  }
}

function comparisonOf(comparator: string | undefined, more: string | undefined): Comparison {
  if (more !== undefined) return more.includes('lên') ? 'at-least' : 'at-most'
  return (comparator && comparator !== 'từ' && comparisons[comparator]) || 'exactly'
}
