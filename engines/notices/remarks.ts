import { anyOf, finding, matchAt, placed } from './phrases.ts'
import type { KeptKind } from './types.ts'

const praise = finding(
  `đánh giá cao | ghi nhận | biểu dương | hoan nghênh | chúc mừng | cảm ơn | khen ngợi | nhiệt liệt | trân trọng cảm ơn | phấn khởi
  | đạt nhiều kết quả | kết quả tích cực | có nhiều cố gắng | nhiều chuyển biến tích cực | kết quả quan trọng | kết quả đáng`,
)
const findings = finding(
  `hạn chế | tồn tại | nguyên nhân | khuyết điểm | bất cập | vướng mắc | khó khăn | còn chậm | còn thấp | chưa đạt | chưa kịp thời
  | chưa tốt | chưa chặt chẽ | còn nhiều | vẫn còn | yếu kém | tuy nhiên | tuy vậy | song | thời gian qua | những năm qua | so với cùng kỳ
  | đạt được | tử vong | sai sót | chưa bố trí | còn có | đã đạt | toàn tỉnh có | toàn tỉnh đã | trong năm qua | nhìn chung | đến nay
  | giảm so với | tăng so với | phát hiện chậm | chưa khớp | liên tiếp xảy ra`,
)

/** What a sentence is that commands nothing. */
export function kindOfRemark(lower: string): KeptKind {
  if (praise.test(lower)) return 'praise'
  if (findings.test(lower)) return 'finding'
  return 'background'
}

/** How documents open, cite what they rest on, and close: never a duty, whatever verbs stand there. */
const formulas: readonly RegExp[] = [
  /^(?:căn cứ(?! (?:tình hình|điều kiện|chức năng|kết quả|nhu cầu|nhiệm vụ|chỉ tiêu|kế hoạch|nội dung|khả năng|danh sách|thực tế|số|mức|tiến độ|đặc điểm|hướng dẫn)[^;]*, )|xét đề nghị|theo đề nghị|theo báo cáo của [^,]{3,80}, [^,]*(?:có|đã|đạt) |xét tờ trình)/u,
  /^(?:hồi|lúc|vào hồi) \d/u,
  /^(?:sau khi )?(?:xem xét|xét)(?: nội dung)? (?:báo cáo|tờ trình|đề nghị|công văn|văn bản|đề xuất)(?: số| của| tại)(?!.*(?:giao|yêu cầu) )/u,
  /^(?:sáng |chiều |vào )?ngày [^,]{1,40}, (?:tại|đồng chí|ông|bà|ubnd|ủy ban|chủ tịch|phó chủ tịch|quy định|văn phòng|dưới sự|đoàn|trên địa bàn|sở|thường trực)(?!.*(?:yêu cầu|giao) (?:các|sở|ubnd))/u,
  /^(?:tham dự|cùng dự|dự (?:họp|hội nghị|cuộc|buổi|có|còn|lễ|phiên|và)|cùng tham dự|thành phần|cùng đi)/u,
  /^(?:sau khi|trên cơ sở) nghe (?!.*(?:yêu cầu|giao) (?:các|sở|ubnd) )/u,
  /thông báo (?:để|đến|tới)?.{0,160}(?:biết|được biết)(?:,| và| để)? ?.{0,30}(?:thực hiện|triển khai)/u,
  /^(?:trên đây là|thừa lệnh|thừa ủy quyền)/u,
  /(?:quyết định|chỉ thị|kế hoạch|thông báo|công điện|quy chế|văn bản) này (?:có hiệu lực|thay thế|(?:được )?phổ biến|bãi bỏ)/u,
  /chịu trách nhiệm (?:thi hành|thực hiện|tổ chức thực hiện) (?:quyết định|chỉ thị|kế hoạch) này/u,
  /^(?:nhận được|khi nhận được) (?:công điện|thông báo|văn bản|công văn|kế hoạch|chỉ thị) này/u,
  /^(?:rất mong|kính mong|trân trọng|xin trân trọng|mong nhận được|trân trọng đề nghị)/u,
  /(?:nếu|khi|quá trình (?:thực hiện|triển khai)(?: [\p{L}]+){0,4},?(?: nếu)?) (?:có |phát sinh |gặp )?(?:những |các )?(?:khó khăn|vướng mắc|phát sinh|vấn đề).{0,80}(?:phản ánh|báo cáo|liên hệ|kiến nghị|thông tin|gửi)/u,
  /(?:đề nghị|xin|vui lòng|mời|mọi|chi tiết)[^;]{0,60} liên hệ|đầu mối liên hệ|liên hệ (?:[\p{L}/,]+ ){1,12}\(?(?:số |đt:? ?|qua số )?·*\d{3,}|số điện thoại|thông tin liên hệ|sđt/u,
  /(?:tự giải thể|hết hiệu lực|gồm các ông, bà|có tên sau)/u,
  /^(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?[-–]? ?(?:ngày )?\d/u,
  /^(?:chủ đề|thời gian|địa điểm|thành phần|ghi chú|khẩu hiệu|phạm vi|đối tượng áp dụng|nguồn|ảnh|tags?)(?: [\p{L}]+){0,5} ?:/u,
  /^(?:kinh phí|nguồn kinh phí)/u,
  /^(?:chủ trì|chủ tọa|thư ký|vắng|khách mời|đại biểu|người ghi)(?: [\p{L}]+){0,3} ?: (?:đồng chí|ông|bà|đ\/c|các)/u,
  /^(?:thực hiện|căn cứ|tiếp theo|theo|phúc đáp|để|qua) [^;]* (?:có ý kiến|thông báo|trao đổi|hướng dẫn một số nội dung)(?: [\p{L}]+){0,4} như sau[ :.·]*$/u,
  /(?:^|, |\s)(?:đã|vừa) (?:có (?:buổi|cuộc) (?:làm việc|họp|kiểm tra)|chủ trì (?:buổi|cuộc|hội nghị|phiên)|đến (?:thăm|kiểm tra)|tham dự)(?!.*(?:yêu cầu|giao) (?:các|sở|ubnd) )/u,
  /(?:tiếp thu|lĩnh hội|cảm ơn|cám ơn|thay mặt)[^;]{3,160}(?:hứa|cam kết|khẳng định)(?: [\p{L}]+){0,3} (?:sẽ|quyết tâm)/u,
  /^(?:từ ngày|trong các ngày|trong hai ngày|trong ba ngày) [^;:]{3,260} đã (?!được giao)(?!.*(?:yêu cầu|giao) (?:các|sở|ubnd) )/u,
  /^(?:cuộc họp|hội nghị|buổi làm việc|phiên họp|biên bản)(?: này)? (?:kết thúc|được|bắt đầu|lập)/u,
  /^(?:(?:ubnd|chủ tịch|phó chủ tịch|ban thường vụ|thường trực|hội nghị|tập thể|lãnh đạo)(?: [\p{L}]+){0,5} )?(?:cơ bản |về cơ bản |thảo luận và )?(?:thống nhất|đồng ý|nhất trí)(?: chủ trương| với| nội dung| về| thông qua| đề nghị| đề xuất| cho| theo| như)(?!.*(?:giao|yêu cầu) )/u,
  /^(?:đề nghị|kính mời|mời|rất mong)(?: [\p{L},]+){0,8} (?:đến|tới|về|tham|có mặt|sắp xếp thời gian)(?: [\p{L}]+){0,3} (?:dự|đúng giờ|đầy đủ|đúng thành phần)/u,
  /^(?:họp|giao ban|hội nghị|lịch|phiên họp)(?: [\p{L}\p{N}/]+){0,7}: /u,
  /gửi lời (?:thăm hỏi|chia buồn|cảm ơn|chúc|tri ân)/u,
]

export function isFormula(lower: string): boolean {
  return formulas.some((formula) => formula.test(lower))
}

const lamented =
  /^(?:tuy nhiên|tuy vậy|song|mặc dù|một số (?:địa phương|đơn vị|nơi|xã|sở|cơ quan|ngành|thôn|cán bộ|hộ)|nhiều (?:địa phương|đơn vị|nơi|xã|hộ)|không ít|có nơi|có xã)(?![\p{L}])/u

/** Tells what is amiss, and orders nothing. */
export function isLament(lower: string): boolean {
  return lamented.test(lower)
}

const empty = placed(
  anyOf(
    `các | phòng | trung tâm | quý | đại biểu | toàn thể | thôn | bản | khối | xóm | ban | đoàn thể | sở | ngành | đơn vị | địa phương | cơ quan | đồng chí | nghiêm túc | khẩn trương | quyết liệt | tổ chức
    | triển khai | thực hiện | quán triệt | phối hợp | chỉ đạo | chủ động | tập trung | tốt | nghiêm | đồng bộ | hiệu quả | có | và
    | nội dung | trên | nêu | sau | đây | này | thông báo | công điện | chỉ thị | kế hoạch | quyết định | kết luận | văn bản
    | ý kiến | theo | đúng | kịp thời | cần | phải | khắc phục | biết | để | những | một số | nhiệm vụ | giải pháp | trọng tâm
    | thuộc | lĩnh vực | quản lý | được giao | chức năng | yêu cầu | việc | cụ thể | như | thẩm quyền | đầy đủ | liên quan
    | lãnh đạo | quan tâm | lưu ý | dưới | công việc | vấn đề | công tác | tiếp tục | làm tốt | căn cứ | trưởng`,
  ),
)

const introduces =
  /(?:các|một số|những|thực hiện|triển khai|làm tốt|nghiêm)(?: [\p{L},]+){0,6} (?:nội dung|nhiệm vụ|công việc|giải pháp|việc|vấn đề|yêu cầu|biện pháp|điểm)(?: [\p{L},]+){0,6} (?:sau|sau đây|như sau|dưới đây|cụ thể)(?: đây)?[ :.·]*$/u

const announces =
  /(?:thống nhất|kết luận|yêu cầu|chỉ đạo|có ý kiến|cam kết|phân công|đề nghị|giao nhiệm vụ|nội dung)(?: [\p{L},]+){0,6} (?:như sau|sau đây|cụ thể như sau|sau)[ :.·]*$/u

/** Announces what follows: `lưu ý một số nội dung sau`, `tập trung các nhiệm vụ trọng tâm sau đây`. */
export function isIntroduction(body: string): boolean {
  const said = body.slice(-160)
  return introduces.test(said) || announces.test(said)
}

/** An order without a matter of its own: `nghiêm túc thực hiện`, `thực hiện các nội dung sau`, `cần phải khắc phục`. */
export function isEmptyOrder(body: string): boolean {
  if (body.length > 240) return false
  let at = 0
  while (at < body.length) {
    const word = /[\p{L}\p{N}]/u.test(body[at] ?? '') ? matchAt(empty, body, at) : undefined
    if (!word && /[\p{L}\p{N}]/u.test(body[at] ?? '')) return false
    at += word?.[0].length ?? 1
  }
  return true
}
