import './directives.css'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '#calendar'
import { DirectiveRefusal, getDirective } from '#directives'
import type { DirectiveKind } from '#notices'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { numberIn } from '#web/staff/numbers.ts'
import {
  Empty,
  formatDay,
  Pager,
  pathIn,
  percentText,
  Sen,
  standingOf,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { AreaSens } from './area-sens.tsx'
import { isClerk } from './desk.server.ts'
import { words as draftWords } from './draft-words.ts'
import { StandingLinks, TaskFilters } from './filters.tsx'
import { keptNames, kindNames } from './kinds.ts'
import { readPrinciples, readPrinciplesByArea } from './lines.server.ts'
import { words } from './page-words.ts'
import { tasksQueryOf, tasksSearch } from './query.ts'
import { countOfTasks, TaskTable } from './task-table.tsx'
import { readTasks } from './tasks.server.ts'
import { words as listWords } from './words.ts'

const tasksMax = 200
const keptShown = ['praise', 'finding', 'background'] as const

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { unitUid } = desk.officer
  const on = today()
  const id = numberIn(params.directiveId)
  const query = { ...tasksQueryOf(url.searchParams), directiveId: id }
  const monthBefore = lastDayOf(addMonths(monthOf(on), -1))
  return withActor(desk.database, desk.actor, async (transaction) => {
    const { drafts: _, parts: __, kept, ...directive } = await getDirective(transaction, id, on)
    const page = await readTasks(transaction, query, {
      ...{ today: on, unitUid, limit: tasksMax },
      foldsShares: true,
    })
    const areas = [...new Set(page.lines.flatMap((line) => line.areas))]
    const byArea = await readPrinciplesByArea(transaction, areas, { today: on, unitUid })
    return {
      ...{ directive, query, page },
      mayEnter: isClerk(desk),
      kept: kept.filter(({ kind }) => keptShown.some((each) => each === kind)),
      principles: await readPrinciples(transaction, { today: on, unitUid }),
      before: await readPrinciples(transaction, { today: monthBefore, unitUid }),
      beforeMonth: firstDayOf(monthOf(monthBefore)).slice(5, 7),
      areas: areas.map((area) => ({ area, principles: byArea.get(area) })),
      pageCount: Math.ceil(page.listed / tasksMax),
    }
  }).catch((error: unknown) => {
    if (error instanceof DirectiveRefusal && error.code === 'noSuchDirective')
      throw new Response(null, { status: 404 })
    throw error
  })
}

type Data = Route.ComponentProps['loaderData']

/** A directive live: what it ordered, who does it, what is reported beside what is measured, by area. */
export default function DirectivePage({ loaderData }: Route.ComponentProps) {
  const { directive, query, page, areas } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const w = useWords(listWords)
  const name = nameOf(directive, lang)
  return (
    <>
      <title>{`${name} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/chi-dao')}>{t.crumbs}</a>{' '}
        <span className="quiet">/ {kindNames[directive.kind][lang]}</span>
      </p>
      <Head {...loaderData} name={name} />
      {directive.readAs === 'scan' ? (
        <p className="note">{t.scanned(directive.scanConfidence ? `${directive.scanConfidence}%` : '')}</p>
      ) : null}
      <Principles {...loaderData} />
      <div className={areas.length > 0 ? 'directive-split' : undefined}>
        <div>
          <p className="quiet">
            {countOfTasks(page, w, lang)}
            {page.listed < page.total ? `. ${w.sharesFolded}` : ''}
          </p>
          <StandingLinks query={query} page={page} />
          <TaskFilters query={query} hasMine />
          {page.lines.length === 0 ? (
            <Empty sentence={directive.state === 'draft' ? t.notHanded : t.none}>
              <a href="?">{t.showAll}</a>
            </Empty>
          ) : (
            <TaskTable name={t.tasksOf(name)} lines={page.lines} isOfOne />
          )}
          <Pager
            page={query.page}
            pageCount={loaderData.pageCount}
            hrefOf={(number) => tasksSearch(query, { page: number }) || '?'}
          />
        </div>
        <AreaSens areas={areas} />
      </div>
      <Kept {...loaderData} />
    </>
  )
}

function nameOf(
  { kind, number, title }: { kind: DirectiveKind; number: string | undefined; title: string | undefined },
  lang: 'vi' | 'en',
): string {
  const kindName = kindNames[kind][lang]
  return number ? `${kindName} ${number}` : (title ?? kindName)
}

function Head({ directive, query, mayEnter, name }: Data & { name: string }) {
  const t = useWords(words)
  const d = useWords(draftWords)
  const lang = useLang()
  const { issuedOn, issuedBy, inferred, confirmedBy, handedOn, state, articleSlug } = directive
  const waits = inferred.length > 0 && confirmedBy === undefined
  const yearNote = inferred.includes('issuedOn') ? (waits ? d.inferred : d.inferredDone) : ''
  const concluded = [directive.concludedByName, directive.concludedByTitle].filter(Boolean).join(', ')
  return (
    <div className="headrow">
      <div className="directive-lead">
        <h1 lang={directive.number ? undefined : 'vi'}>{name}</h1>
        {directive.title && directive.number ? <p lang="vi">{directive.title}</p> : null}
        <p>
          {[
            concluded && t.concluded(concluded),
            directive.meetingOn && t.meeting(directive.meetingWith ?? '', formatDay(directive.meetingOn)),
          ]
            .filter(Boolean)
            .join(' ')}{' '}
          {issuedOn ? (
            <span className={waits ? 'cham' : undefined}>
              {t.issued(formatDay(issuedOn), issuedBy ?? '', yearNote)}
            </span>
          ) : null}
          {handedOn ? ` ${t.handed(formatDay(handedOn))}` : ''}
        </p>
      </div>
      <div className="acts">
        {articleSlug ? (
          <a className="btn sm" href={pathIn(lang, `/bai-viet/${articleSlug}`)}>
            {t.article}
          </a>
        ) : null}
        {mayEnter && state === 'draft' ? (
          <a className="btn sm" href={pathIn(lang, `/can-bo/chi-dao/nhap/${directive.id}`)}>
            {t.prepare}
          </a>
        ) : null}
        <SaveAs path="/can-bo/chi-dao/nhiem-vu" search={tasksSearch(query)} />
      </div>
    </div>
  )
}

const colours = { good: 'ok', cham: 'cham', sai: 'sai', none: 'quiet' } as const

function Principles({ principles, before, beforeMonth }: Data) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="kpis">
      <div>
        <Sen value={principles} what={t.principles} />
      </div>
      {(['right', 'full', 'onTime'] as const).map((key) => {
        const [now, then] = [principles[key], before[key]]
        const change =
          now === undefined || then === undefined ? undefined : Math.round((now - then) * 10) / 10
        return (
          <div key={key}>
            <p className="label">{t.names[key]}</p>
            <b className={colours[standingOf(now)]}>{percentText(now, lang)}</b>
            <p>{change === undefined ? t.noChange : t.change(change, beforeMonth)}</p>
          </div>
        )
      })}
    </div>
  )
}

/** What the text said that commands nothing. */
function Kept({ kept }: Data) {
  const t = useWords(words)
  const lang = useLang()
  if (kept.length === 0) return null
  return (
    <details className="sect">
      <summary>{t.kept}</summary>
      <ul className="plain-lines">
        {kept.map(({ paragraph, kind, quote }) => (
          <li key={`${paragraph} ${quote}`}>
            <span className="kept-name">{keptNames[kind][lang]}</span> <span lang="vi">{quote}</span>{' '}
            <span className="quiet">({t.paragraph(paragraph)})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
