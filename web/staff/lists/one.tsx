import { findFileOfJob, findUpload, listRemarks } from '#intake'
import { type Transaction, withActor } from '#platform/database'
import type { Job } from '#platform/queue'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/one'
import { Counts } from './counts.tsx'
import { type Imported, listJobs } from './job.ts'
import { previewPath } from './preview-path.ts'
import { Remarks } from './remarks.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { queue, database, actor } = desk
  const job = /^[0-9a-f-]{36}$/.test(params.jobId) ? await queue.find(params.jobId) : undefined
  if (job?.name !== listJobs.import || !(await maySee(desk, job))) throw new Response(null, { status: 404 })
  const result = job.state === 'done' ? (job.result as Imported) : undefined
  return {
    job: viewOf(job),
    result,
    ...(result
      ? await withActor(database, actor, (transaction) => readOutcome(transaction, result))
      : noOutcome),
  }
}

/** Whoever asked for it, and whoever sees the list that is being written. */
async function maySee({ officer, database, actor }: Desk, job: Job): Promise<boolean> {
  if (job.startedBy === officer.id) return true
  return (await withActor(database, actor, (transaction) => findFileOfJob(transaction, job.id))) !== undefined
}

const noOutcome = { remarks: [], hasErrorFile: false }

async function readOutcome(transaction: Transaction, { fileId }: Imported) {
  const upload = await findUpload(transaction, fileId)
  return {
    remarks: await listRemarks(transaction, fileId),
    hasErrorFile: upload?.hasErrorFile === true,
  }
}

/** One import: how far it is, then what became of the list. May be left and come back to. */
export default function OneImport({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { job, result, remarks, hasErrorFile } = loaderData
  const title = result ? t.imported(result.fileName) : t.importing
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      {result ? (
        <>
          {result.isRepeated ? <p className="note">{t.repeated}</p> : null}
          <Counts counts={result.counts} />
          <div className="acts confirm">
            <a className="btn main" href={previewPath(result.fileId, lang)}>
              {t.toList}
            </a>
            {hasErrorFile ? (
              <a className="btn" href={`/can-bo/danh-sach-can-sua/${result.fileId}`} download>
                {t.errorFile}
              </a>
            ) : null}
            <a className="btn text" href={pathIn(lang, '/can-bo')}>
              {t.toToday}
            </a>
            <a className="btn text" href={pathIn(lang, '/can-bo/danh-sach')}>
              {t.another}
            </a>
          </div>
          <Remarks remarks={remarks} title={t.didDoubt} />
        </>
      ) : (
        <JobProgress job={job} />
      )}
    </>
  )
}
