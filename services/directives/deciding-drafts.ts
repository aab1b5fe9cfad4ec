import { sql } from 'kysely'
import type { NoticePart } from '#notices'
import type { Transaction } from '#platform/database'
import {
  type Draft,
  type DraftContent,
  decideDraft,
  insertDraft,
  listDrafts,
  type Quote,
  requireDraftDirective,
  requireWords,
  takeDrafts,
} from './drafts.ts'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import { type Party, requireClerk, requireParty } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'

/** A draft as somebody saw it: decided on only while it still is that version. */
export interface SeenDraft {
  id: number
  version: number
}

/** Confirms drafts as they stand. Throws DirectiveRefusal when one was decided or changed meanwhile. */
export async function confirmDrafts(
  transaction: Transaction,
  { drafts: seen, key, at }: Sent & { drafts: readonly SeenDraft[] },
): Promise<{ confirmed: number }> {
  return once(transaction, { key, kind: 'confirmDrafts', body: { drafts: seen } }, async () => {
    const drafts = await takeUndecided(transaction, seen)
    for (const draft of drafts) await decideDraft(transaction, draft, { state: 'confirmed', at })
    return {
      outcome: { confirmed: drafts.length },
      subject: { directiveId: (drafts[0] as Draft).directiveId },
    }
  })
}

/** Changes what a draft says, who leads or both; `confirm` decides it at once. Its words from the text stay. */
export async function editDraft(
  transaction: Transaction,
  edit: Sent & { draft: SeenDraft; content: DraftContent; lead?: Party | undefined; confirm?: boolean },
): Promise<{ id: number; version: number }> {
  const { draft: seen, lead, confirm = false, key, at } = edit
  const content = { ...edit.content, does: requireWords(edit.content.does) }
  if (lead !== undefined) requireParty(lead)
  const body = { draft: seen, content, lead: lead ?? null, confirm }
  return once(transaction, { key, kind: 'editDraft', body }, async () => {
    const [draft] = await takeUndecided(transaction, [seen])
    if (!draft) throw new DirectiveRefusal('noSuchDraft')
    await sql`update directives.draft set content = ${JSON.stringify(content)}, lead = ${lead ?? null}::text,
      version = version + 1 where id = ${draft.id}`.execute(transaction)
    const { directiveId, id } = draft
    const details = { before: { ...draft.content, lead: draft.lead }, after: { ...content, lead } }
    await noteEvent(transaction, 'draftEdited', { directiveId, draftId: id, at, details })
    if (confirm) await decideDraft(transaction, draft, { state: 'confirmed', at })
    return { outcome: { id, version: draft.version + (confirm ? 2 : 1) }, subject: { directiveId } }
  })
}

/** Joins drafts into one that keeps the words of all; it takes their place and is to be confirmed itself. */
export async function joinDrafts(
  transaction: Transaction,
  join: Sent & { drafts: readonly SeenDraft[]; content: DraftContent; lead?: Party | undefined },
): Promise<{ id: number }> {
  const { drafts: seen, content, lead, key, at } = join
  return once(transaction, { key, kind: 'joinDrafts', body: { drafts: seen, content, lead } }, async () => {
    if (new Set(seen.map(({ id }) => id)).size < 2) throw new DirectiveRefusal('joinOfOne')
    const drafts = await takeUndecided(transaction, seen)
    const [first] = drafts as [Draft]
    const { directiveId } = first
    const id = await insertDraft(transaction, {
      directiveId,
      position: first.position,
      content: { ...content, does: requireWords(content.does) },
      quotes: uniqueQuotes(drafts.flatMap(({ quotes }) => quotes)),
      madeFrom: drafts.map((draft) => draft.id),
      lead,
    })
    for (const draft of drafts)
      await decideDraft(transaction, draft, { state: 'joined', at, details: { into: id } })
    return { outcome: { id }, subject: { directiveId } }
  })
}

function uniqueQuotes(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((each) => [`${each.paragraph} ${each.quote}`, each])).values()]
}

/**
 * Splits a draft into parts, each with those of its words that it came from: the whole quote when a part names none. Words
 * that do not stand in the draft's own quotes are refused.
 */
export async function splitDraft(
  transaction: Transaction,
  split: Sent & {
    draft: SeenDraft
    parts: readonly { content: DraftContent; quote?: string; lead?: Party | undefined }[]
  },
): Promise<{ ids: number[] }> {
  const { draft: seen, parts, key, at } = split
  return once(transaction, { key, kind: 'splitDraft', body: { draft: seen, parts } }, async () => {
    if (parts.length < 2) throw new DirectiveRefusal('splitOfOne')
    const [draft] = (await takeUndecided(transaction, [seen])) as [Draft]
    const { directiveId } = draft
    const next = await positionAfter(transaction, draft)
    const ids: number[] = []
    for (const [index, { content, quote, lead }] of parts.entries())
      ids.push(
        await insertDraft(transaction, {
          directiveId,
          position: draft.position + ((next - draft.position) * index) / parts.length,
          content: { ...content, does: requireWords(content.does) },
          quotes: quote === undefined ? draft.quotes : wordsOf(draft, quote),
          madeFrom: [draft.id],
          lead,
        }),
      )
    await decideDraft(transaction, draft, { state: 'split', at, details: { into: ids } })
    return { outcome: { ids }, subject: { directiveId } }
  })
}

function wordsOf(draft: Draft, quote: string): Quote[] {
  const within = draft.quotes.find((each) => each.quote.includes(quote.trim()))
  if (!within || quote.trim() === '') throw new DirectiveRefusal('quoteNotThere')
  return [{ paragraph: within.paragraph, quote: quote.trim() }]
}

async function positionAfter(transaction: Transaction, draft: Draft): Promise<number> {
  const later = (await listDrafts(transaction, draft.directiveId)).find(
    ({ position }) => position > draft.position,
  )
  return later?.position ?? draft.position + 1
}

/** Drops a draft that is no task, with the reason; it stays to be read and restored. */
export async function dropDraft(
  transaction: Transaction,
  { draft: seen, because, key, at }: Sent & { draft: SeenDraft; because: string },
): Promise<{ id: number }> {
  return once(transaction, { key, kind: 'dropDraft', body: { draft: seen, because } }, async () => {
    const [draft] = (await takeUndecided(transaction, [seen])) as [Draft]
    await decideDraft(transaction, draft, { state: 'dropped', at, because: requireWords(because) })
    return { outcome: { id: draft.id }, subject: { directiveId: draft.directiveId } }
  })
}

/**
 * Makes a decided draft undecided again. One that was joined or split comes back with all it was joined with, and what was
 * made of them is dropped, unless that has been joined or split in turn.
 */
export async function restoreDraft(
  transaction: Transaction,
  { draft: seen, key, at }: Sent & { draft: SeenDraft },
): Promise<{ restored: number[] }> {
  return once(transaction, { key, kind: 'restoreDraft', body: { draft: seen } }, async () => {
    const [draft] = (await takeDrafts(transaction, [seen])) as [Draft]
    if (draft.state === 'proposed') throw new DirectiveRefusal('nothingToRestore')
    const all = await listDrafts(transaction, draft.directiveId)
    const isOut = ({ id, state }: Draft) =>
      draft.madeFrom.includes(id) && state !== 'joined' && state !== 'split'
    if (all.some(isOut)) throw new DirectiveRefusal('sourcesBack')
    const isMade = draft.state === 'joined' || draft.state === 'split'
    const made = isMade
      ? all.filter(({ madeFrom, state }) => madeFrom.includes(draft.id) && state !== 'dropped')
      : []
    if (made.some(({ state }) => state === 'joined' || state === 'split'))
      throw new DirectiveRefusal('madeIntoMore')
    const sources = new Set([draft.id, ...made.flatMap(({ madeFrom }) => madeFrom)])
    for (const each of made)
      await decideDraft(transaction, each, { state: 'dropped', at, because: 'Khôi phục dự thảo gốc' })
    for (const each of all.filter(({ id }) => sources.has(id)))
      await decideDraft(transaction, each, { state: 'proposed', at })
    return { outcome: { restored: [...sources] }, subject: { directiveId: draft.directiveId } }
  })
}

/** Adds a task that the reader did not find, with the words of the part it stands in. */
export async function addDraft(
  transaction: Transaction,
  added: Sent & { directiveId: number; content: DraftContent; quote: Quote; lead?: Party | undefined },
): Promise<{ id: number }> {
  const { directiveId, content, lead, key, at } = added
  const quote = { paragraph: added.quote.paragraph, quote: added.quote.quote.trim() }
  return once(
    transaction,
    { key, kind: 'addDraft', body: { directiveId, content, quote, lead } },
    async () => {
      await requireClerk(transaction)
      await requireDraftDirective(transaction, directiveId)
      if (!(await isSaid(transaction, directiveId, quote))) throw new DirectiveRefusal('quoteNotThere')
      const drafts = await listDrafts(transaction, directiveId)
      const before = drafts
        .filter(({ quotes }) => quotes.every(({ paragraph }) => paragraph <= quote.paragraph))
        .at(-1)
      const next = before ? await positionAfter(transaction, before) : (drafts[0]?.position ?? 1)
      const position = ((before?.position ?? 0) + next) / 2
      const id = await insertDraft(transaction, { directiveId, position, content, quotes: [quote], lead })
      await noteEvent(transaction, 'draftAdded', { directiveId, draftId: id, at })
      return { outcome: { id }, subject: { directiveId } }
    },
  )
}

/** Whether the words stand in that part of the document. */
async function isSaid(
  transaction: Transaction,
  directiveId: number,
  { paragraph, quote }: Quote,
): Promise<boolean> {
  const { rows } = await sql<{ part: NoticePart | null }>`select parts -> ${paragraph - 1}::int as part
    from directives.directive where id = ${directiveId}`.execute(transaction)
  const part = rows[0]?.part
  if (!part || quote === '') return false
  const text = part.kind === 'paragraph' ? part.text : part.rows.flat().join('\n')
  return text.includes(quote)
}

/** The drafts as they were seen; throws when one is decided. */
async function takeUndecided(transaction: Transaction, seen: readonly SeenDraft[]): Promise<Draft[]> {
  const drafts = await takeDrafts(transaction, seen)
  if (drafts.some(({ state }) => state !== 'proposed')) throw new DirectiveRefusal('decidedAlready')
  return drafts
}
