import { levelOf } from './outline.ts'
import { type Passage, toPassage } from './passages.ts'
import { type SheetField, sheetField } from './sheets.ts'
import { prepare } from './written.ts'

/** What a line of a slip tells; `name` and `order` are jobs as well, beside `task`; `other` is of the slip itself: its number, who gives it, how urgent it is. */
export type SlipField = SheetField | 'name' | 'order' | 'requirement' | 'recurs' | 'targets' | 'other'

/** A stretch of a line: what stands after a label, up to the next one. Without `field` no label opens it. */
interface SlipStretch {
  field?: SlipField
  from: number
  to: number
}

/** Syllables of which the labels of slips are made; a line with any other word before its colon has no label. */
const syllables = new Set(
  `nội dung công việc nhiệm vụ giao được cần làm phải thực hiện yêu cầu cụ thể chi tiết chính chỉ đạo ý kiến bút phê
  lãnh xử lý giải quyết tên đầu mô tả tóm tắt cơ quan đơn vị người cán bộ chức viên chuyên phòng ban phận tổ cá nhân
  tập họ và chủ trì mối phụ trách chịu nhận tham mưu phân cho phối hợp hỗ trợ cùng gia giúp liên khác báo cáo kết quả
  gửi về trình cấp duyệt nơi thời hạn gian điểm ngày tiến độ hoàn thành kết thúc xong trước chậm nhất bắt cuối chót
  mốc sản phẩm ra dự đạt mục tiêu chỉ số lượng khối định kỳ tần suất chu chế căn cứ văn bản đến ghi chú khẩn mật mức
  ưu tiên theo dõi đôn đốc giám sát kiểm tra ai gì khi nào bao giờ với thứ hai ba tư năm của ký phiếu trích yếu lý do
  hành trưởng các vụ deadline danh nguồn kinh phí địa đề xuất`
    .split(/\s+/)
    .filter(Boolean),
)

/** What a label says, the first that fits. */
const fields: readonly (readonly [RegExp, SlipField])[] = [
  [
    /^(?:số|ngày (?:giao|nhận|ký|lập|bắt)|(?:người|lãnh đạo|cơ quan|đơn vị|cấp|thời gian|thời điểm) (?:ký|giao|bắt|đề xuất)(?! cho)|thời gian nhận|chức|văn bản|căn cứ|lý do|ghi chú|độ |mức độ|ưu tiên|trích yếu|về việc$|kinh phí|nguồn|địa điểm|danh)|theo dõi|đôn đốc|giám sát|bắt đầu|duyệt|mục tiêu|phiếu/u,
    'other',
  ],
  [/^(?:ý kiến|chỉ đạo|bút phê|nội dung (?:chỉ đạo|giao|yêu cầu))/u, 'order'],
  [/^(?:nội dung|mô tả|chi tiết|làm gì)(?! phối hợp)/u, 'task'],
  [/^(?:công việc|nhiệm vụ|việc|đầu việc|tên)(?! phối hợp)/u, 'name'],
  [/^(?:chế độ|định kỳ|tần suất|chu kỳ)/u, 'recurs'],
  [/phối hợp|hỗ trợ|cùng|tham gia|giúp|với ai/u, 'cooperates'],
  [
    /^(?:nơi|người|cơ quan|đơn vị|cấp) nhận (?:báo cáo|kết quả|sản phẩm)|^(?:báo cáo|kết quả)(?: kết quả)? (?:cho|gửi|về|với|ai)|^gửi|^(?:cấp )?trình/u,
    'reports',
  ],
  [
    /^(?:yêu cầu )?(?:về )?(?:thời (?:hạn|gian|điểm)|hạn|tiến độ|hoàn thành|xong|chậm nhất|deadline|mốc|khi nào|bao giờ)|ngày (?:hoàn thành|kết thúc|xong|phải|báo cáo|gửi)/u,
    'due',
  ],
  [/sản phẩm|đầu ra|^kết quả/u, 'product'],
  [/^(?:chỉ tiêu|số lượng|khối lượng)/u, 'targets'],
  [/^yêu cầu/u, 'requirement'],
  [
    /chủ trì|đầu mối|phụ trách|thực hiện|trách nhiệm|nhận|xử lý|giải quyết|tham mưu|phân công|giao cho|được giao|làm$|^(?:ai|người|cán bộ|đơn vị|cơ quan|phòng|bộ phận)$/u,
    'lead',
  ],
]

const ordinal = /(?: (?:số )?\d{1,2}| thứ (?:nhất|hai|ba|tư|năm))$/u
/** Words with which a label begins that may do without a colon. */
const surely =
  /^(?:nội dung|nhiệm vụ|người|đơn vị|cơ quan|cán bộ|thời (?:hạn|gian)|hạn|ngày (?:hoàn thành|kết thúc)|sản phẩm|kết quả đầu ra|phối hợp|hoàn thành|yêu cầu|chủ trì) ?/u

/** The label at `at`, or undefined; `isSlip`: also in the free wording of slips, without a colon and alone. */
function labelAt(
  { text, lower }: Passage,
  at: number,
  isSlip: boolean,
): { field: SlipField; from: number } | undefined {
  const known = sheetField({ lower }, at)
  if (known && !isSlip) return known
  if (!isSlip) return undefined
  const near = lower
    .slice(at, at + 70)
    .replace(/ ?\([^()]{0,40}\)(?= ?:)/u, (words) => '·'.repeat(words.length))
  const marked = /^([\p{L}\d][\p{L}\d ,/–-]{0,60}?)·*(?: ?:| [-–](?= ))(?: |$)/u.exec(near)
  const bare = marked ? undefined : unmarked(text.slice(at, at + 70), near)
  const label = (marked?.[1] ?? bare ?? '').replace(ordinal, '').trim()
  const words = label.split(/[ ,/–-]+/).filter(Boolean)
  if (words.length === 0 || words.length > 9 || !words.every((word) => syllables.has(word))) return undefined
  if (!marked && !surely.test(label)) return undefined
  const field = fields.find(([pattern]) => pattern.test(label))?.[1]
  const end = at + (marked?.[0].length ?? bare?.length ?? 0)
  return field && { field, from: end }
}

/** `Người thực hiện Nguyễn Văn A`, `THỜI HẠN HOÀN THÀNH`: up to the next word with a capital, or the whole line. */
function unmarked(text: string, near: string): string | undefined {
  if (/^[\p{Lu} ]+$/u.test(text)) return near
  const found = /^\p{Lu}\p{Ll}*(?: \p{Ll}+){1,5}(?=$| (?:\p{Lu}|\d))/u.exec(text)?.[0]
  return found === undefined ? undefined : near.slice(0, found.length)
}

const boundary = /[.;|(](?= ?[\p{L}])| [-–](?= )/gu

/** The stretches of a line by their labels; undefined when it has none. */
function stretchesOf(passage: Passage, isSlip: boolean): SlipStretch[] | undefined {
  const { text, lower } = passage
  const { start } = levelOf(text, lower)
  const first = labelAt(passage, start, isSlip)
  const found: SlipStretch[] = [
    { ...(first ? { field: first.field } : {}), from: first?.from ?? start, to: text.length },
  ]
  for (const { index, 0: mark } of lower.slice(0, inlineMax).matchAll(boundary)) {
    const at = index + mark.length + (lower[index + mark.length] === ' ' ? 1 : 0)
    const label =
      at > (found.at(-1)?.from ?? 0) && lower.slice(at, at + 60).includes(':')
        ? colonLabelAt(passage, at)
        : undefined
    const last = found.at(-1)
    if (!label || !last) continue
    last.to = index
    found.push({ ...label, to: text.length })
  }
  const last = found.at(-1)
  if (last && found.length > 1 && /^[^()]*\)[.;]?$/u.test(text.slice(last.from)))
    last.to = text.lastIndexOf(')')
  return first || found.length > 1 ? found : undefined
}

/** So much of a line may hold labels. */
const inlineMax = 3000

/** Within a line a label has its colon, and is of what nobody would write otherwise. */
function colonLabelAt(passage: Passage, at: number): { field: SlipField; from: number } | undefined {
  const label = labelAt(passage, at, true)
  if (!label || !passage.lower.slice(at, label.from).trimEnd().endsWith(':')) return undefined
  return ['lead', 'cooperates', 'due', 'product', 'reports'].includes(label.field) ? label : undefined
}

export interface Slip {
  /** Of the lines that have a label, by their place in the document. */
  lines: ReadonlyMap<number, SlipStretch[]>
  /** Told before the job of which they tell, each time. */
  leading: ReadonlySet<SlipField>
  /** Told once, after all jobs, and meant of all. */
  closing: ReadonlySet<SlipField>
}

const called =
  /^(?:phiếu (?:giao|phân công|chuyển|xử lý|yêu cầu)|giao việc|ý kiến giao việc|phân công (?:công việc|nhiệm vụ))/u
/** Minutes and invitations have such lines of the meeting. */
const sits = /^(?:biên bản|giấy mời|(?:\d\. ?)?(?:địa điểm|thành phần|chủ tọa|thư ký)(?: [\p{L}]+){0,3} ?:)/u

/** The slip that the lines are, or undefined: a job, with two things more that are told of it under labels. */
export function slipOf(passages: readonly (Passage | undefined)[]): Slip | undefined {
  if (passages.some((passage) => passage && sits.test(passage.lower))) return undefined
  const isCalled = passages.slice(0, 12).some((passage) => passage && called.test(passage.lower))
  const lines = new Map<number, SlipStretch[]>()
  passages.forEach((passage, index) => {
    const found = passage && !called.test(passage.lower) ? stretchesOf(passage, true) : undefined
    if (found) lines.set(index, found)
  })
  nameJobs([...lines.values()].flat())
  const told = [...lines.values()].flat().flatMap(({ field }) => (field === undefined ? [] : [field]))
  const kinds = new Set(told.filter((field) => field !== 'other' && field !== 'requirement'))
  const count = lines.size
  const isSlip = isCalled
    ? kinds.size >= 2
    : kinds.has('task') && kinds.size >= 3 && count * 3 >= passages.length
  return isSlip ? { lines, ...orderOf(told) } : undefined
}

const ranks: readonly (SlipField | undefined)[] = ['name', 'task', 'order']

/** `Tên nhiệm vụ: …` before `Nội dung: …` only names the job; else each of them is one. */
function nameJobs(stretches: SlipStretch[]): void {
  stretches.forEach((stretch, index) => {
    const [rank, next] = [ranks.indexOf(stretch.field), ranks.indexOf(stretches[index + 1]?.field)]
    if (rank >= 0) stretch.field = rank < next ? 'other' : 'task'
  })
}

function orderOf(told: readonly SlipField[]): Pick<Slip, 'leading' | 'closing'> {
  const [first, last] = [told.indexOf('task'), told.lastIndexOf('task')]
  const jobs = told.filter((field) => field === 'task').length
  const [leading, closing] = [new Set<SlipField>(), new Set<SlipField>()]
  for (const field of new Set(told)) {
    const times = told.filter((other) => other === field).length
    if (told.indexOf(field) < first && told.lastIndexOf(field) < last && times > 1) leading.add(field)
    if (times === 1 && jobs > 1 && told.indexOf(field) > last && field !== 'product') closing.add(field)
  }
  return { leading, closing }
}

/** The lines of a table of two columns, of which the first has the labels; undefined for any other. */
export function linesOfTable(rows: readonly string[][], part: number): Passage[] | undefined {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return /^(?:\d{1,2}|[ivx]{1,4})[.)]?$/iu.test(cells[0] ?? '') ? cells.slice(1) : cells
  })
  const labelled = lines.map(([label = '']) => {
    const passage = toPassage(prepare(`${label.replace(/ ?:$/u, '')}:`), part)
    return label.length < 60 ? labelAt(passage, 0, true)?.field : undefined
  })
  const kinds = new Set(labelled.filter((field) => field !== undefined && field !== 'other'))
  const jobs = labelled.filter((field) => ranks.includes(field))
  if (kinds.size < 3 || jobs.length === 0 || lines.some((cells) => cells.length > 2)) return undefined
  return lines.flatMap(([label = '', value = ''], index) => {
    const [first = '', ...more] = value.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line))
    const opening =
      labelled[index] === undefined ? `${label} ${first}`.trim() : `${label.replace(/ ?:$/u, '')}: ${first}`
    return [opening, ...more].map((line) => toPassage(prepare(line), part))
  })
}
