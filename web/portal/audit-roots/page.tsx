import '#web/portal/transparency/transparency.css'
import { listAuditRoots } from '#platform/audit-root'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { Empty, formatCount, formatDay, langOf, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { hashCommand } from './hash-command.ts'
import { words } from './words.ts'

const rootsShown = 31

export async function loader({ context }: Route.LoaderArgs) {
  const roots = await listAuditRoots(context.get(servicesContext).database.query)
  return { roots: roots.slice(0, rootsShown), count: roots.length }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: t.pageTitle, description: t.lead })
}

export default function AuditRoots({ loaderData: { roots, count } }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap told">
      <Crumbs
        trail={[
          { path: '/minh-bach', name: t.transparency },
          { path: '/minh-bach/nhat-ky', name: t.title },
        ]}
      />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <section className="block" aria-labelledby="cac-goc">
        <h2 className="h2" id="cac-goc">
          {t.list}
        </h2>
        {roots.length > 0 ? (
          <>
            <Roots roots={roots} />
            <p>
              <a href="/minh-bach/nhat-ky.json">{t.json}</a> ·{' '}
              <a href={pathIn(lang, '/minh-bach/nhat-ky.atom')}>{t.atom}</a>.{' '}
              <span className="quiet">{t.all(formatCount(count, lang))}</span>
            </p>
          </>
        ) : (
          <Empty sentence={t.empty}>
            <a href={pathIn(lang, '/minh-bach')}>{t.emptyNext}</a>
          </Empty>
        )}
      </section>
      <section className="block" aria-labelledby="cach-kiem">
        <h2 className="h2" id="cach-kiem">
          {t.how}
        </h2>
        <p>{t.howKeep}</p>
        <p>{t.howRoot}</p>
        <p>{t.howWhen}</p>
        {roots[0] ? <Recomputed of={roots[0]} /> : null}
        <p>{t.howVerify}</p>
        <p>
          <code>ansinh verify-audit --roots nhat-ky.json</code>
        </p>
      </section>
    </div>
  )
}

/** How anybody computes a root again, with the newest as the example. */
function Recomputed({ of }: { of: Route.ComponentProps['loaderData']['roots'][number] }) {
  const t = useWords(words)
  return (
    <>
      <p>{t.howCompare}</p>
      <p>
        <code className="root-hash">{hashCommand(of)}</code>
      </p>
      <p>
        {t.howEqual} <code className="root-hash">{of.root}</code>.
      </p>
    </>
  )
}

function Roots({ roots }: Pick<Route.ComponentProps['loaderData'], 'roots'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.list}
      rows={roots}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', head: t.day, cell: ({ day }) => formatDay(day) },
        {
          key: 'seal',
          head: t.seal,
          label: t.seal,
          number: true,
          cell: ({ seal }) => formatCount(seal, lang),
        },
        {
          key: 'lines',
          head: t.lines,
          label: t.lines,
          number: true,
          cell: ({ lines }) => formatCount(lines, lang),
        },
        {
          key: 'root',
          head: t.root,
          full: true,
          cell: ({ root }) => <code className="root-hash">{root}</code>,
        },
      ]}
    />
  )
}
