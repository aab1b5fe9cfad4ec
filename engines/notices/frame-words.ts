import { departmentNames } from './agency-names.ts'
import { anyOf, finding, placed } from './phrases.ts'

/** The words that make a frame: who orders, who is bound, what only leads in. */
export const order = placed(
  `(?:${anyOf(
    `yêu cầu | giao nhiệm vụ cho | giao nhiệm vụ | giao trách nhiệm cho | giao cho | giao | đề nghị | phân công
    | thống nhất giao | kiến nghị | nhắc nhở | lưu ý | nhấn mạnh yêu cầu | mong muốn | mong | gợi ý | chỉ thị | đồng ý giao | ủy quyền cho | ủy quyền`,
  )})`,
)
/** Between whoever orders and the order. */
export const withinOrder = placed(
  `(?:,? ${anyOf(
    `cũng | đã | tiếp tục | thống nhất | đồng thời | còn | nhấn mạnh | chỉ đạo | và | tin tưởng | lưu ý | có ý kiến | kết luận | trực tiếp`,
  )})(?= )`,
)
export const modal = placed(
  `(?:${anyOf('cần phải | cần | phải | có trách nhiệm | chịu trách nhiệm | tiếp tục | sớm | khẩn trương')} )`,
)
export const pronoun = placed(
  `${anyOf('sở | tổ công tác | ban | trung tâm | các đơn vị | đơn vị | địa phương | ngành | hai bên | các bên | các đồng chí | các thành viên')}(?= ${anyOf(
    'cần | phải | có trách nhiệm | tiếp tục | chủ động | khẩn trương | tập trung | sớm | chủ trì | tăng cường | phối hợp | rà soát',
  )})`,
)
/** Phrases that lead in and end with a comma or a colon. */
export const leadIn = placed(
  `(?:${anyOf(
    `theo đó | cùng với đó | bên cạnh đó | ngoài ra | đồng thời | mặt khác | trong đó | trước mắt | trước hết | cụ thể | từ đó
    | một là | hai là | ba là | bốn là | năm là | sáu là | bảy là | tám là | chín là | mười là | thứ nhất | thứ hai | thứ ba
    | thứ tư | thứ năm | thứ sáu | do đó | do vậy | vì vậy | vì thế | tiếp đó | sau đó | nhân dịp này | từ nay | theo tinh thần đó
    | và | còn | riêng | cuối cùng | song song với đó | trên tinh thần đó | theo đề nghị trên | về việc này | đặc biệt | ngay sau hội nghị
    | đáng chú ý | nhất là | liên quan nội dung này | về nội dung này | tại hội nghị | tại cuộc họp | tại buổi làm việc | kết luận
    | phát biểu kết luận | phát biểu chỉ đạo | lưu ý: | chế độ thông tin | chế độ báo cáo | chế độ thông tin, báo cáo | việc này | nội dung này | vấn đề này`,
  )}) ?[,:]? ?`,
)
export const processing = placed('(?:trong )?quá trình [\\p{L} ]{3,40}? (?=(?:cần|phải) )')
export const numbering = placed(
  '(?:điều \\d{1,3}[.:]|[ivx]{1,5}[.)]|\\d{1,2}(?:\\.\\d{1,2}){0,3}(?:[.)]|[-–/](?= ?\\p{L}))|\\(?(?:\\d{1,2}|[a-zđ]|[ivx]{1,4})\\)|[a-oq-zđ]\\.(?= )|[-–—+•*·])\\s*',
)
/** A phrase about when, why or of what, before the command proper. */
export const preposition = placed(
  anyOf(
    `về | đối với | để | nhằm | trước | trước ngày | đến | đến ngày | chậm nhất | trong | từ | tại | với | căn cứ | trên cơ sở | theo
    | thực hiện | sau khi | khi | nếu | hằng tuần | hàng tuần | hằng tháng | hàng tháng | hằng quý | hàng quý | hằng năm | hàng năm
    | định kỳ | thời gian tới | riêng | nhân | do | vì | liên quan | xét | riêng đối với | ngay sau | hồi | trước mắt | tới đây | vào
    | giai đoạn | thời gian | các | qua | bằng | cùng với | bên cạnh | quý | tháng | 6 tháng | năm | kể từ | phát huy | tiếp thu | hộ nào | nơi nào | đơn vị nào | địa phương nào | ai | trường hợp | hễ`,
  ),
)
export const label = placed('[\\p{L}][\\p{L}&./ –-]{1,40}?(?: ·+)? ?: (?=[\\p{L}\\d])')
export const topics = finding(
  'về | thời gian | địa điểm | nội dung | mục tiêu | mục đích | kết quả | hạn chế | tồn tại | tình hình | nguyên nhân | ghi chú | ưu điểm | đã xong | kinh phí | thành phần | chủ trì | nguồn | căn cứ | lý do | trong đó | xong',
)
export const isOffice = new RegExp(
  `^(?:${departmentNames}|kinh tế|văn hóa.*|tư pháp.*|địa chính.*|kế toán|quân sự|hộ tịch|phụ nữ|nông dân|thanh niên|cựu chiến binh|mặt trận|y tế|giáo dục|môi trường|bảo hiểm|bưu điện|thống kê|tuyên giáo|dân vận|tổ chức|kiểm tra|đoàn|hội|vp|[a-zđ]{2,5})(?: ?[-–&] ?[\\p{L} ]+)?$`,
  'u',
)
