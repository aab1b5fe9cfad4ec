import { type Kysely, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { ArticleKind, DocumentStatus, LegalDocument, Procedure } from './content.ts'
import { isPortalSection, type PortalSectionKey } from './portal-sections.ts'
import type { ArticleLanguage } from './tables.ts'

/** Articles are public: any connection reads them, also one that acts for nobody. */
type Connection = Kysely<unknown>

/** How many articles there are of something, and when the newest words of it were put before readers. */
interface Extent {
  count: number
  changedAt: Date
}

/** What the portal has to show: menus lead only to what is there. */
export interface PortalContents {
  kinds: Partial<Record<ArticleKind, Extent>>
  sections: Partial<Record<PortalSectionKey, Extent>>
}

export async function readContents(connection: Connection): Promise<PortalContents> {
  const { rows } = await sql<{ kind: ArticleKind | null; section: string | null; count: number; at: Date }>`
    select kind, section, count(distinct slug)::integer as count, max(coalesce(revised_at, published_at)) as at
    from publishing.article where published_at is not null and withdrawn_at is null
    group by grouping sets ((kind), (section))`.execute(connection)
  const contents: PortalContents = { kinds: {}, sections: {} }
  for (const { kind, section, count, at } of rows) {
    if (kind !== null) contents.kinds[kind] = { count, changedAt: at }
    else if (section !== null && isPortalSection(section))
      contents.sections[section] = { count, changedAt: at }
  }
  return contents
}

/** An article as machines follow it: in feeds and on the map of the site. */
export interface FollowedArticle {
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  title: string
  lead: string
  byline: string
  tags: string[]
  publishedAt: Date
  changedAt: Date
}

/** The articles last published, of a kind, of a section or all; each once, in the language asked for if it has it. */
export async function listForFeed(
  connection: Connection,
  asked: { language: ArticleLanguage; kind?: ArticleKind; section?: PortalSectionKey; limit: number },
): Promise<FollowedArticle[]> {
  const { language, kind = null, section = null, limit } = asked
  const { rows } = await sql<FollowedArticle>`
    select * from (
      select distinct on (slug) slug, language, kind, title, lead, byline, tags, published_at as "publishedAt",
        coalesce(revised_at, published_at) as "changedAt"
      from publishing.article where published_at is not null and withdrawn_at is null
        and (${kind}::text is null or kind = ${kind}) and (${section}::text is null or section = ${section})
      order by slug, language = ${language} desc
    ) as each order by "publishedAt" desc, slug limit ${limit}`.execute(connection)
  return rows
}

/**
 * Every article there is to read: its languages, and when it last changed; the newest first. A map of a site names
 * 50,000 addresses at most (sitemaps.org): so many articles in two languages and the lists beside them.
 */
export async function listForSitemap(
  connection: Connection,
): Promise<{ slug: string; languages: ArticleLanguage[]; changedAt: Date }[]> {
  const { rows } = await sql<{ slug: string; languages: ArticleLanguage[]; changedAt: Date }>`
    select slug, array_agg(language order by language desc) as languages,
      max(coalesce(revised_at, published_at)) as "changedAt"
    from publishing.article where published_at is not null and withdrawn_at is null
    group by slug order by "changedAt" desc, slug limit 24900`.execute(connection)
  return rows
}

/** The languages an article can be read in. */
export async function listLanguages(connection: Connection, slug: string): Promise<ArticleLanguage[]> {
  const { rows } = await sql<{ language: ArticleLanguage }>`
    select language from publishing.article
    where slug = ${slug} and published_at is not null and withdrawn_at is null order by language desc`.execute(
    connection,
  )
  return rows.map(({ language }) => language)
}

/** The commonest tags of the articles in a language. */
export async function listTags(
  connection: Connection,
  { language, limit }: { language: ArticleLanguage; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from publishing.article, unnest(tags) as tag
    where published_at is not null and withdrawn_at is null and language = ${language}
    group by tag order by count(*) desc, tag limit ${limit}`.execute(connection)
  return rows.map(({ tag }) => tag)
}

/** A legal document in the list of them. */
export interface LegalDocumentLine {
  slug: string
  language: ArticleLanguage
  title: string
  details: LegalDocument
}

export interface LegalDocumentFilter {
  form?: string | undefined
  /** Four digits: the year of issue. */
  year?: string | undefined
  status?: DocumentStatus | undefined
}

/** Legal documents, the last issued first, with how many there are; whether one holds is asked of `today`. */
export async function listLegalDocuments(
  connection: Connection,
  asked: LegalDocumentFilter & { language: ArticleLanguage; today: LocalDate; limit: number; offset: number },
): Promise<{ documents: LegalDocumentLine[]; count: number }> {
  const { form = null, year = null, status = null, language, today, limit, offset } = asked
  const { rows } = await sql<LegalDocumentLine & { count: number }>`
    select slug, language, title, details, (count(*) over ())::integer as count from (
      select distinct on (slug) slug, language, title, details, ${statusOn(today)} as status
      from publishing.article where kind = 'legalDocument' and published_at is not null and withdrawn_at is null
      order by slug, language = ${language} desc
    ) as each
    where (${form}::text is null or details ->> 'form' = ${form})
      and (${year}::text is null or left(details ->> 'issuedOn', 4) = ${year})
      and (${status}::text is null or status = ${status})
    order by details ->> 'issuedOn' desc, details ->> 'number', slug limit ${limit} offset ${offset}`.execute(
    connection,
  )
  return { documents: rows.map(({ count: _, ...line }) => line), count: rows[0]?.count ?? 0 }
}

/** `statusOfDocument` in SQL; a test holds the two together. */
function statusOn(today: LocalDate) {
  return sql`case when details ->> 'expiresOn' <> '' and details ->> 'expiresOn' <= ${today} then 'expired'
    when details ->> 'effectiveOn' = '' then 'unknown' when details ->> 'effectiveOn' > ${today} then 'notYet'
    when (details -> 'isPartlyExpired')::boolean then 'partlyExpired' else 'inForce' end`
}

/** The forms and years there are documents of: what the filters offer. */
export async function listDocumentChoices(
  connection: Connection,
): Promise<{ forms: string[]; years: string[] }> {
  const { rows } = await sql<{ form: string | null; year: string | null }>`
    select details ->> 'form' as form, left(details ->> 'issuedOn', 4) as year from publishing.article
    where kind = 'legalDocument' and published_at is not null and withdrawn_at is null group by 1, 2`.execute(
    connection,
  )
  const among = (values: (string | null)[]) => [...new Set(values.flatMap((each) => each || []))]
  return {
    forms: among(rows.map(({ form }) => form)).sort((one, other) => one.localeCompare(other, 'vi')),
    years: among(rows.map(({ year }) => year))
      .sort()
      .reverse(),
  }
}

/** An administrative procedure in the list of them. */
export interface ProcedureLine {
  slug: string
  language: ArticleLanguage
  title: string
  details: Procedure
}

/** Procedures by code. */
export async function listProcedures(
  connection: Connection,
  { language, limit, offset }: { language: ArticleLanguage; limit: number; offset: number },
): Promise<ProcedureLine[]> {
  const { rows } = await sql<ProcedureLine>`
    select * from (
      select distinct on (slug) slug, language, title, details
      from publishing.article where kind = 'procedure' and published_at is not null and withdrawn_at is null
      order by slug, language = ${language} desc
    ) as each order by details ->> 'code', slug limit ${limit} offset ${offset}`.execute(connection)
  return rows
}
