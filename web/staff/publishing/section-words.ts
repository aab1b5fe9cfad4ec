import { type Catalogue, countOf } from '#web/ui/index.ts'

const vi = {
  title: 'Các mục bắt buộc của cổng',
  lead: 'Những mục mà Nghị định 224/2026/NĐ-CP buộc cổng tỉnh phải có: đang có gì, thiếu gì, lâu chưa rà soát ở đâu.',
  period:
    'Nghị định buộc cập nhật ngay khi có thay đổi và không ghi kỳ rà soát (Điều 9 khoản 3); kỳ trong bảng do hệ thống đặt.',
  owners: 'Cơ quan trong bảng là theo lĩnh vực hiện nay; tỉnh phân công khác thì theo phân công của tỉnh.',
  summary: (missing: number, computed: number, old: number, all: number) =>
    `${all} mục: ${missing} mục chưa có gì, ${computed} mục mới có phần lập từ luật và danh bạ, ${old} mục quá kỳ rà soát.`,
  columns: { section: 'Mục', state: 'Hiện trạng', updated: 'Cập nhật', owner: 'Cơ quan', acts: 'Việc' },
  states: {
    missing: 'Chưa có bài',
    computedOnly: 'Mới có phần lập từ luật và danh bạ',
    old: 'Quá kỳ rà soát',
    current: 'Đúng kỳ',
  },
  articles: (count: number) => `${count} bài`,
  changed: (day: string) => `Sửa ${day}`,
  checked: (day: string, name: string) => `Rà soát ${day}, ${name}`,
  due: (day: string) => `Rà soát lại trước hết ngày ${day}`,
  every: (months: number) => `Kỳ rà soát ${months} tháng`,
  never: 'Chưa cập nhật lần nào',
  write: 'Viết bài cho mục này',
  writeMore: 'Viết thêm bài',
  confirm: 'Đã rà soát, vẫn đúng',
  drafting: 'Đang viết:',
  onPortal: 'Xem trên cổng',
  confirmed: (name: string) => `Đã ghi: mục “${name}” được rà soát hôm nay.`,
  readOnly: 'Tài khoản này chỉ xem.',
}

export const sectionWords: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Mandatory sections of the portal',
    lead: 'What Decree 224/2026 has the portal of a province say: what is there, what is missing, what is long unread.',
    period:
      'The decree asks for an update at once on every change and names no period (article 9.3); the periods in the table are the system’s own.',
    owners:
      'The agencies named are those of the field today; where the province assigns another, that one holds.',
    summary: (missing, computed, old, all) =>
      `${countOf(all, 'section')}: ${missing} empty, ${computed} with what law and register say alone, ${old} past their time to be read again.`,
    columns: { section: 'Section', state: 'Standing', updated: 'Updated', owner: 'Agency', acts: 'To do' },
    states: {
      missing: 'Nothing written',
      computedOnly: 'Only what law and register say',
      old: 'To be read again',
      current: 'In time',
    },
    articles: (count) => countOf(count, 'text'),
    changed: (day) => `Changed ${day}`,
    checked: (day, name) => `Read through ${day} by ${name}`,
    due: (day) => `Read again by ${day}`,
    every: (months) => `Read again every ${months} months`,
    never: 'Never updated',
    write: 'Write for this section',
    writeMore: 'Write one more',
    confirm: 'Read through, still right',
    drafting: 'Being written:',
    onPortal: 'See it on the portal',
    confirmed: (name) => `Noted: “${name}” was read through today.`,
    readOnly: 'This account only reads.',
  },
}
