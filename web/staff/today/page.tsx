import { redirect } from 'react-router'
import { monthOf } from '#calendar'
import { now, today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { viewFor } from '#web/staff/jobs/view.ts'
import { KeyHints } from '#web/staff/keyboard.tsx'
import { communesFor, unitsOf } from '#web/staff/units.server.ts'
import {
  Empty,
  formatCount,
  formatDay,
  formatInstant,
  type Lang,
  langOf,
  Pager,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Filters } from './filters.tsx'
import { FindingsTable } from './findings-table.tsx'
import { readToday, sumOf } from './load.server.ts'
import { Panel } from './panel.tsx'
import { PrinciplesRow } from './principles-row.tsx'
import { findingsAPage, queryOf, searchOf } from './query.ts'
import { SweepAgain, SweepProgress } from './sweep-again.tsx'
import { readWaiting } from './waiting.server.ts'
import { WaitingBand } from './waiting-band.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer, queue } = desk
  const query = queryOf(url.searchParams)
  const on = today()
  const units = await unitsOf(database)
  const [read, waiting] = await Promise.all([
    withActor(database, actor, (transaction) =>
      readToday(transaction, { query, officer, on, lang: langOf(url.pathname) }),
    ),
    withActor(database, actor, (transaction) => readWaiting(transaction, { officer, actor, on })),
  ])
  const [job] = await queue.list({ name: 'sweep', limit: 1 })
  const total = query.kind ? read.counts[query.kind] : sumOf(read.counts)
  return {
    ...read,
    waiting,
    on,
    query,
    total,
    pageCount: Math.max(1, Math.ceil(total / findingsAPage)),
    communes: communesFor(units, officer.unitUid, on),
    maySweep: officer.role === 'provinceOfficer',
    job:
      job && (job.state === 'waiting' || job.state === 'running' || job.state === 'failed')
        ? viewFor(officer, job)
        : undefined,
  }
}

/** Runs the sweep again as a job, by what has changed unless everybody is asked for. Twice within a minute is once. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { queue, officer } = await getDesk(context, url)
  if (officer.role !== 'provinceOfficer') throw new Response(null, { status: 403 })
  const on = today()
  const whole = (await request.formData()).get('whole') === 'yes'
  await queue.send(
    'sweep',
    { month: monthOf(on), knownOn: on, whole },
    { key: `${now().toISOString().slice(0, 16)}${whole ? ' whole' : ''}`, startedBy: officer.id },
  )
  return redirect(url.pathname + url.search)
}

/** The officer's first page: what is missed, wrong and due, and why. */
export default function Today({ loaderData }: Route.ComponentProps) {
  const { query, total, pageCount, findings, selected, run } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const from = (query.page - 1) * findingsAPage + 1
  const count = (number: number) => formatCount(number, lang)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <Heading data={loaderData} />
      <SweepProgress job={loaderData.job} />
      <WaitingBand lines={loaderData.waiting} />
      <PrinciplesRow principles={loaderData.principles} />
      <Filters query={query} counts={loaderData.counts} communes={loaderData.communes} />
      <div className="split">
        <div>
          {findings.length === 0 ? (
            <Empty sentence={run ? t.none : t.beforeFirst}>
              {run && searchOf(query) ? <a href="?">{t.showAll}</a> : null}
            </Empty>
          ) : (
            <>
              <FindingsTable
                findings={findings}
                query={query}
                on={loaderData.on}
                benefitTexts={loaderData.benefitTexts}
              />
              <p className="keys">
                <KeyHints />
                <span className="count-line">
                  {t.range(count(from), count(from + findings.length - 1), count(total))}
                </span>
              </p>
              <Pager
                page={query.page}
                pageCount={pageCount}
                hrefOf={(page) => searchOf(query, { page, selectedId: undefined }) || '?'}
              />
            </>
          )}
        </div>
        <Panel selected={selected} benefitTexts={loaderData.benefitTexts} on={loaderData.on} />
      </div>
    </>
  )
}

/** Whether everybody was judged in a run and why, or how many. */
function kindOf(
  { mode, judged, because }: NonNullable<Route.ComponentProps['loaderData']['run']>,
  t: typeof words.vi,
  lang: Lang,
): string {
  if (mode === 'changed')
    return judged === undefined ? t.sweptSomeChanges : t.sweptChanges(formatCount(judged, lang))
  return because ? t.sweptAllBecause(because[lang]) : t.sweptAll
}

function Heading({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const t = useWords(words)
  const lang = useLang()
  const { run, query, on } = data
  const swept = run
    ? t.swept(formatCount(run.people, lang), formatInstant(run.finishedAt), formatCount(data.openCount, lang))
    : t.notSwept
  const kind = run ? kindOf(run, t, lang) : ''
  return (
    <div className="headrow">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet">
          {t.weekdays[data.weekday]}, {formatDay(on)}. {swept} {kind}
        </p>
      </div>
      <div className="acts">
        <a
          className="btn sm"
          href={`/can-bo/hom-nay.xlsx${searchOf(query, { selectedId: undefined })}`}
          download
        >
          {t.export}
        </a>
        <a
          className="btn sm"
          href={`/can-bo/hom-nay.csv${searchOf(query, { selectedId: undefined })}`}
          download
        >
          {t.exportCsv}
        </a>
        <SweepAgain may={data.maySweep} job={data.job} />
      </div>
    </div>
  )
}
