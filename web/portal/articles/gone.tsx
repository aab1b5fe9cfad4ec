import { formatDayOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** What is no longer shown, of whichever kind it was: since when and why, and where to go on. */
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
        {t.elsewhere} <a href={pathIn(lang, '/bai-viet')}>{t.articles}</a> ·{' '}
        <a href={pathIn(lang, '/thong-bao')}>{t.announcements}</a> ·{' '}
        <a href={pathIn(lang, '/van-ban')}>{t.legalDocuments}</a> ·{' '}
        <a href={pathIn(lang, '/thu-tuc')}>{t.procedures}</a>
      </p>
    </div>
  )
}
