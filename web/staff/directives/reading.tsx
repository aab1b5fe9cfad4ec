import './directives.css'
import { redirect } from 'react-router'
import { type DirectiveRead, directiveReading } from '#jobs/read-directive'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/reading'
import { clerkDesk } from './desk.server.ts'
import { words } from './draft-words.ts'
import { draftPath } from './receive.server.ts'

/** How far a file is read; once it is, the desk of its drafts. Whoever brought it sees it. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { queue, officer } = await clerkDesk(context, url)
  const job = /^[0-9a-f-]{36}$/.test(params.jobId) ? await queue.find(params.jobId) : undefined
  if (job?.name !== directiveReading || job.startedBy !== officer.id)
    throw new Response(null, { status: 404 })
  if (job.state === 'done') {
    const read = job.result as DirectiveRead
    throw redirect(pathIn(langOf(url.pathname), draftPath(read.directiveId)))
  }
  return { job: viewOf(job) }
}

export default function Reading({ loaderData: { job } }: Route.ComponentProps) {
  const t = useWords(words)
  const hasFailed = job.state === 'failed'
  const enter = pathIn(useLang(), '/can-bo/chi-dao/nhap')
  return (
    <>
      <title>{`${t.readingTitle} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={enter}>{t.enterTitle}</a>
      </p>
      <h1>{hasFailed ? t.readingFailed : t.readingTitle}</h1>
      {hasFailed ? null : <p className="quiet directive-lead">{t.readingLead}</p>}
      <JobProgress job={job} />
      <p className="s3">
        <a href={enter}>{t.again}</a>
      </p>
    </>
  )
}
