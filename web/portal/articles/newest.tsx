import type { ArticleLine } from '#publishing'
import { Banner, pathIn, useLang } from '#web/ui/index.ts'
import { ArticleList } from './article-list.tsx'
import { DocumentLine } from './document-line.tsx'

/** The newest article under its drawing, the next ones beside it. */
export function Newest({ articles }: { articles: readonly ArticleLine[] }) {
  const lang = useLang()
  const [first, ...others] = articles
  if (!first) return null
  const words = (
    <>
      <h3 lang={first.language}>
        <a href={pathIn(lang, `/bai-viet/${first.slug}`)}>{first.title}</a>
      </h3>
      <p lang={first.language}>{first.lead}</p>
      <DocumentLine article={first} />
    </>
  )
  if (others.length === 0) {
    return (
      <div className="news alone">
        <Banner />
        <article className="first">{words}</article>
      </div>
    )
  }
  return (
    <div className="news">
      <article className="first">
        <Banner />
        {words}
      </article>
      <ArticleList articles={others} />
    </div>
  )
}
