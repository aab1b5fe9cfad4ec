import type { ArticleLanguage } from '#publishing'
import { pathIn } from '#web/ui/language.ts'

/** A page on the map of the site. */
export interface MappedPage {
  path: string
  languages: readonly ArticleLanguage[]
  /** Left out where nothing says when a page changed. */
  changedAt?: Date | undefined
}

/** The protocol of sitemaps.org: an entry for each language of a page, each naming all of them. */
export function writeSitemap(pages: readonly MappedPage[], origin: string): string {
  const entries = pages.flatMap((page) =>
    page.languages.map((language) => entryOf(page, { origin, language })),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}

function entryOf(
  { path, languages, changedAt }: MappedPage,
  { origin, language }: { origin: string; language: ArticleLanguage },
): string {
  const addressIn = (each: ArticleLanguage) => escaped(`${origin}${pathIn(each, path)}`)
  const others = languages.map(
    (each) => `<xhtml:link rel="alternate" hreflang="${each}" href="${addressIn(each)}"/>`,
  )
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
  return `<url><loc>${addressIn(language)}</loc>${changed}${others.join('')}</url>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
