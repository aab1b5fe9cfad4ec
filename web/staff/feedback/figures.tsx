import './feedback.css'
import { feedbackRules } from '#law/feedback'
import { getDesk } from '#web/staff/access.ts'
import {
  Button,
  DayInput,
  Empty,
  formatCount,
  formatDay,
  langOf,
  pathIn,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/figures'
import { loadFigures, spanOf } from './figures.server.ts'
import { figuresWords } from './figures-words.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  return loadFigures(desk, spanOf(url.searchParams), langOf(url.pathname))
}

type Line = Route.ComponentProps['loaderData']['lines'][number]

/** How each authority answers: in time, reopened, and how satisfied people are. */
export default function FeedbackFigures({ loaderData }: Route.ComponentProps) {
  const t = useWords(figuresWords)
  const w = useWords(words)
  const lang = useLang()
  const { from, to, lines } = loaderData
  const span = `tu=${from}&den=${to}`
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/gop-y')}>{w.title}</a>
      </p>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead(formatDay(from), formatDay(to))}</p>
        </div>
        <div className="acts">
          <a className="btn sm" href={`/can-bo/gop-y-thong-ke.xlsx?${span}`} download>
            {w.exportXlsx}
          </a>
          <a className="btn sm" href={`/can-bo/gop-y-thong-ke.csv?${span}`} download>
            {w.exportCsv}
          </a>
        </div>
      </div>
      <form className="filters" data-wraps="" aria-label={t.title} key={span}>
        <label htmlFor="tu">
          {t.from} <DayInput name="tu" id="tu" defaultValue={from} />
        </label>
        <label htmlFor="den">
          {t.to} <DayInput name="den" id="den" defaultValue={to} />
        </label>
        <Button type="submit" size="small">
          {t.look}
        </Button>
      </form>
      {lines.length === 0 ? <Empty sentence={t.none}>{t.noneNext}</Empty> : <FiguresTable lines={lines} />}
      <Comments comments={loaderData.comments} />
      <Runs runs={loaderData.runs} />
    </>
  )
}

function FiguresTable({ lines }: { lines: Line[] }) {
  const t = useWords(figuresWords)
  const lang = useLang()
  const count = (key: 'messages' | 'answered' | 'answeredInTime' | 'late' | 'reopened', head: string) => ({
    key,
    head,
    label: head,
    number: true,
    full: true,
    cell: (line: Line) => formatCount(line[key], lang),
  })
  return (
    <Table
      name={t.title}
      rows={lines}
      keyOf={({ agency, unitUid }) => `${agency} ${unitUid}`}
      columns={[
        { key: 'name', head: t.authority, full: true, cell: ({ name }) => <b>{name}</b> },
        count('messages', t.messages),
        count('answered', t.answered),
        count('answeredInTime', t.inTime),
        count('late', t.late),
        count('reopened', t.reopened),
        {
          key: 'mean',
          head: t.mean,
          label: t.mean,
          number: true,
          full: true,
          cell: ({ meanMark, marks }) =>
            meanMark === undefined ? (
              <span className="quiet">{t.notShown(feedbackRules.marksShownFrom)}</span>
            ) : (
              t.ofMarks(
                meanMark.toFixed(1).replace('.', lang === 'vi' ? ',' : '.'),
                formatCount(marks ?? 0, lang),
              )
            ),
        },
      ]}
    />
  )
}

function Comments({ comments }: { comments: { name: string; said: string[] }[] }) {
  const t = useWords(figuresWords)
  if (comments.length === 0) return null
  return (
    <section className="sect" aria-labelledby="comments">
      <h2 id="comments">{t.comments}</h2>
      <p className="quiet">{t.commentsWhy}</p>
      {comments.map(({ name, said }) => (
        <div key={name} className="told-of">
          <h3>{name}</h3>
          <ul className="plain-lines">
            {said.map((each) => (
              <li key={each} lang="vi">
                {each}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Runs({ runs }: { runs: Route.ComponentProps['loaderData']['runs'] }) {
  const t = useWords(figuresWords)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="runs">
      <h2 id="runs">{t.runs}</h2>
      {runs.length === 0 ? <p className="quiet">{t.noRuns}</p> : null}
      <ul className="plain-lines">
        {runs.map(({ at, path, looked, escalated }) => (
          <li key={`${at} ${path}`}>
            <span className="num">{at}</span>, {t.paths[path]}:{' '}
            {t.runLine(formatCount(looked, lang), formatCount(escalated, lang))}
          </li>
        ))}
      </ul>
    </section>
  )
}
