import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Số liệu góp ý theo cơ quan',
  lead: (from: string, to: string) =>
    `Góp ý nhận từ ${from} đến ${to}, trong phạm vi của ông/bà. Góp ý thuộc đường riêng và góp ý chưa ai phân loại không được đếm ở đây. Góp ý bị mở lại tính ở cơ quan đang giữ; cột “Bị mở lại” tính ở cơ quan đã trả lời trước đó, nên hai cột không cộng với nhau.`,
  from: 'Từ ngày',
  to: 'Đến ngày',
  look: 'Xem',
  none: 'Không có góp ý nào trong khoảng ngày này.',
  noneNext: 'Chọn khoảng ngày khác.',
  authority: 'Cơ quan',
  messages: 'Nhận',
  answered: 'Đã trả lời',
  inTime: 'Đúng hạn',
  late: 'Đang quá hạn',
  reopened: 'Bị mở lại',
  mean: 'Hài lòng (1–5)',
  notShown: (count: number) => `chưa đủ ${count} lượt`,
  ofMarks: (mean: string, marks: string) => `${mean} (${marks} lượt)`,
  comments: 'Lời người dân chấm',
  commentsWhy: 'Không ghi ai chấm, không theo thứ tự thời gian; chỉ hiện khi cơ quan có đủ số lượt.',
  runs: 'Lần rà hạn gần đây',
  runLine: (looked: string, escalated: string) =>
    `${looked} góp ý đang chạy hạn, ${escalated} báo lên cấp trên`,
  noRuns: 'Chưa rà lần nào: máy rà lúc 5 giờ 10 mỗi sáng.',
  paths: { open: 'đường chung', denunciation: 'tố cáo', child: 'trẻ em' },
}

export const figuresWords: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Feedback by authority',
    lead: (from, to) =>
      `Messages received from ${from} to ${to} within your reach. Messages that are reserved or not classified yet are not counted here. A reopened message counts with who has it now; “Reopened” counts with who had answered it, so the two are not added up.`,
    from: 'From',
    to: 'To',
    look: 'Show',
    none: 'No message was received in these days.',
    noneNext: 'Choose other days.',
    authority: 'Authority',
    messages: 'Received',
    answered: 'Answered',
    inTime: 'In time',
    late: 'Late now',
    reopened: 'Reopened',
    mean: 'Satisfaction (1–5)',
    notShown: (count) => `fewer than ${count} marks`,
    ofMarks: (mean, marks) => `${mean} (${marks} marks)`,
    comments: 'What raters wrote',
    commentsWhy: 'Without names and in no order of time; shown when an authority has enough marks.',
    runs: 'The last looks at the clocks',
    runLine: (looked, escalated) => `${looked} with a clock running, ${escalated} raised a level`,
    noRuns: 'None yet: the machine looks at 5:10 every morning.',
    paths: { open: 'open path', denunciation: 'denunciations', child: 'children' },
  },
}
