import type { Transaction } from '#platform/database'
import type { BannerChoice, Content } from './content.ts'
import type { ArticleLanguage, PublishingTables } from './tables.ts'

/** What an article that came with the program says, as officers would have written it. */
export async function contentOfBundled(
  transaction: Transaction,
  slug: string,
  language: ArticleLanguage,
): Promise<Content | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.article')
    .selectAll()
    .where('slug', '=', slug)
    .where('language', '=', language)
    .where('revision_id', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const banner: BannerChoice =
    row.banner === 'picture' && row.banner_picture
      ? { kind: 'picture', pictureId: row.banner_picture, alt: row.banner_alt ?? '' }
      : { kind: row.banner === 'pond' ? 'pond' : 'none' }
  return {
    ...{ title: row.title, lead: row.lead, body: row.body, byline: row.byline, banner },
    ...{ tags: row.tags, section: row.section, related: row.related, attachments: row.attachments },
    document: row.document_number
      ? { number: row.document_number, on: row.document_on ?? '', isYearInferred: row.document_year_inferred }
      : null,
    details: row.details,
  }
}

/** Gives an article that came with the program its manuscript, so that officers can correct or withdraw it. */
export async function adoptArticle(
  transaction: Transaction,
  slug: string,
  language: ArticleLanguage,
): Promise<void> {
  const content = await contentOfBundled(transaction, slug, language)
  if (!content) return
  const tables = transaction.withTables<PublishingTables>()
  const { kind, unit_uid } = await tables
    .selectFrom('publishing.article')
    .select(['kind', 'unit_uid'])
    .where('slug', '=', slug)
    .where('language', '=', language)
    .executeTakeFirstOrThrow()
  const adopted = await tables
    .insertInto('publishing.manuscript')
    .values({ slug, language, kind, unit_uid, content: JSON.stringify(content), translates: null })
    .onConflict((conflict) => conflict.columns(['slug', 'language']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!adopted) return
  await tables
    .updateTable('publishing.manuscript')
    .set({ state: 'published' })
    .where('id', '=', adopted.id)
    .execute()
}
