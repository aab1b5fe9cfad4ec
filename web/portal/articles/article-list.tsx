import type { ArticleLine } from '#publishing'
import { pathIn, useLang } from '#web/ui/index.ts'
import { DocumentLine } from './document-line.tsx'

/** Articles as titles with what they report; `withLead` adds what each is about. */
export function ArticleList({
  articles,
  withLead,
}: {
  articles: readonly ArticleLine[]
  withLead?: boolean
}) {
  const lang = useLang()
  return (
    <ul className="list">
      {articles.map((article) => (
        <li key={article.slug}>
          <h3 lang={article.language}>
            <a href={pathIn(lang, `/bai-viet/${article.slug}`)}>{article.title}</a>
          </h3>
          {withLead ? <p lang={article.language}>{article.lead}</p> : null}
          <DocumentLine article={article} />
        </li>
      ))}
    </ul>
  )
}
