import { inFull } from './agency-names.ts'
import type { LabelledTask, NoticeLabel } from './labels.ts'
import type { DirectiveHead, DraftTask } from './types.ts'

/** By the name of the field: how often one of the two says something, and how often both say the same. */
export type FieldScores = Record<string, { asked: number; right: number }>

type Compared = (draft: DraftTask, task: LabelledTask, addressee: string | undefined) => boolean | undefined

/** Undefined where neither says anything. */
const fields: Record<string, Compared> = {
  kind: (draft, task) => draft.kind === (task.kind ?? 'task'),
  areas: (draft, task) => areAlike(draft.areas, task.areas),
  assignee: (draft, task, addressee) => {
    // Whom the whole document addresses is said once, and a principle binds everybody.
    const isUnsaid = task.assignee === undefined
    if (isUnsaid && (task.kind === 'principle' || isSame(draft.assignee, addressee))) return undefined
    return sameWords(agenciesOf(draft.assignee), agenciesOf(task.assignee))
  },
  cooperatesWith: (draft, task) =>
    sameLists(draft.cooperatesWith, task.cooperatesWith, (name) => wordsAlone(inFull(name))),
  reportsTo: (draft, task) => sameWords(agenciesOf(draft.reportsTo), agenciesOf(task.reportsTo)),
  due: (draft, task) => sameWords(draft.due, task.due),
  recurs: (draft, task) => sameWords(draft.recurs, task.recurs),
  cites: (draft, task) => sameLists(draft.cites, task.cites, numberOrWords),
  targets: (draft, task) => sameLists(draft.targets, task.targets, ({ number }) => String(number)),
}

/** The tasks that were found, field by field. */
export function compareFields(
  tasks: readonly LabelledTask[],
  draftsOf: ReadonlyMap<LabelledTask, DraftTask>,
  addressee: string | undefined,
): FieldScores {
  const scores: FieldScores = {}
  for (const [name, compare] of Object.entries(fields)) {
    const said = tasks.flatMap((task) => {
      const draft = draftsOf.get(task)
      const isRight = draft && compare(draft, task, addressee)
      return isRight === undefined ? [] : [isRight]
    })
    scores[name] = { asked: said.length, right: said.filter(Boolean).length }
  }
  return scores
}

/** What the label says of the document; what it leaves out is not asked. */
export function compareHead(label: NoticeLabel['directive'], head: DirectiveHead): FieldScores {
  const scores: FieldScores = {}
  const ask = (name: string, asked: string | undefined, said: string | undefined) => {
    if (asked !== undefined) scores[name] = { asked: 1, right: isSame(asked, said) ? 1 : 0 }
  }
  for (const name of headFields) ask(name, label[name], head[name])
  ask('concludedBy', label.concludedBy?.name, head.concludedBy?.name)
  return scores
}

const headFields = [
  'number',
  'kind',
  'issuedOn',
  'issuedBy',
  'meetingOn',
  'meetingWith',
  'addressee',
  'byline',
] as const

/** At least half of what either names is named by both. */
function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const both = one.filter((area) => other.includes(area)).length
  return both > 0 && both * 2 >= new Set([...one, ...other]).size
}

function sameWords(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined && other === undefined ? undefined : isSame(one, other)
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && wordsAlone(one) === wordsAlone(other)
}

/** Agencies named together stay the same with a comma between, and in full or in short: `UBND`, `Ủy ban nhân dân`. */
function agenciesOf(named: string | undefined): string | undefined {
  return named
    ?.replace(/\svà\s/g, ', ')
    .split(', ')
    .map(inFull)
    .join(', ')
}

function sameLists<Item>(
  one: readonly Item[] | undefined,
  other: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): boolean | undefined {
  const keys = (list: readonly Item[] | undefined) => [...new Set((list ?? []).map(keyOf))].sort().join('|')
  return keys(one) === '' && keys(other) === '' ? undefined : keys(one) === keys(other)
}

/** A numbered document by its number, which is what it is looked up by; another by its words. */
function numberOrWords(cited: string): string {
  return cited.match(/\d+[\p{L}\d-]*\/[\p{L}\d/-]+/u)?.[0].toLowerCase() ?? wordsAlone(cited)
}

function wordsAlone(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
