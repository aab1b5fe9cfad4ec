import { listProcedures, type ProcedureLine, readContents, readSectionDays } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { words as sectionWords } from '#web/portal/sections/words.ts'
import { Empty, formatDay, langOf, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/procedures'
import { articlePath } from './article-path.ts'
import { InLanguage } from './in-language.tsx'
import { pageAsked } from './listing.server.ts'
import { words } from './words.ts'

const proceduresPerPage = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const [{ kinds }, days] = await Promise.all([readContents(query), readSectionDays(query)])
  const count = kinds.procedure?.count ?? 0
  const { page, pageCount, limit, offset } = pageAsked(url, { count, perPage: proceduresPerPage })
  const procedures = await listProcedures(query, { language: langOf(url.pathname), limit, offset })
  return { procedures, page, pageCount, readOn: days.procedures }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.procedures} | An Sinh`, description: t.proceduresLead })
}

export default function Procedures({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const s = useWords(sectionWords)
  const { procedures, page, pageCount, readOn } = loaderData
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/thu-tuc', name: t.procedures }]} />
      <h1 className="h1">{t.procedures}</h1>
      <p className="lead">{t.proceduresLead}</p>
      {readOn ? <p className="quiet small">{s.readOn(formatDay(readOn))}</p> : null}
      {procedures.length > 0 ? (
        <ul className="list articles">
          {procedures.map((procedure) => (
            <OneProcedure key={procedure.slug} procedure={procedure} />
          ))}
        </ul>
      ) : (
        <Empty sentence={t.noProcedures} />
      )}
      <Pager
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => `${pathIn(lang, '/thu-tuc')}?trang=${number}`}
      />
    </div>
  )
}

function OneProcedure({ procedure: { slug, title, language, details } }: { procedure: ProcedureLine }) {
  const t = useWords(words)
  const lang = useLang()
  const facts = [details.agency, details.timeLimit]
  return (
    <li>
      <h2 lang={language}>
        <a href={articlePath(lang, slug)}>{title}</a>
      </h2>
      <p className="quiet small">
        {details.code ? `${t.code} ${details.code} · ` : ''}
        <span lang={language}>{facts.filter(Boolean).join(' · ')}</span>
        <InLanguage language={language} />
      </p>
    </li>
  )
}
