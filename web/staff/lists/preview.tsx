import { Form, redirect } from 'react-router'
import { discardList, findUpload, type Upload } from '#intake'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { Button, formatCount, formatInstant, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/preview'
import { type ImportAsked, importJob, previewJob } from './job.ts'
import { previewQuery, readPreview, rowsOnPage, tryOut } from './preview.server.ts'
import { PreviewRows } from './preview-rows.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const query = previewQuery(url.searchParams)
  const question = { query, units: await unitsOf(database), lang: langOf(url.pathname) }
  // Asked first: a trial that ends between the two is then shown as under way, and never as neither.
  const job = await findTrial(desk, url)
  const found = await withActor(database, actor, async (transaction) => {
    const upload = await findUpload(transaction, numberOf(params.fileId))
    return upload && { upload, ...(await readPreview(transaction, upload, question)) }
  })
  if (!found) throw new Response(null, { status: 404 })
  return {
    ...found,
    query,
    rowsOnPage,
    job,
    mayWrite: officer.role !== 'leader',
  }
}

/** The trial whose number the address holds, while there is something to say of it. */
async function findTrial({ queue, officer }: Desk, url: URL) {
  const id = url.searchParams.get('viec') ?? ''
  const job = /^[0-9a-f-]{36}$/.test(id) ? await queue.find(id) : undefined
  if (!job || job.name !== previewJob || job.startedBy !== officer.id || job.state === 'done')
    return undefined
  return viewOf(job)
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

/** Writes the list, tries it again, or gives it up. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer, queue } = desk
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
  const fileId = numberOf(params.fileId)
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  const lang = langOf(url.pathname)
  const wish = (await request.formData()).get('viec')
  if (wish === 'bo') {
    await withActor(database, actor, (transaction) => discardList(transaction, fileId))
    throw redirect(pathIn(lang, '/can-bo/danh-sach'))
  }
  if (wish === 'xem') throw redirect(await tryOut(desk, fileId, lang))
  const asked: ImportAsked = { fileId, actor }
  const jobId = await queue.send(importJob, asked, {
    key: `${officer.id} ${fileId}`,
    startedBy: officer.id,
  })
  throw redirect(pathIn(lang, `/can-bo/danh-sach/${jobId}`))
}

/** What a list would do, row by row, before anything is written. May be left and come back to. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { upload, job, counts, rows, query } = loaderData
  const title = t.dryRun(upload.fileName)
  const isReady = upload.previewedAt !== undefined && job === undefined
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      {job ? <JobProgress job={job} /> : null}
      {isReady ? (
        <p className="note">{upload.finishedAt ? t.repeated : t.nothingWritten}</p>
      ) : job ? null : (
        <p className="note">{t.notTried}</p>
      )}
      {loaderData.mayWrite && upload.finishedAt === undefined ? (
        <Decision
          upload={upload}
          written={counts.new + counts.changed}
          isReady={isReady}
          isTrying={job !== undefined && job.state !== 'failed'}
        />
      ) : (
        <ErrorFileLink upload={upload} />
      )}
      {isReady ? (
        <>
          <PreviewRows counts={counts} rows={rows} query={query} rowsOnPage={loaderData.rowsOnPage} />
          <HowRead upload={upload} />
        </>
      ) : null}
    </>
  )
}

/** Write it, try it again, or give it up; each works without scripts. */
function Decision(props: { upload: Upload; written: number; isReady: boolean; isTrying: boolean }) {
  const { upload, written, isReady, isTrying } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <Form method="post" className="acts confirm" action="?">
      {isReady ? (
        <Button weight="main" type="submit" name="viec" value="ghi">
          {written > 0 ? t.confirm(formatCount(written, lang)) : t.confirmNothing}
        </Button>
      ) : null}
      {isReady ? <ErrorFileLink upload={upload} /> : null}
      {isTrying ? null : (
        <Button weight={isReady ? 'plain' : 'main'} type="submit" name="viec" value="xem">
          {isReady ? t.tryAgain : t.tryNow}
        </Button>
      )}
      <Button type="submit" name="viec" value="bo">
        {t.discard}
      </Button>
    </Form>
  )
}

function ErrorFileLink({ upload }: { upload: Upload }) {
  const t = useWords(words)
  if (!upload.hasErrorFile) return null
  return (
    <a className="btn" href={`/can-bo/danh-sach-can-sua/${upload.fileId}`} download>
      {t.errorFile}
    </a>
  )
}

/** Whether the columns were understood. */
function HowRead({ upload: { rows, summary, previewedAt } }: { upload: Upload }) {
  const t = useWords(words)
  const lang = useLang()
  if (!summary) return null
  return (
    <section className="sect" aria-labelledby="how-read">
      <h2 id="how-read">{t.howRead}</h2>
      <p>{t.readAs(formatCount(rows, lang), formatCount(summary.notPeople, lang))}</p>
      <ul className="columns-read">
        {summary.columns.map(({ letters, heading }) => (
          <li key={letters}>
            <b>{letters}</b> {heading}
          </li>
        ))}
      </ul>
      {summary.columnsNotRead.length > 0 ? (
        <p className="note">
          {t.columnsNotRead(
            summary.columnsNotRead.map(({ letters, heading }) => `${letters} (${heading})`).join(', '),
          )}
        </p>
      ) : null}
      {summary.sheetsNotRead.length > 0 ? (
        <p className="note">{t.sheetsNotRead(summary.sheetsNotRead.join(', '))}</p>
      ) : null}
      {previewedAt ? <p className="small quiet">{t.triedAt(formatInstant(previewedAt))}</p> : null}
    </section>
  )
}
