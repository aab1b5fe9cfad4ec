import { listAreas } from './area-words.ts'
import { isModifier, listClauses, listSegments } from './clauses.ts'
import type { DutyArea } from './duty-areas.ts'
import { type Duty, dutyOf, findReceiver, timesOf } from './duties.ts'
import { type Frame, findFrame, pastLeadIns } from './frames.ts'
import { commandsByForm, isPrinciple, isProposal, isReport } from './moods.ts'
import type { Stem } from './outline.ts'
import type { Passage } from './passages.ts'
import { isEmptyOrder, isFormula, kindOfRemark } from './remarks.ts'
import { type Span, withoutBrackets } from './sentences.ts'
import type { DraftKind, KeptKind } from './types.ts'
import type { DayAnchor } from './written-days.ts'

/** What is known of the document while its paragraphs are read. */
export interface Setting {
  anchor: DayAnchor
  /** Of the title, for clauses that name no area. */
  areas: readonly DutyArea[]
  /** Who orders: is told nothing by its own document. */
  issuer?: string
  /** Whom the document as a whole speaks to, when that is one agency. */
  addressee?: string
}

/** What the paragraph and the headings above it have said so far. */
export interface Hearing {
  setting: Setting
  heard: Omit<Stem, 'level'>
  /** Who was told in the sentence before, in this paragraph. */
  assignee?: string
  areas: readonly DutyArea[]
}

export interface Reading {
  duties: Duty[]
  kept: { kind: KeptKind; span: Span }[]
  /** Who is told what stands beneath: the sentence ends in a colon, or tells no more than that. */
  stem?: Omit<Stem, 'level'>
}

/** What a sentence commands, and what it only says. */
export function readSentence(passage: Passage, span: Span, hearing: Hearing): Reading {
  const blotted = withoutBrackets(passage.lower.slice(0, span.end))
  const core = blotted.slice(pastLeadIns(blotted, span.start), span.end)
  if (isFormula(core)) return { duties: [], kept: [{ kind: 'background', span }] }
  const reading: Reading = { duties: [], kept: [] }
  const isHanded = isProposal(core) || hearing.heard.zone === 'proposals'
  const sentence: Sentence = { passage, blotted, hearing, reading, isHanded }
  for (const segment of listSegments(blotted, span)) readSegment(sentence, segment)
  return reading
}

interface Sentence {
  passage: Passage
  blotted: string
  hearing: Hearing
  reading: Reading
  isHanded: boolean
}

function readSegment(sentence: Sentence, segment: Span): void {
  const { passage, blotted, hearing, reading } = sentence
  if (reading.duties.length > 0 && isModifier(passage.text, blotted, segment)) {
    modify(sentence, segment)
    return
  }
  const said = blotted.slice(segment.start, segment.end)
  const frame = isFormula(said) ? undefined : findFrame(passage.text, blotted, segment.start, segment.end)
  if (frame && isHeard(frame, said, hearing)) {
    readFrame(sentence, segment, frame)
    return
  }
  if (!isFormula(said) && commandsByForm(said, hearing.heard)) {
    const start = pastLeadIns(blotted, segment.start)
    add(sentence, { start, end: segment.end }, { start, end: segment.end }, undefined)
    return
  }
  reading.kept.push({ kind: kindOfRemark(said), span: segment })
}

/** Among remarks only an order is one; a report of what was done is none; and nobody orders themselves. */
function isHeard(frame: Frame, said: string, { heard, setting }: Hearing): boolean {
  const isOrder = frame.order !== undefined && (frame.assignee ?? frame.pronoun) !== undefined
  if (isOrder) return true
  if (heard.zone === 'remarks' || heard.zone === 'purpose') return false
  if (frame.assignee && frame.order === undefined && isIssuer(frame.assignee.names, setting.issuer)) return false
  return frame.order !== undefined || !isReport(said)
}

function isIssuer(names: readonly string[], issuer: string | undefined): boolean {
  const first = names[0]?.toLowerCase() ?? ''
  if (/^(?:phó |quyền )?(?:chủ tịch|bí thư)(?: ubnd| tỉnh|$)(?! các)/u.test(first) && /tỉnh/u.test(first)) return true
  return issuer !== undefined && issuer.toLowerCase().startsWith(first)
}

function readFrame(sentence: Sentence, segment: Span, frame: Frame): void {
  const { passage, blotted, hearing, reading } = sentence
  const assignee = whoIsTold(frame, hearing)
  const body = blotted.slice(frame.body, segment.end)
  if (isEmptyOrder(body)) {
    reading.kept.push({ kind: kindOfRemark(blotted.slice(segment.start, segment.end)), span: segment })
    reading.stem = { orders: true, ...(assignee === undefined ? {} : { assignee }) }
    if (frame.assignee && assignee !== undefined && !isIssuer(frame.assignee.names, hearing.setting.issuer))
      hearing.assignee = assignee
    return
  }
  if (assignee !== undefined && (frame.assignee ?? frame.pronoun)) hearing.assignee = assignee
  const clauses = listClauses(passage.text, blotted, { start: frame.body, end: segment.end })
  clauses.forEach((clause, index) => {
    const whole = index === 0 ? { start: frame.start, end: clause.end } : clause
    add(sentence, whole, clause, frame)
  })
}

function whoIsTold(frame: Frame, { assignee, heard, setting }: Hearing): string | undefined {
  if (frame.assignee) return frame.assignee.names.join(', ')
  return assignee ?? heard.assignee ?? setting.addressee
}

function add(sentence: Sentence, whole: Span, body: Span, frame: Frame | undefined): void {
  const { passage, blotted, hearing, reading } = sentence
  const { heard, setting } = hearing
  const lower = blotted.slice(body.start, body.end)
  const isPlainGoal = heard.zone === 'goals' && frame?.order === undefined
  const isUntold = isPlainGoal || (frame === undefined && isPrinciple(lower, false))
  const assignee = isUntold ? undefined : (hearing.assignee ?? heard.assignee ?? setting.addressee)
  const advises = reading.duties.findLast(({ quote }) => /tham mưu/iu.test(quote))?.reportsTo
  const duty = dutyOf(passage, whole, body, {
    anchor: setting.anchor,
    areas: hearing.areas.length > 0 ? hearing.areas : setting.areas,
    kind: kindOf(sentence, lower, frame),
    ...(assignee === undefined ? {} : { assignee }),
    ...(advises === undefined ? {} : { advises }),
  })
  reading.duties.push(duty)
  if (listAreas(blotted.slice(whole.start, whole.end)).length > 0) hearing.areas = duty.areas
}

function kindOf({ isHanded, hearing }: Sentence, lower: string, frame: Frame | undefined): DraftKind {
  const isCentral = frame?.assignee?.names.some((name) =>
    /^(?:các )?(?:bộ(?! chỉ huy| đội| tư lệnh)|chính phủ|thủ tướng|trung ương|quốc hội|ủy ban thường vụ)/iu.test(name),
  )
  if (isHanded || (isCentral && /đề nghị|kiến nghị/u.test(frame?.order ?? ''))) return 'proposal'
  const { due, recurs } = timesOf(lower, lower, hearing.setting.anchor)
  if (hearing.heard.zone === 'requirements' && !due && !recurs && !frame?.assignee) return 'principle'
  return isPrinciple(lower, Boolean(due)) ? 'principle' : 'task'
}

/** `hoàn thành trước ngày …` after a semicolon is of all duties of the sentence that have no day of their own. */
function modify({ passage, blotted, hearing, reading }: Sentence, segment: Span): void {
  const lower = blotted.slice(segment.start, segment.end)
  const text = passage.text.slice(segment.start, segment.end)
  const times = timesOf(lower, text, hearing.setting.anchor)
  const reportsTo = findReceiver(text, lower)
  reading.duties = reading.duties.map((duty) => ({
    ...duty,
    ...(duty.dueWords === undefined ? times : {}),
    ...(duty.reportsTo === undefined && reportsTo !== undefined ? { reportsTo } : {}),
  }))
}
