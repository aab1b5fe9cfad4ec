import type { FeedbackKind } from '#law/feedback'
import type { OfficerPart } from './officers.ts'

/** What ends every invented message: short, so that two of them are not alike for that. */
export const inventedNote = '(Góp ý mẫu.)'

/** Who gets a message: somebody of the demonstration, or a commune without an account, where it stays. */
export type Holder = Extract<OfficerPart, 'commune' | 'health' | 'homeAffairs'> | 'otherCommune'

/** What happens beside the ordinary course, days after the message came. */
export type Turn = { after: number } & (
  | { does: 'reopen'; because: string }
  | { does: 'mark'; mark: number; comment?: string }
  | { does: 'publish' }
  | { does: 'close'; by: OfficerPart; because: string }
  | { does: 'release'; because: string }
  | { does: 'join'; with: string }
  | { does: 'takeAgain'; by: OfficerPart }
)

/** A message and what becomes of it, in days counted from its own. */
export interface DemonstrationMessage {
  title: string
  content: string
  daysAgo: number
  kind: FeedbackKind
  area?: string
  to?: Holder
  /** The days of classifying, sending, taking, answering and approving: it stands where the list ends. */
  course: readonly number[]
  answer?: string
  mayPublish?: true
  hasContact?: true
  /** In Vietnamese where nothing is said. */
  language?: 'en'
  turns?: readonly Turn[]
}

/** About social assistance, handled in the ward that has an account. */
const inTheWard: readonly DemonstrationMessage[] = [
  {
    title: 'Đề nghị ghi rõ số tiền từng tháng trên giấy báo chi trả',
    content: 'Giấy báo chỉ ghi tổng số tiền. Mong phường ghi rõ từng tháng để các cụ dễ đối chiếu.',
    ...{ daysAgo: 44, kind: 'suggestion', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [0, 1, 2, 6, 7],
    answer:
      'Phường tiếp thu góp ý. Từ kỳ chi trả sau, giấy báo ghi riêng số tiền của từng tháng và tháng truy lĩnh, nếu có.',
    turns: [
      { after: 8, does: 'mark', mark: 5, comment: 'Trả lời nhanh và rõ.' },
      { after: 9, does: 'publish' },
    ],
  },
  {
    title: 'Xin hỏi cách nhận trợ cấp khi đi chữa bệnh xa nhà',
    content: 'Tôi đi chữa bệnh ở tỉnh khác hai tháng. Xin hỏi tiền trợ cấp những tháng ấy nhận thế nào?',
    ...{ daysAgo: 41, kind: 'question', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [0, 1, 1, 4, 5],
    answer:
      'Ông/bà có thể nhận qua tài khoản, hoặc ủy quyền cho người khác nhận thay; giấy ủy quyền nộp tại bộ phận một cửa của phường.',
    turns: [
      { after: 6, does: 'mark', mark: 4 },
      { after: 8, does: 'publish' },
    ],
  },
  {
    title: 'Điểm chi trả thiếu ghế ngồi cho người già',
    content: 'Ngày chi trả đông người, nhiều cụ phải đứng chờ. Đề nghị kê thêm ghế và có nước uống.',
    ...{ daysAgo: 38, kind: 'suggestion', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [1, 2, 3, 9, 10],
    answer:
      'Phường đã kê thêm 30 ghế, bố trí nước uống và chia giờ nhận theo khối để không ai phải đứng chờ.',
    turns: [
      { after: 11, does: 'mark', mark: 5 },
      { after: 12, does: 'publish' },
    ],
  },
  {
    title: 'Xin hỏi giấy tờ để đổi người nhận thay',
    content: 'Người nhận thay của mẹ tôi chuyển đi nơi khác. Xin hỏi cần những giấy tờ nào để đổi người?',
    ...{ daysAgo: 33, kind: 'question', area: 'socialAssistance', to: 'commune', hasContact: true },
    course: [0, 1, 2, 5, 6],
    answer: 'Ông/bà làm giấy ủy quyền mới có xác nhận, kèm căn cước của người nhận thay, nộp tại phường.',
    turns: [{ after: 7, does: 'mark', mark: 4 }],
  },
  {
    title: 'Bảng niêm yết danh sách bị mưa làm nhòe',
    content:
      'Bảng niêm yết danh sách đề nghị trợ cấp đặt ngoài trời, mưa làm nhòe hết chữ, không ai đọc được.',
    ...{ daysAgo: 30, kind: 'suggestion', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [1, 4, 9, 25, 27],
    answer:
      'Phường xin lỗi vì trả lời muộn. Bảng đã được thay, có mái che, và danh sách được niêm yết lại đủ ngày.',
    turns: [{ after: 28, does: 'mark', mark: 2, comment: 'Phải chờ gần một tháng.' }],
  },
  {
    title: 'Trả kết quả hồ sơ trợ cấp chậm so với giấy hẹn',
    content: 'Hồ sơ của tôi hẹn trả từ đầu tháng mà nay vẫn chưa có kết quả, tôi đi lại nhiều lần rồi.',
    ...{
      daysAgo: 25,
      kind: 'administrativeRules',
      area: 'socialAssistance',
      to: 'commune',
      hasContact: true,
    },
    course: [0, 2, 3, 10, 11],
    answer: 'Phường đã kiểm tra, hồ sơ đang chờ xác minh cư trú và sẽ có kết quả trong tuần này.',
    turns: [
      { after: 12, does: 'mark', mark: 1, comment: 'Hết tuần vẫn chưa có kết quả.' },
      { after: 18, does: 'reopen', because: 'Hết tuần đã hẹn mà hồ sơ của tôi vẫn chưa có kết quả.' },
      { after: 20, does: 'takeAgain', by: 'health' },
    ],
  },
  {
    title: 'Đề nghị chi trả tại nhà cho người không đi lại được',
    content: 'Khối tôi có ba cụ nằm một chỗ. Đề nghị mang trợ cấp đến nhà cho các cụ.',
    ...{ daysAgo: 16, kind: 'suggestion', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [0, 1, 2, 7],
    answer:
      'Phường đã lập danh sách người cần chi trả tại nhà; đơn vị chi trả đến từng nhà trong ba ngày đầu kỳ.',
  },
  {
    title: 'Xin hỏi mức trợ cấp người khuyết tật nặng',
    content:
      'Anh tôi mới được xác định khuyết tật nặng. Xin hỏi mức trợ cấp hằng tháng và tính từ tháng nào?',
    ...{ daysAgo: 9, kind: 'question', area: 'socialAssistance', to: 'commune', hasContact: true },
    course: [0, 1, 2],
  },
  {
    title: 'Góp ý giờ mở cửa bộ phận một cửa',
    content: 'Người đi làm ca ngày không đến được trong giờ hành chính. Mong mở thêm sáng thứ Bảy.',
    ...{ daysAgo: 5, kind: 'suggestion', area: 'publicService', to: 'commune', mayPublish: true },
    course: [1, 1],
  },
  {
    title: 'Khiếu nại mức hưởng sau khi xác định lại khuyết tật',
    content: 'Tôi khiếu nại vì mức hưởng trong quyết định mới thấp hơn mức tôi hiểu là phải được.',
    ...{ daysAgo: 15, kind: 'complaint', area: 'socialAssistance', to: 'commune', hasContact: true },
    course: [0, 1, 2],
  },
]

/** Three people about one delay: joined, answered once for all of them. */
const aboutOneDelay: readonly DemonstrationMessage[] = [
  {
    title: 'Chi trả tháng này muộn hai ngày ở khối 5',
    content: 'Khối 5 nhận trợ cấp tháng này muộn hai ngày so với lịch đã báo. Xin cho biết lý do.',
    ...{ daysAgo: 12, kind: 'suggestion', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [0, 1, 2, 6, 7],
    answer:
      'Đơn vị chi trả đổi lịch do bão và đã báo muộn. Phường xin lỗi; lịch kỳ sau đã dán tại nhà văn hóa khối.',
    turns: [{ after: 8, does: 'publish' }],
  },
  {
    title: 'Khối 5 nhận trợ cấp muộn hai ngày so với lịch',
    content: 'Tháng này khối 5 nhận trợ cấp muộn hai ngày so với lịch đã báo, nhiều cụ đi không.',
    ...{ daysAgo: 11, kind: 'suggestion', area: 'socialAssistance', hasContact: true },
    course: [],
    turns: [{ after: 1, does: 'join', with: 'Chi trả tháng này muộn hai ngày ở khối 5' }],
  },
  {
    title: 'Lịch chi trả ở khối 5 đổi mà không báo',
    content: 'Lịch chi trả trợ cấp ở khối 5 tháng này đổi muộn hai ngày mà không ai báo trước.',
    ...{ daysAgo: 10, kind: 'suggestion', area: 'socialAssistance' },
    course: [],
    turns: [{ after: 1, does: 'join', with: 'Chi trả tháng này muộn hai ngày ở khối 5' }],
  },
]

/** For departments and for the office itself. */
const inTheProvince: readonly DemonstrationMessage[] = [
  {
    title: 'Đề nghị có tờ rơi chữ to về trợ cấp hưu trí xã hội',
    content: 'Các cụ mắt kém không đọc được tờ rơi hiện nay. Đề nghị sở in bản chữ to, lời ngắn gọn.',
    ...{ daysAgo: 35, kind: 'suggestion', area: 'socialPension', to: 'health', mayPublish: true },
    course: [0, 1, 2, 8, 9],
    answer: 'Sở đã soạn bản chữ to, đăng trên cổng để các xã, phường in và phát tại điểm chi trả.',
    turns: [
      { after: 10, does: 'publish' },
      { after: 11, does: 'mark', mark: 5 },
    ],
  },
  {
    title: 'Xin hỏi điều kiện hưởng trợ cấp hưu trí xã hội',
    content: 'Mẹ tôi không có lương hưu. Xin hỏi đủ bao nhiêu tuổi thì được hưởng và nộp hồ sơ ở đâu?',
    ...{ daysAgo: 28, kind: 'question', area: 'socialPension', to: 'health', mayPublish: true },
    course: [0, 1, 1, 3, 4],
    answer:
      'Điều kiện, mức hưởng và căn cứ được tính sẵn ở mục “Tôi được hưởng gì?” trên cổng; hồ sơ nộp tại xã, phường nơi cư trú.',
    turns: [{ after: 6, does: 'publish' }],
  },
  {
    title: 'Đường dây nóng của sở buổi trưa không có người nghe',
    content: 'Tôi gọi ba buổi trưa liền đều không có người nghe máy. Đề nghị bố trí người trực.',
    ...{ daysAgo: 20, kind: 'suggestion', area: 'socialAssistance', to: 'health', hasContact: true },
    course: [1, 2, 4],
  },
  {
    title: 'Xin hỏi thủ tục xác nhận người có công khi mất giấy tờ gốc',
    content: 'Giấy tờ gốc của bố tôi thất lạc trong lũ. Xin hỏi xác nhận lại người có công cần những gì?',
    ...{ daysAgo: 27, kind: 'question', area: 'merit', to: 'homeAffairs', mayPublish: true },
    course: [0, 2, 3, 9, 10],
    answer:
      'Sở đối chiếu hồ sơ lưu trước; xã, phường nơi cư trú hướng dẫn kê khai và chuyển hồ sơ, ông/bà không phải đi lại.',
    turns: [{ after: 12, does: 'publish' }],
  },
  {
    title: 'Đề nghị mở phiên giao dịch việc làm ở miền núi',
    content: 'Lao động miền núi đi phiên giao dịch việc làm ở Vinh rất xa. Đề nghị mở phiên lưu động.',
    ...{ daysAgo: 8, kind: 'suggestion', area: 'employment', to: 'homeAffairs', mayPublish: true },
    course: [0, 1, 3],
  },
  {
    title: 'Trang tra cứu trên cổng khó bấm trên điện thoại',
    content: 'Nút trên trang tra cứu nhỏ quá, điện thoại cũ bấm mãi không trúng.',
    ...{ daysAgo: 18, kind: 'suggestion', hasContact: true },
    course: [0],
    turns: [
      {
        after: 3,
        does: 'close',
        by: 'desk',
        because:
          'Nút đã được làm to hơn trong bản cập nhật của cổng; xin ông/bà mở lại trang để dùng bản mới.',
      },
    ],
  },
]

/** Sent to communes where nobody of the demonstration sits: they wait, and some are late. */
const elsewhere: readonly DemonstrationMessage[] = [
  {
    title: 'Đường vào điểm chi trả bị ngập',
    content: 'Mỗi lần mưa to, đường vào điểm chi trả ngập, xe lăn không qua được. Đề nghị đổi điểm.',
    ...{ daysAgo: 22, kind: 'suggestion', area: 'socialAssistance', to: 'otherCommune', mayPublish: true },
    course: [0, 1],
  },
  {
    title: 'Xin hỏi lịch niêm yết danh sách hộ nghèo',
    content: 'Xin hỏi khi nào xã niêm yết danh sách hộ nghèo, hộ cận nghèo của năm nay?',
    ...{ daysAgo: 6, kind: 'question', area: 'poverty', to: 'otherCommune', mayPublish: true },
    course: [0, 1],
  },
  {
    title: 'Xin hỏi hỗ trợ hộ mới thoát nghèo',
    content: 'Nhà tôi mới thoát nghèo năm ngoái. Xin hỏi còn được hỗ trợ những gì và trong bao lâu?',
    ...{ daysAgo: 14, kind: 'question', area: 'poverty', to: 'otherCommune', hasContact: true },
    course: [0, 1],
  },
  {
    title: 'Góp ý mẫu đơn đề nghị trợ cấp dài và khó hiểu',
    content: 'Mẫu đơn có nhiều mục trùng nhau, người già không tự khai được. Đề nghị rút gọn thủ tục.',
    ...{ daysAgo: 3, kind: 'administrativeRules', area: 'socialAssistance', mayPublish: true },
    course: [1],
  },
  {
    title: 'Xin cung cấp bản sao quyết định trợ cấp',
    content: 'Quyết định trợ cấp của tôi bị thất lạc khi chuyển nhà, xin bản sao để làm thẻ.',
    ...{ daysAgo: 2, kind: 'informationRequest', hasContact: true },
    course: [],
  },
  {
    title: 'Đề nghị lắp thêm loa tại điểm chi trả',
    content: 'Người nghe kém không biết đến lượt mình. Đề nghị lắp loa hoặc bảng gọi số.',
    ...{ daysAgo: 0, kind: 'suggestion', mayPublish: true },
    course: [],
  },
]

/** From people who read the portal in English. */
const inEnglish: readonly DemonstrationMessage[] = [
  {
    title: 'How can a neighbour collect the allowance for a sick person?',
    content:
      'My neighbour is ill and cannot walk. How can I collect her monthly allowance for her this month?',
    ...{
      daysAgo: 17,
      kind: 'question',
      area: 'socialAssistance',
      to: 'commune',
      mayPublish: true,
      language: 'en',
    },
    course: [0, 1, 2, 5, 6],
    answer:
      'She signs an authorisation, which an officer of the ward confirms at her home; then you collect with your own identity card.',
    turns: [{ after: 8, does: 'publish' }],
  },
  {
    title: 'Opening hours of the one-stop office in English',
    content:
      'The sign with the opening hours is in Vietnamese only. It would help to have it in English too.',
    ...{ daysAgo: 7, kind: 'suggestion', area: 'publicService', to: 'commune', language: 'en' },
    course: [1, 2],
  },
]

/** On the paths that only those given the area by name may read. */
const reserved: readonly DemonstrationMessage[] = [
  {
    title: 'Phản ánh việc thu tiền khi làm hồ sơ trợ cấp',
    content: 'Có người ở xóm đòi tiền của các hộ khi nhận làm hồ sơ trợ cấp, nói là để nộp phí.',
    ...{ daysAgo: 13, kind: 'denunciation' },
    course: [],
  },
  {
    title: 'Tố cáo khai khống ngày công sửa nhà',
    content: 'Tôi tố cáo việc khai khống ngày công khi sửa nhà cho hộ nghèo ở xóm tôi.',
    ...{ daysAgo: 36, kind: 'denunciation' },
    course: [],
    turns: [
      {
        after: 20,
        does: 'close',
        by: 'inspector',
        because: 'Đã tiếp nhận và xử lý theo Luật Tố cáo; kết quả được báo riêng cho người tố cáo.',
      },
    ],
  },
  {
    title: 'Báo tin về một cháu bé phải nghỉ học để đi làm',
    content: 'Một cháu bé 12 tuổi ở xóm tôi nghỉ học đi bán hàng cả ngày. Mong cơ quan đến xem giúp.',
    ...{ daysAgo: 4, kind: 'childProtection' },
    course: [],
  },
  {
    title: 'Con gái tôi hỏi thay về trợ cấp của tôi',
    content: 'Con gái tôi đã đi làm, hỏi thay tôi: trợ cấp chuyển sang tài khoản cần giấy tờ gì?',
    ...{ daysAgo: 19, kind: 'question', area: 'socialAssistance', to: 'commune', mayPublish: true },
    course: [2, 3, 4, 8, 9],
    answer:
      'Ông/bà ghi số tài khoản vào phiếu đăng ký tại phường; kỳ chi trả sau sẽ chuyển vào tài khoản ấy.',
    turns: [
      {
        after: 1,
        does: 'release',
        because: 'Người gửi nói về người con đã đi làm, không phải tin về trẻ em.',
      },
      { after: 10, does: 'mark', mark: 4 },
    ],
  },
]

export const demonstrationMessages: readonly DemonstrationMessage[] = [
  ...inTheWard,
  ...aboutOneDelay,
  ...inTheProvince,
  ...elsewhere,
  ...inEnglish,
  ...reserved,
]
