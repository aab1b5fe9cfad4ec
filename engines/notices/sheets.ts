import { readAgencies } from './agencies.ts'
import { inFull } from './agency-names.ts'
import { readDeadlineCell } from './deadlines.ts'
import { type Duty, timesOf } from './duties.ts'
import type { Passage } from './passages.ts'
import type { DayAnchor } from './written-days.ts'

/** A line of a sheet of assignments: what it tells of the duty above it. */
export type SheetField = 'task' | 'lead' | 'cooperates' | 'reports' | 'due' | 'product'

const who = '(?:cơ quan|đơn vị|người|phòng|bộ phận|sở|cá nhân|lãnh đạo)(?:, (?:cá nhân|đơn vị))?'
const labels: readonly (readonly [RegExp, SheetField])[] = [
  [
    /^(?:nội dung(?: công việc| nhiệm vụ| giao)?|nhiệm vụ(?: giao)?|công việc|đầu việc|việc cần làm) ?: /u,
    'task',
  ],
  [new RegExp(`^(?:${who} )?phối hợp(?: thực hiện)? ?: `, 'u'), 'cooperates'],
  [
    new RegExp(
      `^(?:${who} (?:chủ trì|thực hiện|đầu mối|được giao|tham mưu|phụ trách|xử lý)|chủ trì|đầu mối|người thực hiện|giao cho)(?: thực hiện| tham mưu)? ?: `,
      'u',
    ),
    'lead',
  ],
  [/^(?:báo cáo cho|nơi nhận báo cáo|cấp trình|trình) ?: /u, 'reports'],
  [
    /^(?:thời hạn|thời gian|hạn|hạn xử lý|hạn hoàn thành|tiến độ|ngày hoàn thành|hoàn thành)(?: hoàn thành| thực hiện| xử lý| báo cáo)? ?: /u,
    'due',
  ],
  [/^(?:sản phẩm|kết quả(?: đầu ra)?|yêu cầu sản phẩm|đầu ra) ?: /u, 'product'],
]

/** Which field of a sheet the line is, from `start` on, and where its words begin. */
export function sheetField(
  { lower }: Pick<Passage, 'lower'>,
  start: number,
): { field: SheetField; from: number } | undefined {
  const said = lower.slice(start, start + 60)
  for (const [label, field] of labels) {
    const found = label.exec(said)
    if (found) return { field, from: start + found[0].length }
  }
  return undefined
}

/** Nothing but agencies: such a line commands nothing by itself. */
export function namesOnly(words: string): boolean {
  const said = words.trim().replace(/[.;]+$/, '')
  const mention = readAgencies(said, said.toLowerCase(), 0)
  return mention !== undefined && mention.end >= said.length - 1
}

/** The duty with what a line beneath it tells. */
export function withSheetField(duty: Duty, field: SheetField, words: string, anchor: DayAnchor): Duty {
  const said = words.trim().replace(/[.;]+$/, '')
  if (field === 'due') return withTimes(duty, said, anchor)
  if (field === 'product') return { ...duty, product: said }
  const mention = readAgencies(said, said.toLowerCase(), 0)
  const names = mention && namesOnly(said) ? mention.names : said.split(/\s*;\s*/).map(inFull)
  if (field === 'lead') return { ...duty, assignee: names.join(', ') }
  if (field === 'cooperates') return { ...duty, cooperatesWith: names }
  return field === 'reports' ? { ...duty, reportsTo: names.join(', ') } : duty
}

function withTimes(duty: Duty, said: string, anchor: DayAnchor): Duty {
  const lower = said.toLowerCase()
  const { recurs } = timesOf(lower, said, anchor)
  const deadline = recurs ? undefined : readDeadlineCell(lower, anchor)
  return {
    ...duty,
    ...(recurs ? { recurs } : {}),
    ...(deadline?.due ? { due: deadline.due } : {}),
    ...(deadline?.inferred ? { dueInferred: true as const } : {}),
    dueWords: said,
  }
}
