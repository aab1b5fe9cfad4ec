import './leader.css'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { changeText, figureText } from '#web/staff/indicators/figures.ts'
import { kindOrder, kindWords, marks } from '#web/staff/today/kinds.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import {
  Empty,
  formatCount,
  formatDay,
  KindTag,
  langOf,
  pathIn,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/commune'
import { type CommuneMetric, readCommunePage } from './load.server.ts'
import { findingsPath } from './places.ts'
import { Principles } from './principles.tsx'
import { TaskTable } from './tasks.tsx'
import { words } from './words.ts'

export async function loader({ context, url, params: { unitUid } }: Route.LoaderArgs) {
  const { officer, database, actor } = await getDesk(context, url)
  const on = today()
  const unit = (await unitsOf(database)).byUid.get(unitUid)
  const isHere = unit?.level === 'commune' && (unit.to === undefined || unit.to >= on)
  // What is not there and what is another's answer alike.
  if (!isHere || (officer.unitUid !== 'province' && officer.unitUid !== unitUid))
    throw new Response(null, { status: 404 })
  const page = await withActor(database, actor, (transaction) =>
    readCommunePage(transaction, { unitUid, today: on, lang: langOf(url.pathname) }),
  )
  return { ...page, unitUid, name: unit.name, on, isOfProvince: officer.unitUid === 'province' }
}

/** One commune: from its numbers to the lists behind them, and from those to people. */
export default function Commune({ loaderData }: Route.ComponentProps) {
  const { name, unitUid, on, principles, findings, metrics, tasks, isOfProvince } = loaderData
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const open = kindOrder.filter((kind) => findings[kind] > 0)
  return (
    <div className="leader">
      <title>{`${name} | An Sinh`}</title>
      {isOfProvince ? (
        <p className="small crumbs">
          <a href={pathIn(lang, '/can-bo/dieu-hanh')}>{t.backToProvince}</a>
        </p>
      ) : null}
      <div className="headrow">
        <div>
          <h1 lang="vi">{name}</h1>
          <p className="quiet">{formatDay(on)}</p>
        </div>
      </div>
      <Principles figures={principles} what={name} unitUid={unitUid} />
      <section className="sect" aria-labelledby="phat-hien">
        <h2 id="phat-hien">{t.findings}</h2>
        {open.length === 0 ? <Empty sentence={t.noFindings} /> : null}
        <ul className="states">
          {open.map((kind) => (
            <li key={kind}>
              <a href={pathIn(lang, findingsPath(kind, unitUid))}>
                <KindTag {...marks[kind]}>{kinds[kind]}</KindTag>
                <b className="num">{formatCount(findings[kind], lang)}</b>
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a href={`${pathIn(lang, '/can-bo/nguoi')}?${new URLSearchParams({ xa: unitUid })}`}>{t.people}</a>
        </p>
      </section>
      {tasks.length > 0 ? (
        <section className="sect" aria-labelledby="nhiem-vu">
          <h2 id="nhiem-vu">{t.tasks}</h2>
          <TaskTable title={t.communeTasks} tasks={tasks} />
        </section>
      ) : null}
      <Metrics metrics={metrics} unitUid={unitUid} />
    </div>
  )
}

function Metrics({ metrics, unitUid }: { metrics: readonly CommuneMetric[]; unitUid: string }) {
  const t = useWords(words)
  const lang = useLang()
  const metricPath = (key: string) =>
    `${pathIn(lang, `/can-bo/so-lieu/${key}`)}?${new URLSearchParams({ xa: unitUid })}`
  return (
    <section className="sect" aria-labelledby="chi-so">
      <h2 id="chi-so">{t.metrics}</h2>
      <Table
        name={t.metrics}
        rows={metrics}
        keyOf={({ metric }) => metric.key}
        columns={[
          {
            key: 'name',
            head: t.metric,
            full: true,
            cell: ({ metric }) => <a href={metricPath(metric.key)}>{metric.name[lang]}</a>,
          },
          {
            key: 'value',
            head: t.value,
            label: t.value,
            number: true,
            cell: ({ value, metric, detail }) =>
              value === undefined ? (
                <span className="quiet">{t.noFigure}</span>
              ) : (
                <span title={detail}>{figureText(metric.unit, value, lang)}</span>
              ),
          },
          {
            key: 'change',
            head: t.change,
            label: t.change,
            number: true,
            cell: ({ change, metric }) =>
              change ? (
                <span title={formatDay(change.since)} className={change.by === 0 ? 'quiet' : undefined}>
                  {change.by === 0 ? t.unchanged : changeText(metric.unit, change.by, lang)}
                </span>
              ) : null,
          },
          {
            key: 'lists',
            head: t.lists,
            full: true,
            cell: ({ lists }) =>
              lists.map(({ name, href }) => (
                <a key={href} href={href} className="list-behind">
                  {name[lang]}
                </a>
              )),
          },
        ]}
      />
    </section>
  )
}
