import { type Duty, dutyOf } from './duties.ts'
import type { DutyArea } from './duty-areas.ts'
import { levelOf } from './outline.ts'
import { type Passage, quoteOf } from './passages.ts'
import type { Span } from './sentences.ts'
import { trimmed } from './sentences.ts'
import { withSheetField } from './sheets.ts'
import type { Slip, SlipField } from './slips.ts'
import { listTargets } from './targets.ts'
import type { KeptPassage } from './types.ts'
import { isVerbAt } from './verbs.ts'
import type { DayAnchor } from './written-days.ts'

/** What the lines of a slip have told so far. */
export interface SlipWalk {
  slip: Slip
  anchor: DayAnchor
  areas: readonly DutyArea[]
  duties: Duty[]
  kept: KeptPassage[]
  /** Where the duties of the job begin of which is told; undefined before the first. */
  from?: number
  /** Told before the job of which they tell. */
  before: Map<SlipField, string>
  /** Told of the job already: of how many duties, and in how many lines. */
  own: Map<SlipField, { upTo: number; lines: number }>
  /** The label under which the next lines stand. */
  open?: SlipField
  /** Reads what is to be done, within the span. */
  read: (passage: Passage, within: Span) => void
}

/** Reads a line of a slip; false when no label speaks of it. `index` is its place in the document. */
export function walkSlipLine(walk: SlipWalk, passage: Passage, index: number): boolean {
  const stretches = walk.slip.lines.get(index)
  if (stretches === undefined) return goesOnUnder(walk, passage)
  for (const { field, from, to } of stretches) {
    const span = trimmed(passage.text, { start: from, end: to })
    const isBare = !/[\p{L}\p{N}]/u.test(passage.text.slice(span.start, span.end))
    if (field === undefined || field === 'task') begin(walk)
    if (isBare) open(walk, passage, field)
    else tell(walk, passage, span, field)
  }
  return true
}

/** A line beneath a label that stands alone, or beneath the words of a job. */
function goesOnUnder(walk: SlipWalk, passage: Passage): boolean {
  if (walk.open === undefined) return false
  const { start } = levelOf(passage.text, passage.lower)
  tell(walk, passage, trimmed(passage.text, { start, end: passage.text.length }), walk.open)
  return true
}

function begin(walk: SlipWalk): void {
  walk.from = walk.duties.length
  walk.own = new Map()
}

/** `NGƯỜI NHẬN VIỆC` at the end, where somebody was named before, is where they sign. */
function open(walk: SlipWalk, passage: Passage, field: SlipField | undefined): void {
  walk.kept.push({ ...quoteOf(passage, 0, passage.text.length), kind: 'background' })
  const signs = field === 'lead' && (walk.own.has(field) || walk.before.has(field))
  walk.open = signs || field === undefined ? 'other' : field
}

/** So many names under one label, and no more: reading stays in proportion. */
const linesMax = 40
const severalLines: readonly (SlipField | undefined)[] = [
  'task',
  'requirement',
  'cooperates',
  'targets',
  'other',
]

function tell(walk: SlipWalk, passage: Passage, span: Span, field: SlipField | undefined): void {
  const wasOpen = walk.open === field
  if (!wasOpen || !severalLines.includes(field)) delete walk.open
  if (field === undefined || field === 'task' || (field === 'requirement' && commands(walk, passage, span))) {
    readJob(walk, passage, span)
    walk.open = field ?? 'task'
    return
  }
  walk.kept.push({ ...quoteOf(passage, span.start, span.end), kind: 'background' })
  if (field === 'other' || field === 'requirement') return
  const words = passage.text.slice(span.start, span.end)
  const before = walk.before.get(field)
  if (walk.slip.leading.has(field) || walk.from === undefined) {
    walk.before.set(field, wasOpen && before !== undefined ? `${before}; ${words}` : words)
    if (walk.from !== undefined) return
  }
  const own = walk.own.get(field)
  const isMoreOf = wasOpen && own !== undefined
  const lines = isMoreOf ? own.lines + 1 : 1
  walk.own.set(field, { upTo: walk.duties.length, lines })
  if (lines > linesMax) return
  // Told a second time, it is of what was added since: `- …`, `Hạn: …`, `- …`, `Hạn: …`.
  const since = isMoreOf ? walk.from : (own?.upTo ?? walk.from)
  const from = walk.slip.closing.has(field) ? 0 : since
  for (let at = from ?? walk.duties.length; at < walk.duties.length; at += 1) {
    const duty = walk.duties[at]
    if (duty) walk.duties[at] = told(duty, field, words, { anchor: walk.anchor, isMoreOf })
  }
}

/** `Yêu cầu: lập danh sách …` is a job; `Yêu cầu: đủ, đúng` is how one is done. */
function commands({ duties, from = 0 }: SlipWalk, { lower }: Passage, { start }: Span): boolean {
  return duties.length === from || isVerbAt(lower, start)
}

const subject = /^(?:về việc|v\/v|đơn|tờ trình|công văn|báo cáo số|văn bản) /u

/** What stands under the label of a job is one, whatever its words. */
function readJob(walk: SlipWalk, passage: Passage, span: Span): void {
  const first = walk.duties.length
  walk.from ??= first
  walk.read(passage, span)
  if (walk.duties.length === first && !subject.test(passage.lower.slice(span.start, span.end)))
    walk.duties.push(dutyOf(passage, span, span, { anchor: walk.anchor, areas: walk.areas, kind: 'task' }))
  for (let at = first; at < walk.duties.length; at += 1)
    for (const [field, words] of walk.before) {
      const duty = walk.duties[at]
      if (duty)
        walk.duties[at] = {
          ...told(duty, field, words, { anchor: walk.anchor, isMoreOf: false }),
          ...ownTimes(duty),
        }
    }
}

/** A job's own day is nearer than one told before all of them. */
function ownTimes({ due, dueWords }: Duty): Partial<Duty> {
  return due === undefined ? {} : { due, ...(dueWords === undefined ? {} : { dueWords }) }
}

function told(
  duty: Duty,
  field: SlipField,
  words: string,
  { anchor, isMoreOf }: { anchor: DayAnchor; isMoreOf: boolean },
): Duty {
  if (field === 'targets') {
    const targets = listTargets(words, words.toLowerCase(), duty.due)
    return targets.length === 0 ? duty : { ...duty, targets: [...(duty.targets ?? []), ...targets] }
  }
  if (field === 'recurs') {
    const { recurs, dueWords } = withSheetField(duty, 'due', words, anchor)
    return { ...duty, ...(recurs ? { recurs } : {}), ...(duty.due || !dueWords ? {} : { dueWords }) }
  }
  if (field === 'cooperates' && isMoreOf) {
    const { cooperatesWith = [] } = withSheetField(duty, field, words, anchor)
    return { ...duty, cooperatesWith: [...(duty.cooperatesWith ?? []), ...cooperatesWith] }
  }
  if (field === 'name' || field === 'order' || field === 'requirement' || field === 'other') return duty
  return withSheetField(duty, field, words, anchor)
}
