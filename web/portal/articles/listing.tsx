import type { ArticleLine } from '#publishing'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { Empty, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { ArticleList } from './article-list.tsx'
import { words } from './words.ts'

/** A list of articles, page by page; narrowed to one tag it says so and leads back. */
export function Listing(props: {
  path: string
  title: string
  lead: string
  articles: readonly ArticleLine[]
  tag: string | undefined
  page: number
  pageCount: number
}) {
  const { path, title, lead, articles, tag, page, pageCount } = props
  const t = useWords(words)
  const lang = useLang()
  const narrowed = tag ? `tu-khoa=${encodeURIComponent(tag)}&` : ''
  return (
    <div className="wrap">
      <Crumbs trail={[{ path, name: title }]} />
      <h1 className="h1">{tag ? t.tagged(tag) : title}</h1>
      {tag ? (
        <p>
          <a className="link" href={pathIn(lang, path)}>
            {t.allOf(title)}
          </a>
        </p>
      ) : (
        <p className="lead">{lead}</p>
      )}
      <div className="articles">
        {articles.length > 0 ? <ArticleList articles={articles} main /> : <Empty sentence={t.none} />}
        <Pager
          page={page}
          pageCount={pageCount}
          hrefOf={(number) => `${pathIn(lang, path)}?${narrowed}trang=${number}`}
        />
      </div>
    </div>
  )
}
