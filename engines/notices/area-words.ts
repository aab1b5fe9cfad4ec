import { type DutyArea, dutyAreas } from './duty-areas.ts'
import { finding } from './phrases.ts'

/** Words of each area of duty, whatever the year and whichever department has it. */
const words: Readonly<Record<DutyArea, string>> = {
  direction: `chỉ đạo, điều hành | chỉ đạo điều hành | kế hoạch đề ra | nghị quyết đại hội | các chỉ tiêu | chỉ tiêu, nhiệm vụ
    | đôn đốc, kiểm tra việc thực hiện | đôn đốc việc thực hiện | theo dõi, đôn đốc | kiểm tra, đôn đốc | sơ kết | tổng kết
    | cơ quan thường trực | tổng hợp kết quả | tổng hợp tình hình | báo cáo kết quả | quy chế làm việc | chương trình công tác
    | tổng hợp, báo cáo | nhiệm vụ trọng tâm | kiến nghị | chế độ báo cáo | theo dõi nhiệm vụ | báo cáo tháng | giám sát việc thực hiện | kế hoạch công tác`,
  employment: `việc làm | người tìm việc | phiên giao dịch | tuyển lao động | cung – cầu lao động | cung - cầu lao động | cung cầu lao động | thị trường lao động
    | nguồn nhân lực | tuyển dụng | thất nghiệp | mất việc | hội chợ việc làm | sàn giao dịch | theo dõi lao động
    | biến động lao động | khởi nghiệp | tạo việc | nhu cầu lao động | sử dụng lao động địa phương | thiếu việc | nguồn ủy thác
    | vốn vay`,
  'work-safety': `an toàn, vệ sinh lao động | an toàn vệ sinh lao động | an toàn lao động | tai nạn lao động | vệ sinh lao động
    | bệnh nghề nghiệp | vật liệu nổ | nổ mìn | mỏ đá | khai thác đá | nặng nhọc | bảo hộ lao động | điều kiện lao động
    | huấn luyện an toàn | cứu chữa | thiết bị có yêu cầu nghiêm ngặt | kiểm định kỹ thuật | cháy nổ | sát khu dân cư
    | bảo đảm an toàn trong lao động | công trường`,
  'labour-relations': `quan hệ lao động | người sử dụng lao động | thỏa ước lao động | thoả ước lao động | đình công
    | tranh chấp lao động | ngừng việc | nợ lương | tiền lương | lương tối thiểu | nợ bảo hiểm xã hội | đối thoại tại nơi làm việc
    | đối thoại định kỳ | hợp đồng lao động | thưởng tết | hòa giải viên lao động | thời giờ làm việc | làm thêm giờ | tăng ca | kỷ luật lao động | bữa ăn ca | nội quy lao động | công đoàn | ngừng việc tập thể`,
  'overseas-work': `làm việc ở nước ngoài | lao động ở nước ngoài | xuất khẩu lao động | phí dịch vụ | tiền môi giới | ký quỹ | lao động ngoài nước | đi nước ngoài
    | doanh nghiệp dịch vụ | môi giới trái phép | lao động bất hợp pháp | chương trình eps | lao động về nước | phái cử
    | cư trú bất hợp pháp`,
  'vocational-training': `đào tạo nghề | dạy nghề | liên kết đào tạo | chỉ tiêu tuyển sinh | giáo dục nghề nghiệp | học nghề | kỹ năng nghề | nghề đào tạo
    | trường cao đẳng | trường trung cấp | cao đẳng nghề | sau đào tạo | tuyển sinh | đào tạo công nhân | đào tạo nhân lực
    | phân luồng | đào tạo, phát triển nhân lực | chuẩn đầu ra | chương trình đào tạo | người học | nhà giáo`,
  merit: `người có công | thương binh | liệt sĩ | liệt sỹ | mẹ việt nam anh hùng | bà mẹ việt nam | bệnh binh | mộ liệt | nghĩa trang
    | đền ơn đáp nghĩa | tuất | ưu đãi người | gia đình chính sách | chất độc hóa học | chất độc da cam | thân nhân liệt
    | đài tưởng niệm | kháng chiến | điều dưỡng | tri ân | hài cốt | thờ cúng | thanh niên xung phong | tnxp | cựu chiến binh | 27/7 | uống nước nhớ nguồn`,
  poverty: `giảm nghèo | hộ nghèo | người nghèo | cận nghèo | thoát nghèo | nghèo đa chiều | chương trình mtqg | nhà tạm
    | chương trình mục tiêu quốc gia | nhà dột nát | tái nghèo | nông thôn mới | xã nghèo | vùng nghèo | sinh kế | xóa nghèo
    | vì người nghèo`,
  'social-assistance': `trợ giúp xã hội | bảo trợ xã hội | trợ cấp | khuyết tật | người cao tuổi | người già | cứu trợ
    | hưu trí xã hội | an sinh xã hội | trợ giúp khẩn cấp | cứu đói | công tác xã hội | người tâm thần | đối tượng yếu thế
    | nuôi dưỡng | mai táng | cơ sở trợ giúp | người thụ hưởng | người lang thang | người hưởng | mức chuẩn | xác định mức độ khuyết tật
    | bảo hiểm y tế | hỗ trợ khẩn cấp | gia đình nạn nhân | thiếu đói | hỗ trợ gạo | đối tượng chính sách`,
  children: `trẻ em | đuối nước | mồ côi | bạo hành | mầm non | xâm hại | trẻ mồ côi | học sinh | tảo hôn | dạy bơi | bơi an toàn | thiếu nhi | của trẻ | trẻ nhỏ
    | tai nạn thương tích | cho trẻ | điểm tắm | lao động trẻ | 111 | bảo mẫu | nhóm trẻ | vị thành niên | các trường học`,
  'gender-equality': `bình đẳng giới | tiến bộ của phụ nữ | bạo lực trên cơ sở giới | về giới | cán bộ nữ | bạo lực gia đình
    | địa chỉ tạm lánh | nạn nhân bạo lực | trẻ em gái | bị bạo lực | lãnh đạo nữ | nữ lãnh đạo | tỷ lệ nữ | phụ nữ | định kiến giới | lồng ghép giới`,
  coordination: `phối hợp liên ngành | quy chế phối hợp | công tác phối hợp | cơ chế phối hợp | liên ngành | bố trí lịch
    | chương trình phối hợp`,
  communication: `truyền thông | tuyên truyền | tin bài | mạng xã hội | loa phát thanh | thông tin rộng rãi | công khai | minh bạch | phổ biến | niêm yết | truyền thanh | đường dây nóng
    | cổng thông tin | báo chí | chuyên mục | phát thanh | khẩu hiệu | công bố | hướng dẫn người dân | nâng cao nhận thức
    | phản ánh trên báo | tờ rơi | cung cấp thông tin`,
  organisation: `tổ chức bộ máy | kiện toàn | nhũng nhiễu | kiểm điểm | bố trí cán bộ | đạo đức công vụ | kỷ luật | kỷ cương | đội ngũ cán bộ | biên chế | tập huấn | bồi dưỡng
    | tinh thần phục vụ | người dân làm trung tâm | năng lực cán bộ | cộng tác viên | luân chuyển | sắp xếp tổ chức
    | vị trí việc làm | cán bộ làm công tác | cải thiện thái độ | trách nhiệm người đứng đầu | tinh giản | công chức | viên chức
    | người làm công tác`,
  digital: `chuyển đổi số | cải cách hành chính | công nghệ thông tin | số hóa | số hoá | cơ sở dữ liệu | phần mềm | dữ liệu
    | dịch vụ công trực tuyến | kết nối liên thông | ký số | hệ thống thông tin | thủ tục hành chính | không dùng tiền mặt | qua tài khoản | tài khoản an sinh | vneid | định danh
    | căn cước | hồ sơ điện tử | trực tuyến | làm sạch dữ liệu | chữ ký số | một cửa | mở tài khoản | nền tảng số | mã qr`,
}

const patterns = dutyAreas.map((area) => ({ area, pattern: finding(words[area]) }))

/** Words of one area inside the words of another: a post for a trainee is training, not employment. */
const covered: readonly (readonly [RegExp, string])[] = [
  [/có việc làm sau (?:khi )?(?:đào tạo|tốt nghiệp)/gu, 'sau đào tạo'],
  [/(?:vị trí|trung tâm dịch vụ) việc làm/gu, ''],
  [/xác minh trên cơ sở dữ liệu/gu, ''],
  [/trẻ em gái/gu, 'trẻ em gái phụ nữ'],
  [/(?:ngân hàng chính sách|bảo hiểm) xã hội/gu, ''],
  [/ban quản lý khu kinh tế|giáo dục và đào tạo|lao động, thương binh và xã hội/gu, ''],
  [/hội (?:phụ nữ|cựu chiến binh|liên hiệp phụ nữ|người cao tuổi|người khuyết tật|người mù)/gu, ''],
]

/** The areas that the words speak of, in the order of `dutyAreas`; perhaps none. */
export function listAreas(lower: string): DutyArea[] {
  const text = covered.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), lower)
  const found = patterns.filter(({ pattern }) => pattern.test(text)).map(({ area }) => area)
  return found.filter((area) => !isCovered(area, found, text))
}

/** Nghề and work abroad speak of people and jobs as well; children of pupils and girls. */
function isCovered(area: DutyArea, found: readonly DutyArea[], text: string): boolean {
  const has = (other: DutyArea) => found.includes(other)
  if (area === 'employment')
    return has('overseas-work') || (has('vocational-training') && !/giải quyết việc làm/u.test(text))
  if (area === 'direction')
    return found.length > 1 && !/thường trực|đôn đốc|tổng hợp|báo cáo kết quả|trọng tâm/u.test(text)
  if (area === 'children') return has('gender-equality') && /trẻ em gái/u.test(text)
  if (area === 'vocational-training') return has('children') && /tuyển sinh/u.test(text)
  return false
}

/** Areas that say how one works, not for whom: beside them the matter of the document is meant as well. */
export const areasOfManner: readonly DutyArea[] = [
  'direction',
  'coordination',
  'communication',
  'organisation',
  'digital',
]
