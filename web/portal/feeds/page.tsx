import { countPublicAnswers } from '#feedback'
import { readContents } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { feeds } from '#web/feeds/names.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { words } from './words.ts'

/** The feeds that have something in them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const [{ kinds, sections }, answers] = await Promise.all([readContents(query), countPublicAnswers(query)])
  const lang = langOf(url.pathname)
  const there = feeds.filter(
    ({ kind, section, answers: ofAnswers }) =>
      (kind ? kinds[kind] : true) && (section ? sections[section] : true) && (!ofAnswers || answers > 0),
  )
  return { feeds: there.map(({ name, title }) => ({ name, title: title[lang] })) }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.title} | An Sinh`, description: t.lead })
}

export default function Feeds({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/nguon-tin', name: t.title }]} />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <div className="articles">
        <Table
          name={t.list}
          rows={loaderData.feeds}
          keyOf={({ name }) => name}
          columns={[
            { key: 'of', head: t.of, cell: ({ title }) => title },
            {
              key: 'addresses',
              head: t.addresses,
              cell: ({ name }) => <Addresses name={name} lang={lang} />,
            },
          ]}
        />
      </div>
    </div>
  )
}

function Addresses({ name, lang }: { name: string; lang: 'vi' | 'en' }) {
  const address = pathIn(lang, `/nguon-tin/${name}`)
  return (
    <>
      <a href={`${address}.rss`}>RSS</a> · <a href={`${address}.atom`}>Atom</a>
    </>
  )
}
