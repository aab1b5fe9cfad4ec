import { data } from 'react-router'
import { type Article, findArticle, listArticles } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { answerHeaders } from '#web/portal/feedback/answer-headers.ts'
import { FeedbackForm } from '#web/portal/feedback/form.tsx'
import { answerFeedback } from '#web/portal/feedback/submit.server.ts'
import { words as feedbackWords } from '#web/portal/feedback/words.ts'
import { Banner, langOf, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { ArticleList } from './article-list.tsx'
import { Body, minutesToRead } from './body.tsx'
import { DocumentName } from './document-line.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const language = langOf(url.pathname)
  const [article, newest] = await Promise.all([
    findArticle(query, params.slug, language),
    listArticles(query, { language, limit: 4 }),
  ])
  if (!article) throw data(null, { status: 404 })
  return { article, others: newest.filter(({ slug }) => slug !== article.slug).slice(0, 3) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  return answerFeedback({ request, context, url })
}

export const headers = answerHeaders

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  if (!loaderData) return []
  const { title, lead } = loaderData.article
  return [{ title: `${title} | An Sinh` }, { name: 'description', content: lead }]
}

export default function ArticlePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const feedback = useWords(feedbackWords)
  const lang = useLang()
  const { article, others } = loaderData
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/bai-viet', name: t.articles }]} />
      <div className="art-head">
        <h1 className="h1" lang={article.language}>
          {article.title}
        </h1>
      </div>
      {article.banner === 'pond' ? <Banner tall label={t.banner} /> : null}
      <div className="art-page">
        <div>
          {article.language === lang ? null : <p className="hint">{t.onlyIn}</p>}
          <Text article={article} />
          <section className="block" aria-labelledby="feedback">
            <div className="sec-head">
              <h2 className="h2" id="feedback">
                {feedback.aboutArticle}
              </h2>
            </div>
            <FeedbackForm state={actionData} />
          </section>
        </div>
        <aside className="aside">
          <AboutDocument article={article} />
          {others.length > 0 ? (
            <section>
              <h2>{t.otherArticles}</h2>
              <ArticleList articles={others} />
            </section>
          ) : null}
        </aside>
      </div>
    </div>
  )
}

function Text({ article }: { article: Article }) {
  const t = useWords(words)
  return (
    <article>
      <div className="by">
        <span>
          <DocumentName article={article} />
        </span>
        <span lang={article.language}>{article.byline}</span>
        <span>{t.minutes(minutesToRead(article))}</span>
      </div>
      <Body article={article} />
      <ul className="tags" aria-label={t.tags} lang={article.language}>
        {article.tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    </article>
  )
}

function AboutDocument({ article }: { article: Article }) {
  const t = useWords(words)
  if (!article.documentNumber) return null
  return (
    <section>
      <h2>{t.document}</h2>
      <p>
        <DocumentName article={article} />
      </p>
      {article.documentYearInferred ? <p className="quiet small">{t.yearInferredWhy}</p> : null}
    </section>
  )
}
