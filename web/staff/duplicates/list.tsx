import './duplicates.css'
import { Form, Link, redirect } from 'react-router'
import { type LinkAsked, linkJob } from '#jobs/link-records'
import { now, today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { type JobView, viewOf } from '#web/staff/jobs/view.ts'
import { communesFor, unitsOf } from '#web/staff/units.server.ts'
import { Empty, formatCount, formatInstant, langOf, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { readDone } from './done.server.ts'
import { Done } from './done.tsx'
import { QueueFilters } from './filters.tsx'
import { usePairKeys } from './pair-keys.tsx'
import { pairsAPage, type QueueQuery, queryOf, searchOf } from './query.ts'
import { readQueue } from './queue.server.ts'
import { QueueTable } from './queue-table.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { database, actor, officer, queue } = await getDesk(context, url)
  const query = queryOf(url.searchParams)
  const units = await unitsOf(database)
  const read = await withActor(database, actor, async (transaction) => ({
    ...(await readQueue(transaction, { query, officer, units })),
    done: await readDone(transaction, query.doneId, langOf(url.pathname)),
  }))
  const [job] = await queue.list({ name: linkJob, limit: 1 })
  const isOwn = job?.startedBy === officer.id
  return {
    ...read,
    query,
    pageCount: Math.max(1, Math.ceil(read.total / pairsAPage)),
    communes: communesFor(units, officer.unitUid, today()),
    maySearch: officer.role === 'provinceOfficer',
    job: job && isOwn && job.state !== 'done' ? viewOf(job) : undefined,
  }
}

/** Searches the whole register again as a job. Asking twice within a minute is asking once. */
export async function action({ context, url }: Route.ActionArgs) {
  const { queue, officer } = await getDesk(context, url)
  if (officer.role !== 'provinceOfficer') throw new Response(null, { status: 403 })
  const asked: LinkAsked = { mode: 'full' }
  await queue.send(linkJob, asked, { key: now().toISOString().slice(0, 16), startedBy: officer.id })
  return redirect(url.pathname + url.search)
}

/** The queue of pairs that may be one person. */
export default function Duplicates({ loaderData }: Route.ComponentProps) {
  const { query, rows, total, pageCount, run, job, maySearch } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const count = (number: number) => formatCount(number, lang)
  usePairKeys()
  const from = (query.page - 1) * pairsAPage + 1
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet lead-line">
            {t.lead} {run ? t.lastRun(formatInstant(run.finishedAt), count(run.people)) : t.neverRun}
          </p>
        </div>
        <div className="acts">
          <a className="btn sm" href={`/can-bo/trung.xlsx${searchOf(query, { page: 1 })}`} download>
            {t.exportExcel}
          </a>
          <a className="btn sm" href={`/can-bo/trung.csv${searchOf(query, { page: 1 })}`} download>
            {t.exportCsv}
          </a>
          <SearchAgain may={maySearch} job={job} />
        </div>
      </div>
      {job ? (
        <section aria-label={t.searching}>
          <JobProgress job={job} />
        </section>
      ) : null}
      <Done done={loaderData.done} back={searchOf(query)} />
      <QueueFilters
        query={query}
        counts={loaderData.counts}
        states={loaderData.states}
        communes={loaderData.communes}
      />
      {rows.length === 0 ? (
        <Empty sentence={searchOf(query) ? t.none : t.noneWaiting}>
          {searchOf(query) ? <Link to={pathIn(lang, '/can-bo/trung')}>{t.showAll}</Link> : null}
        </Empty>
      ) : (
        <>
          <QueueTable rows={rows} query={query} />
          <p className="range">{t.range(count(from), count(from + rows.length - 1), count(total))}</p>
          <Pager
            page={query.page}
            pageCount={pageCount}
            hrefOf={(page) => searchOf(query, placeOf(page, query, rows)) || '?'}
          />
        </>
      )}
    </>
  )
}

/** The page beside this one begins where this one ends: no need to count up to it. */
function placeOf(page: number, query: QueueQuery, rows: readonly { id: number }[]): Partial<QueueQuery> {
  return page > query.page ? { page, afterId: rows.at(-1)?.id } : { page, beforeId: rows[0]?.id }
}

/** The button that searches again; one that may not be pressed says why. Nothing while it runs. */
function SearchAgain({ may, job }: { may: boolean; job: JobView | undefined }) {
  const t = useWords(words)
  if (job?.state === 'waiting' || job?.state === 'running') return null
  return (
    <Form method="post" preventScrollReset>
      <button type="submit" className="btn sm" disabled={!may} aria-describedby={may ? undefined : 'why-not'}>
        {t.searchAgain}
      </button>
      {may ? null : (
        <span className="hint small" id="why-not">
          {t.onlyProvince}
        </span>
      )}
    </Form>
  )
}
