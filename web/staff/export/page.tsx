import { Form, redirect } from 'react-router'
import {
  canExportRegister,
  exportKeptHours,
  isPastKeeping,
  type RegisterExport,
  type RegisterExportAsked,
  registerExport,
} from '#jobs/export-register'
import { now, today } from '#platform/clock'
import type { Job } from '#platform/queue'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { type JobView, viewOf } from '#web/staff/jobs/view.ts'
import {
  Button,
  Empty,
  formatCount,
  formatInstant,
  langOf,
  pathIn,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { words } from './words.ts'

/** One export of this officer. */
interface PastExport {
  job: JobView
  at: Date
  /** None once they were removed. */
  files: RegisterExport['files']
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await deskOfExporter(context, url)
  const jobs = await desk.queue.list({ name: registerExport, limit: 100 })
  const own = jobs.filter(({ startedBy }) => startedBy === desk.officer.id)
  return { keptHours: exportKeptHours, exports: own.slice(0, 10).map(pastOf) }
}

/** What an account may not do is said; what has been taken out stays unknown to everybody but who asked for it. */
async function deskOfExporter(context: Route.LoaderArgs['context'], url: URL): Promise<Desk> {
  const desk = await getDesk(context, url)
  if (!canExportRegister(desk.actor)) throw new Response(null, { status: 403 })
  return desk
}

function pastOf(job: Job): PastExport {
  const isKept = job.state === 'done' && job.finishedAt !== undefined && !isPastKeeping(job.finishedAt, now())
  return {
    job: viewOf(job),
    at: job.finishedAt ?? job.createdAt,
    files: isKept ? (job.result as RegisterExport).files : [],
  }
}

export async function action({ context, url }: Route.ActionArgs) {
  const { queue, actor, officer } = await deskOfExporter(context, url)
  const jobs = await queue.list({ name: registerExport, limit: 100 })
  const own = jobs.filter(({ startedBy }) => startedBy === officer.id)
  const asked: RegisterExportAsked = { actor }
  // A second click asks for nothing new, nor does one at the same moment: both follow the same export.
  if (!own.some(({ state }) => state === 'waiting' || state === 'running'))
    await queue.send(registerExport, asked, {
      startedBy: officer.id,
      key: `${officer.id} ${own[0]?.id ?? today()}`,
    })
  throw redirect(pathIn(langOf(url.pathname), '/can-bo/xuat-du-lieu'), 303)
}

/** The whole register as open files. May be left and come back to. */
export default function OpenData({ loaderData }: Route.ComponentProps) {
  const { exports, keptHours } = loaderData
  const t = useWords(words)
  const running = exports.find(({ job }) => job.state === 'waiting' || job.state === 'running')
  const past = exports.filter((each) => each !== running)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <h1>{t.title}</h1>
      <p className="quiet">{t.lead}</p>
      <p className="note">{t.warning(keptHours)}</p>
      {running ? (
        <JobProgress job={running.job} />
      ) : (
        <Form method="post" className="acts confirm">
          <Button weight="main" type="submit">
            {t.start}
          </Button>
        </Form>
      )}
      <section className="sect" aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        {past.length === 0 ? <Empty sentence={t.none}>{t.tablesMore}</Empty> : null}
        {past.map((each) => (
          <OneExport key={each.job.id} one={each} />
        ))}
      </section>
    </>
  )
}

function OneExport({ one: { job, at, files } }: { one: PastExport }) {
  const t = useWords(words)
  const lang = useLang()
  if (files.length === 0)
    return (
      <p className="quiet">
        {formatInstant(at)}: {job.state === 'failed' ? t.failed : t.gone}
      </p>
    )
  return (
    <>
      <h3>{t.done(formatInstant(at))}</h3>
      <Table
        name={t.done(formatInstant(at))}
        rows={files}
        keyOf={({ name }) => name}
        columns={[
          {
            key: 'file',
            full: true,
            head: t.file,
            cell: ({ name }) => (
              <a href={`/can-bo/xuat-du-lieu/${job.id}/${name}`} download>
                {name}
              </a>
            ),
          },
          {
            key: 'rows',
            head: t.rows,
            label: t.rows,
            number: true,
            cell: ({ rows }) => (rows > 0 ? formatCount(rows, lang) : ''),
          },
          {
            key: 'size',
            head: t.size,
            label: t.size,
            number: true,
            cell: ({ bytes }) => formatCount(Math.ceil(bytes / 1024), lang),
          },
          {
            key: 'hash',
            full: true,
            head: t.hash,
            cell: ({ sha256 }) => <code className="small hash">{sha256}</code>,
          },
        ]}
      />
      <p className="small quiet">{t.tablesMore}</p>
    </>
  )
}
