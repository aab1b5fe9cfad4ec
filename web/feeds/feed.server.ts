import { Feed } from 'feed'
import type { FollowedArticle } from '#publishing'
import { type Lang, pathIn } from '#web/ui/language.ts'
import type { FeedOf } from './names.ts'

const said = {
  vi: { portal: 'Cổng An Sinh tỉnh Nghệ An', publisher: 'Ủy ban nhân dân tỉnh Nghệ An' },
  en: { portal: 'An Sinh portal of Nghệ An province', publisher: 'People’s Committee of Nghệ An province' },
}

export const feedTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const

export type FeedFormat = keyof typeof feedTypes

/** What a feed tells of: an article, an answer. */
export type FeedItem = Pick<FollowedArticle, 'title' | 'lead' | 'tags' | 'publishedAt' | 'changedAt'> & {
  /** Its page, without the language. */
  path: string
}

/** A feed as text: titles, leads and days; the texts themselves are read on the portal. */
export function writeFeed(
  items: readonly FeedItem[],
  { of, lang, origin, format }: { of: FeedOf; lang: Lang; origin: string; format: FeedFormat },
): string {
  const addressOf = (path: string) => `${origin}${pathIn(lang, path)}`
  const own = (ending: string) => addressOf(`/nguon-tin/${of.name}.${ending}`)
  const changes = items.map(({ changedAt }) => changedAt.getTime())
  const feed = new Feed({
    title: `${of.title[lang]} | ${said[lang].portal}`,
    description: said[lang].portal,
    id: own('atom'),
    link: addressOf(of.page),
    language: lang,
    // An empty feed has no last change of its own: the first day of the portal's law.
    updated: new Date(Math.max(...changes, Date.UTC(2026, 6, 1))),
    generator: false,
    copyright: said[lang].publisher,
    author: { name: said[lang].publisher, link: addressOf('/') },
    feedLinks: { rss: own('rss'), atom: own('atom') },
    feed: own(format),
  })
  for (const item of items) {
    const link = addressOf(item.path)
    feed.addItem({
      title: format === 'atom' ? asHtml(item.title) : item.title,
      id: link,
      guid: link,
      link,
      description: asHtml(item.lead),
      date: item.changedAt,
      published: item.publishedAt,
      category: item.tags.map((name) => ({ name, term: name })),
    })
  }
  return withoutControls(format === 'rss' ? feed.rss2() : withWholeTags(feed.atom1()))
}

/** The library says of these fields that they are HTML; ours are plain, and stay so. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The library leaves a `<` within attributes as it is, and no reader opens such a document: there are tags alone. */
function withWholeTags(atom: string): string {
  return atom.replace(
    /<(category label="[^"]*" term="[^"]*"\/>)/g,
    (_, tag: string) => `<${tag.replaceAll('<', '&lt;')}`,
  )
}

/** XML 1.0 has no place for control characters, which pasted text may hold. */
function withoutControls(xml: string): string {
  return xml.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (letter) => ('\t\n\r'.includes(letter) ? letter : ''))
}
