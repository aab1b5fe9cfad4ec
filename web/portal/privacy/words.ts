import type { Catalogue } from '#web/ui/index.ts'

/** Sentences of one part; each says what the system does today, and `privacy.test.ts` holds what can be held. */
interface Part {
  title: string
  points: readonly string[]
}

const viParts: Record<'reading' | 'calculator' | 'feedback' | 'seen' | 'kept' | 'ground' | 'rights', Part> = {
  reading: {
    title: 'Khi chỉ đọc cổng',
    points: [
      'Đọc, tìm kiếm và tải dữ liệu mở không cần đăng nhập và không cần cookie.',
      'Không có mã theo dõi, quảng cáo, phông chữ hay hình ảnh nào lấy từ máy chủ của bên khác.',
      'Chương trình của cổng không ghi ai đã xem trang nào, tìm chữ gì.',
    ],
  },
  calculator: {
    title: 'Khi hỏi “Tôi được hưởng gì?”',
    points: [
      'Trang này không hỏi tên, số căn cước hay nơi ở.',
      'Trình duyệt chạy JavaScript thì mọi câu trả lời được tính ngay trên máy của ông/bà, không gửi đi đâu và mất khi đóng trang.',
      'Trình duyệt tắt JavaScript thì câu trả lời được gửi lên máy chủ để tính rồi bỏ ngay: không lưu, không ghi nhật ký, không nằm trong địa chỉ trang. Cổng chỉ đếm một mạng đã gửi bao nhiêu lần.',
    ],
  },
  feedback: {
    title: 'Khi gửi góp ý',
    points: [
      'Cần có: họ và tên, tiêu đề, nội dung. Không bắt buộc: cách liên hệ, nơi xảy ra, một hình và những gì ông/bà tự chọn thêm trong biểu mẫu. Cổng ghi thêm giờ gửi, ngôn ngữ và trang có biểu mẫu.',
      'Để làm gì: phân loại, chuyển đúng cơ quan, trả lời ông/bà và tính thời hạn. Cách liên hệ chỉ dùng để trả lời và báo bước mới.',
      'Hình được vẽ lại trước khi lưu: tọa độ, ngày giờ và tên máy chụp không còn, tệp gốc không giữ.',
      'Địa chỉ mạng không được lưu nguyên. Để chặn gửi ồ ạt, cổng chỉ giữ một chuỗi băm bằng khóa riêng của từng ngày; khóa của ngày nào bị hủy sau ngày hôm sau, từ đó không ai tìm ngược lại được.',
    ],
  },
  seen: {
    title: 'Ai xem được góp ý',
    points: [
      'Góp ý chưa ai đọc: chỉ người chia việc của tỉnh. Đã phân loại: Văn phòng UBND tỉnh, cơ quan hoặc xã, phường đang giữ, cơ quan cấp trên được báo khi quá hạn, lãnh đạo và cán bộ tổng hợp của tỉnh.',
      'Tin tố cáo và tin về trẻ em đi đường riêng: chỉ người được giao riêng đọc, lãnh đạo cũng không.',
      'Mỗi lần cán bộ mở một góp ý đều vào nhật ký mà không ai sửa, xóa được.',
      'Câu trả lời chỉ được đăng khi ông/bà đồng ý, sau khi che những gì cho biết ông/bà là ai, và người thứ hai đã xem lại. Số thống kê công khai không nói số dưới năm.',
    ],
  },
  kept: {
    title: 'Giữ bao lâu',
    points: [
      'Góp ý, hình, cách liên hệ và việc cán bộ đã làm: hệ thống hiện không tự xóa, giữ làm hồ sơ công việc.',
      'Thư điện tử báo tin: xóa khỏi hệ thống sau 90 ngày.',
      'Số lần một mạng đã gửi: xóa sau một giờ, khi có biểu mẫu tiếp theo.',
      'Cán bộ: lần đăng nhập, kèm địa chỉ mạng, nằm trong nhật ký của hệ thống và không tự xóa.',
    ],
  },
  ground: {
    title: 'Căn cứ',
    points: [
      'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, hiệu lực từ 01/01/2026.',
      'Nhận và giải quyết ý kiến là nhiệm vụ luật giao cho cơ quan nhà nước (Điều 19 của Luật; theo nguồn thứ cấp).',
      'Đăng câu trả lời dựa trên sự đồng ý: ô đồng ý không đánh dấu sẵn, và rút lại lúc nào cũng được.',
    ],
  },
  rights: {
    title: 'Quyền của ông/bà',
    points: [
      'Được biết; đồng ý và rút lại; xem, sửa; yêu cầu cung cấp, xóa, hạn chế; phản đối; khiếu nại; yêu cầu bảo vệ và bồi thường (Điều 4.1 của Luật).',
      'Làm được ngay bằng mã biên nhận: xem ý kiến đang ở đâu, đề nghị xem lại, rút đồng ý công khai.',
      'Việc khác: gửi một góp ý với tiêu đề “Dữ liệu cá nhân”, kèm mã biên nhận nếu có; Văn phòng UBND tỉnh nhận.',
      'Cơ quan trả lời yêu cầu trong 2 ngày làm việc; rút đồng ý, hạn chế, phản đối được thực hiện trong 15 ngày (Nghị định 356/2025/NĐ-CP; theo nguồn thứ cấp, còn chờ đối chiếu văn bản gốc).',
    ],
  },
}

const vi = {
  title: 'Quyền riêng tư',
  lead: 'Cổng này biết gì về ông/bà, để làm gì, ai xem, giữ bao lâu, và ông/bà có quyền gì.',
  edition: 'Bản ngày 24/11/2026.',
  parts: viParts,
  cookies: 'Cookie',
  cookiesLead:
    'Cổng dùng ba cookie, đều chỉ gửi về cổng này và không chương trình nào trong trang đọc được. Người chỉ đọc cổng không nhận cookie nào.',
  cookie: 'Tên',
  cookieFor: 'Để làm gì',
  cookieLife: 'Còn lại trong',
  cookieUses: {
    challenge: 'nhớ ông/bà được hỏi mã kiểm tra nào khi gửi góp ý',
    receipt: 'nhớ mã biên nhận vừa nhận hoặc vừa tra cứu; bấm “Đóng, không nhớ mã trên máy này” là mất ngay',
    session: 'cán bộ đã đăng nhập; mất khi đăng xuất. Qua https tên có thêm “__Secure-” ở đầu',
  },
  minutes: (count: number) => `${count} phút`,
  hours: (count: number) => `${count} giờ`,
  toTracking: 'Tra cứu góp ý bằng mã biên nhận',
  toFeedback: 'Gửi yêu cầu về dữ liệu cá nhân',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Privacy',
    lead: 'What this portal knows of you, for what, who sees it, how long it is kept, and which rights you have.',
    edition: 'As of 24/11/2026.',
    parts: {
      reading: {
        title: 'When you only read',
        points: [
          'Reading, searching and downloading open data need no account and no cookie.',
          'No tracking code, advertisement, font or picture comes from anybody else’s server.',
          'The portal’s program does not record who looked at which page or searched for what.',
        ],
      },
      calculator: {
        title: 'When you ask “What am I entitled to?”',
        points: [
          'The page asks for no name, identity number or address.',
          'Where JavaScript runs, every answer is worked out on your own device, is sent nowhere and is gone when you close the page.',
          'Where JavaScript is switched off, answers are sent to the server to be worked out and dropped at once: not stored, not logged, not in the address of the page. The portal only counts how often a network has sent.',
        ],
      },
      feedback: {
        title: 'When you send feedback',
        points: [
          'Needed: your full name, a title, a message. Optional: a contact, a place, one picture and whatever else you choose in the form. The portal adds the time, the language and the page with the form.',
          'For what: to sort it, to send it to the right authority, to answer you and to count the time. Your contact is used only to answer and to tell you of new steps.',
          'A picture is drawn anew before it is stored: its place, time and camera are gone, and the original file is not kept.',
          'Your network address is not stored as it is. Against floods the portal keeps only a hash under a key of each day; the key is destroyed after the day that follows, and from then on nobody can go back.',
        ],
      },
      seen: {
        title: 'Who sees feedback',
        points: [
          'A message nobody has read yet: only who shares the work out for the province. Once classified: the province’s office, the authority or commune that has it, the authority above once it is overdue, and the leaders and general officers of the province.',
          'Denunciations and messages about a child take a path of their own: only officers appointed for them read them, leaders do not.',
          'Each time an officer opens a message is written to a log that nobody can change or delete.',
          'An answer is published only if you agreed, with whatever tells who you are struck out, and after a second officer looked at it. Public figures never tell a count below five.',
        ],
      },
      kept: {
        title: 'How long it is kept',
        points: [
          'Messages, pictures, contacts and what officers did: the system deletes none by itself today and keeps them as working files.',
          'E-mails with news: deleted from the system after 90 days.',
          'How often a network has sent: deleted after an hour, when the next form comes.',
          'Officers: each sign-in, with its network address, stays in the system’s log and is not deleted by itself.',
        ],
      },
      ground: {
        title: 'On what ground',
        points: [
          'The Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025/NĐ-CP, in force from 01/01/2026.',
          'Receiving and settling messages is a task that the law gives to public authorities (Article 19 of the Law; by a secondary source).',
          'Publishing an answer rests on consent: the box is never ticked beforehand, and you may withdraw at any time.',
        ],
      },
      rights: {
        title: 'Your rights',
        points: [
          'To know; to consent and withdraw; to view and correct; to ask for a copy, deletion or restriction; to object; to complain; to ask for protection and compensation (Article 4.1 of the Law).',
          'At once, with your receipt code: see where your message is, ask for another look, withdraw your consent to publication.',
          'For anything else: send feedback with the title “Personal data”, with the receipt code if you have one; the province’s office receives it.',
          'The authority answers a request within 2 working days; withdrawal, restriction and objection are carried out within 15 days (Decree 356/2025/NĐ-CP; by a secondary source, still to be checked against the text).',
        ],
      },
    },
    cookies: 'Cookies',
    cookiesLead:
      'The portal uses three cookies; each is sent to this portal alone and no program in a page can read it. Whoever only reads is given none.',
    cookie: 'Name',
    cookieFor: 'For what',
    cookieLife: 'Lasts',
    cookieUses: {
      challenge: 'remembers which check code you were asked when you send feedback',
      receipt:
        'remembers the receipt code just given or looked up; “Close, and forget the code on this device” ends it at once',
      session:
        'an officer who is signed in; ends when they sign out. Over https its name begins with “__Secure-”',
    },
    minutes: (count) => `${count} minutes`,
    hours: (count) => `${count} hours`,
    toTracking: 'Look up feedback by its receipt code',
    toFeedback: 'Send a request about personal data',
  },
}
