import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { currentSlugs, findNewSlug } from './addresses.ts'
import { adoptArticle } from './adopting.ts'
import type { Block } from './blocks/index.ts'
import type { ArticleKind, LegalDocument, Procedure } from './content.ts'
import type { ArticleLanguage, PublishingTables } from './tables.ts'

/** An article as people read it. */
export interface Article {
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  /** The commune that announces it; undefined is the province. */
  unitUid: string | undefined
  /** A key of `portalSections`. */
  section: string | undefined
  title: string
  lead: string
  body: Block[]
  byline: string
  banner: 'pond' | 'none' | 'picture'
  /** When `banner` is `picture`. */
  bannerPicture: { id: string; alt: string } | undefined
  tags: string[]
  related: { slug: string; title: string; language: ArticleLanguage }[]
  attachments: ArticleAttachment[]
  details: LegalDocument | Procedure | undefined
  /** The document the article reports, if any: its number, its day (yyyy-mm-dd). */
  documentNumber: string | undefined
  documentOn: string | undefined
  /** The text gives day and month only; the year was worked out. */
  documentYearInferred: boolean
  publishedAt: Date
  /** Since when it stands on this portal: later than `publishedAt` where it was taken over from elsewhere. */
  postedAt: Date
  /** How often its words were put before readers: 1, and one more with each correction. */
  revision: number
  /** When the words shown now were put there, if after the first time. */
  revisedAt: Date | undefined
  /** An English text made from a Vietnamese one. */
  isTranslation: boolean
  /** The Vietnamese text was corrected after the English was made from it. */
  isOutdated: boolean
}

export interface ArticleAttachment {
  id: string
  label: string
  fileName: string
  type: string
  bytes: number
}

/** An article in a list. */
export type ArticleLine = Pick<
  Article,
  | 'slug'
  | 'language'
  | 'kind'
  | 'section'
  | 'title'
  | 'lead'
  | 'documentNumber'
  | 'documentOn'
  | 'documentYearInferred'
  | 'publishedAt'
>

/** What comes with the program itself: plain fields, the rest as it is for everything new. */
export type BundledArticle = Pick<
  Article,
  | 'slug'
  | 'language'
  | 'title'
  | 'lead'
  | 'body'
  | 'byline'
  | 'tags'
  | 'documentNumber'
  | 'documentOn'
  | 'documentYearInferred'
  | 'publishedAt'
> & { banner: 'pond' | 'none'; kind?: ArticleKind; section?: string; details?: LegalDocument | Procedure }

/** Articles are public: any connection reads them, also one that acts for nobody. */
type Connection = Kysely<unknown>

/**
 * The published article in the language asked for, or else in the one it was written in; by an address it gave up it is
 * found too, under the `slug` it has now.
 */
export async function findArticle(
  connection: Connection,
  slug: string,
  language: ArticleLanguage,
): Promise<Article | undefined> {
  const tables = tablesOf(connection)
  const rows = await tables
    .selectFrom('publishing.article')
    .selectAll()
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const row = rows.find((candidate) => candidate.language === language) ?? rows[0]
  if (!row?.published_at) {
    const now = rows.length === 0 ? await findNewSlug(connection, slug) : undefined
    return now === undefined ? undefined : findArticle(connection, now, language)
  }
  const original = rows.find((candidate) => candidate.language === 'vi')
  const isTranslation = row.language === 'en' && row.translates !== null
  const [related, attachments] = await Promise.all([
    listRelated(connection, row.related, language),
    listAttachments(connection, row.attachments),
  ])
  return {
    ...lineOf(row, row.published_at),
    unitUid: row.unit_uid ?? undefined,
    body: row.body,
    byline: row.byline,
    banner: row.banner,
    bannerPicture: row.banner_picture ? { id: row.banner_picture, alt: row.banner_alt ?? '' } : undefined,
    tags: row.tags,
    related,
    attachments,
    details: row.details ?? undefined,
    postedAt: new Date(Math.max(row.published_at.getTime(), row.recorded_at.getTime())),
    revision: row.revision,
    revisedAt: row.revised_at ?? undefined,
    isTranslation,
    isOutdated: isTranslation && original !== undefined && (row.translates ?? 0) < original.revision,
  }
}

/** Which articles a list is of. */
export interface ArticleFilter {
  kind?: ArticleKind | undefined
  section?: string | undefined
  tag?: string | undefined
}

/** Published articles, the newest first; an article in two languages appears once, in the language asked for. */
export async function listArticles(
  connection: Connection,
  asked: ArticleFilter & { language: ArticleLanguage; limit: number; offset?: number },
): Promise<ArticleLine[]> {
  const rows = await tablesOf(connection)
    .with('newest', (db) =>
      narrowed(db.selectFrom('publishing.article'), asked)
        .select([
          ...(['slug', 'language', 'kind', 'section', 'title', 'lead', 'published_at'] as const),
          ...(['document_number', 'document_on', 'document_year_inferred'] as const),
        ])
        .distinctOn('slug')
        .orderBy('slug')
        .orderBy((eb) => eb('language', '=', asked.language), 'desc'),
    )
    .selectFrom('newest')
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('slug')
    .limit(asked.limit)
    .offset(asked.offset ?? 0)
    .execute()
  return rows.flatMap((row) => (row.published_at ? [lineOf(row, row.published_at)] : []))
}

/** How many articles a reader can page through. */
export async function countArticles(connection: Connection, filter: ArticleFilter = {}): Promise<number> {
  const row = await narrowed(tablesOf(connection).selectFrom('publishing.article'), filter)
    .select((eb) => eb.fn.count<number>('slug').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

function narrowed<Output>(
  query: SelectQueryBuilder<PublishingTables, 'publishing.article', Output>,
  { kind, section, tag }: ArticleFilter,
) {
  return query
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .$if(kind !== undefined, (some) => some.where('kind', '=', kind ?? 'article'))
    .$if(section !== undefined, (some) => some.where('section', '=', section ?? ''))
    .$if(tag !== undefined, (some) => some.where(sql<boolean>`${tag} = any (tags)`))
}

/** What readers are told of changes, the newest first. */
export interface Correction {
  revision: number
  sentence: string
  correctedAt: Date
}

export async function listCorrections(
  connection: Connection,
  slug: string,
  language: ArticleLanguage = 'vi',
): Promise<Correction[]> {
  return tablesOf(connection)
    .selectFrom('publishing.correction')
    .select(['revision', 'sentence', 'corrected_at as correctedAt'])
    .where('slug', '=', slug)
    .where('language', '=', language)
    .orderBy('revision', 'desc')
    .execute()
}

/** Why an article is no longer shown and since when; undefined when it is shown or was never there. */
export async function findWithdrawal(
  connection: Connection,
  slug: string,
): Promise<{ reason: string; withdrawnAt: Date } | undefined> {
  const [today = slug] = await currentSlugs(connection, [slug])
  return tablesOf(connection)
    .selectFrom('publishing.withdrawal')
    .select(['reason', 'withdrawn_at as withdrawnAt'])
    .where('slug', '=', today)
    .where('restored_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Puts an article that comes with the program on the portal, and its manuscript before officers; once an officer
 * corrected it, theirs stays.
 */
export async function publishArticle(connection: Transaction, article: BundledArticle): Promise<void> {
  // It was given another address, and is there as officers left it.
  if ((await findNewSlug(connection, article.slug)) !== undefined) return
  const values = {
    ...(article.kind ? { kind: article.kind } : {}),
    section: article.section ?? null,
    title: article.title,
    lead: article.lead,
    body: JSON.stringify(article.body),
    byline: article.byline,
    banner: article.banner,
    tags: article.tags,
    details: article.details ? JSON.stringify(article.details) : null,
    document_number: article.documentNumber ?? null,
    document_on: article.documentOn ?? null,
    document_year_inferred: article.documentYearInferred,
    published_at: article.publishedAt,
  }
  await tablesOf(connection)
    .insertInto('publishing.article')
    .values({ slug: article.slug, language: article.language, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['slug', 'language'])
        .doUpdateSet(values)
        .where('publishing.article.revision_id', 'is', null),
    )
    .execute()
  await adoptArticle(connection, article.slug, article.language)
}

async function listRelated(connection: Connection, named: readonly string[], language: ArticleLanguage) {
  const slugs = await currentSlugs(connection, named)
  if (slugs.length === 0) return []
  const rows = await narrowed(tablesOf(connection).selectFrom('publishing.article'), {})
    .select(['slug', 'title', 'language'])
    .distinctOn('slug')
    .where('slug', 'in', slugs)
    .orderBy('slug')
    .orderBy((eb) => eb('language', '=', language), 'desc')
    .execute()
  return slugs.flatMap((slug) => rows.filter((row) => row.slug === slug))
}

async function listAttachments(
  connection: Connection,
  named: readonly { id: string; label: string }[],
): Promise<ArticleAttachment[]> {
  if (named.length === 0) return []
  const rows = await tablesOf(connection)
    .selectFrom('publishing.attachment')
    .select(['id', 'file_name as fileName', 'type', 'bytes'])
    .where(
      'id',
      'in',
      named.map(({ id }) => id),
    )
    .execute()
  return named.flatMap(({ id, label }) =>
    rows.filter((row) => row.id === id).map((row) => ({ ...row, label })),
  )
}

function tablesOf(connection: Connection): Kysely<PublishingTables> {
  return connection.withTables<PublishingTables>()
}

function lineOf(
  row: {
    slug: string
    language: ArticleLanguage
    kind: ArticleKind
    section: string | null
    title: string
    lead: string
    document_number: string | null
    document_on: string | null
    document_year_inferred: boolean
  },
  publishedAt: Date,
): ArticleLine {
  return {
    slug: row.slug,
    language: row.language,
    kind: row.kind,
    section: row.section ?? undefined,
    title: row.title,
    lead: row.lead,
    documentNumber: row.document_number ?? undefined,
    documentOn: row.document_on ?? undefined,
    documentYearInferred: row.document_year_inferred,
    publishedAt,
  }
}
