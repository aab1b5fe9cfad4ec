import type { ArticleLine } from '#publishing'
import { pathIn, useLang } from '#web/ui/index.ts'
import { DocumentLine } from './document-line.tsx'

/** Articles as titles with what they report; as a page's `main` matter each also says what it is about. */
export function ArticleList({ articles, main }: { articles: readonly ArticleLine[]; main?: boolean }) {
  const lang = useLang()
  const Title = main ? 'h2' : 'h3'
  return (
    <ul className="list">
      {articles.map((article) => (
        <li key={article.slug}>
          <Title lang={article.language}>
            <a href={pathIn(lang, `/bai-viet/${article.slug}`)}>{article.title}</a>
          </Title>
          {main ? <p lang={article.language}>{article.lead}</p> : null}
          <DocumentLine article={article} />
        </li>
      ))}
    </ul>
  )
}
