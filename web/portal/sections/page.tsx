import { data } from 'react-router'
import { agencies } from '#law/authorities'
import { publicationDuties } from '#law/publication'
import { today } from '#platform/clock'
import {
  type Article,
  findArticle,
  findPortalSection,
  listArticles,
  portalSections,
  readContents,
  readSectionDays,
} from '#publishing'
import { citationText } from '#rules'
import { type Services, servicesContext } from '#web/context.ts'
import { ArticleList } from '#web/portal/articles/article-list.tsx'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { Body } from '#web/portal/articles/body.tsx'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import {
  ArticleChip,
  Empty,
  formatDay,
  formatDayOf,
  langOf,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { AdministrativeMap } from './administrative-map.tsx'
import { readMap } from './map.server.ts'
import { readOrganisation } from './organisation.server.ts'
import { Organisation } from './organisation.tsx'
import { words } from './words.ts'

const articlesShown = 30

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const key = findPortalSection(params.section)
  if (!key) throw data(null, { status: 404 })
  const services = context.get(servicesContext)
  const { query } = services.database
  const language = langOf(url.pathname)
  const { slug, name, means, duty, owner } = portalSections[key]
  const [articles, { sections }, days] = await Promise.all([
    listArticles(query, { language, section: key, limit: articlesShown }),
    readContents(query),
    readSectionDays(query),
  ])
  const [only, ...others] = articles
  return {
    on: today(),
    section: {
      ...{ slug, name: name[language], means: means[language] },
      owner: agencies[owner].name[language],
    },
    duty: { what: publicationDuties[duty].what[language], cite: citationText(publicationDuties[duty].cite) },
    changedAt: sections[key]?.changedAt,
    readOn: days[key],
    articles,
    /** The one article of a section is the section. */
    whole: only && others.length === 0 ? await findArticle(query, only.slug, language) : undefined,
    ...(await readComputed(services, key, language)),
  }
}

/** What a section shows from the law and the register of units, without anybody writing it. */
async function readComputed({ database }: Services, key: string, language: 'vi' | 'en') {
  if (key === 'organisation') return { organisation: readOrganisation(today(), language) }
  if (key === 'map') return { map: await readMap(database) }
  return {}
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const { loaderData } = args
  if (!loaderData) return []
  const { name, means } = loaderData.section
  return metadata(args, { title: `${name} | An Sinh`, description: means })
}

export default function Section({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { on, section, duty, changedAt, readOn, articles, whole } = loaderData
  const organisation = 'organisation' in loaderData ? loaderData.organisation : undefined
  const map = 'map' in loaderData ? loaderData.map : undefined
  const isEmpty = articles.length === 0 && !organisation && !map
  return (
    <div className="wrap">
      <Crumbs
        trail={[
          { path: '/gioi-thieu', name: t.about },
          { path: `/gioi-thieu/${section.slug}`, name: section.name },
        ]}
      />
      <h1 className="h1">{section.name}</h1>
      <p className="lead">{section.means}</p>
      {changedAt || readOn ? (
        <p className="quiet small">
          {changedAt ? `${t.changedOn(formatDayOf(changedAt))} ` : null}
          {readOn ? t.readOn(formatDay(readOn)) : null}
        </p>
      ) : null}
      {organisation ? <Organisation {...organisation} /> : null}
      {map ? <AdministrativeMap {...map} /> : null}
      {whole ? <Whole article={whole} /> : null}
      {!whole && articles.length > 0 ? (
        <section className="block" aria-labelledby="articles">
          <div className="sec-head">
            <h2 className="h2" id="articles">
              {t.moreArticles}
            </h2>
          </div>
          <ArticleList articles={articles} />
        </section>
      ) : null}
      {isEmpty ? (
        <Empty sentence={`${t.empty(formatDay(on))} ${t.whomToAsk(section.owner)}`}>
          <a href={pathIn(lang, '/gop-y')}>{t.ask}</a> ·{' '}
          <a href={pathIn(lang, '/gioi-thieu')}>{t.emptyNext}</a>
        </Empty>
      ) : null}
      <p className="quiet small duty">
        {t.duty(duty.what)} <ArticleChip cite={duty.cite} />
      </p>
    </div>
  )
}

function Whole({ article }: { article: Article }) {
  const lang = useLang()
  return (
    <section className="block">
      <h2 className="h2" lang={article.language}>
        <a href={articlePath(lang, article.slug)}>{article.title}</a>
      </h2>
      <Body article={article} />
    </section>
  )
}
