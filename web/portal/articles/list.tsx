import { data } from 'react-router'
import { countArticles, listArticles } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { Empty, langOf, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { ArticleList } from './article-list.tsx'
import { words } from './words.ts'

const articlesPerPage = 20

export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const asked = url.searchParams.get('trang') ?? '1'
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : undefined
  const pageCount = Math.max(1, Math.ceil((await countArticles(query)) / articlesPerPage))
  if (!page || page > pageCount) throw data(null, { status: 404 })
  const articles = await listArticles(query, {
    language: langOf(url.pathname),
    limit: articlesPerPage,
    offset: (page - 1) * articlesPerPage,
  })
  return { articles, page, pageCount }
}

export function meta({ location }: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(location.pathname)]
  return [{ title: `${t.articles} | An Sinh` }, { name: 'description', content: t.listLead }]
}

export default function Articles({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { articles, page, pageCount } = loaderData
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/bai-viet', name: t.articles }]} />
      <h1 className="h1">{t.articles}</h1>
      <p className="lead">{t.listLead}</p>
      <div className="articles">
        {articles.length > 0 ? <ArticleList articles={articles} main /> : <Empty sentence={t.none} />}
        <Pager page={page} pageCount={pageCount} hrefOf={(n) => `${pathIn(lang, '/bai-viet')}?trang=${n}`} />
      </div>
    </div>
  )
}
