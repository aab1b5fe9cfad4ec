import { redirect } from 'react-router'
import { acceptByName, decideRow, discardList, findUpload, type Upload } from '#intake'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatCount, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/preview'
import { HowRead } from './how-read.tsx'
import { previewQuery, readPreview, rowsOnPage } from './preview.server.ts'
import { PreviewDecision } from './preview-decision.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { askFor, previewPath } from './receive.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const query = previewQuery(url.searchParams)
  const question = { query, units: await unitsOf(database), lang: langOf(url.pathname) }
  const fileId = numberOf(params.fileId)
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  // Asked before the rows: work that ends between the two is then shown as under way, and never as neither.
  const job = await findWork(desk, upload)
  const found = await withActor(database, actor, async (transaction) => ({
    upload: (await findUpload(transaction, fileId)) ?? upload,
    ...(await readPreview(transaction, upload, question)),
  }))
  return { ...found, query, rowsOnPage, job, mayWrite: officer.role !== 'leader' }
}

/** The latest work on the list, whoever asked for it, while there is something to say of it. */
async function findWork({ queue }: Desk, { jobId }: Upload) {
  const job = jobId === undefined ? undefined : await queue.find(jobId)
  return job === undefined || job.state === 'done' ? undefined : { ...viewOf(job), name: job.name }
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

/** Writes the list, tries it again, gives it up, or keeps what an officer says of a doubtful row. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
  const fileId = numberOf(params.fileId)
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const wish = String(form.get('viec') ?? '')
  if (wish === 'bo') {
    await withActor(database, actor, (transaction) => discardList(transaction, fileId))
    throw redirect(pathIn(lang, '/can-bo/danh-sach'))
  }
  if (wish === 'cung' || wish === 'moi' || wish === 'thoi') {
    await withActor(database, actor, (transaction) =>
      decideRow(transaction, {
        fileId,
        number: numberOf(String(form.get('dong'))),
        decision: said(wish, form),
      }),
    )
    throw redirect(`${previewPath(fileId, lang)}?dong=doubtful#cac-dong`)
  }
  if (wish === 'theo-ten')
    await withActor(database, actor, (transaction) => acceptByName(transaction, fileId))
  if (wish === 'xem' || wish === 'theo-ten') {
    await askFor(desk, { is: 'preview', fileId })
    throw redirect(previewPath(fileId, lang))
  }
  // The same wish twice is one work, until something was written.
  const key = [fileId, upload.rounds, upload.writtenAt?.getTime() ?? 0].join(' ')
  const jobId = await askFor(desk, { is: 'import', fileId }, key)
  throw redirect(pathIn(lang, `/can-bo/danh-sach/${jobId}`))
}

function said(wish: 'cung' | 'moi' | 'thoi', form: FormData) {
  if (wish === 'thoi') return undefined
  return wish === 'moi'
    ? ({ is: 'new' } as const)
    : ({ is: 'same', personId: numberOf(String(form.get('nguoi'))) } as const)
}

/** What a list would do, row by row, before anything is written. May be left and come back to. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { upload, job, counts, rows, query, mayWrite, problems, byName } = loaderData
  const title = t.dryRun(upload.fileName)
  const isReady = upload.previewedAt !== undefined && job === undefined && upload.refused === undefined
  const isWorking = job !== undefined && job.state !== 'failed'
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      {job ? <JobProgress job={job} /> : null}
      <Standing loaderData={loaderData} isReady={isReady} />
      <PreviewDecision
        upload={upload}
        counts={counts}
        isReady={isReady}
        isWorking={isWorking}
        mayWrite={mayWrite}
        problems={problems}
        byName={byName}
      />
      {isReady ? (
        <>
          <PreviewRows
            fileId={upload.fileId}
            counts={counts}
            rows={rows}
            query={query}
            rowsOnPage={loaderData.rowsOnPage}
            mayDecide={mayWrite}
          />
          <HowRead upload={upload} />
        </>
      ) : null}
    </>
  )
}

/** In one sentence how the list stands. */
function Standing(props: { loaderData: Route.ComponentProps['loaderData']; isReady: boolean }) {
  const { upload, job } = props.loaderData
  const t = useWords(words)
  const lang = useLang()
  if (upload.refused && !job)
    return (
      <p className="err-sum" role="alert">
        <span className="err">{upload.refused[lang]}</span>
      </p>
    )
  const corrects =
    upload.corrects === undefined ? null : (
      <p className="note">
        <a href={previewPathOf(upload.corrects, lang)}>{t.corrects(formatCount(upload.corrects, lang))}</a>
      </p>
    )
  if (props.isReady)
    return (
      <>
        {corrects}
        <p className="note">{upload.finishedAt ? t.repeated : t.nothingWritten}</p>
        {upload.rounds > 0 && upload.finishedAt === undefined ? (
          <p className="note">{t.wasTakenBack}</p>
        ) : null}
      </>
    )
  return job ? null : <p className="note">{upload.isBegun ? t.notFinished : t.notTried}</p>
}

function previewPathOf(fileId: number, lang: 'vi' | 'en'): string {
  return pathIn(lang, `/can-bo/danh-sach/xem/${fileId}`)
}
