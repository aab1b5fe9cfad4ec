import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { cookies } from './cookies.ts'
import { words } from './words.ts'

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.title} | An Sinh`, description: t.lead })
}

/** What the portal knows of its visitors and what becomes of it: each sentence is true of the program as it is. */
export default function Privacy() {
  const t = useWords(words)
  const lang = useLang()
  const { reading, calculator, feedback, seen, kept, ground, rights } = t.parts
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/quyen-rieng-tu', name: t.title }]} />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <p className="quiet">{t.edition}</p>
      {[reading, calculator, feedback, seen, kept].map((part) => (
        <Part key={part.title} {...part} />
      ))}
      <section className="block">
        <h2 className="h2">{t.cookies}</h2>
        <p>{t.cookiesLead}</p>
        <div className="around">
          <Cookies />
        </div>
      </section>
      {[ground, rights].map((part) => (
        <Part key={part.title} {...part} />
      ))}
      <p>
        <a href={pathIn(lang, '/gop-y/tra-cuu')}>{t.toTracking}</a>
      </p>
      <p>
        <a href={pathIn(lang, '/gop-y')}>{t.toFeedback}</a>
      </p>
    </div>
  )
}

function Part({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section className="block prose">
      <h2 className="h2">{title}</h2>
      <ul className="points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

function Cookies() {
  const t = useWords(words)
  return (
    <Table
      name={t.cookies}
      rows={cookies}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', head: t.cookie, full: true, cell: ({ name }) => <code>{name}</code> },
        { key: 'for', head: t.cookieFor, label: t.cookieFor, cell: ({ use }) => t.cookieUses[use] },
        {
          key: 'life',
          head: t.cookieLife,
          label: t.cookieLife,
          cell: ({ minutes }) => (minutes < 60 ? t.minutes(minutes) : t.hours(minutes / 60)),
        },
      ]}
    />
  )
}
