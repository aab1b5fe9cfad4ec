import { data, Form, redirect, useNavigation } from 'react-router'
import { today } from '#platform/clock'
import { getDesk } from '#web/staff/access.ts'
import { Button, Icon, langOf, pathIn, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { DropArea } from './drop-area.tsx'
import { DryRunView } from './dry-run.tsx'
import { History, historyOf } from './history.tsx'
import { type ImportAsked, importJob } from './job.ts'
import { readUpload } from './read.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { queue, officer } = await getDesk(context, url)
  const jobs = await queue.list({ name: importJob, limit: 50 })
  return { history: historyOf(jobs, officer), mayWrite: officer.role !== 'leader' }
}

/** Reads and tries a list that was uploaded, or begins to write one that was tried. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const form = await request.formData()
  const lang = langOf(url.pathname)
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    const upload = await readUpload(desk, file, { today: today(), lang })
    return upload.ok ? upload : data(upload, { status: 422 })
  }
  const fileId = Number(form.get('fileId'))
  if (!Number.isSafeInteger(fileId) || fileId <= 0)
    return data({ ok: false as const, because: words[lang].chooseFile }, { status: 422 })
  const asked: ImportAsked = { fileId, actor: desk.actor }
  const jobId = await desk.queue.send(importJob, asked, {
    key: `${desk.officer.id} ${fileId}`,
    startedBy: desk.officer.id,
  })
  return redirect(pathIn(lang, `/can-bo/danh-sach/${jobId}`))
}

/** Bringing a list in: upload, look at what it would do, then write it. */
export default function Lists({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const reading = useNavigation().formMethod === 'POST'
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead}</p>
        </div>
        <div className="acts">
          <a className="btn sm" href="/can-bo/danh-sach-mau.xlsx" download>
            {t.template}
          </a>
        </div>
      </div>
      {actionData?.ok ? <DryRunView dryRun={actionData.dryRun} /> : null}
      {actionData?.ok === false ? (
        <p className="err-sum" role="alert">
          <span className="err">
            <Icon name="warn" />
            {actionData.because}
          </span>
        </p>
      ) : null}
      {loaderData.mayWrite ? (
        <Form method="post" encType="multipart/form-data" replace>
          <DropArea again={actionData?.ok === true}>
            <Button weight={actionData?.ok ? 'plain' : 'main'} type="submit" disabled={reading}>
              {reading ? t.reading : t.read}
            </Button>
          </DropArea>
        </Form>
      ) : (
        <p className="note">{t.leaderReads}</p>
      )}
      <History history={loaderData.history} />
    </>
  )
}
