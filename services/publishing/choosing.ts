import { type Kysely, sql } from 'kysely'
import { foldText } from '#identity'
import { currentSlugs } from './addresses.ts'
import type { ArticleLanguage } from './tables.ts'

/** An article by its title, for an officer who names it beside another. */
export interface ArticleTitle {
  slug: string
  title: string
}

const lettersMax = 100

/**
 * Articles that readers see whose title has all the words asked for, with or without tones; the newest first, each once,
 * in the language asked for if it has it. No words ask for the newest of all.
 */
export async function listTitles(
  connection: Kysely<unknown>,
  asked: { text: string; language: ArticleLanguage; limit: number },
): Promise<ArticleTitle[]> {
  const words = foldText(asked.text.slice(0, lettersMax))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const fits = words.map((word) => sql`publishing.fold(title) like ${`%${word}%`}`)
  const { rows } = await sql<ArticleTitle>`
    select slug, title from (
      select distinct on (slug) slug, title, published_at
      from publishing.article where published_at is not null and withdrawn_at is null
      order by slug, language = ${asked.language} desc
    ) as each where ${fits.length > 0 ? sql.join(fits, sql` and `) : sql`true`}
    order by published_at desc, slug limit ${asked.limit}`.execute(connection)
  return rows
}

/** The titles of some articles, in the order of their addresses, which may be former ones; an article nobody sees now is called by its slug. */
export async function titlesOf(
  connection: Kysely<unknown>,
  asked: { slugs: readonly string[]; language: ArticleLanguage },
): Promise<ArticleTitle[]> {
  const slugs = await currentSlugs(connection, asked.slugs)
  const { rows } = await sql<ArticleTitle>`
    select distinct on (slug) slug, title from publishing.article
    where slug = any (${slugs}) and published_at is not null and withdrawn_at is null
    order by slug, language = ${asked.language} desc`.execute(connection)
  const titles = new Map(rows.map(({ slug, title }) => [slug, title]))
  return slugs.map((slug) => ({ slug, title: titles.get(slug) ?? slug }))
}
