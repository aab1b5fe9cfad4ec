import { Fragment } from 'react'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import { dataBlock } from './metadata.ts'
import { useSite } from './site.ts'
import { words } from './words.ts'

/** Where a page stands: the home page, then `trail`, each a link; and the same for machines. */
export function Crumbs({ trail }: { trail: readonly { path: string; name: string }[] }) {
  const t = useWords(words)
  const lang = useLang()
  const { origin } = useSite()
  const steps = [{ path: '/', name: t.home }, ...trail]
  return (
    <nav className="crumb" aria-label={t.place}>
      {steps.map(({ path, name }, at) => (
        <Fragment key={path}>
          {at > 0 ? ' / ' : null}
          <a href={pathIn(lang, path)}>{name}</a>
        </Fragment>
      ))}
      <script type="application/ld+json">
        {dataBlock({
          '@context': 'https://schema.org',
          '@type': 'BreadcrumbList',
          itemListElement: steps.map(({ path, name }, at) => ({
            '@type': 'ListItem',
            position: at + 1,
            name,
            item: `${origin}${pathIn(lang, path)}`,
          })),
        })}
      </script>
    </nav>
  )
}
