import './indicators.css'
import { dutyAreaNames } from '#notices'
import { withActor } from '#platform/database'
import { Empty, formatDay, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { indicatorsDesk } from './desk.server.ts'
import { changeText, figureText, shapes } from './figures.ts'
import { Filters } from './filters.tsx'
import { byGroup, groupOf } from './groups.ts'
import { searchOf } from './query.ts'
import { readLines } from './view.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { desk, query, unitUid, unitName, communes, on, today } = await indicatorsDesk(context, url)
  const lines = await withActor(desk.database, desk.actor, (transaction) =>
    readLines(transaction, { area: query.area, unitUid, on }),
  )
  return { query, unitName, communes, on, today, lines }
}

type Line = Route.ComponentProps['loaderData']['lines'][number]

/** Every metric with its figure, how it moved, and whether it was measured or somebody says so. */
export default function Indicators({ loaderData }: Route.ComponentProps) {
  const { query, lines, communes, today, unitName } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const here = pathIn(lang, '/can-bo/so-lieu')
  const search = searchOf(query, { order: 'value' })
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">
            {unitName ?? t.province}. {t.lead}
          </p>
          <p>
            <a href={`${here}/ba-nguyen-tac${search}`}>{t.principlesLink}</a>
          </p>
        </div>
        <div className="acts">
          <a className="btn sm" href={`/can-bo/so-lieu.xlsx${search}`} download>
            {t.exportXlsx}
          </a>
          <a className="btn sm" href={`/can-bo/so-lieu.csv${search}`} download>
            {t.exportCsv}
          </a>
        </div>
      </div>
      <Filters query={query} communes={communes} today={today} hasAreas />
      {lines.length === 0 ? (
        <Empty sentence={t.none}>
          <a href={here}>{t.showAll}</a>
        </Empty>
      ) : (
        <Lines {...loaderData} />
      )}
    </>
  )
}

function Lines({ lines, query }: Pick<Route.ComponentProps['loaderData'], 'lines' | 'query'>) {
  const t = useWords(words)
  const lang = useLang()
  const here = pathIn(lang, '/can-bo/so-lieu')
  const headingOf = ({ metric }: Line) => {
    const group = groupOf(metric, query.area)
    return group === 'principles' ? t.principles : dutyAreaNames[group][lang]
  }
  return (
    <Table
      name={t.title}
      rows={byGroup(lines, query.area)}
      keyOf={({ metric }) => metric.key}
      groupOf={headingOf}
      columns={[
        {
          key: 'metric',
          head: t.metric,
          full: true,
          cell: ({ metric }) => (
            <a href={`${here}/${metric.key}${searchOf(query, { area: undefined })}`}>{metric.name[lang]}</a>
          ),
        },
        { key: 'value', head: t.value, number: true, full: true, cell: (line) => <Value line={line} /> },
        { key: 'standing', head: t.standing, full: true, cell: (line) => <Standing line={line} /> },
        {
          key: 'change',
          head: t.change,
          label: `${t.change}:`,
          full: true,
          cell: (line) => <Change line={line} />,
        },
        {
          key: 'asOf',
          head: t.asOf,
          label: `${t.asOf}:`,
          full: true,
          cell: ({ measured, reported }) => dayOf(measured?.asOf ?? reported?.on),
        },
      ]}
    />
  )
}

function dayOf(on: string | undefined): string | null {
  return on === undefined ? null : formatDay(on)
}

/** The figure alone; "chưa đo" where there is none, never zero. */
function Value({ line: { metric, measured, reported } }: { line: Line }) {
  const t = useWords(words)
  const lang = useLang()
  const value = measured ? measured.value : reported?.value
  if (value !== undefined) return figureText(metric.unit, value, lang)
  return <State is="open">{measured ? t.nobody : t.notMeasured}</State>
}

/** How a measured figure stands, that it is only reported, or in small type why it is not measured. */
function Standing({ line: { metric, measured, reported } }: { line: Line }) {
  const t = useWords(words)
  const lang = useLang()
  if (!measured)
    return (
      <span className="quiet small">
        {reported ? <b>{t.reported}. </b> : null}
        {metric.missing?.[lang]}
      </span>
    )
  if (measured.value === undefined || measured.standing === 'none') return null
  return <State is={shapes[measured.standing]}>{t.standings[measured.standing]}</State>
}

function Change({ line: { metric, measured, change } }: { line: Line }) {
  const t = useWords(words)
  const lang = useLang()
  if (!measured) return null
  if (change === undefined) return <span className="quiet">{t.noChange}</span>
  return change === 0 ? <span className="quiet">{t.unchanged}</span> : changeText(metric.unit, change, lang)
}
