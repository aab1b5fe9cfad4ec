import { data, redirect } from 'react-router'
import { today } from '#platform/clock'
import { type Article, type DocumentStatus, statusOfDocument } from '#publishing'
import { readUnits } from '#registry'
import { type Services, servicesContext } from '#web/context.ts'
import { keptBriefly } from '#web/edge/kept-briefly.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { answerHeaders } from '#web/portal/feedback/answer-headers.ts'
import { FeedbackForm } from '#web/portal/feedback/form.tsx'
import { readFormFacts } from '#web/portal/feedback/form-facts.server.ts'
import { answerFeedback } from '#web/portal/feedback/submit.server.ts'
import { words as feedbackWords } from '#web/portal/feedback/words.ts'
import { metadata } from '#web/portal/metadata.ts'
import { listPublicDirectives, type PublicDirective } from '#web/portal/progress/public-tasks.server.ts'
import { words as progressWords } from '#web/portal/progress/words.ts'
import { formatDayOf, Icon, langOf, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Attachments, Corrections, LanguageNote, Share, Tags } from './around-text.tsx'
import { readArticlePage } from './article.server.ts'
import { ArticleList } from './article-list.tsx'
import { articlePath } from './article-path.ts'
import { ArticleBanner } from './banner.tsx'
import { Body, minutesToRead } from './body.tsx'
import { Details } from './details.tsx'
import { DocumentName } from './document-line.tsx'
import { Gone } from './gone.tsx'
import { InLanguage } from './in-language.tsx'
import { listOf } from './lists.server.ts'
import { thingOf } from './things.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const language = langOf(url.pathname)
  const [read, facts, directives] = await Promise.all([
    readArticlePage(services.database.query, params.slug, language),
    formFacts(services),
    directivesOf(services),
  ])
  if (!read) throw data(null, { status: 404 })
  if ('withdrawal' in read) return data({ withdrawal: read.withdrawal, languages: [] }, { status: 410 })
  // It was given another address since: this one leads there for good, and whoever keeps pages learns so.
  if (read.article.slug !== params.slug) throw redirect(articlePath(language, read.article.slug), 301)
  const { details, unitUid } = read.article
  const announcedBy = unitUid ? (await unitsOf(services)).byUid.get(unitUid)?.name : undefined
  const status = details?.kind === 'legalDocument' ? statusOfDocument(details, today()) : undefined
  const progress = directives.find(({ articleSlug }) => articleSlug === read.article.slug)?.tasks
  return { ...read, status, announcedBy, progress, list: listOf(read.article, language), facts }
}

const formFacts = keptBriefly(readFormFacts)
const directivesOf = keptBriefly(({ database }: Services) => listPublicDirectives(database))
const unitsOf = keptBriefly(({ database }: Services) => readUnits(database.query))

export async function action({ request, context, url }: Route.ActionArgs) {
  return answerFeedback({ request, context, url })
}

export const headers = answerHeaders

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const { loaderData, location } = args
  if (!loaderData) return []
  const t = words[langOf(location.pathname)]
  if (!('article' in loaderData))
    return metadata(args, { title: `${t.gone} | An Sinh`, description: t.gone, unlisted: true })
  const { article } = loaderData
  const { title, lead, postedAt, revisedAt, tags, bannerPicture } = article
  return metadata(args, {
    title: `${title} | An Sinh`,
    description: lead,
    picture: bannerPicture && { path: `/anh/${bannerPicture.id}/chia-se.jpg`, alt: bannerPicture.alt },
    article: { publishedAt: postedAt, changedAt: revisedAt ?? postedAt, tags },
    things: (site) => [thingOf(article, { ...site, status: loaderData.status })],
  })
}

export default function ArticlePage({ loaderData, actionData }: Route.ComponentProps) {
  const feedback = useWords(feedbackWords)
  if (!('article' in loaderData)) return <Gone {...loaderData.withdrawal} />
  const { article, status, announcedBy, progress, list, corrections, others, facts } = loaderData
  return (
    <div className="wrap">
      <Crumbs trail={[list]} />
      <div className="art-head">
        <h1 className="h1" lang={article.language}>
          {article.title}
        </h1>
      </div>
      <ArticleBanner article={article} />
      <div className="art-page">
        <div>
          <LanguageNote article={article} />
          <Text
            article={article}
            status={status}
            announcedBy={announcedBy}
            correctedAt={corrections[0]?.correctedAt}
          />
          {progress ? <ProgressLink slug={article.slug} tasks={progress} /> : null}
          <Attachments attachments={article.attachments} language={article.language} />
          <Corrections corrections={corrections} language={article.language} />
          <Tags tags={article.tags} language={article.language} />
          <Share article={article} />
          <section className="block" aria-labelledby="feedback">
            <div className="sec-head">
              <h2 className="h2" id="feedback">
                {feedback.aboutArticle}
              </h2>
            </div>
            <FeedbackForm state={actionData} facts={facts} />
          </section>
        </div>
        <Beside article={article} others={others} />
      </div>
    </div>
  )
}

function Text(props: {
  article: Article
  status: DocumentStatus | undefined
  announcedBy: string | undefined
  correctedAt: Date | undefined
}) {
  const { article, status, announcedBy, correctedAt } = props
  const t = useWords(words)
  return (
    <article>
      <div className="by">
        <span>
          <DocumentName article={article} />
        </span>
        {announcedBy ? <span lang="vi">{announcedBy}</span> : null}
        {article.byline ? <span lang={article.language}>{article.byline}</span> : null}
        {article.documentNumber ? <span>{t.postedOn(formatDayOf(article.postedAt))}</span> : null}
        {correctedAt ? <a href="#corrections">{t.correctedOn(formatDayOf(correctedAt))}</a> : null}
        <span>{t.minutes(minutesToRead(article))}</span>
      </div>
      <Details article={article} status={status} />
      <Body article={article} />
    </article>
  )
}

/** To what becomes of the tasks that the document gives. */
function ProgressLink({ slug, tasks: { total, done } }: { slug: string; tasks: PublicDirective['tasks'] }) {
  const t = useWords(progressWords)
  const lang = useLang()
  return (
    <p className="around">
      <a className="link" href={`${articlePath(lang, slug)}/tien-do`}>
        {t.follow(total, done)} <Icon name="go" />
      </a>
    </p>
  )
}

function Beside({
  article,
  others,
}: {
  article: Article
  others: Parameters<typeof ArticleList>[0]['articles']
}) {
  const t = useWords(words)
  return (
    <aside className="aside">
      {article.documentNumber ? (
        <section>
          <h2>{t.document}</h2>
          <p>
            <DocumentName article={article} />
          </p>
          {article.documentYearInferred ? <p className="quiet small">{t.yearInferredWhy}</p> : null}
        </section>
      ) : null}
      {article.related.length > 0 ? (
        <section>
          <h2>{t.related}</h2>
          <RelatedList related={article.related} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{t.otherOf[article.kind]}</h2>
          <ArticleList articles={others} />
        </section>
      ) : null}
    </aside>
  )
}

function RelatedList({ related }: { related: Article['related'] }) {
  const lang = useLang()
  return (
    <ul className="list">
      {related.map(({ slug, title, language }) => (
        <li key={slug}>
          <h3>
            <a href={articlePath(lang, slug)} lang={language}>
              {title}
            </a>
            <InLanguage language={language} />
          </h3>
        </li>
      ))}
    </ul>
  )
}
