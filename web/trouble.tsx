import { isRouteErrorResponse, useLocation } from 'react-router'
import { pathIn, useLang, useWords } from './ui/index.ts'
import { words } from './words.ts'

/** What a page says when it cannot be shown: what happened, and what to do. Nothing of the error itself is told. */
export function Trouble({ error }: { error: unknown }) {
  const t = useWords(words)
  const lang = useLang()
  const { pathname } = useLocation()
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <>
      <title>{`${missing ? t.notFound : t.failed} | ${t.portal}`}</title>
      <h1 className="h1">{missing ? t.notFound : t.failed}</h1>
      <p className="lead">{missing ? t.notFoundWhy : t.failedWhy}</p>
      <p>
        <a className="btn" href={missing ? pathIn(lang, '/') : pathname}>
          {missing ? t.goHome : t.tryAgain}
        </a>
      </p>
    </>
  )
}
