import './indicators.css'
import { withActor } from '#platform/database'
import { Empty, formatDay, type Lang, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { indicatorsDesk } from './desk.server.ts'
import { Figure } from './figure.tsx'
import { changeText, figureText } from './figures.ts'
import { Filters } from './filters.tsx'
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
  return (
    <Table
      name={t.title}
      rows={lines}
      keyOf={({ metric }) => metric.key}
      columns={[
        {
          key: 'metric',
          head: t.metric,
          full: true,
          cell: ({ metric }) => (
            <a href={`${here}/${metric.key}${searchOf(query, { area: undefined })}`}>{metric.name[lang]}</a>
          ),
        },
        { key: 'value', head: t.value, cell: (line) => <Value line={line} /> },
        { key: 'kind', head: t.kind, cell: (line) => kindOf(line, t, lang) },
        {
          key: 'change',
          head: t.change,
          label: `${t.change}:`,
          cell: ({ metric, measured, change }) =>
            measured ? (
              change === undefined ? (
                <span className="quiet">{t.noChange}</span>
              ) : (
                changeText(metric.unit, change, lang)
              )
            ) : null,
        },
        {
          key: 'asOf',
          head: t.asOf,
          label: `${t.asOf}:`,
          cell: ({ measured, reported }) => dayOf(measured?.asOf ?? reported?.on),
        },
      ]}
    />
  )
}

function dayOf(on: string | undefined): string | null {
  return on === undefined ? null : formatDay(on)
}

function kindOf({ metric, measured, reported }: Line, t: typeof words.vi, lang: Lang): string | null {
  if (measured) return t.measured
  return reported ? t.reported : (metric.missing?.[lang] ?? null)
}

function Value({ line: { metric, measured, reported } }: { line: Line }) {
  const lang = useLang()
  if (!measured && reported)
    return <span className="num">{figureText(metric.unit, reported.value, lang)}</span>
  return <Figure of={measured} unit={metric.unit} />
}
