import { findBatch, listBatchProgress, listScans, writeNumbers } from '#archive'
import { failureIn } from '#jobs/read-scans'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { Empty, formatInstant, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/batch'
import { BatchTable } from './batch-table.tsx'
import { ScanTable } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, queue, officer } = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const { batch, scans, progress } = await withActor(database, actor, async (transaction) => {
    const found = await findBatch(transaction, numberIn(params.batchId))
    if (!found) throw new Response(null, { status: 404 })
    const [far] = await listBatchProgress(transaction, { batchId: found.id })
    const listed = await listScans(transaction, { batchId: found.id, limit: 500 })
    return { batch: found, scans: listed, progress: far }
  })
  const job = batch.jobId === undefined ? undefined : await queue.find(batch.jobId)
  return {
    receivedAt: formatInstant(batch.receivedAt),
    told: batch.told,
    progress: progress && { ...progress, at: formatInstant(progress.receivedAt) },
    job: job && job.startedBy === officer.id && job.state !== 'done' ? viewOf(job) : undefined,
    scans: scans.map(({ id, fileName, state, because, form, bookName, numberFrom }) => ({
      id,
      fileName,
      state,
      because: failureIn(because, lang),
      form,
      place: numberFrom === undefined ? bookName : `${bookName}, ${writeNumbers([numberFrom])}`,
    })),
  }
}

/** What came in one go: how far the machine is, what was not taken and why, and each scan. May be left and come back to. */
export default function BatchPage({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const { told, job, scans, progress } = loaderData
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
      {scans.length === 0 ? <Empty sentence={s.nothingTaken} /> : <ScanTable name={title} scans={scans} />}
    </>
  )
}
