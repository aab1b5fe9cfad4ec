import type { Stem } from './outline.ts'
import { finding } from './phrases.ts'
import { kindOfRemark } from './remarks.ts'

const handed =
  /^(?:đối với|với|về|trước|xem xét|liên quan|giải quyết)(?: đến)?(?: các| những| một số)? ?(?:ý kiến |nội dung |nhóm )?(?:kiến nghị|đề nghị|đề xuất)/u

/** Opens with what the department asked for: what follows is handed to others. */
export function isProposal(lower: string): boolean {
  return handed.test(lower)
}

/** Tells what was done or how things stand, though it begins like a command. */
export function isReport(lower: string, isOrdered = false): boolean {
  // Beneath an order what was done is the matter of what is to be done, but near the beginning.
  if (isOrdered && !noun.test(lower)) return /^(?:[\p{L}\p{N}/&-]+,? ){0,2}(?:đã|vẫn|chưa|còn) /u.test(lower)
  if (/^(?:ai|nếu|hễ|khi|trường hợp|[\p{L}, ]{2,40} nào) [^;:]{3,140}(?:,| thì) /u.test(lower)) return false
  return /^(?:[\p{L}\p{N}/&-]+,? ){0,9}(?:đã(?! đề ra| được (?:giao|phê duyệt|ban hành))|vẫn|chưa|còn (?:nhiều|chậm|thấp|hạn chế|có|một số)) /u.test(
    lower,
  )
}

const obligation =
  /^(?:việc |các |mọi |những |công tác |hồ sơ |chỉ tiêu |hoạt động |trong |từng |tất cả |quá trình |kết quả |nội dung |số liệu |danh sách |[\p{L}]+ )[^;:]{0,160}? ?(?:phải|cần phải|cần được|cần có|cần đảm bảo|cần bảo đảm)(?: |$)/u
const principle =
  /trên nguyên tắc|theo nguyên tắc|theo phương châm|với phương châm|(?:^|\s)lấy [^;]{2,90} làm (?:trung tâm|mục tiêu|thước đo|gốc|nền tảng|động lực|trọng tâm|chính|nòng cốt|căn cứ|cơ sở|tiêu chí|điểm)|(?:^|^[\p{L}, ]{2,60} )(?<!(?:cho|và|,|;) )chịu trách nhiệm(?: [\p{L}]+){0,4} (?:trước|về tính)|(?:coi|xem|xác định) [^;]{3,90} là (?:nhiệm vụ|trách nhiệm|khâu|giải pháp|yêu cầu|tiêu chí|thước đo)|phải (?:đảm bảo|bảo đảm)? ?(?:thực chất|thiết thực|đúng đối tượng|công khai, minh bạch|dân chủ)/u
const prohibition =
  /^(?:và )?(?:tuyệt đối |kiên quyết |dứt khoát |nhất thiết )?(?:(?:không|nghiêm cấm|cấm|chấm dứt việc) [\p{L}]+ |chỉ [^;]{4,120} (?:khi|nếu|sau khi|trong trường hợp) )/u
const forbids =
  /^(?:(?:các|mọi|mỗi|từng|toàn thể) )?(?:cán bộ|công chức|viên chức|đảng viên|người lao động|thành viên|cá nhân|đơn vị|cơ quan)[^;:]{0,50}? không (?:được )?(?!có|còn|thể|phải|đạt|bị)[\p{L}]+ /u
/** `Cán bộ tuyệt đối không …`: whoever is meant stands before it. */
const forbidden =
  /^(?:[\p{L}]+ ){1,8}(?:tuyệt đối|nhất quyết|dứt khoát|kiên quyết|nghiêm cấm)(?: không(?: được)?)? [\p{L}]+ /u
const standard =
  /^(?:phải )?(?:bảo đảm|đảm bảo) (?:tính |sự |nguyên tắc |yêu cầu )?(?:đúng (?:đối tượng|quy định|mục đích|người|chế độ)|công khai|minh bạch|dân chủ|khách quan|thực chất|công bằng|chính xác|tiết kiệm|thiết thực|trung thực|kịp thời,)/u

/** How everything is to be done, not a thing to do: a day makes a duty of an obligation. */
export function isPrinciple(lower: string, isDue: boolean): boolean {
  if ([principle, prohibition, forbidden, forbids, standard].some((form) => form.test(lower))) return true
  return !isDue && obligation.test(lower) && !startsWithVerb.test(lower) && !onCondition.test(lower)
}

/** `khi phát hiện … phải báo ngay` is to be done. */
const onCondition =
  /^(?:khi|nếu|trường hợp|hễ) [^;]{3,120} (?:phải|cần) (?:báo|gửi|lập|chuyển|dừng|tổ chức|xử lý|kịp thời|giải trình|thông báo)/u

const startsWithVerb = new RegExp(
  `^(?:${finding('rà soát | tổ chức | tăng cường | tập trung | tiếp tục | chỉ đạo | hướng dẫn | phối hợp | chủ trì | xây dựng').source})`,
  'u',
)
const goal = /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá) ?\d|100 ?%|trở lên|phấn đấu/u
const reached = /(?:^|\s)(?:được|đạt|có|giảm|tăng|tham gia|hoàn thành|còn|dưới|trên|nhận|giải quyết)(?:\s|$)/u

const laments =
  /^(?:tuy nhiên|tuy vậy|song,|mặc dù)|(?:vẫn|còn) (?:chậm|thấp|hạn chế|nhiều|một số|có|yếu|thiếu)/u
const noun =
  /^(?:các|những|ông|bà|đồng chí|danh sách|danh mục|hồ sơ|việc|về|số|tên|tổng|thời|địa|thành phần|theo|do|vì|hiện|toàn|trong|tại|đến|từ|người|mức|tỷ lệ|trường hợp|lao động|hộ|trẻ|sở|ubnd|công an|nguồn|kinh phí|kết quả|quyết định|nghị|luật|báo cáo của|phụ lục|[\p{L}]+ (?:là|có|gồm) |\d)/u

const matter = /^(?:về|đối với|công tác|lĩnh vực|trong|riêng|với) [^:;]{2,70}: (?=\p{L})/u

/** Beneath an order each point is a duty, by a verb that need not be known; `Về sinh kế: trồng …` as well. */
function isOrderedItem(said: string): boolean {
  const done = said.replace(matter, '')
  return said.split(' ').length >= 5 && !noun.test(done)
}

/**
 * Commands without a verb of command: an obligation on a thing (`việc chi trả phải …`), a prohibition, a principle, a
 * number to reach once somebody was told (`isTold`). Not under a heading that only tells how things stand.
 */
export function commandsByForm(lower: string, heard: Omit<Stem, 'level'>, isTold: boolean): boolean {
  const said = lower.replace(
    /^(?:và|đồng thời|trong đó|cùng với đó|riêng|bên cạnh đó|ngoài ra|điều \d+\.|\d+(?:\.\d+)*[.)](?= )|[-–+*•])[, ]*/u,
    '',
  )
  if (
    heard.zone !== 'remarks' &&
    (prohibition.test(said) || forbidden.test(said) || (isTold && forbids.test(said)))
  )
    return true
  const isOrdered = heard.orders === true || heard.zone === 'duties'
  if (
    heard.zone === 'remarks' ||
    isReport(said.replace(matter, ''), isOrdered) ||
    kindOfRemark(said) === 'praise'
  )
    return false
  if (principle.test(said) || standard.test(said)) return true
  if (heard.zone === 'purpose') return obligation.test(said)
  if (obligation.test(said)) return !laments.test(said)
  if (heard.zone === 'requirements' || (isOrdered && isOrderedItem(said))) return true
  if (heard.zone === 'goals')
    return /\d/.test(said) && (reached.test(said) || /\d ?%|đến năm|năm 20\d\d/u.test(said))
  return (isTold || /phấn đấu/u.test(said)) && goal.test(said) && reached.test(said)
}
