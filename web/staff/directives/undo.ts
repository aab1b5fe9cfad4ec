import type { Draft, DraftContent, TaskEvent } from '#directives'

/** What the last deed can be taken back by: making drafts undecided again, or giving one its words back. */
export type Undo =
  | { is: 'restore'; drafts: { id: number; version: number }[] }
  | { is: 'edit'; draft: { id: number; version: number }; content: DraftContent; lead: string | undefined }

const decided = {
  draftConfirmed: 'confirmed',
  draftsJoined: 'joined',
  draftSplit: 'split',
  draftDropped: 'dropped',
} as const

type Deciding = keyof typeof decided

interface Deed {
  kind: Deciding | 'draftEdited'
  draftId: number
  at: Date
  before: string
  after: string
  details: Record<string, unknown>
}

/**
 * How the latest deed on the drafts of a directive is undone; undefined when there is none left. Undoing again goes
 * further back: what was restored meanwhile is passed over, and so is an edit that gave a draft its former words.
 */
export function findUndo(events: readonly TaskEvent[], drafts: readonly Draft[]): Undo | undefined {
  const deeds = deedsOf(events)
  const last = deeds.at(-1)
  if (!last) return undefined
  const seen = (id: number) => {
    const draft = drafts.find((each) => each.id === id)
    return draft && { id, version: draft.version }
  }
  if (last.kind === 'draftEdited') {
    const draft = seen(last.draftId)
    const { lead, ...content } = last.details.before as DraftContent & { lead?: string }
    const isOpen = drafts.some(({ id, state }) => id === last.draftId && state === 'proposed')
    return draft && isOpen ? { is: 'edit', draft, content, lead } : undefined
  }
  const together = deeds.filter(({ kind, at }) => kind === last.kind && at.getTime() === last.at.getTime())
  const state = decided[last.kind]
  const standing = together.filter(({ draftId }) =>
    drafts.some((draft) => draft.id === draftId && draft.state === state),
  )
  // What was joined comes back together, asked for by any of it.
  const asked = last.kind === 'draftsJoined' ? standing.slice(0, 1) : standing
  const restored = asked.flatMap(({ draftId }) => seen(draftId) ?? [])
  return restored.length > 0 ? { is: 'restore', drafts: restored } : undefined
}

/** The deeds that still stand, in their order. */
function deedsOf(events: readonly TaskEvent[]): Deed[] {
  let deeds: Deed[] = []
  // A draft that was made of others and dropped when those came back is no deed of anybody.
  const restoredAt = new Set(
    events.filter(({ kind }) => kind === 'draftRestored').map(({ at }) => at.getTime()),
  )
  for (const { kind, draftId, at, details } of events) {
    if (draftId === undefined) continue
    if (kind === 'draftRestored')
      deeds = deeds.filter((deed) => deed.draftId !== draftId || deed.kind === 'draftEdited')
    else if (kind === 'draftEdited') {
      const deed = { kind, draftId, at, details, ...sidesOf(details) }
      const isBack = deeds.findLastIndex((each) => each.draftId === draftId && each.kind === 'draftEdited')
      const former = deeds[isBack]
      if (former && former.before === deed.after && former.after === deed.before) deeds.splice(isBack, 1)
      else deeds.push(deed)
    } else if (isDeciding(kind) && !(kind === 'draftDropped' && restoredAt.has(at.getTime())))
      deeds.push({ kind, draftId, at, details, before: '', after: '' })
  }
  return deeds
}

function isDeciding(kind: string): kind is Deciding {
  return Object.hasOwn(decided, kind)
}

function sidesOf({ before, after }: Record<string, unknown>): { before: string; after: string } {
  return { before: sorted(before), after: sorted(after) }
}

/** The same content is the same text, whatever order its fields were kept in. */
function sorted(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
