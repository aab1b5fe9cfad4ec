import type { LabelledTask, NoticeLabel } from './labels.ts'
import { compareFields, compareHead, type FieldScores } from './scoring-fields.ts'
import { matchDrafts } from './scoring-matches.ts'
import type { DraftTask, NoticeDocument, NoticeReading } from './types.ts'

export interface NoticeScore {
  /** Labelled tasks, and how many of them some draft speaks of. */
  labelled: number
  found: number
  /** Drafts, and how many of them speak of a labelled task. */
  drafts: number
  right: number
  /** Drafts whose quote is not words of the part they name; there must be none. */
  misquoted: number
  missed: LabelledTask[]
  extra: DraftTask[]
  /** Of the tasks that were found, field by field. */
  fields: FieldScores
  head: FieldScores
}

/**
 * How far a reading agrees with its label. A draft may join two labelled tasks and a task may be split in two; a draft
 * that speaks of no labelled task, or of words that must not be one, is false. A draft of half a page therefore finds
 * two tasks at most.
 */
export function scoreReading(
  document: NoticeDocument,
  label: NoticeLabel,
  reading: Pick<NoticeReading, 'directive' | 'tasks'>,
): NoticeScore {
  const matches = matchDrafts(document, label, reading.tasks)
  const asked = label.tasks.filter(({ optional }) => !optional)
  const missed = asked.filter((task) => !matches.draftsOf.has(task))
  const counted = reading.tasks.filter((draft) => !matches.ofOptional.has(draft))
  const extra = counted.filter((draft) => !matches.right.has(draft))
  return {
    labelled: asked.length,
    found: asked.length - missed.length,
    drafts: counted.length,
    right: counted.length - extra.length,
    misquoted: matches.misquoted.length,
    missed,
    extra,
    fields: compareFields(asked, matches.draftsOf, label.directive.addressee),
    head: compareHead(label.directive, reading.directive),
  }
}

/** The share of the labelled tasks that were found, 0 to 1; of nothing, all. */
export function recallOf({ found, labelled }: Pick<NoticeScore, 'found' | 'labelled'>): number {
  return labelled === 0 ? 1 : found / labelled
}

/** The share of the drafts that are right, 0 to 1; of nothing, all. */
export function precisionOf({ right, drafts }: Pick<NoticeScore, 'right' | 'drafts'>): number {
  return drafts === 0 ? 1 : right / drafts
}

/** The scores of several documents as of one. */
export function sumScores(scores: readonly NoticeScore[]): NoticeScore {
  const sum = (of: (score: NoticeScore) => number) => scores.reduce((total, score) => total + of(score), 0)
  return {
    labelled: sum((score) => score.labelled),
    found: sum((score) => score.found),
    drafts: sum((score) => score.drafts),
    right: sum((score) => score.right),
    misquoted: sum((score) => score.misquoted),
    missed: scores.flatMap(({ missed }) => missed),
    extra: scores.flatMap(({ extra }) => extra),
    fields: sumFields(scores.map(({ fields }) => fields)),
    head: sumFields(scores.map(({ head }) => head)),
  }
}

function sumFields(each: readonly FieldScores[]): FieldScores {
  const total: FieldScores = {}
  for (const fields of each)
    for (const [name, { asked, right }] of Object.entries(fields)) {
      const before = total[name] ?? { asked: 0, right: 0 }
      total[name] = { asked: before.asked + asked, right: before.right + right }
    }
  return total
}
