import '#web/portal/transparency/transparency.css'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { formatCount, formatDay, langOf, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { readCatalogue } from './catalogue.server.ts'
import { licence } from './dataset.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const lang = langOf(url.pathname)
  const entries = await readCatalogue(context.get(servicesContext).database)
  return {
    licence,
    entries: entries.map(({ dataset: { slug, title, description, source, frequency, fields }, files }) => ({
      slug,
      title: title[lang],
      description: description[lang],
      source: source[lang],
      frequency,
      fields: fields.map(({ name, type, means }) => ({ name, type, means: means[lang] })),
      updatedOn: files.updatedOn,
      rowCount: files.rowCount,
      csvSha256: files.csv.sha256,
    })),
  }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, {
    title: t.pageTitle,
    description: t.lead,
    things: ({ origin, publisher }) => [
      { '@type': 'DataCatalog', name: t.title, url: `${origin}/du-lieu-mo`, license: licence.url, publisher },
    ],
  })
}

type Entry = Route.ComponentProps['loaderData']['entries'][number]

export default function OpenData({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/du-lieu-mo', name: t.title }]} />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <dl className="facts">
        <div>
          <dt>{t.licence}</dt>
          <dd>
            <a href={loaderData.licence.url}>{loaderData.licence.name}</a>. {t.attribution}
          </dd>
        </div>
        <div>
          <dt>{t.forMachines}</dt>
          <dd>
            <a href="/du-lieu-mo/danh-muc.json">{t.catalogue}</a>
          </dd>
        </div>
      </dl>
      <p className="quiet small">{t.formats}</p>
      {loaderData.entries.map((entry) => (
        <OneDataset key={entry.slug} entry={entry} />
      ))}
    </div>
  )
}

function OneDataset({ entry }: { entry: Entry }) {
  const t = useWords(words)
  const lang = useLang()
  const { slug, title, description, updatedOn, rowCount, frequency, source, csvSha256 } = entry
  return (
    <section className="block" aria-labelledby={slug}>
      <h2 className="h2" id={slug}>
        {title}
      </h2>
      <p>{description}</p>
      <p>
        {t.files}: <a href={`/du-lieu/${slug}.csv`}>{`${slug}.csv`}</a> ·{' '}
        <a href={`/du-lieu/${slug}.json`}>{`${slug}.json`}</a>
      </p>
      <p className="quiet small">
        {t.updated}: {updatedOn ? formatDay(updatedOn) : t.never}. {t.rows}: {formatCount(rowCount, lang)}.{' '}
        {t.frequency}: {t.frequencies[frequency]}. {t.source}: {source}.
      </p>
      <details>
        <summary>{t.dictionary(title)}</summary>
        <Table
          name={t.dictionary(title)}
          rows={entry.fields}
          keyOf={({ name }) => name}
          columns={[
            { key: 'name', head: t.column, cell: ({ name }) => <code>{name}</code> },
            { key: 'type', head: t.type, label: t.type, cell: ({ type }) => t.types[type] },
            { key: 'means', head: t.means, full: true, cell: ({ means }) => means },
          ]}
        />
        <p className="quiet small">
          CSV, {t.checksum}: <code className="root-hash">{csvSha256}</code>
        </p>
      </details>
    </section>
  )
}
