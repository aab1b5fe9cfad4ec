import type { Kysely } from 'kysely'
import { listPublicAnswers } from '#feedback'
import { listForFeed } from '#publishing'
import type { Lang } from '#web/ui/language.ts'
import type { FeedItem } from './feed.server.ts'
import type { FeedOf } from './names.ts'

const itemsInFeed = 30

/** The last things a feed tells of. */
export function listItems(query: Kysely<unknown>, of: FeedOf, lang: Lang): Promise<FeedItem[]> {
  return of.answers ? answers(query) : articles(query, of, lang)
}

async function articles(
  query: Kysely<unknown>,
  { kind, section }: FeedOf,
  language: Lang,
): Promise<FeedItem[]> {
  const found = await listForFeed(query, {
    language,
    ...(kind ? { kind } : {}),
    ...(section ? { section } : {}),
    limit: itemsInFeed,
  })
  return found.map((article) => ({ ...article, path: `/bai-viet/${article.slug}` }))
}

/** An answer once published is not changed; the one taken back is no longer among them. */
async function answers(query: Kysely<unknown>): Promise<FeedItem[]> {
  const found = await listPublicAnswers(query, { limit: itemsInFeed, offset: 0 })
  return found.map(({ id, title, answer, publishedAt }) => ({
    ...{ path: `/gop-y/tra-loi/${id}`, title, lead: beginningOf(answer), tags: [] },
    ...{ publishedAt, changedAt: publishedAt },
  }))
}

/** Some three lines, cut between words. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 300 ? line : `${line.slice(0, line.lastIndexOf(' ', 300))} …`
}
