import { formatDayOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** An article that is no longer shown: since when and why, and where to go on. */
export function Gone({ reason, withdrawnAt }: { reason: string; withdrawnAt: Date }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap page">
      <h1 className="h1">{t.gone}</h1>
      <p className="lead">{t.goneOn(formatDayOf(withdrawnAt))}</p>
      <p>
        {t.goneWhy} <span lang="vi">{reason}</span>
      </p>
      <p className="s3">
        <a className="btn" href={pathIn(lang, '/bai-viet')}>
          {t.toArticles}
        </a>
      </p>
    </div>
  )
}
