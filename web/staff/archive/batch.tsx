import { findBatch, listBatchProgress } from '#archive'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { formatInstant, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/batch'
import { BatchTable } from './batch-table.tsx'
import { ScanList } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { listFirst } from './scans-asked.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, queue, officer } = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const { batch, scans, count, progress } = await withActor(database, actor, async (transaction) => {
    const found = await findBatch(transaction, numberIn(params.batchId))
    if (!found) throw new Response(null, { status: 404 })
    const [far] = await listBatchProgress(transaction, { batchId: found.id })
    const first = await listFirst(transaction, { batchId: found.id }, { limit: 500, lang })
    return { batch: found, ...first, progress: far }
  })
  const job = batch.jobId === undefined ? undefined : await queue.find(batch.jobId)
  return {
    receivedAt: formatInstant(batch.receivedAt),
    told: batch.told,
    progress: progress && { ...progress, at: formatInstant(progress.receivedAt) },
    job: job && job.startedBy === officer.id && job.state !== 'done' ? viewOf(job) : undefined,
    id: batch.id,
    scans,
    count,
  }
}

/** What came in one go: how far the machine is, what was not taken and why, and each scan. May be left and come back to. */
export default function BatchPage({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const { id, told, job, scans, count, progress } = loaderData
  const title = s.batch(loaderData.receivedAt)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <div className="headrow">
        <h1>{title}</h1>
        <div className="acts">
          <a className="btn" href={pathIn(lang, '/can-bo/kho-ho-so/tai-len')}>
            {s.more}
          </a>
          <a className="btn main" href={pathIn(lang, '/can-bo/kho-ho-so/can-doc')}>
            {s.startReading}
          </a>
        </div>
      </div>
      {job ? <JobProgress job={job} /> : null}
      {told.length > 0 ? (
        <section className="note" aria-labelledby="told">
          <h2 id="told">{s.notTaken(told.length)}</h2>
          <ul>
            {told.map(({ fileName, because, scanId }) => (
              <li key={fileName}>
                <b>{fileName}</b>: {s.refusals[because]}{' '}
                {scanId ? (
                  <a href={pathIn(lang, `/can-bo/kho-ho-so/ho-so/${scanId}`)}>{s.openThere}</a>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {progress && scans.length > 0 ? <BatchTable name={t.batches} batches={[progress]} /> : null}
      <ScanList name={title} scans={scans} count={count} search={`?lo=${id}`} empty={s.nothingTaken} />
    </>
  )
}
