import { data, type ShouldRevalidateFunctionArgs } from 'react-router'
import { findUpload, isHidden, type Upload } from '#intake'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatCount, langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/preview'
import { act } from './acting.server.ts'
import { HowRead } from './how-read.tsx'
import { obstaclesOf } from './job.ts'
import { MonthChoice } from './month-choice.tsx'
import { previewQuery, readPreview, rowsOnPage } from './preview.server.ts'
import { PreviewDecision } from './preview-decision.tsx'
import { previewPath } from './preview-path.ts'
import { PreviewRows } from './preview-rows.tsx'
import { findWork } from './receive.server.ts'
import { words as refusedWords } from './refused-words.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const query = previewQuery(url.searchParams)
  const question = { query, units: await unitsOf(database), lang: langOf(url.pathname) }
  const fileId = numberIn(params.fileId)
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  // Asked before the rows: work that ends between the two is then shown as under way, and never as neither.
  const work = await findWork(desk.queue, upload)
  const job = work === undefined || work.state === 'done' ? undefined : viewOf(work)
  const found = await withActor(database, actor, async (transaction) => ({
    upload: (await findUpload(transaction, fileId)) ?? upload,
    ...(await readPreview(transaction, upload, question)),
    isHidden: await isHidden(transaction, fileId),
  }))
  const obstacles = obstaclesOf(work)
  return { ...found, query, rowsOnPage, job, obstacles, mayWrite: officer.role !== 'leader' }
}

/** What an officer wishes of the list; where somebody else was first, the page says so. */
export async function action(args: Route.ActionArgs) {
  return data(await act(args), { status: 409 })
}

/** Who came second sees the list as it stands now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

/** What a list would do, row by row, before anything is written. May be left and come back to. */
export default function Preview({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { upload, job, counts, rows, query, mayWrite, problems, byName } = loaderData
  const isWritten = upload.finishedAt !== undefined
  const title = isWritten ? t.written(upload.fileName) : t.dryRun(upload.fileName)
  const isReady = upload.previewedAt !== undefined && job === undefined && upload.refused === undefined
  const isWorking = job !== undefined && job.state !== 'failed'
  const isClosed = loaderData.isHidden && upload.isRead
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      <NotDone because={actionData?.because} loaderData={loaderData} />
      {job ? <JobProgress job={job} /> : null}
      <Standing loaderData={loaderData} isReady={isReady} />
      {isClosed || isWorking || !upload.isRead ? null : (
        <MonthChoice upload={upload} mayName={mayWrite && !upload.isBegun} />
      )}
      {isClosed ? null : (
        <PreviewDecision
          upload={upload}
          counts={counts}
          isReady={isReady}
          isWorking={isWorking}
          mayWrite={mayWrite}
          problems={problems}
          byName={byName}
        />
      )}
      {isReady ? (
        <>
          <PreviewRows
            fileId={upload.fileId}
            counts={counts}
            rows={rows}
            query={query}
            rowsOnPage={loaderData.rowsOnPage}
            mayDecide={mayWrite}
            isWritten={isWritten}
          />
          <HowRead upload={upload} />
        </>
      ) : null}
    </>
  )
}

/** Why what was asked for was not done: somebody else was first, or something stands on the list. */
function NotDone(props: { because: string | undefined; loaderData: Route.ComponentProps['loaderData'] }) {
  const { upload, obstacles } = props.loaderData
  const t = useWords(refusedWords)
  const lang = useLang()
  if (props.because === undefined && obstacles === 0) return null
  return (
    <Refused
      after={
        props.because === undefined ? (
          <a href={`${previewPath(upload.fileId, lang)}/hoan-tac`}>{t.seeObstacles}</a>
        ) : null
      }
    >
      {props.because ?? t.notTakenBack(formatCount(obstacles, lang))}
    </Refused>
  )
}

/** In one sentence how the list stands. */
function Standing(props: { loaderData: Route.ComponentProps['loaderData']; isReady: boolean }) {
  const { upload, job, isHidden: isRestricted } = props.loaderData
  const t = useWords(words)
  const refused = useWords(refusedWords)
  const lang = useLang()
  if (isRestricted && upload.isRead) return <p className="note">{refused.restricted}</p>
  if (upload.refused && !job) return <Refused>{upload.refused[lang]}</Refused>
  const corrects =
    upload.corrects === undefined ? null : (
      <p className="note">
        <a href={previewPath(upload.corrects, lang)}>{t.corrects(formatCount(upload.corrects, lang))}</a>
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
  return job ? null : <p className="note">{t[whyUntried(upload)]}</p>
}

/** Why a list that was read shows no rows: half of it is written, all of it was taken back, or it was never tried. */
function whyUntried({ isBegun, rounds }: Upload): 'notFinished' | 'wasTakenBack' | 'notTried' {
  if (isBegun) return 'notFinished'
  return rounds > 0 ? 'wasTakenBack' : 'notTried'
}
