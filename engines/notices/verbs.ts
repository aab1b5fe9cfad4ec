import { anyOf, matchAt, placed, skipBlanks } from './phrases.ts'

/** Verbs that begin a duty of their own, also after a comma. */
const strongVerbs = `rà soát | tập trung | tiếp tục | tăng cường | đẩy mạnh | đẩy nhanh | quan tâm | chú trọng
| ưu tiên | khẩn trương | phối hợp | chủ trì | tham mưu | hoàn thiện | triển khai | tổ chức | xử lý | giải quyết
| xây dựng | ban hành | hướng dẫn | kiểm tra | thanh tra | theo dõi | đôn đốc | tổng hợp | cập nhật | niêm yết
| tuyên truyền | vận động | bố trí | phân bổ | cân đối | lập | thống kê | xác minh | thẩm định | phê duyệt | cung cấp
| số hóa | số hoá | chuẩn hóa | chuẩn hoá | đối chiếu | đối khớp | nghiên cứu | đề xuất | thăm hỏi | chăm lo
| chấn chỉnh | sắp xếp | kiện toàn | tập huấn | thành lập | lồng ghép | mở | vận hành | điều tra | khảo sát | bám sát
| quán triệt | làm tốt | làm rõ | làm việc với | thí điểm | sơ kết | tổng kết | kiểm điểm | ký | cử | phân công
| điều chỉnh | rút ngắn | cắt giảm | bàn giao | tuyển sinh | chuẩn bị | ứng phó | di dời | sơ tán | đăng tải
| công bố | công khai | tiến hành | chi trả | tạm đình chỉ | đình chỉ | tổng kiểm tra | huy động | treo | nhân rộng
| khẩn trương | thực hiện | hoàn thành | hoàn tất | báo cáo | trình | gửi | nộp | nắm | có giải pháp | có biện pháp | có kế hoạch
| có phương án | có kết luận | có văn bản | lấy ý kiến | tính toán | xem xét | rà | kết nối | chốt | yêu cầu
| làm sạch | trả lời | giám sát | nâng cao | phát huy | duy trì | củng cố | khắc phục | chỉ đạo | tham gia ý kiến
| thống nhất | ký kết | liên thông | đấu nối | tích hợp | trang bị | mua sắm | đầu tư | lắp đặt | cấp phát | truy thu | thu hồi
| phát động | phát hiện | tiếp nhận | khởi tố | xác định | phân loại | phân tích | dự báo | biên soạn | in ấn | phát hành
| bổ nhiệm | tuyển dụng | luân chuyển | đào tạo lại | chia sẻ dữ liệu | cấp tài khoản | mở rộng | đổi mới | cải tiến
| bổ sung | sửa đổi | bãi bỏ | thay thế | công nhận | giao | xóa | xoá | đẩy lùi | kiểm soát | rà quét | đối thoại
| tổ chức tiếp | tiếp dân | tiếp công dân | khen thưởng | tôn vinh | biên chế | tinh gọn | hợp nhất | sáp nhập | giải thể
| làm thủ tục | lựa chọn | xác nhận | kiểm kê | rà tìm | quy tập | tu bổ | tôn tạo | nâng cấp | sửa chữa | dự thảo | khởi công | tiếp thu | hoàn chỉnh | soạn thảo | chỉnh sửa | khánh thành | thu hút | tận dụng | lãnh đạo | truy tìm | chỉ định | chuyển ngay | dừng ngay | định hướng | thăm khám | nghe báo cáo | đăng | tính toán lại | rà lại | xóa tên | niêm phong`

/** Verbs that begin a duty at the head of a sentence, but after a comma mostly say how or to what end. */
const weakVerbs = `bảo đảm | đảm bảo | tạo | hỗ trợ | giảm | tăng | đạt | phấn đấu | đáp ứng | chăm sóc | bảo vệ | tư vấn
| sử dụng | quản lý | gắn | phục vụ | giúp | đưa | chuyển hồ sơ | chuyển giao | chuyển trả | phòng ngừa | phòng, chống | phòng chống | ngăn chặn
| đánh giá | phổ biến | thông tin | thông báo | cảnh báo | truyền thông | đào tạo | bồi dưỡng | cấp | chia sẻ | khai thác
| trực | trực tiếp | lắng nghe | giải đáp | giữ vững | thu thập | đăng ký | tặng quà | tặng | trao | trả | giữ | cụ thể hóa
| cụ thể hoá | xóa đói | góp phần | hạn chế | nhận diện | thường trực | có trách nhiệm | chịu trách nhiệm
| đi kiểm tra | xuống | đến tận | vào cuộc | giới thiệu | nêu cao | đề cao | đồng hành | khuyến khích | kêu gọi | đỡ đầu | nhận đỡ đầu | lấy
| cấm | chấm dứt | dừng | tránh | làm | miễn | coi | xem | dành | sẵn sàng | lồng | vượt | đầu mối | là đầu mối
| là cơ quan | là đơn vị | làm đầu mối | liên hệ | trao đổi | dự sinh hoạt | san lấp | thôi chi | đi từng | thẩm tra | gỡ vướng | đảm nhận | đảm nhiệm | điều động | phụ trách | túc trực | lưu giữ
| lưu trữ | thu nhận | kiểm đếm | kiểm chứng | soát xét | rà soát lại | bình chọn | thiết kế | cài đặt | gọi điện | nhắc | thanh toán | soạn | in tài liệu | phát tận tay | phát tờ rơi | phát quà | gặp gỡ
| động viên | thuyết phục | siết chặt | mở đợt | trấn áp | truy xuất | vô hiệu hóa | thu gom | nạo vét | gia cố | che chắn | cắt cử | luân phiên | bám hộ | bám địa bàn | bám lịch
| điều hành | điều phối | chi hỗ trợ | hạch toán | đối ứng | trích | nhập liệu | quét mã | chụp ảnh | viết tin | giải trình | lo | trồng | tuyển chọn
| dự trù | dự trữ | sàng lọc | chẩn đoán | chuyển tuyến | phục hồi | tư vấn | hòa giải | can thiệp | giải cứu | tiếp cận | kết nạp | đề cử | giới thiệu | hỏi ý kiến
| bảo quản | bảo dưỡng | kiểm định | nghiệm thu | thí nghiệm | giải phóng | thu dọn | khử khuẩn | tẩy độc | cách ly | loại bỏ | loại khỏi | đính chính | cải chính | gỡ bỏ | gỡ khó
| phát thanh | phát sóng | dán | cắm | rào chắn | ghi rõ | nhập | kê khai | đối soát | tuần tra
| cứu chữa | cứu trợ | cứu hộ | tìm kiếm | khám | điều trị | tiêm | nuôi dưỡng | tiếp tế | chủ động | tích cực | nhắc nhở
| thay mặt | thừa ủy quyền | cho phép | mời | bắt buộc | khơi dậy | đấu tranh | truy quét | tháo gỡ | bình xét | tu sửa | bồi hoàn | hoàn trả | quyết toán | tạm ứng
| giải ngân | phân cấp | ủy quyền | phân công lại | thu xếp | rèn luyện | học tập | dạy | mở lớp | chấp hành | tuân thủ
| quy định | tôn trọng | xác lập | thiết lập | hình thành | phản ánh | cam kết | góp ý | tham gia | cho ý kiến | chuyển | bóc tách | đến tận nhà | họp | đọc | nghe | theo sát | bảo trì | tra cứu | đối thoại trực tiếp`

/** Words that may stand before the verb of a command and leave it a command. */
const adverbs = `cần phải | cần | phải | sớm | ngay | khẩn trương | chủ động | tích cực | kịp thời | nghiêm túc | quyết liệt
| thường xuyên | tiếp tục | tập trung | trực tiếp | kiên quyết | nhanh chóng | thực hiện tốt việc | tổ chức ngay | tự
| định kỳ | đột xuất | hằng ngày | hàng ngày | hằng tuần | hàng tuần | hằng tháng | hàng tháng | hằng quý | hàng quý
| hằng năm | hàng năm | đồng thời | cùng nhau | có trách nhiệm | chịu trách nhiệm | trước mắt | trước hết | ngay lập tức
| theo chức năng, nhiệm vụ | theo chức năng nhiệm vụ | theo thẩm quyền | theo nhiệm vụ được giao | chủ trì | thống nhất
| tiến hành | sẽ | đồng loạt | cùng phối hợp | quan tâm | chậm nhất | nhất là | qua đó | từ đó | trên cơ sở đó | lập tức | triệt để | đồng bộ | mạnh mẽ
| toàn diện | hết sức | đặc biệt | hoàn toàn | tuyệt đối | nghiêm | cấp bách | cơ bản | cùng | phải | kịp thời, hiệu quả`

const verb = placed(anyOf(`${strongVerbs} | ${weakVerbs}`))
const strong = placed(anyOf(strongVerbs))
const adverb = placed(anyOf(adverbs))
/** Words before which something that looks like a verb is a noun: `công tác quản lý`. */
const nounMarkers =
  /(?:công tác|(?<!mất |làm |bỏ )việc|sự|hoạt động|nhiệm vụ|kết quả|tình hình|các|những|về|kế hoạch|cho|để|nhằm|được|chương trình|đề án|ban|cuộc|quá trình|chế độ|quy trình|biện pháp|giải pháp|phương án|năng lực|kinh phí|nguồn|số|theo|của|do|từ|là|với|trong|khi|nếu|bằng|đang|đã|chưa|không|không được|thuộc|đơn vị|bộ phận|mức|chi phí|hệ thống|phần mềm|quyết định|dự toán|tổ|đoàn|hội nghị|lớp|buổi|phiên) $/u

export interface VerbAt {
  /** Where the verb itself begins, past its adverbs. */
  at: number
  end: number
  verb: string
  strong: boolean
}

/** The verb that begins a command at `at`, perhaps after adverbs; `lower` is in small letters. */
export function findVerb(lower: string, at: number): VerbAt | undefined {
  let next = skipBlanks(lower, at)
  const starts = [next]
  for (let count = 0; count < 5; count += 1) {
    const found = matchAt(adverb, lower, next)
    if (!found) break
    const past = skipBlanks(lower, next + found[0].length)
    if (!matchAt(verb, lower, past) && !matchAt(adverb, lower, past)) break
    starts.push(past)
    next = past
  }
  for (const start of starts.toReversed()) {
    const match = matchAt(verb, lower, start)
    // `Phó Chủ tịch thường trực`, `Tổ phó thường trực` hold an office.
    if (
      !match ||
      (match[0] === 'thường trực' &&
        /(?:phó|chủ tịch|bí thư) $/u.test(lower.slice(Math.max(0, start - 10), start)))
    )
      continue
    const end = start + match[0].length
    return { at: start, end, verb: match[0], strong: matchAt(strong, lower, start) !== undefined }
  }
  return undefined
}

export function isVerbAt(lower: string, at: number): boolean {
  return matchAt(verb, lower, at) !== undefined
}

export function isAdverbAt(lower: string, at: number): boolean {
  return matchAt(adverb, lower, at) !== undefined
}

/** What looks like a verb at `at` is a noun because of the word before it. */
export function isNamed(lower: string, at: number): boolean {
  return nounMarkers.test(lower.slice(Math.max(0, at - 14), at))
}
