import type { MetaDescriptor } from 'react-router'
import { langOf, pathIn } from '#web/ui/language.ts'
import { frameRoute, plainPath, type Site } from './site.ts'
import { words } from './words.ts'

/** What schema.org calls a thing; `@context` is added. */
export type Thing = { '@type': string } & Record<string, unknown>

/** What a page says of itself to search engines and to whoever shows a link to it. */
export interface PageMetadata {
  title: string
  description: string
  /** A path of the portal to a JPEG or PNG; left out, the sign of the portal stands beside the link. */
  picture?: { path: string; alt: string } | undefined
  /** An article rather than a page of the portal, with its days. */
  article?: { publishedAt: Date; changedAt: Date; tags: readonly string[] } | undefined
  /** Given the portal's address and its publisher. */
  things?: (site: { origin: string; publisher: Thing }) => readonly Thing[]
  /** Search results and the like: nothing to be found again. */
  unlisted?: true
}

/** Of the arguments of a route's `meta`. */
interface MetaArgs {
  location: { pathname: string }
  matches: readonly ({ id: string; loaderData?: unknown } | undefined)[]
}

const cardPicture = { path: '/cong-an-sinh.png', width: 1200, height: 630 }

/** The head of a page: title, description, Open Graph, schema.org. Its addresses stand in `identity.tsx`. */
export function metadata({ location, matches }: MetaArgs, page: PageMetadata): MetaDescriptor[] {
  const lang = langOf(location.pathname)
  const t = words[lang]
  const site = matches.find((match) => match?.id === frameRoute)?.loaderData as Site | undefined
  const origin = site?.origin ?? ''
  const picture = page.picture ?? { path: cardPicture.path, alt: t.cardPicture }
  const things = page.things?.({ origin, publisher: publisherOf(origin, lang) }) ?? []
  return [
    { title: page.title },
    { name: 'description', content: page.description },
    ...(page.unlisted ? [{ name: 'robots', content: 'noindex' }] : []),
    ...property('og:site_name', t.siteName),
    ...property('og:locale', lang === 'vi' ? 'vi_VN' : 'en_GB'),
    ...property('og:type', page.article ? 'article' : 'website'),
    ...property('og:title', page.title),
    ...property('og:description', page.description),
    ...property('og:url', `${origin}${plainPath(location.pathname)}`),
    ...property('og:image', `${origin}${picture.path}`),
    ...property('og:image:alt', picture.alt),
    ...(page.picture ? [] : property('og:image:width', String(cardPicture.width))),
    ...(page.picture ? [] : property('og:image:height', String(cardPicture.height))),
    { name: 'twitter:card', content: 'summary_large_image' },
    ...(page.article ? articleProperties(page.article) : []),
    ...things.map((thing) => ({ 'script:ld+json': { '@context': 'https://schema.org', ...thing } })),
  ]
}

function property(name: string, content: string): MetaDescriptor[] {
  return [{ property: name, content }]
}

function articleProperties({
  publishedAt,
  changedAt,
  tags,
}: NonNullable<PageMetadata['article']>): MetaDescriptor[] {
  return [
    ...property('article:published_time', publishedAt.toISOString()),
    ...property('article:modified_time', changedAt.toISOString()),
    ...tags.flatMap((tag) => property('article:tag', tag)),
  ]
}

/** The province, as whoever publishes. */
function publisherOf(origin: string, lang: 'vi' | 'en'): Thing {
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${origin}/#uy-ban`,
    name: words[lang].province,
    url: `${origin}${pathIn(lang, '/')}`,
    logo: `${origin}${cardPicture.path}`,
    address: words[lang].footAddress,
  }
}

/** JSON for a data block within a page: no letter of it can end the block. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
