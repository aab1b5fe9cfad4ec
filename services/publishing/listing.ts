import { sql } from 'kysely'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import type { ArticleKind, Content } from './content.ts'
import type { ArticleLanguage, ManuscriptState, PublishingTables } from './tables.ts'

/** Where officers look for manuscripts: the state of the text, or that readers no longer see it. */
export type ManuscriptShelf = ManuscriptState | 'withdrawn'
export const manuscriptShelves = [
  'draft',
  'inReview',
  'returned',
  'scheduled',
  'published',
  'withdrawn',
] as const satisfies readonly ManuscriptShelf[]

/** A manuscript in a list. */
export interface ManuscriptLine {
  id: number
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  unitUid: string | undefined
  title: string
  state: ManuscriptState
  editedBy: string
  editedAt: Date
  /** When it is to be shown, for a text that waits. */
  publishAt: Date | undefined
  /** What readers see of it: nothing yet, a text, or why there is none. */
  shown: 'never' | 'shown' | 'withdrawn'
  publishedAt: Date | undefined
  /** An English text older than the Vietnamese readers see. */
  isOutdated: boolean
}

/** One manuscript with its words. */
export interface Manuscript extends ManuscriptLine {
  content: Content
  version: number
  author: string
  /** Who changed the words since they were last shown: none of them may approve. */
  editors: string[]
  translates: number | undefined
  /** The other language's manuscript, if it was begun. */
  otherId: number | undefined
}

export interface ManuscriptFilter {
  shelf?: ManuscriptShelf | undefined
  kind?: ArticleKind | undefined
  language?: ArticleLanguage | undefined
  /** Words of the title, with or without tones. */
  text?: string | undefined
  /** Those that wait for somebody other than this officer, `officer:…`. */
  waitingFor?: string | undefined
}

/** The newest first. */
export async function listManuscripts(
  transaction: Transaction,
  { limit, offset = 0, ...filter }: ManuscriptFilter & { limit: number; offset?: number },
): Promise<ManuscriptLine[]> {
  const rows = await filtered(joined(transaction), filter)
    .select(lineColumns)
    .select(sql<string>`content ->> 'title'`.as('title'))
    .orderBy('m.edited_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(lineOf)
}

export async function countManuscripts(transaction: Transaction, filter: ManuscriptFilter): Promise<number> {
  const row = await filtered(joined(transaction), filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many stand on each shelf, of those the filter leaves. */
export async function countShelves(
  transaction: Transaction,
  filter: ManuscriptFilter,
): Promise<Record<ManuscriptShelf, number>> {
  const counts = await Promise.all(
    manuscriptShelves.map(
      async (shelf) => [shelf, await countManuscripts(transaction, { ...filter, shelf })] as const,
    ),
  )
  return Object.fromEntries(counts) as Record<ManuscriptShelf, number>
}

/** Undefined when there is none, or none that the actor may see. */
export async function findManuscript(transaction: Transaction, id: number): Promise<Manuscript | undefined> {
  const row = await joined(transaction)
    .select(lineColumns)
    .select(['m.content', 'm.version', 'm.author', 'm.editors', 'm.translates'])
    .select(sql<string>`content ->> 'title'`.as('title'))
    .select((eb) =>
      eb
        .selectFrom('publishing.manuscript as other')
        .select('other.id')
        .whereRef('other.slug', '=', 'm.slug')
        .whereRef('other.language', '<>', 'm.language')
        .as('otherId'),
    )
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { content, version, author, editors } = row
  return {
    ...lineOf(row),
    ...{ content, version, author, editors },
    translates: row.translates ?? undefined,
    otherId: row.otherId ?? undefined,
  }
}

const lineColumns = [
  'm.id',
  'm.slug',
  'm.language',
  'm.kind',
  'm.unit_uid',
  'm.state',
  'm.edited_by',
  'm.edited_at',
  'm.publish_at',
  'a.published_at',
  'a.withdrawn_at',
  'm.translates',
  'vi.revision as viRevision',
] as const

function joined(transaction: Transaction) {
  return transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript as m')
    .leftJoin('publishing.article as a', (join) =>
      join.onRef('a.slug', '=', 'm.slug').onRef('a.language', '=', 'm.language'),
    )
    .leftJoin('publishing.article as vi', (join) =>
      join.onRef('vi.slug', '=', 'm.slug').on('vi.language', '=', 'vi'),
    )
}

function filtered(query: ReturnType<typeof joined>, filter: ManuscriptFilter) {
  const { shelf, kind, language, text, waitingFor } = filter
  let some = query
  if (shelf === 'withdrawn') some = some.where('a.withdrawn_at', 'is not', null)
  else if (shelf === 'published') some = some.where('m.state', '=', shelf).where('a.withdrawn_at', 'is', null)
  else if (shelf) some = some.where('m.state', '=', shelf)
  if (kind) some = some.where('m.kind', '=', kind)
  if (language) some = some.where('m.language', '=', language)
  if (waitingFor)
    some = some.where('m.state', '=', 'inReview').where(sql<boolean>`not ${waitingFor} = any (m.editors)`)
  for (const word of wordsIn(text))
    some = some.where(sql<boolean>`publishing.fold(content ->> 'title') like ${`%${word}%`}`)
  return some
}

/** Folded words without signs that mean something to `like`. */
function wordsIn(text: string | undefined): string[] {
  return foldText(text ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 10)
}

function lineOf(row: {
  id: number
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  unit_uid: string | null
  title: string
  state: ManuscriptState
  edited_by: string
  edited_at: Date
  publish_at: Date | null
  published_at: Date | null
  withdrawn_at: Date | null
  translates: number | null
  viRevision: number | null
}): ManuscriptLine {
  const { id, slug, language, kind, title, state, translates, viRevision } = row
  return {
    ...{ id, slug, language, kind, title, state },
    unitUid: row.unit_uid ?? undefined,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    publishAt: row.publish_at ?? undefined,
    shown: row.withdrawn_at ? 'withdrawn' : row.published_at ? 'shown' : 'never',
    publishedAt: row.published_at ?? undefined,
    isOutdated: translates !== null && viRevision !== null && translates < viRevision,
  }
}
