import { sql } from 'kysely'
import type { DraftTask } from '#notices'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { noteEvent } from './events.ts'
import type { Party } from './parties.ts'
import { readActing, requireClerk, requireParty } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'

/** Verbatim words of a part of the document, and which part, from 1. */
export interface Quote {
  paragraph: number
  quote: string
}

/** What a draft says, without the words it came from. */
export type DraftContent = Omit<DraftTask, 'id' | 'paragraph' | 'quote'>

export type DraftState = 'proposed' | 'confirmed' | 'joined' | 'split' | 'dropped'

/** A task as the reader or a clerk proposes it. */
export interface Draft {
  id: number
  directiveId: number
  position: number
  content: DraftContent
  /** The words it came from: a joined draft keeps those of all, a split one what its clerk gave each part. */
  quotes: Quote[]
  /** The drafts it was joined or split from. */
  madeFrom: number[]
  /** The agency a clerk chose; undefined: what the names in the text lead to. */
  lead: Party | undefined
  state: DraftState
  because: string | undefined
  version: number
  decidedBy: string | undefined
  decidedAt: Date | undefined
}

const draftRows = sql`select id, directive_id as "directiveId", position, content, quotes, made_from as "madeFrom", lead,
    state, because, version, decided_by as "decidedBy", decided_at as "decidedAt" from directives.draft`

type DraftRow = WithNulls<Omit<Draft, 'position'> & { position: string }>

function draftOf(row: DraftRow): Draft {
  const { position, ...rest } = withoutNulls<Omit<Draft, 'position'> & { position: string }>(row)
  return { ...rest, madeFrom: rest.madeFrom.map(Number), position: Number(position) }
}

/** The drafts of a directive in the order of its text, decided or not; those joined, split or dropped too. */
export async function listDrafts(transaction: Transaction, directiveId: number): Promise<Draft[]> {
  const { rows } = await sql<DraftRow>`${draftRows} where directive_id = ${directiveId}
    order by position, id`.execute(transaction)
  return rows.map(draftOf)
}

/** The drafts named, locked until the transaction ends; throws unless all are there, of one directive that is a draft. */
export async function takeDrafts(
  transaction: Transaction,
  versions: readonly { id: number; version: number }[],
): Promise<Draft[]> {
  await requireClerk(transaction)
  const ids = versions.map(({ id }) => id)
  const { rows } =
    await sql<DraftRow>`${draftRows} where id = any(${ids}) order by position, id for update`.execute(
      transaction,
    )
  const drafts = rows.map(draftOf)
  const directiveId = drafts[0]?.directiveId
  if (directiveId === undefined || drafts.length < new Set(ids).size)
    throw new DirectiveRefusal('noSuchDraft')
  if (drafts.some((draft) => draft.directiveId !== directiveId)) throw new DirectiveRefusal('joinOfOne')
  await requireDraftDirective(transaction, directiveId)
  for (const { id, version } of versions)
    if (drafts.some((draft) => draft.id === id && draft.version !== version))
      throw new DirectiveRefusal('changedMeanwhile')
  return drafts
}

/** Throws unless the directive is there and its tasks are not handed out yet; holds it until the transaction ends. */
export async function requireDraftDirective(transaction: Transaction, directiveId: number): Promise<void> {
  const { rows } = await sql<{
    state: string
  }>`select state from directives.directive where id = ${directiveId}
    for share`.execute(transaction)
  if (!rows[0]) throw new DirectiveRefusal('noSuchDirective')
  if (rows[0].state !== 'draft') throw new DirectiveRefusal('alreadyIssued')
}

export interface NewDraft {
  directiveId: number
  position: number
  content: DraftContent
  quotes: readonly Quote[]
  madeFrom?: readonly number[]
  lead?: Party | undefined
}

/** Adds a draft that nobody has decided yet. */
export async function insertDraft(transaction: Transaction, draft: NewDraft): Promise<number> {
  const { directiveId, position, content, quotes, madeFrom = [], lead } = draft
  // As long as its paper has it: what somebody types is bounded, what was read is not.
  if (content.does.trim() === '') throw new DirectiveRefusal('needWords')
  if (lead !== undefined) requireParty(lead)
  const { rows } = await sql<{
    id: number
  }>`insert into directives.draft (directive_id, position, content, quotes,
      made_from, lead)
    values (${directiveId}, ${position}, ${JSON.stringify(content)}, ${JSON.stringify(quotes)},
      ${[...madeFrom]}::bigint[], ${lead ?? null}::text) returning id`.execute(transaction)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('A draft was added and has no id')
  return id
}

/** Writes what was decided of a draft, by whom and when, and a line of its history. */
export async function decideDraft(
  transaction: Transaction,
  draft: Draft,
  decision: { state: DraftState; at: Date; because?: string; details?: object },
): Promise<void> {
  const { state, at, because, details } = decision
  const isDecided = state !== 'proposed'
  const { name } = await readActing(transaction)
  await sql`update directives.draft set state = ${state}, because = ${because ?? null}::text, version = version + 1,
      decided_by = ${isDecided ? name : null}::text, decided_at = ${isDecided ? at : null}::timestamptz
    where id = ${draft.id}`.execute(transaction)
  const kinds = {
    proposed: 'draftRestored',
    confirmed: 'draftConfirmed',
    joined: 'draftsJoined',
    split: 'draftSplit',
    dropped: 'draftDropped',
  } as const
  const { directiveId, id: draftId } = draft
  await noteEvent(transaction, kinds[state], {
    directiveId,
    draftId,
    at,
    details: { ...details, ...(because && { because }) },
  })
}

const lettersMax = 4_000

/** The text, tidied; throws when there is none, or more than 4,000 letters of it. */
export function requireWords(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (words === '') throw new DirectiveRefusal('needWords')
  if (words.length > lettersMax) throw new DirectiveRefusal('tooManyLetters')
  return words
}
