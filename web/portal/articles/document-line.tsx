import type { ArticleLine } from '#publishing'
import { formatDay, formatDayOf, useWords } from '#web/ui/index.ts'
import { InLanguage } from './in-language.tsx'
import { words } from './words.ts'

/** The document an article reports and its day, or else the day it was published; and its language, if another. */
export function DocumentLine({ article }: { article: ArticleLine }) {
  return (
    <p className="quiet small">
      <DocumentName article={article} />
      <InLanguage language={article.language} />
    </p>
  )
}

/** The same words without their own paragraph. A worked-out year is marked, because a person has yet to confirm it. */
export function DocumentName({ article }: { article: ArticleLine }) {
  const t = useWords(words)
  const { documentNumber, documentOn, documentYearInferred, publishedAt } = article
  if (!documentNumber) return <>{formatDayOf(publishedAt)}</>
  return (
    <>
      {t.notice(documentNumber)}
      {documentOn ? `, ${t.onDay(formatDay(documentOn))}` : ''}
      {documentYearInferred ? <span className="cham"> {t.yearInferred}</span> : null}
    </>
  )
}
