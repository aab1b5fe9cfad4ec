import { readAgencies } from './agencies.ts'
import { areasOfManner, listAreas } from './area-words.ts'
import { isModifier, listClauses, listSegments } from './clauses.ts'
import { type Duty, dutyOf, findReceiver, timesOf } from './duties.ts'
import type { DutyArea } from './duty-areas.ts'
import { type Frame, findFrame, pastLeadIns, toldLast } from './frames.ts'
import { commandsByForm, isPrinciple, isProposal, isReport } from './moods.ts'
import type { Stem } from './outline.ts'
import type { Passage } from './passages.ts'
import { isPetition } from './petitions.ts'
import { isEmptyOrder, isFormula, isIntroduction, isLament, kindOfRemark } from './remarks.ts'
import type { Span } from './sentences.ts'
import type { DraftKind, KeptKind } from './types.ts'
import { findVerb } from './verbs.ts'
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
  /** A slip of assignments, whose lines are fields. */
  isAssignment?: boolean
  /** Who concludes, by name. */
  concludes?: string
}

/** What the paragraph and the headings above it have said so far. */
export interface Hearing {
  setting: Setting
  heard: Omit<Stem, 'level'>
  /** Who was told in the sentence before, in this paragraph. */
  assignee?: string
  areas: readonly DutyArea[]
  /** The paragraph is a numbered point. */
  isPoint: boolean
  /** The paragraph is an article of a decision. */
  isArticle: boolean
}

export interface Reading {
  duties: Duty[]
  kept: Kept[]
  /** Who is told what stands beneath: the sentence ends in a colon, or tells no more than that. */
  stem?: Omit<Stem, 'level'>
}

interface Kept {
  kind: KeptKind
  span: Span
}

/** What a sentence commands, and what it only says; `blotted` is the paragraph without its brackets. */
export function readSentence(passage: Passage, blotted: string, span: Span, hearing: Hearing): Reading {
  const core = blotted.slice(pastLeadIns(blotted, span.start), span.end)
  const decides = hearing.isArticle && decided.test(core)
  if (decides || isFormula(core) || isPetition(passage.text, blotted, span, hearing.setting))
    return { duties: [], kept: [{ kind: 'background', span }] }
  const isHanded = isProposal(core) || hearing.heard.zone === 'proposals'
  const sentence: Sentence = { from: span.start, passage, blotted, hearing, isHanded, drafted: [], kept: [] }
  for (const segment of listSegments(blotted, span)) readSegment(sentence, segment)
  return {
    duties: dutiesOf(sentence),
    kept: sentence.kept,
    ...(sentence.stem ? { stem: sentence.stem } : {}),
  }
}

/** What a decision does by itself: `Điều 1. Phê duyệt …`. */
const decided =
  /^(?:nay )?(?:ban hành kèm theo|ban hành (?:quy|danh mục|đề án|kế hoạch)|quy định (?:mức|chi tiết|chế độ|một số|về)|công nhận|bổ nhiệm|tặng|thông qua|phê duyệt|thành lập|kiện toàn|bãi bỏ|sửa đổi|công bố|chấp thuận|hủy bỏ)(?![\p{L}])/u

interface Sentence {
  from: number
  passage: Passage
  blotted: string
  hearing: Hearing
  isHanded: boolean
  drafted: Drafted[]
  kept: Kept[]
  stem?: Omit<Stem, 'level'>
  /** Agencies before a semicolon that go on with the next: `Giám đốc các sở; Chủ tịch UBND các xã tổ chức …`. */
  listed?: readonly string[]
}

/** A clause that commands, before its fields are read. */
interface Drafted {
  /** With who is told, and with the deadline that follows. */
  whole: Span
  /** What is to be done. */
  body: Span
  kind: DraftKind
  assignee?: string
  areas: readonly DutyArea[]
  /** The words after it whose deadline is meant here as well. */
  lent?: Span
}

function readSegment(sentence: Sentence, segment: Span): void {
  const { passage, blotted, hearing, drafted, kept } = sentence
  const last = drafted.at(-1)
  if (
    last &&
    isModifier(passage.text, blotted, segment) &&
    !handsOn.test(blotted.slice(segment.start, segment.end)) &&
    !(isReporting(passage.text, blotted, segment, hearing.setting.issuer) && isTimed(sentence, last))
  ) {
    last.whole = { start: last.whole.start, end: segment.end }
    if (completes.test(blotted.slice(segment.start, segment.end)))
      for (const other of drafted) if (other !== last) other.lent = segment
    return
  }
  const said = blotted.slice(segment.start, segment.end)
  if (promises(passage.text, blotted, segment, hearing.setting)) {
    kept.push({ kind: 'background', span: segment })
    return
  }
  const listed = readAgencies(passage.text, blotted, segment.start)
  if (listed?.end === segment.end) {
    kept.push({ kind: 'background', span: segment })
    sentence.listed = [...(sentence.listed ?? []), ...listed.names]
    return
  }
  const goesOn = drafted.some(({ assignee }) => assignee !== undefined)
  const isOrdered =
    hearing.heard.orders ||
    (hearing.heard.zone === 'duties' && hearing.isPoint) ||
    goesOn ||
    (hearing.isPoint && kindOfRemark(said) === 'background')
  const silent =
    isFormula(said) || (segment.start === sentence.from && isRest(said, passage.text, segment.end))
  const frame = silent ? undefined : findFrame(passage.text, blotted, segment, isOrdered)
  if (frame && isHeard(frame, said, segment, hearing)) {
    readFrame(sentence, segment, frame)
    return
  }
  if (!silent && !isLament(said) && commandsByForm(said, heardBy(hearing, goesOn), isSomebodyTold(hearing))) {
    const span = { start: pastLeadIns(blotted, segment.start), end: segment.end }
    draft(sentence, span, span, undefined)
    return
  }
  const matter = listAreas(said)
  if (matter.length > 0) hearing.areas = matter
  kept.push({ kind: remarkOf(sentence, said), span: segment })
}

/** `Thực hiện Nghị quyết số …; UBND tỉnh …`: on what the rest of the sentence stands. */
function isRest(said: string, text: string, end: number): boolean {
  return (
    text[end] === ';' &&
    /^(?:thực hiện|triển khai|căn cứ|thi hành|tiếp theo|theo) (?:nội dung |ý kiến )?(?:nghị|quyết định|chỉ thị|công|kế hoạch|luật|thông|kết luận|chương trình|văn bản|đề án)[^,]* (?:số |của |về )/u.test(
      said,
    )
  )
}

/** `quá thời hạn trên, Sở Y tế sẽ báo cáo …`: what whoever issues it will do is told to nobody. */
function promises(text: string, blotted: string, { start, end }: Span, { issuer }: Setting): boolean {
  const will = blotted.slice(start, end).search(/ (?:sẽ|dự kiến|xin) /u)
  if (will < 0 || will > 160) return false
  const at = Math.max(start, blotted.lastIndexOf(', ', start + will) + 2)
  if (
    /^(?:(?:và|thì) )?(?:sở|chúng tôi|tôi|ubnd|bộ|ban|trung tâm|văn phòng|tỉnh|cơ quan|đoàn) $/u.test(
      blotted.slice(at, start + will + 1),
    )
  )
    return true
  const subject = readAgencies(text, blotted, at)
  return subject !== undefined && subject.end === start + will && isIssuer(subject.names, issuer)
}

/** What was told before in the sentence goes on; a plain line beneath a heading of duties needs a verb that is known. */
function heardBy({ heard, isPoint }: Hearing, goesOn: boolean): Omit<Stem, 'level'> {
  if (goesOn) return { ...heard, orders: true }
  const { zone, ...rest } = heard
  return zone === 'duties' && !isPoint ? rest : heard
}

/** `…; gửi danh sách về Sở …`, `…; tổng hợp gửi …`: something is made and sent, which is a duty of its own. */
const handsOn =
  /^(?:tổng hợp|nộp|gửi)(?: [\p{L},·]+){1,8} (?:gửi |báo cáo |về |cho )?(?:sở|ubnd|văn phòng|vp|phòng|bộ|ban|chủ tịch|thường trực|công an|tỉnh)(?![\p{L}])/u

/** Has a deadline or a rhythm of its own already. */
function isTimed({ blotted, hearing }: Sentence, { whole }: Drafted): boolean {
  const said = blotted.slice(whole.start, whole.end)
  const { due, recurs, dueWords } = timesOf(said, said, hearing.setting.anchor)
  return (due ?? recurs ?? dueWords) !== undefined
}

/** `…; báo cáo UBND tỉnh trước ngày …` is a duty of its own after one with a day of its own. */
function isReporting(
  text: string,
  blotted: string,
  { start, end }: Span,
  issuer: string | undefined,
): boolean {
  const said = blotted.slice(start, end)
  return (
    /^(?:gửi |có |định kỳ )?báo cáo /u.test(said) &&
    findReceiver(text.slice(start, end), said, issuer) !== undefined
  )
}

/** A stretch without words of its own kind goes on with what was said before it. */
function remarkOf({ kept }: Sentence, said: string): KeptKind {
  const kind = kindOfRemark(said)
  return kind === 'background' ? (kept.at(-1)?.kind ?? kind) : kind
}

/** Among remarks only an order is one; a report of what was done is none; and nobody orders themselves. */
function isHeard(frame: Frame, said: string, { start }: Span, { heard, setting }: Hearing): boolean {
  if (frame.order !== undefined && (frame.assignee ?? frame.pronoun) !== undefined) return true
  if (heard.zone === 'remarks' || heard.zone === 'purpose') return false
  if (frame.order === undefined && isLament(said)) return false
  if (
    frame.order === undefined &&
    kindOfRemark(said) === 'praise' &&
    /^(?:đánh giá|ghi nhận|biểu dương|chúc|cảm ơn|hoan)/u.test(said)
  )
    return false
  if (frame.assignee && frame.order === undefined && isIssuer(frame.assignee.names, setting.issuer))
    return false
  // `Sở Y tế sẽ báo cáo …` tells what is to come, but where duties are told.
  if (
    frame.assignee &&
    frame.order === undefined &&
    intends.test(said) &&
    !heard.orders &&
    heard.zone !== 'duties'
  )
    return false
  const from = frame.assignee ? frame.body - start : 0
  if (frame.assignee && ofThose.test(said.slice(from))) return true
  return frame.order !== undefined || acts(said, frame.body - start) || !isReport(said.slice(from))
}

const intends = /^(?:[\p{L}&/·-]+,? ){1,16}(?:sẽ|dự kiến|đang|hiện) /u

/** `Rà soát các hộ đã thoát nghèo`: what was done is the matter of what is to be done. */
function acts(said: string, from: number): boolean {
  const verb = findVerb(said, from)
  const past = /(?:^| )(?:đã|vẫn|chưa|còn) /u.exec(said.slice(from))
  if (!verb || past === null || verb.end > from + past.index) return false
  return verb.strong || plural.test(said.slice(verb.end, from + past.index + 1))
}

/** `xuống 4 xóm chưa đạt, hướng dẫn …`: where one goes is told by what it lacks. */
const ofThose =
  /^[\p{L}]+(?: [\p{L}]+){0,3}? (?:\d{1,4}|các|những|từng) [\p{L}]+(?: [\p{L}]+){0,2} (?:chưa|còn) [^;:]{2,60}, [\p{L}]+ /u

/** Those who are meant, of whom the past is told. */
const plural =
  /(?:các|những|mọi|toàn bộ|hộ|người|đối tượng|trường hợp|hồ sơ|nội dung|vụ|công trình|trẻ|nơi) /u

function isIssuer(names: readonly string[], issuer: string | undefined): boolean {
  const first = names[0]?.toLowerCase() ?? ''
  if (/^(?:phó |quyền )?(?:chủ tịch|bí thư)(?: ubnd| tỉnh|$)(?! các)/u.test(first) && /tỉnh/u.test(first))
    return true
  // An office hands on what its chair concludes, and is told its part.
  return !first.startsWith('văn phòng') && (issuer?.toLowerCase().startsWith(first) ?? false)
}

function readFrame(sentence: Sentence, segment: Span, frame: Frame): void {
  const { passage, blotted, hearing, kept } = sentence
  const listed = frame.order === undefined ? (sentence.listed ?? []) : []
  delete sentence.listed
  const told = frame.assignee ? [...listed, ...frame.assignee.names].join(', ') : undefined
  const isTold = told !== undefined && !isIssuer(frame.assignee?.names ?? [], hearing.setting.issuer)
  const body = withoutReceivers(passage.text, blotted, { start: frame.body, end: segment.end })
  if (isIntroduction(body) || (isEmptyOrder(body) && !isOwnPoint(sentence, frame, segment))) {
    kept.push({ kind: remarkOf(sentence, blotted.slice(segment.start, segment.end)), span: segment })
    const assignee = told ?? whoIsTold(hearing)
    sentence.stem = { orders: true, ...(assignee === undefined ? {} : { assignee }) }
    if (isTold) hearing.assignee = told
    return
  }
  if (told !== undefined) hearing.assignee = told
  else if (frame.pronoun && hearing.setting.addressee !== undefined)
    hearing.assignee ??= hearing.setting.addressee
  const clauses = listClauses(passage.text, blotted, { start: frame.body, end: segment.end })
  const first = sentence.drafted.length
  clauses.forEach((clause, index) => {
    const whole = index === 0 ? { start: frame.start, end: clause.end } : clause
    draft(sentence, whole, clause, frame)
  })
  lendCompletion(sentence, first)
}

/** `chỉ đạo Sở Y tế và các cơ quan liên quan:` only hands the order on. */
function withoutReceivers(text: string, blotted: string, { start, end }: Span): string {
  const body = blotted.slice(start, end)
  const word = /^(?:chỉ đạo|yêu cầu|phối hợp(?: với)?|cùng(?: với)?) /u.exec(body)
  const mention = word && text[end] === ':' ? readAgencies(text, blotted, start + word[0].length) : undefined
  return mention && word ? `${word[0]}${blotted.slice(mention.end, end)}` : body
}

/** A numbered point that tells somebody to carry the document out is a duty; the closing formula is none. */
function isOwnPoint({ passage, hearing }: Sentence, frame: Frame, segment: Span): boolean {
  if (!hearing.isPoint || frame.order !== undefined || !frame.assignee) return false
  return segment.end - frame.body > 20 && !/:\s*$/u.test(passage.text.slice(segment.start))
}

const reportsAll = /báo cáo(?: kết quả)?(?: [\p{L}]+){0,8} (?:kết quả |việc thực hiện )?(?:trước|chậm nhất)/u
const completes = /(?:hoàn thành|xong|kết thúc)(?: [\p{L}]+){0,2} (?:trước|trong|chậm nhất|vào|ngay)/u

/** `…, hoàn thành trước ngày …` at the end of a list of clauses is meant of all of them. */
function lendCompletion({ blotted, drafted }: Sentence, first: number): void {
  const last = drafted.at(-1)
  if (!last || drafted.length - first < 2) return
  const said = blotted.slice(last.body.start, last.body.end)
  if (!completes.test(said) && !(/báo cáo[^,]* kết quả/u.test(said) && reportsAll.test(said))) return
  for (const other of drafted.slice(first, -1)) other.lent = last.body
}

function isSomebodyTold({ assignee, heard }: Hearing): boolean {
  return heard.orders === true || (assignee ?? heard.assignee) !== undefined
}

function whoIsTold({ assignee, heard, setting }: Hearing): string | undefined {
  return assignee ?? heard.assignee ?? setting.addressee
}

function draft(sentence: Sentence, whole: Span, body: Span, frame: Frame | undefined): void {
  const { blotted, hearing, drafted } = sentence
  const lower = blotted.slice(body.start, body.end)
  const isPlainGoal = hearing.heard.zone === 'goals' && frame?.order === undefined
  const isUntold =
    isPlainGoal ||
    (frame === undefined &&
      isPrinciple(lower, false) &&
      hearing.heard.assignee === undefined &&
      !drafted.some((other) => other.assignee !== undefined))
  const last = toldLast(sentence.passage.text, sentence.passage.lower, body)
  const assignee = last?.names.join(', ') ?? (isUntold ? undefined : whoIsTold(hearing))
  drafted.push({
    whole,
    body,
    kind: kindOf(sentence, lower, frame),
    areas: nearestAreas(hearing),
    ...(assignee === undefined ? {} : { assignee }),
  })
  const own = listAreas(blotted.slice(whole.start, whole.end))
  if (own.length > 0) hearing.areas = own
}

/** The areas of the clause before, of the headings, or of the title: the first that name a matter. */
function nearestAreas({ areas, heard, setting }: Hearing): readonly DutyArea[] {
  const near = [areas, heard.areas ?? [], setting.areas]
  return near.find(namesMatter) ?? near.find((each) => each.length > 0) ?? []
}

function namesMatter(areas: readonly DutyArea[]): boolean {
  return areas.some((area) => !areasOfManner.includes(area))
}

function kindOf({ isHanded, hearing }: Sentence, lower: string, frame: Frame | undefined): DraftKind {
  const isCentral = frame?.assignee?.names.some((name) =>
    /^(?:các )?(?:bộ(?! chỉ huy| đội| tư lệnh)|chính phủ|thủ tướng|trung ương|quốc hội|ủy ban thường vụ)/iu.test(
      name,
    ),
  )
  // Beneath proposals whoever proposes tells their own what to do.
  const isOwn = hearing.heard.zone === 'proposals' && /^(?:giao|yêu cầu|phân công)/u.test(frame?.order ?? '')
  if ((isHanded && !isOwn) || (isCentral && /đề nghị|kiến nghị/u.test(frame?.order ?? ''))) return 'proposal'
  const { due, recurs } = timesOf(lower, lower, hearing.setting.anchor)
  if (hearing.heard.zone === 'requirements' && !due && !recurs && !frame?.assignee) return 'principle'
  return isPrinciple(lower, Boolean(due)) ? 'principle' : 'task'
}

function dutiesOf({ passage, blotted, hearing, drafted }: Sentence): Duty[] {
  const { anchor } = hearing.setting
  const { by } = hearing.heard
  let advises: string | undefined
  return drafted.map((one) => {
    const duty = dutyOf(passage, one.whole, one.body, {
      anchor,
      areas: one.areas,
      kind: one.kind,
      ...(one.assignee === undefined ? {} : { assignee: one.assignee }),
      ...(advises === undefined ? {} : { advises }),
      ...(hearing.setting.issuer === undefined ? {} : { issuer: hearing.setting.issuer }),
    })
    if (/tham mưu/u.test(blotted.slice(one.body.start, one.body.end))) advises = duty.reportsTo ?? advises
    const timed = one.lent ? withLent(duty, passage, one.lent, anchor) : duty
    return by !== undefined && timed.dueWords === undefined ? { ...timed, due: by } : timed
  })
}

/** With the deadline of words further on, where it has none of its own. */
function withLent(duty: Duty, { text, lower }: Passage, lent: Span, anchor: DayAnchor): Duty {
  const words = text.slice(lent.start, lent.end)
  const small = lower.slice(lent.start, lent.end)
  if (duty.dueWords !== undefined) return duty
  const reportsTo = duty.reportsTo ?? findReceiver(words, small)
  return { ...duty, ...timesOf(small, words, anchor), ...(reportsTo === undefined ? {} : { reportsTo }) }
}
