import { listArticles } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Newest } from '#web/portal/articles/newest.tsx'
import { Button, Icon, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { PrincipleNumbers } from './principle-numbers.tsx'
import { readProvincePrinciples } from './principles.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const [principles, articles] = await Promise.all([
    readProvincePrinciples(services),
    listArticles(services.database.query, { language: langOf(url.pathname), limit: 6 }),
  ])
  return { principles, articles }
}

export function meta({ location }: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(location.pathname)]
  return [{ title: t.pageTitle }, { name: 'description', content: t.description }]
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
  const ways = [
    { path: '/toi-duoc-huong-gi', name: t.entitlement, means: t.entitlementMeans },
    { path: '/gop-y', name: t.feedback, means: t.feedbackMeans },
    { path: '/bai-viet', name: t.articles, means: t.articlesMeans },
  ]
  return (
    <nav aria-label={t.ways}>
      <ul className="ways three-ways">
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
