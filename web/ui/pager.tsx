import { Icon } from './icon.tsx'
import { useWords } from './language.ts'
import { words } from './words.ts'

/** Previous and next under a list; `hrefOf` makes a page's address. Nothing is drawn for a single page. */
export function Pager(props: { page: number; pageCount: number; hrefOf: (page: number) => string }) {
  const t = useWords(words)
  const { page, pageCount, hrefOf } = props
  if (pageCount <= 1) return null
  return (
    <nav className="pager" aria-label={t.pages}>
      {page > 1 ? (
        <a className="link" href={hrefOf(page - 1)} rel="prev">
          <Icon name="back" /> {t.previous}
        </a>
      ) : (
        <span />
      )}
      <span className="quiet small">{t.pageOf(page, pageCount)}</span>
      {page < pageCount ? (
        <a className="link" href={hrefOf(page + 1)} rel="next">
          {t.next} <Icon name="go" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
