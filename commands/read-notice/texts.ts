import type { DirectiveKind, DraftKind, KeptKind, Recurrence } from '#notices'

export interface ReadNoticeTexts {
  oneFile: string
  nothingComes: string
  noFile(path: string): string
  /** What came through a pipe has no name. */
  typed: string
  progress(done: number, total: number): string
  scanned(confidence: number, isLow: boolean): string
  inferred: string
  drafts(count: number): string
  kept(count: number): string
  place(paragraph: number): string
  fieldWidth: number
  fields: Record<Field, string>
  kinds: Record<DirectiveKind, string>
  taskKinds: Record<DraftKind, string>
  keptKinds: Record<KeptKind, string>
  recurrences: Record<Recurrence, string>
}

type Field =
  | 'kind'
  | 'title'
  | 'issuedOn'
  | 'issuedBy'
  | 'concludedBy'
  | 'meetingOn'
  | 'meetingWith'
  | 'addressee'
  | 'byline'
  | 'inferredFrom'
  | 'assignee'
  | 'cooperatesWith'
  | 'reportsTo'
  | 'due'
  | 'recurs'
  | 'targets'
  | 'cites'
  | 'product'

const vietnamese: ReadNoticeTexts = {
  oneFile: 'Cần đúng một tệp văn bản, ví dụ: ansinh read-notice thong-bao.docx (dấu - để đọc từ đầu vào)',
  nothingComes: 'Dấu - đọc văn bản từ đầu vào: chuyển vào như “ansinh read-notice - < thong-bao.txt”',
  noFile: (path) => `Không mở được tệp "${path}": kiểm tra lại đường dẫn và quyền đọc`,
  typed: 'văn bản dán vào',
  progress: (done, total) => `Đã đọc ${done}/${total} trang`,
  scanned: (confidence, isLow) =>
    `Máy đọc chữ từ ảnh, độ chắc chắn ${confidence}%: ${
      isLow
        ? 'nhiều chỗ có thể sai, ông/bà đối chiếu từng dòng với bản giấy'
        : 'ông/bà đối chiếu lại với bản giấy'
    }`,
  inferred: '(năm do máy suy ra, cần xác nhận)',
  drafts: (count) => (count === 0 ? 'Không tìm thấy nhiệm vụ nào.' : `Dự thảo nhiệm vụ: ${count}`),
  kept: (count) => `Không phải nhiệm vụ, giữ để đối chiếu: ${count}`,
  place: (paragraph) => `đoạn ${paragraph}`,
  fieldWidth: 22,
  fields: {
    kind: 'Văn bản',
    title: 'Về việc',
    issuedOn: 'Ngày ban hành',
    issuedBy: 'Cơ quan ban hành',
    concludedBy: 'Người kết luận',
    meetingOn: 'Ngày họp',
    meetingWith: 'Làm việc với',
    addressee: 'Nơi nhận nhiệm vụ',
    byline: 'Người đưa tin',
    inferredFrom: 'Năm suy ra từ',
    assignee: 'Giao',
    cooperatesWith: 'Phối hợp',
    reportsTo: 'Báo cáo',
    due: 'Hạn',
    recurs: 'Định kỳ',
    targets: 'Chỉ tiêu',
    cites: 'Căn cứ',
    product: 'Sản phẩm',
  },
  kinds: {
    'conclusion-notice': 'Thông báo kết luận',
    'urgent-dispatch': 'Công điện',
    plan: 'Kế hoạch',
    decision: 'Quyết định',
    directive: 'Chỉ thị',
    'official-letter': 'Công văn',
    assignment: 'Giao việc',
    other: 'Văn bản khác',
  },
  taskKinds: { task: 'nhiệm vụ', principle: 'nguyên tắc', proposal: 'kiến nghị chuyển xử lý' },
  keptKinds: {
    praise: 'biểu dương',
    finding: 'hạn chế',
    background: 'bối cảnh',
    head: 'phần đầu',
    recipients: 'nơi nhận',
    signature: 'ký',
    form: 'câu mẫu',
  },
  recurrences: {
    weekly: 'hằng tuần',
    monthly: 'hằng tháng',
    quarterly: 'hằng quý',
    'half-yearly': 'sáu tháng một lần',
    yearly: 'hằng năm',
    ongoing: 'thường xuyên',
  },
}

const english: ReadNoticeTexts = {
  oneFile: 'Give exactly one document, such as: ansinh read-notice notice.docx (a dash reads the input)',
  nothingComes: 'A dash reads the input: send it in, as “ansinh read-notice - < notice.txt”',
  noFile: (path) => `The file "${path}" cannot be opened: check its path and whether it may be read`,
  typed: 'the pasted text',
  progress: (done, total) => `${done} of ${total} pages read`,
  scanned: (confidence, isLow) =>
    `Read from pictures, ${confidence}% sure: ${
      isLow ? 'much may be wrong, compare every line with the paper' : 'compare it with the paper'
    }`,
  inferred: '(year inferred, to be confirmed)',
  drafts: (count) => (count === 0 ? 'No task was found.' : `Draft tasks: ${count}`),
  kept: (count) => `Not tasks, kept for comparison: ${count}`,
  place: (paragraph) => `part ${paragraph}`,
  fieldWidth: 20,
  fields: {
    kind: 'Document',
    title: 'About',
    issuedOn: 'Issued on',
    issuedBy: 'Issued by',
    concludedBy: 'Concluded by',
    meetingOn: 'Meeting on',
    meetingWith: 'Meeting with',
    addressee: 'Addressed to',
    byline: 'Byline',
    inferredFrom: 'Year inferred from',
    assignee: 'Who',
    cooperatesWith: 'With',
    reportsTo: 'Reports to',
    due: 'Due',
    recurs: 'Recurs',
    targets: 'Targets',
    cites: 'Cites',
    product: 'Product',
  },
  kinds: {
    'conclusion-notice': 'Notice of conclusions',
    'urgent-dispatch': 'Urgent dispatch',
    plan: 'Plan',
    decision: 'Decision',
    directive: 'Directive',
    'official-letter': 'Official letter',
    assignment: 'Assignment',
    other: 'Other document',
  },
  taskKinds: { task: 'task', principle: 'principle', proposal: 'proposal handed on' },
  keptKinds: {
    praise: 'praise',
    finding: 'finding',
    background: 'background',
    head: 'head',
    recipients: 'recipients',
    signature: 'signature',
    form: 'form of words',
  },
  recurrences: {
    weekly: 'weekly',
    monthly: 'monthly',
    quarterly: 'quarterly',
    'half-yearly': 'every half-year',
    yearly: 'yearly',
    ongoing: 'at all times',
  },
}

export const readNoticeTexts: Record<'vi' | 'en', ReadNoticeTexts> = { vi: vietnamese, en: english }
