import { dayFrom, type WorkingCalendar } from '#calendar'
import { listAreas } from './area-words.ts'
import { type Hearing, readSentence, type Setting } from './commands.ts'
import type { Duty } from './duties.ts'
import { inferredYear, type PlacedLine, readHead, soleAddressee } from './head.ts'
import { headingOf, zoneInLine } from './headings.ts'
import { type Place, placesOf } from './layout.ts'
import { heardFrom, isPlain, itemLevel, levelOf, plainLevel, type Stem, stemsAbove } from './outline.ts'
import { listPassages, type Passage, quoteOf, toPassage } from './passages.ts'
import { readTable } from './plan-tables.ts'
import { restore } from './restoring.ts'
import { listSentences, type Span, withoutBrackets } from './sentences.ts'
import { namesOnly, sheetField, withSheetField } from './sheets.ts'
import { type SlipWalk, walkSlipLine } from './slip-lines.ts'
import { linesOfTable, type Slip, slipOf } from './slips.ts'
import type { DirectiveHead, DraftTask, KeptPassage, NoticeDocument, NoticeReading } from './types.ts'
import { prepare } from './written.ts'
import { listWrittenDays, resolveDay } from './written-days.ts'

type Block = ReturnType<typeof listPassages>[number]

/**
 * What a directive commands, to whom and by when, and what it only says: rules over the language of administration,
 * for a person to confirm. Every draft quotes the words it came from; a year that nobody wrote is marked. Periods of
 * working days become a day only with the `calendar` of days off. Never throws, whatever the text.
 */
export function readNotice(
  document: NoticeDocument,
  { calendar }: { calendar?: WorkingCalendar } = {},
): NoticeReading {
  const blocks = listPassages(document.parts).flatMap((block): Block[] =>
    'pieces' in block ? [block] : (linesOfTable(block.table, block.part) ?? [block]),
  )
  const slip = slipOf(blocks.map((block) => ('pieces' in block ? block : undefined)))
  const places = withSlip(placesOf(blocks), slip)
  const lines = linesOf(blocks, places)
  const directive = readHead(lines)
  const anchor = { ...anchorOf(directive, lines), ...(calendar ? { calendar } : {}) }
  const setting = settingOf(directive, lines, anchor)
  const walk: Walk = { setting, stems: [], duties: [], kept: [] }
  const slipWalk = slip && slipWalkOf(walk, slip)
  blocks.forEach((block, index) => {
    const place = places[index] ?? 'body'
    if (!('pieces' in block)) walkTable(walk, block, place)
    else if (place === 'body' && slipWalk && walkSlipLine(slipWalk, block, index)) delete walk.told
    else if (place === 'body') walkPassage(walk, block, blocks[index + 1], places[index + 1])
    else walk.kept.push({ ...quoteOf(block, 0, block.text.length), kind: place })
  })
  const tasks = walk.duties.map((duty, index): DraftTask => ({ id: index + 1, ...duty }))
  return { directive, tasks, kept: walk.kept }
}

/** A line with a label is read wherever it stands, but among those who sign and receive. */
function withSlip(places: readonly Place[], slip: Slip | undefined): Place[] {
  return places.map((place, index) => {
    const fields = slip?.lines.get(index)
    if (!fields || (place !== 'head' && place !== 'form')) return place
    return fields.some(({ field }) => field !== undefined && field !== 'other') ? 'body' : place
  })
}

function slipWalkOf(walk: Walk, slip: Slip): SlipWalk {
  const { setting, duties, kept } = walk
  const { anchor, areas } = setting
  const read = (passage: Passage, within: Span) => {
    const { level } = levelOf(passage.text, passage.lower)
    readPassage(walk, passage, { start: within.start, within, level, nextLevel: undefined, isSheet: true })
  }
  return { slip, anchor, areas, duties, kept, before: new Map(), own: new Map(), read }
}

function linesOf(blocks: readonly Block[], places: readonly Place[]): PlacedLine[] {
  return blocks.flatMap((block, index): PlacedLine[] => {
    const place = places[index] ?? 'body'
    if ('pieces' in block) return [{ place, passage: block }]
    if (place !== 'head') return []
    const columns = Math.max(...block.table.map((row) => row.length), 0)
    const cells = Array.from({ length: columns }, (_, column) =>
      block.table.map((row) => row[column] ?? ''),
    ).flat()
    const lines = cells.flatMap((cell) => cell.split('\n')).filter((cell) => /\p{L}/u.test(cell))
    return lines.map((cell) => ({ place, passage: toPassage(prepare(cell), block.part) }))
  })
}

/** By the day of the document, or else by the year that its text tells. */
function anchorOf(directive: DirectiveHead, lines: readonly PlacedLine[]): Setting['anchor'] {
  if (directive.issuedOn !== undefined) return { on: directive.issuedOn }
  const first = lines
    .filter(({ place }) => place === 'head')
    .flatMap(({ passage }) => listWrittenDays(passage.lower))
    .find(({ year }) => year !== undefined)
  const on = directive.meetingOn ?? (first && resolveDay(first, {})?.on)
  if (on !== undefined) return { on }
  const year = inferredYear(lines)?.year
  return year === undefined ? {} : { on: dayFrom(year, 1, 1), isExact: false }
}

/** So many paragraphs tell what a document is about when its title does not. */
const openingMax = 3

function settingOf(
  directive: DirectiveHead,
  lines: readonly PlacedLine[],
  anchor: Setting['anchor'],
): Setting {
  const titled = directive.title === undefined ? [] : listAreas(restore(directive.title.toLowerCase()))
  const opening = lines.filter(({ place }) => place === 'body').slice(0, openingMax)
  const told = opening.map(({ passage }) => listAreas(passage.lower)).find((areas) => areas.length > 0)
  const addressee = soleAddressee(directive)
  return {
    anchor,
    areas: titled.length > 0 ? titled : (told ?? []),
    isAssignment: directive.kind === 'assignment',
    ...(directive.issuedBy === undefined ? {} : { issuer: directive.issuedBy }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(directive.concludedBy === undefined ? {} : { concludes: directive.concludedBy.name }),
  }
}

interface Walk {
  setting: Setting
  stems: Stem[]
  duties: Duty[]
  kept: KeptPassage[]
  /** Who was told by the paragraph before, and at which level. */
  told?: { level: number; assignee: string }
  /** Where the duties begin of which the lines beneath of a sheet tell who and by when. */
  sheet?: number
}

function walkTable(walk: Walk, { table, part }: { table: string[][]; part: number }, place: Place): void {
  if (place !== 'body') {
    const quotes = table.flat().filter((cell) => /\p{L}/u.test(cell))
    walk.kept.push(...quotes.map((quote) => ({ paragraph: part, kind: place, quote })))
    return
  }
  const { duties, kept } = readTable(table, part, walk.setting)
  walk.duties.push(...duties)
  walk.kept.push(...kept)
}

function walkPassage(
  walk: Walk,
  passage: Passage,
  next: Block | undefined,
  nextPlace: Place | undefined,
): void {
  const { level, start } = levelOf(passage.text, passage.lower)
  walk.stems = stemsAbove(walk.stems, level).filter(({ sits }) => !sits || !isPlain(level))
  const follows = next && nextPlace === 'body' ? next : undefined
  const nextLevel =
    follows && ('pieces' in follows ? levelOf(follows.text, follows.lower).level : plainLevel + 1)
  const isSheet =
    walk.setting.isAssignment ||
    !isPlain(level) ||
    (follows !== undefined &&
      'pieces' in follows &&
      sheetField(follows, levelOf(follows.text, follows.lower).start) !== undefined)
  if (isSheet && tellsOfSheet(walk, passage, start)) return
  const heading = headingOf(passage, start, level, nextLevel)
  if (heading) {
    walk.stems.push({ level, ...heading })
    walk.kept.push({ ...quoteOf(passage, 0, passage.text.length), kind: 'background' })
    delete walk.told
    return
  }
  readPassage(walk, passage, { start, level, nextLevel, isSheet })
}

/** `Đơn vị chủ trì: …`, `Thời hạn: …` beneath `Nội dung: …`: of every duty that its words hold. */
function tellsOfSheet(walk: Walk, passage: Passage, start: number): boolean {
  const line = sheetField(passage, start)
  if (!line || line.field === 'task') {
    if (line) walk.sheet = walk.duties.length
    else delete walk.sheet
    return false
  }
  const words = passage.text.slice(line.from)
  if (walk.sheet === undefined || walk.sheet === walk.duties.length) {
    if (!namesOnly(words)) return false
    walk.sheet = walk.duties.length
  }
  for (let index = walk.sheet; index < walk.duties.length; index += 1) {
    const duty = walk.duties[index]
    if (duty) walk.duties[index] = withSheetField(duty, line.field, words, walk.setting.anchor)
  }
  walk.kept.push({ ...quoteOf(passage, 0, passage.text.length), kind: 'background' })
  return true
}

function readPassage(
  walk: Walk,
  passage: Passage,
  {
    start,
    level,
    nextLevel,
    isSheet,
    within,
  }: { start: number; level: number; nextLevel: number | undefined; isSheet: boolean; within?: Span },
): void {
  const zone = zoneInLine(passage.lower.slice(start))
  const above = heardFrom(walk.stems)
  const told =
    walk.told && walk.told.level === level && level >= itemLevel && above.assignee === undefined
      ? walk.told.assignee
      : undefined
  const hearing: Hearing = {
    setting: walk.setting,
    heard: { ...above, ...(zone === undefined ? {} : { zone }) },
    ...(told === undefined ? {} : { assignee: told }),
    areas: above.areas ?? [],
    isPoint: !isPlain(level),
    isArticle: /^điều \d/u.test(passage.lower),
  }
  const line = within ? undefined : sheetField(passage, start)
  const isTask = isSheet && line?.field === 'task'
  if (isTask || within) hearing.heard = { ...hearing.heard, orders: true }
  const spans = listSentences(passage.text.slice(0, within?.end), isTask ? line.from : start)
  const blotted = withoutBrackets(passage.lower)
  let stem: Omit<Stem, 'level'> | undefined
  for (const span of spans) {
    const reading = readSentence(passage, blotted, span, hearing)
    walk.duties.push(...reading.duties)
    walk.kept.push(
      ...reading.kept.map((kept) => ({
        ...quoteOf(passage, kept.span.start, kept.span.end),
        kind: kept.kind,
      })),
    )
    stem = reading.stem
  }
  const opens = /:\s*$/.test(passage.text) && nextLevel !== undefined
  if (opens) walk.stems.push(stemUnder(stem, hearing, { level, nextLevel, last: passage.lower }))
  if (hearing.assignee !== undefined) walk.told = { level, assignee: hearing.assignee }
}

/** What an opening phrase with a colon says of the list beneath it. */
function stemUnder(
  stem: Omit<Stem, 'level'> | undefined,
  hearing: Hearing,
  { level, nextLevel, last }: { level: number; nextLevel: number; last: string },
): Stem {
  // `gồm các ông, bà có tên sau:` lists who sits, not what is to be done.
  if (/(?:gồm|có tên sau|thành phần|danh sách)(?: [\p{L},]+){0,8} ?:\s*$/u.test(last))
    return { level: nextLevel > level ? level : nextLevel - 0.25, zone: 'remarks', sits: true }
  const assignee = stem?.assignee ?? hearing.assignee
  return {
    level: nextLevel > level ? level : nextLevel - 0.25,
    ...((stem ??
    /(?:yêu cầu|giao|chỉ thị|đề nghị|nhiệm vụ|nội dung sau|công việc sau|việc sau|chỉ đạo)[^:]{0,40}:\s*$/u.test(
      last,
    ))
      ? { orders: true as const }
      : {}),
    ...(assignee === undefined ? {} : { assignee }),
    ...(hearing.areas.length === 0 ? {} : { areas: [...hearing.areas] }),
  }
}
