import {
  type PortalSectionKey,
  portalSectionKeys,
  portalSections,
  readContents,
  readSectionDays,
} from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { formatDay, formatDayOf, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/index-page'
import { words } from './words.ts'

/** What these sections show comes from the register and the law, also before anybody writes an article. */
const computed: readonly PortalSectionKey[] = ['organisation', 'map']

export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const [contents, days] = await Promise.all([readContents(query), readSectionDays(query)])
  const lang = langOf(url.pathname)
  const sections = portalSectionKeys.map((key) => {
    const { slug, name, means } = portalSections[key]
    const changedAt = contents.sections[key]?.changedAt
    const isThere = changedAt !== undefined || computed.includes(key)
    return { slug, name: name[lang], means: means[lang], changedAt, readOn: days[key], isThere }
  })
  return { sections }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.about} | An Sinh`, description: t.aboutLead })
}

/** Every section that the law asks for; of what is not there yet it is said so. */
export default function About({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/gioi-thieu', name: t.about }]} />
      <h1 className="h1">{t.about}</h1>
      <p className="lead">{t.aboutLead}</p>
      <ul className="list articles">
        {loaderData.sections.map(({ slug, name, means, changedAt, readOn, isThere }) => (
          <li key={slug}>
            <h2>
              <a href={pathIn(lang, `/gioi-thieu/${slug}`)}>{name}</a>
            </h2>
            <p>{means}</p>
            {isThere ? null : <p className="quiet small">{t.notYet}</p>}
            {changedAt || readOn ? (
              <p className="quiet small">
                {changedAt ? `${t.changedOn(formatDayOf(changedAt))} ` : null}
                {readOn ? t.readOn(formatDay(readOn)) : null}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
