import type { LocalDate } from '#calendar'
import type { DutyArea } from './duty-areas.ts'

/** A paragraph or a table of a written document; a table's first row may be its header. */
export type NoticePart = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: string[][] }

/** A document in reading order; blank paragraphs are left out by whoever writes the parts. */
export interface NoticeDocument {
  parts: NoticePart[]
}

export type DirectiveKind =
  | 'conclusion-notice'
  | 'urgent-dispatch'
  | 'plan'
  | 'decision'
  | 'directive'
  | 'official-letter'
  | 'assignment'
  | 'other'

/** A field of the head whose year was not written beside its day. */
export type InferredField = 'issuedOn' | 'meetingOn'

/** What the document says of itself. A field that nobody wrote is absent. */
export interface DirectiveHead {
  /** As written: `440/TB-UBND`. */
  number?: string
  kind: DirectiveKind
  title?: string
  issuedOn?: LocalDate
  issuedBy?: string
  concludedBy?: { name: string; title?: string }
  meetingOn?: LocalDate
  meetingWith?: string
  addressee?: string
  byline?: string
  /** Whose year stands nowhere beside the day: a person must confirm it. */
  inferred: InferredField[]
  /** The words from which the year was inferred. */
  inferredFrom?: string
}

export type DraftKind = 'task' | 'principle' | 'proposal'

export type Recurrence = 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'ongoing'

/** One thing that the document commands, for a person to confirm, join, split or edit. */
export interface DraftTask {
  /** From 1, in reading order. */
  id: number
  /** The part it came from, from 1. */
  paragraph: number
  /** What is to be done: a short phrase in the words of the document. */
  does: string
  /** In the order of `dutyAreas`; at least one. */
  areas: DutyArea[]
  kind: DraftKind
  assignee?: string
  cooperatesWith?: string[]
  reportsTo?: string
  due?: LocalDate
  /** The year of `due` was not written: it is inferred like that of the head. */
  dueInferred?: true
  recurs?: Recurrence
  /** The words of the deadline, also when no day can be computed from them. */
  dueWords?: string
  cites?: string[]
  targets?: NoticeTarget[]
  product?: string
  /** Verbatim words of the part. */
  quote: string
}

/** A number to reach, as written: “ít nhất 90%” is 90, `%`, at least. */
export interface NoticeTarget {
  words: string
  number: number
  unit?: string
  comparison: 'at-least' | 'at-most' | 'exactly' | 'more-than' | 'less-than'
  by?: LocalDate
}

export type KeptKind = 'praise' | 'finding' | 'background' | 'head' | 'recipients' | 'signature' | 'form'

/** Words that command nothing, kept as what they are. */
export interface KeptPassage {
  paragraph: number
  kind: KeptKind
  quote: string
}

export interface NoticeReading {
  directive: DirectiveHead
  tasks: DraftTask[]
  kept: KeptPassage[]
}
