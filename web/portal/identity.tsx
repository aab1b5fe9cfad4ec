import { useLocation, useMatches } from 'react-router'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { plainPath, useSite } from './site.ts'
import { words } from './words.ts'

/** What a page's loader may say of the languages it can be read in; left out, it is in both. */
interface InLanguages {
  languages?: readonly ('vi' | 'en')[]
}

/**
 * How machines tell this page from others: its one address, the same page in the other language, and the feeds of the
 * portal. Of the query only the number of the page in a list makes another page. An article in one language alone has
 * that language's address, whichever frame it is shown in.
 */
export function Identity() {
  const t = useWords(words)
  const lang = useLang()
  const { origin } = useSite()
  const { pathname, search } = useLocation()
  const languages = (useMatches().at(-1)?.loaderData as InLanguages | undefined)?.languages ?? ['vi', 'en']
  const page = new URLSearchParams(search).get('trang')
  const addressIn = (language: 'vi' | 'en') =>
    `${origin}${pathIn(language, plainPath(pathname))}${page && page !== '1' ? `?trang=${encodeURIComponent(page)}` : ''}`
  const own = languages.includes(langOf(pathname)) ? langOf(pathname) : (languages[0] ?? 'vi')
  return (
    <>
      <link rel="canonical" href={addressIn(own)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={addressIn(language)} />
      ))}
      {languages.includes('vi') ? <link rel="alternate" hrefLang="x-default" href={addressIn('vi')} /> : null}
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t.feedTitle}
        href={pathIn(lang, '/nguon-tin/tat-ca.atom')}
      />
      <link
        rel="alternate"
        type="application/rss+xml"
        title={t.feedTitle}
        href={pathIn(lang, '/nguon-tin/tat-ca.rss')}
      />
    </>
  )
}
