import type { LabelledTask, NoticeLabel } from './labels.ts'
import type { DraftTask, NoticeDocument, NoticePart } from './types.ts'

export interface Matches {
  /** The draft that speaks most of each labelled task. */
  draftsOf: Map<LabelledTask, DraftTask>
  right: Set<DraftTask>
  /** Drafts that speak only of tasks on which careful readers differ. */
  ofOptional: Set<DraftTask>
  misquoted: DraftTask[]
}

/** A draft may join as many labelled tasks, and a labelled task be split into as many drafts. */
const joinedMax = 2
/** Of the words of the shorter of the two. */
const sharedMin = 0.5

/**
 * Which draft speaks of which labelled task: both stand in the same part and share at least half the words of the
 * shorter. The closest pairs are taken first, one to one; what is left may join or split.
 */
export function matchDrafts(
  document: NoticeDocument,
  label: NoticeLabel,
  drafts: readonly DraftTask[],
): Matches {
  const parts = document.parts.map((part) => wordsOf(textOf(part)))
  const spoken = drafts.map((draft) => ({ draft, at: placeOf(parts, draft.paragraph, draft.quote) }))
  const misquoted = spoken.filter(({ at }) => at === undefined).map(({ draft }) => draft)
  const forbidden = new Set(
    drafts.filter((draft) =>
      label.notTasks.some((passage) => (sharedPlaces(parts, draft, passage)?.ofAsked ?? 0) >= sharedMin),
    ),
  )
  const pairs = drafts
    .filter((draft) => !forbidden.has(draft))
    .flatMap((draft) => label.tasks.map((task) => ({ draft, task, share: shareOf(parts, draft, task) })))
    .filter(({ share }) => share.least >= sharedMin)
    .sort((one, other) => other.share.closeness - one.share.closeness)
  const taken = takePairs(pairs)
  return {
    draftsOf: taken.draftsOf,
    right: taken.right,
    ofOptional: new Set(
      [...taken.right].filter((draft) => taken.tasksOf(draft).every((task) => task.optional)),
    ),
    misquoted,
  }
}

interface Pair {
  draft: DraftTask
  task: LabelledTask
}

function takePairs(pairs: readonly Pair[]) {
  const draftsOf = new Map<LabelledTask, DraftTask>()
  const taken: Pair[] = []
  const right = new Set<DraftTask>()
  const take = (pair: Pair) => {
    taken.push(pair)
    right.add(pair.draft)
    if (!draftsOf.has(pair.task)) draftsOf.set(pair.task, pair.draft)
  }
  for (const pair of pairs) if (!draftsOf.has(pair.task) && !right.has(pair.draft)) take(pair)
  const tasksOf = (draft: DraftTask) => taken.filter((pair) => pair.draft === draft).map(({ task }) => task)
  for (const pair of pairs) if (!draftsOf.has(pair.task) && tasksOf(pair.draft).length < joinedMax) take(pair)
  for (const pair of pairs)
    if (!right.has(pair.draft) && taken.filter(({ task }) => task === pair.task).length < joinedMax)
      take(pair)
  return { draftsOf, right, tasksOf }
}

/** `least`: of the shorter; `closeness`: of both together, by the words of what is to be done where quotes are alike. */
function shareOf(
  parts: readonly string[][],
  draft: DraftTask,
  task: LabelledTask,
): { least: number; closeness: number } {
  if (draft.paragraph !== task.paragraph) return { least: 0, closeness: 0 }
  const asked = task.quote ?? task.does ?? ''
  const byPlace = sharedPlaces(parts, draft, asked)
  const said = sharedWords(wordsOf(draft.quote), wordsOf(asked))
  const close = sharedWords(wordsOf(draft.does), wordsOf(task.does ?? asked))
  const share = byPlace ?? (task.quote === undefined && close.least > said.least ? close : said)
  return { least: share.least, closeness: share.both + close.both }
}

function sharedPlaces(parts: readonly string[][], draft: DraftTask, asked: string): Share | undefined {
  const one = placeOf(parts, draft.paragraph, draft.quote)
  const other = placeOf(parts, draft.paragraph, asked)
  if (!one || !other) return undefined
  const shared = Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return shareBetween(shared, one.to - one.from, other.to - other.from)
}

/** Shared words: of the shorter, of what is asked for, and of both together. */
interface Share {
  least: number
  ofAsked: number
  both: number
}

function sharedWords(one: readonly string[], other: readonly string[]): Share {
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of one) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared += 1
  }
  return shareBetween(shared, one.length, other.length)
}

function shareBetween(shared: number, one: number, other: number): Share {
  const least = Math.min(one, other)
  return {
    least: least === 0 ? 0 : shared / least,
    ofAsked: other === 0 ? 0 : shared / other,
    both: one + other === 0 ? 0 : (2 * shared) / (one + other),
  }
}

/** Where a quote stands among the words of its part; undefined where it does not. */
function placeOf(
  parts: readonly string[][],
  paragraph: number,
  quote: string,
): { from: number; to: number } | undefined {
  const words = parts[paragraph - 1] ?? []
  const sought = wordsOf(quote)
  if (sought.length === 0) return undefined
  const from = words.findIndex((_, at) => sought.every((word, offset) => words[at + offset] === word))
  return from < 0 ? undefined : { from, to: from + sought.length }
}

function textOf(part: NoticePart): string {
  return part.kind === 'paragraph' ? part.text : part.rows.map((row) => row.join(' ')).join(' ')
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
