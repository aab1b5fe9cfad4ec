import { dayFrom, type LocalDate } from '#calendar'
import { listCitations } from './citations.ts'
import type { NoticeTarget } from './types.ts'
import { listWrittenDays } from './written-days.ts'

type Comparison = NoticeTarget['comparison']

const comparisons: Readonly<Record<string, Comparison>> = {
  'ít nhất': 'at-least',
  'tối thiểu': 'at-least',
  'không dưới': 'at-least',
  'không thấp hơn': 'at-least',
  từ: 'at-least',
  'tối đa': 'at-most',
  'không quá': 'at-most',
  'không vượt quá': 'at-most',
  trên: 'more-than',
  hơn: 'more-than',
  dưới: 'less-than',
}
const number = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)'
const counted =
  'lao động|người|hộ nghèo|hộ|học sinh|sinh viên|học viên|nhà|căn nhà|căn|phiên|cuộc|lần|hồ sơ|trẻ em|trẻ|xã, phường|xã|phường|doanh nghiệp|lớp|mô hình|cơ sở|tỷ đồng|triệu đồng|nghìn đồng|đồng|buổi|thôn, bản|thôn|bản|điểm|trường hợp|trường|đối tượng|suất quà|suất|đợt|đoàn|giường|công nhân|cán bộ|mỏ đá|mỏ|mộ|phụ nữ|hội nghị|tin bài|bài|sản phẩm|thủ tục|dịch vụ|tài khoản|chỉ tiêu|vụ|việc làm mới|việc làm|gia đình|cộng tác viên|trung tâm|câu lạc bộ|thẻ|sổ|tờ rơi|công trình|ngôi nhà|chuyến|khóa|khoá|học bổng|phần quà|lượt người|lượt|điểm cầu|đơn vị|cơ quan|nhóm|tấn|kg|km|ha'
const periods = 'ngày làm việc|ngày|giờ|phút'
const target = new RegExp(
  `(?:(ít nhất|tối thiểu|không dưới|không thấp hơn|tối đa|không quá|không vượt quá|trên|hơn|dưới|từ) )?(?<![\\d.,/-])${number}` +
    `(?: ?(%(?:/(?:năm|tháng|quý))?)| (${counted}|${periods})(?![\\p{L}\\p{N}]))?( trở lên| trở xuống)?`,
  'gu',
)

/** Numbers to reach in the words of a duty: a share, or a count of something; days and citations are not numbers. */
export function listTargets(text: string, lower: string, by?: LocalDate): NoticeTarget[] {
  const taken = [...listWrittenDays(lower), ...listCitations(text, lower)]
  return [...lower.matchAll(target)].flatMap((match) => {
    const [words, comparator, digits = '', percent, unit, more] = match
    const at = match.index + words.indexOf(digits)
    if (taken.some(({ start, end }) => at >= start && at < end)) return []
    if (
      comparator === undefined &&
      percent === undefined &&
      isExisting(lower, match.index, match.index + words.length)
    )
      return []
    const isPeriod = unit !== undefined && new RegExp(`^(?:${periods})$`, 'u').test(unit)
    if (percent === undefined && (unit === undefined || (isPeriod && comparator === undefined))) return []
    if (comparator === 'từ' && more === undefined && percent === undefined) return []
    const found = toTarget(text.slice(match.index, match.index + words.length), digits, percent ?? unit)
    const comparison = comparisonOf(comparator, more)
    const goal = goalYear.exec(lower.slice(Math.max(0, match.index - 60), match.index))?.[1]
    const until = goal === undefined ? by : dayFrom(Number(goal), 12, 31)
    return [{ ...found, comparison, ...(until === undefined ? {} : { by: until }) }]
  })
}

/** The year that stands before a number is its own. */
const goalYear = /đến (?:hết |cuối )?năm (20\d\d)[^,;\d]{0,40}$/u

/** A number of what there is already is nothing to reach. */
function isExisting(lower: string, start: number, end: number): boolean {
  return (
    /(?:toàn bộ|tất cả|cả|trong số|tổng số|của|hiện có|gồm|còn|trong|đối với|thuộc) $/u.test(
      lower.slice(Math.max(0, start - 12), start),
    ) ||
    /^ (?:đã|hiện|đang|chưa|còn|tồn đọng|có tên|này|nêu trên|được|bị)(?![\p{L}])/u.test(
      lower.slice(end, end + 12),
    )
  )
}

function toTarget(
  words: string,
  digits: string,
  unit: string | undefined,
): Pick<NoticeTarget, 'words' | 'number' | 'unit'> {
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  return { words: words.trim(), number: value, ...(unit === undefined ? {} : { unit }) }
}

function comparisonOf(comparator: string | undefined, more: string | undefined): Comparison {
  if (more !== undefined) return more.includes('lên') ? 'at-least' : 'at-most'
  return (comparator && comparator !== 'từ' && comparisons[comparator]) || 'exactly'
}
