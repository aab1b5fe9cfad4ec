import { today } from '#platform/clock'
import { type ArticleLine, keptByEdition, listArticles, listLegalDocuments } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { keptBriefly } from '#web/edge/kept-briefly.ts'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { DocumentLine } from '#web/portal/articles/document-line.tsx'
import { InLanguage } from '#web/portal/articles/in-language.tsx'
import { Newest } from '#web/portal/articles/newest.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { useSite } from '#web/portal/site.ts'
import { Button, formatDay, Icon, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { PrincipleNumbers } from './principle-numbers.tsx'
import { readProvincePrinciples } from './principles.server.ts'
import { type Upcoming, upcomingDays } from './upcoming.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const { query } = services.database
  const language = langOf(url.pathname)
  const on = today()
  const [principles, articles, announcements, notYet] = await Promise.all([
    principlesOf(services),
    newest(query, { language, kind: 'article', limit: 6 }),
    newest(query, { language, kind: 'announcement', limit: 3 }),
    documents(query, { language, today: on, status: 'notYet', limit: 50, offset: 0 }),
  ])
  return { principles, articles, announcements, upcoming: upcomingDays(on, notYet.documents) }
}

const newest = keptByEdition(listArticles)
const documents = keptByEdition(listLegalDocuments)
const principlesOf = keptBriefly(readProvincePrinciples)

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const lang = langOf(args.location.pathname)
  const t = words[lang]
  return metadata(args, {
    title: t.pageTitle,
    description: t.description,
    things: ({ origin, publisher }) => [
      publisher,
      {
        '@type': 'WebSite',
        name: t.pageTitle,
        url: `${origin}${pathIn(lang, '/')}`,
        inLanguage: lang,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${origin}${pathIn(lang, '/tim')}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  })
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap">
      <section className="hero">
        <MainQuestion />
        <PrincipleNumbers {...loaderData.principles} />
      </section>
      <Ways />
      {loaderData.articles.length > 0 ? (
        <section className="block" aria-labelledby="news">
          <div className="sec-head">
            <h2 className="h2" id="news">
              {t.news}
            </h2>
            <a className="link small" href={pathIn(lang, '/bai-viet')}>
              {t.allArticles} <Icon name="go" />
            </a>
          </div>
          <Newest articles={loaderData.articles} />
        </section>
      ) : null}
      <Announcements announcements={loaderData.announcements} />
      <DaysToCome upcoming={loaderData.upcoming} />
    </div>
  )
}

/** The question most people come with; the calculator takes it from here by `cho`. */
function MainQuestion() {
  const t = useWords(words)
  const lang = useLang()
  const choices = [
    { value: 'toi', label: t.forSelf },
    { value: 'cha-me', label: t.forParents },
    { value: 'con', label: t.forChild },
    { value: 'nguoi-khac', label: t.forOther },
  ]
  return (
    <div>
      <h1 className="d1">{t.question}</h1>
      <p className="lead">{t.lead}</p>
      <form action={pathIn(lang, '/toi-duoc-huong-gi')}>
        <fieldset>
          <legend className="h3">
            <b>{t.forWhom}</b>
          </legend>
          <div className="for">
            {choices.map(({ value, label }) => (
              <label className="choice" key={value}>
                <input type="radio" name="cho" value={value} defaultChecked={value === 'toi'} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <Button weight="main" size="big">
          {t.begin} <Icon name="go" />
        </Button>
        <p className="hint s3">{t.stopAnyTime}</p>
      </form>
    </div>
  )
}

function Ways() {
  const t = useWords(words)
  const lang = useLang()
  const { kinds } = useSite().contents
  const procedures = { path: '/thu-tuc', name: t.procedures, means: t.proceduresMeans }
  const ways = [
    { path: '/toi-duoc-huong-gi', name: t.entitlement, means: t.entitlementMeans },
    ...(kinds.procedure ? [procedures] : []),
    { path: '/gop-y', name: t.feedback, means: t.feedbackMeans },
    { path: '/bai-viet', name: t.articles, means: t.articlesMeans },
    { path: '/gioi-thieu', name: t.about, means: t.aboutMeans },
  ]
  return (
    <nav aria-label={t.ways}>
      <ul className="ways any-ways">
        {ways.map(({ path, name, means }) => (
          <li key={path}>
            <a href={pathIn(lang, path)}>
              <b>{name}</b>
              <span>{means}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the province and its communes announce, the newest three. */
function Announcements({ announcements }: { announcements: readonly ArticleLine[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (announcements.length === 0) return null
  return (
    <section className="block" aria-labelledby="announcements">
      <div className="sec-head">
        <h2 className="h2" id="announcements">
          {t.announcements}
        </h2>
        <a className="link small" href={pathIn(lang, '/thong-bao')}>
          {t.allAnnouncements} <Icon name="go" />
        </a>
      </div>
      <ul className="announced list">
        {announcements.map((announcement) => (
          <li key={announcement.slug}>
            <h3 lang={announcement.language}>
              <a href={articlePath(lang, announcement.slug)}>{announcement.title}</a>
            </h3>
            <DocumentLine article={announcement} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the law and the documents of the portal say of the next months. */
function DaysToCome({ upcoming }: { upcoming: readonly Upcoming[] }) {
  const t = useWords(words)
  if (upcoming.length === 0) return null
  return (
    <section className="block" aria-labelledby="soon">
      <div className="sec-head">
        <h2 className="h2" id="soon">
          {t.soon}
        </h2>
      </div>
      <ul className="soon">
        {upcoming.map((each) => (
          <li key={`${each.on} ${each.what} ${each.what === 'document' ? each.slug : ''}`}>
            <b>{formatDay(each.on)}</b>
            <WhatComes upcoming={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhatComes({ upcoming }: { upcoming: Upcoming }) {
  const t = useWords(words)
  const lang = useLang()
  if (upcoming.what === 'list') return t.nextList(upcoming.month)
  if (upcoming.what === 'law') return t.lawBegins(upcoming.title[lang], upcoming.short)
  return (
    <>
      {t.documentBegins}{' '}
      <a href={articlePath(lang, upcoming.slug)} lang={upcoming.language}>
        {upcoming.title}
      </a>
      <InLanguage language={upcoming.language} />
    </>
  )
}
