import { readAgencies } from './agencies.ts'
import { inFull } from './agency-names.ts'
import { listAreas } from './area-words.ts'
import { readDeadlineCell } from './deadlines.ts'
import { type Duty, dutyOf, timesOf } from './duties.ts'
import type { DutyArea } from './duty-areas.ts'
import { quoteOf, toPassage } from './passages.ts'
import type { KeptPassage } from './types.ts'
import { prepare } from './written.ts'
import type { DayAnchor } from './written-days.ts'

type Column = 'number' | 'task' | 'lead' | 'cooperates' | 'due' | 'product' | 'reports' | 'note'

/** What the head of a column says, the first that fits. */
const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(?:tt|stt|số tt|số thứ tự|no\.?)$/u, 'number'],
  [/phối hợp|^(?:ai|người) (?:giúp|hỗ trợ)/u, 'cooperates'],
  [/báo cáo (?:cho|với|lên)|nơi nhận|cấp trình|cơ quan nhận/u, 'reports'],
  [
    /chủ trì|đầu mối|(?:cơ quan|đơn vị|người|phòng|bộ phận) (?:thực hiện|phụ trách|chịu trách nhiệm|tham mưu|được giao)|trách nhiệm|phân công|^(?:ai|người) làm|^ai thực hiện/u,
    'lead',
  ],
  [/sản phẩm|kết quả|đầu ra/u, 'product'],
  [/thời gian|thời hạn|hạn |tiến độ|hoàn thành|ngày|^(?:tháng|quý|thời điểm|mốc)/u, 'due'],
  [
    /nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đầu việc|nhóm việc|chỉ tiêu|^việc(?: làm| cần làm)?$/u,
    'task',
  ],
  [/(?:cơ quan|đơn vị)/u, 'lead'],
  [/ghi chú/u, 'note'],
]

interface Row {
  cells: string[]
  number: string
  task: string
}

/** What a table of tasks commands: a row a duty, beneath the rows that only name a section. */
export function readTable(
  rows: readonly string[][],
  part: number,
  setting: { anchor: DayAnchor; areas: readonly DutyArea[] },
): { duties: Duty[]; kept: KeptPassage[] } {
  const heads = rows.findIndex((row) => columnsOf(row) !== undefined)
  const layout = heads < 0 ? undefined : columnsOf(rows[heads] ?? [])
  const kept: KeptPassage[] = []
  const keep = (row: readonly string[]) => {
    const quote = row.find((cell) => /\p{L}{2}/u.test(cell))
    if (quote !== undefined) kept.push({ paragraph: part, kind: 'background', quote })
  }
  if (!layout) {
    rows.forEach(keep)
    return { duties: [], kept }
  }
  const duties: Duty[] = []
  let [lead, areas]: [string | undefined, readonly DutyArea[]] = [undefined, setting.areas]
  const unit = /^(?:tháng|quý)/u.exec(cellOf(rows[heads] ?? [], layout, 'due').toLowerCase())?.[0]
  rows.forEach((cells, index) => {
    const row = rowOf(cells, layout)
    if (index <= heads || !row || isSection(row, layout, rows[index + 1], cells)) {
      keep(cells)
      const named = row && index > heads ? listAreas(row.task.toLowerCase()) : []
      if (index > heads) [lead, areas] = [undefined, named.length > 0 ? named : setting.areas]
      return
    }
    const dated = unit === undefined ? row : withUnit(row, layout, unit)
    const duty = dutyOfRow(dated, layout, part, { anchor: setting.anchor, areas }, lead)
    lead = duty.assignee
    duties.push(duty)
  })
  return { duties, kept }
}

type Layout = (Column | undefined)[]

/** The columns of a row of heads; undefined when the row is none. */
function columnsOf(row: readonly string[]): Layout | undefined {
  if (row.some((cell) => cell.length > 80)) return undefined
  const found = row.map((cell): Column | undefined => {
    const lower = cell.trim().toLowerCase().replace(/\s+/g, ' ')
    return columns.find(([words]) => words.test(lower))?.[1]
  })
  const first = (column: Column) => found.indexOf(column)
  const named = found.filter((column) => column !== undefined && column !== 'note')
  if (first('task') < 0 || named.length < 2) return undefined
  return found.map((column, index) => (column !== undefined && first(column) === index ? column : undefined))
}

function cellOf(row: readonly string[], layout: Layout, column: Column): string {
  const index = layout.indexOf(column)
  return index < 0 ? '' : (row[index] ?? '').trim()
}

function rowOf(cells: readonly string[], layout: Layout): Row | undefined {
  const aligned =
    cells.length === layout.length - 1 && layout[0] === 'number' && !isNumber(cells[0] ?? '')
      ? ['', ...cells]
      : [...cells]
  const task = cellOf(aligned, layout, 'task')
  const number = cellOf(aligned, layout, 'number')
  return /\p{L}{2}/u.test(task) ? { cells: aligned, number, task } : undefined
}

function isNumber(cell: string): boolean {
  return /^\s*(?:[ivxlc]+|\d+(?:\.\d+)*|[a-zđ])[.)]?\s*$/iu.test(cell)
}

/** A row that names what stands beneath: merged over all columns, numbered with a Roman figure, or with nobody to act. */
function isSection(
  row: Row,
  layout: Layout,
  next: readonly string[] | undefined,
  cells: readonly string[],
): boolean {
  const texts = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !isNumber(cell)))
  const isAlone = texts.size <= 1
  const isRoman = /^[IVX]+[.)]?$/.test(row.number.trim())
  if (/^(?:[IVX]+|[A-Z])[.)] /.test(row.task) && isAlone) return true
  if (!isAlone) return false
  if (
    isRoman ||
    cells.length < layout.length - 1 ||
    (cells.length > 2 && cells.every((cell) => cell.trim() === row.task || isNumber(cell)))
  )
    return true
  const beneath = next && cellOf(next, layout, 'number')
  return (
    layout.length > 2 &&
    (row.number === '' || (beneath?.startsWith(`${row.number.replace(/\.$/, '')}.`) ?? false))
  )
}

function dutyOfRow(
  row: Row,
  layout: Layout,
  part: number,
  { anchor, areas }: { anchor: DayAnchor; areas: readonly DutyArea[] },
  above: string | undefined,
): Duty {
  const passage = toPassage(prepare(row.task), part)
  const whole = { start: 0, end: passage.text.length }
  const duty = dutyOf(passage, whole, whole, { anchor, areas, kind: 'task' })
  const lead = namesIn(cellOf(row.cells, layout, 'lead'))?.join(', ') ?? above
  const cooperates = namesIn(cellOf(row.cells, layout, 'cooperates'))
  const reports = namesIn(cellOf(row.cells, layout, 'reports'))?.join(', ')
  const product = cellOf(row.cells, layout, 'product')
  return {
    ...duty,
    ...(lead === undefined ? {} : { assignee: lead }),
    ...(cooperates === undefined ? {} : { cooperatesWith: cooperates }),
    ...(reports === undefined ? {} : { reportsTo: reports }),
    ...(product === '' || /^[-–]$/.test(product) ? {} : { product }),
    ...timesInCell(cellOf(row.cells, layout, 'due'), anchor),
    quote: quoteOf(passage, 0, whole.end).quote,
  }
}

/** Beneath a head `Tháng`, the cell `3` is `tháng 3`. */
function withUnit(row: Row, layout: Layout, unit: string): Row {
  const at = layout.indexOf('due')
  const isBare = /^\s*(?:\d{1,2}|[ivx]{1,3})(?:\/\d{4})?\s*$/iu.test(row.cells[at] ?? '')
  return isBare ? { ...row, cells: row.cells.with(at, `${unit} ${row.cells[at]?.trim()}`) } : row
}

/** The agencies of a cell; its words as they are where none is known. */
function namesIn(cell: string): string[] | undefined {
  const text = cell
    .replace(/\s+/g, ' ')
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/[.;]+$/, '')
    .trim()
  if (text === '' || /^[-–—."]+$|^nt$/u.test(text)) return undefined
  const mention = readAgencies(text, text.toLowerCase(), 0)
  if (mention && mention.end >= text.length - 1) return mention.names
  return text
    .split(
      /\s*[;\n]\s*|, (?=(?:Sở|UBND|Công an|Văn phòng|Ban|Hội|các|Trung tâm|Báo|Liên đoàn|Mặt trận|Tỉnh đoàn|Thanh tra) ?)/u,
    )
    .map((name) => inFull(name.replace(/^[-–+•]\s*/u, '')))
    .filter(Boolean)
}

function timesInCell(
  cell: string,
  anchor: DayAnchor,
): Pick<Duty, 'due' | 'dueInferred' | 'recurs' | 'dueWords'> {
  const { text, lower } = prepare(cell)
  if (text === '') return {}
  const times = timesOf(lower, text, anchor)
  if (times.recurs) return { recurs: times.recurs, dueWords: text }
  const deadline = readDeadlineCell(lower, anchor)
  return {
    ...(deadline?.due ? { due: deadline.due } : {}),
    ...(deadline?.inferred ? { dueInferred: true as const } : {}),
    dueWords: text,
  }
}
