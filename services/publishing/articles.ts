import type { Kysely } from 'kysely'
import type { ArticleLanguage, Block, PublishingTables } from './tables.ts'

/** An article as people read it. */
export interface Article {
  slug: string
  language: ArticleLanguage
  title: string
  lead: string
  body: Block[]
  byline: string
  banner: 'pond' | 'none'
  tags: string[]
  /** The document the article reports, if any: its number, its day (yyyy-mm-dd). */
  documentNumber: string | undefined
  documentOn: string | undefined
  /** The text gives day and month only; the year was worked out. */
  documentYearInferred: boolean
  publishedAt: Date
}

/** An article in a list. */
export type ArticleLine = Pick<
  Article,
  | 'slug'
  | 'language'
  | 'title'
  | 'lead'
  | 'documentNumber'
  | 'documentOn'
  | 'documentYearInferred'
  | 'publishedAt'
>

/** Articles are public: any connection reads them, also one that acts for nobody. */
type Connection = Kysely<unknown>

/** The published article in the language asked for, or else in the one it was written in. */
export async function findArticle(
  connection: Connection,
  slug: string,
  language: ArticleLanguage,
): Promise<Article | undefined> {
  const rows = await tablesOf(connection)
    .selectFrom('publishing.article')
    .selectAll()
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .execute()
  const row = rows.find((candidate) => candidate.language === language) ?? rows[0]
  if (!row?.published_at) return undefined
  return {
    ...lineOf(row, row.published_at),
    body: row.body,
    byline: row.byline,
    banner: row.banner,
    tags: row.tags,
  }
}

/** Published articles, the newest first; an article in two languages appears once, in the language asked for. */
export async function listArticles(
  connection: Connection,
  { language, limit, offset = 0 }: { language: ArticleLanguage; limit: number; offset?: number },
): Promise<ArticleLine[]> {
  const rows = await tablesOf(connection)
    .with('newest', (db) =>
      db
        .selectFrom('publishing.article')
        .select([
          'slug',
          'language',
          'title',
          'lead',
          'document_number',
          'document_on',
          'document_year_inferred',
          'published_at',
        ])
        .distinctOn('slug')
        .where('published_at', 'is not', null)
        .orderBy('slug')
        .orderBy((eb) => eb('language', '=', language), 'desc'),
    )
    .selectFrom('newest')
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('slug')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.flatMap((row) => (row.published_at ? [lineOf(row, row.published_at)] : []))
}

/** How many articles a reader can page through. */
export async function countArticles(connection: Connection): Promise<number> {
  const row = await tablesOf(connection)
    .selectFrom('publishing.article')
    .select((eb) => eb.fn.count<number>('slug').distinct().as('count'))
    .where('published_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Puts an article on the portal; the same slug and language again replaces what it says. */
export async function publishArticle(connection: Connection, article: Article): Promise<void> {
  const values = {
    title: article.title,
    lead: article.lead,
    body: JSON.stringify(article.body),
    byline: article.byline,
    banner: article.banner,
    tags: article.tags,
    document_number: article.documentNumber ?? null,
    document_on: article.documentOn ?? null,
    document_year_inferred: article.documentYearInferred,
    published_at: article.publishedAt,
  }
  await tablesOf(connection)
    .insertInto('publishing.article')
    .values({ slug: article.slug, language: article.language, ...values })
    .onConflict((conflict) => conflict.columns(['slug', 'language']).doUpdateSet(values))
    .execute()
}

function tablesOf(connection: Connection): Kysely<PublishingTables> {
  return connection.withTables<PublishingTables>()
}

function lineOf(
  row: {
    slug: string
    language: ArticleLanguage
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
    title: row.title,
    lead: row.lead,
    documentNumber: row.document_number ?? undefined,
    documentOn: row.document_on ?? undefined,
    documentYearInferred: row.document_year_inferred,
    publishedAt,
  }
}
