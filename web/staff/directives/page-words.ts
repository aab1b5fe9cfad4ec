import type { Catalogue } from '#web/ui/index.ts'

const signed = (change: number) => `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)}`

const vi = {
  crumbs: 'Chỉ đạo',
  concluded: (who: string) => `Kết luận của ${who}.`,
  meeting: (whom: string, day: string) => `Buổi làm việc ${whom ? `với ${whom} ` : ''}ngày ${day}.`,
  issued: (day: string, by: string, note: string) =>
    `Ban hành ${day}${note && ` (${note})`}${by ? `, ${by}` : ''}.`,
  handed: (day: string) => `Nhiệm vụ được giao trên hệ thống từ ${day}.`,
  scanned: (confidence: string) =>
    `Nội dung được đọc từ bản quét${confidence ? `, độ tin ${confidence}` : ''}: khi có nghi vấn, đối chiếu với bản giấy.`,
  article: 'Bài đăng',
  prepare: 'Soạn nhiệm vụ',
  tasksOf: (name: string) => `Nhiệm vụ của ${name}`,
  notHanded: 'Văn bản chưa giao nhiệm vụ.',
  none: 'Không có nhiệm vụ nào như vậy trong phạm vi của ông/bà.',
  showAll: 'Xem tất cả',
  principles: 'Ba nguyên tắc hôm nay',
  names: { right: 'Đúng đối tượng', full: 'Đủ chế độ', onTime: 'Kịp thời' },
  noChange: 'chưa có số tháng trước',
  change: (change: number, month: string) =>
    change === 0
      ? `bằng tháng ${Number(month)}`
      : `${signed(change).replace('.', ',')} điểm so với tháng ${Number(month)}`,
  byArea: 'Theo lĩnh vực',
  byAreaLead:
    'Đúng · đủ · kịp của người thuộc từng lĩnh vực hôm nay; mở ra theo xã, phường và danh sách phía sau.',
  unmeasured: 'chưa đo được',
  kept: 'Ghi nhận, tồn tại, bối cảnh trong văn bản',
  paragraph: (number: number) => `đoạn ${number}`,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    crumbs: 'Directives',
    concluded: (who) => `Concluded by ${who}.`,
    meeting: (whom, day) => `Meeting ${whom ? `with ${whom} ` : ''}on ${day}.`,
    issued: (day, by, note) => `Issued ${day}${note && ` (${note})`}${by ? ` by ${by}` : ''}.`,
    handed: (day) => `Its tasks were handed out here on ${day}.`,
    scanned: (confidence) =>
      `The text was read from a scan${confidence ? `, confidence ${confidence}` : ''}: in doubt, compare it with the paper.`,
    article: 'Article',
    prepare: 'Prepare its tasks',
    tasksOf: (name) => `Tasks of ${name}`,
    notHanded: 'The tasks of this directive have not been handed out.',
    none: 'There is no such task in your sight.',
    showAll: 'Show all',
    principles: 'The three principles today',
    names: { right: 'Right person', full: 'Full amount', onTime: 'On time' },
    noChange: 'no figure of last month',
    change: (change, month) =>
      change === 0 ? `as in month ${Number(month)}` : `${signed(change)} points on month ${Number(month)}`,
    byArea: 'By area of duty',
    byAreaLead:
      'Right · full · on time for the people of each area today; each opens its communes and the lists behind.',
    unmeasured: 'not measured yet',
    kept: 'Praise, findings and background in the text',
    paragraph: (number) => `paragraph ${number}`,
  },
}
