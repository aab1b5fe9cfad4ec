import { Fragment } from 'react'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Where a page stands: the home page, then `trail`, each a link. */
export function Crumbs({ trail }: { trail: readonly { path: string; name: string }[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <nav className="crumb" aria-label={t.place}>
      <a href={pathIn(lang, '/')}>{t.home}</a>
      {trail.map(({ path, name }) => (
        <Fragment key={path}>
          {' / '}
          <a href={pathIn(lang, path)}>{name}</a>
        </Fragment>
      ))}
    </nav>
  )
}
