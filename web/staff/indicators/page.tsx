import './indicators.css'
import { randomUUID } from 'node:crypto'
import { data, redirect } from 'react-router'
import { findMetric } from '#indicators'
import { withActor } from '#platform/database'
import { communeShapes } from '#platform/maps'
import { namesOfOfficers } from '#platform/officer-names'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { benefitNames } from './benefit-names.server.ts'
import { Beside } from './beside.tsx'
import { OverTime } from './chart.tsx'
import { ByCommune } from './communes.tsx'
import { indicatorsDesk } from './desk.server.ts'
import { Filters } from './filters.tsx'
import { answerReport, answerTarget } from './form.server.ts'
import { searchOf } from './query.ts'
import { Splits } from './splits.tsx'
import { Summary } from './summary.tsx'
import { Targets } from './targets.tsx'
import { UnitName } from './unit-name.tsx'
import { readMetric } from './view.server.ts'
import { words } from './words.ts'

/** The key in an address that some metric has; the page of another is not found. */
function keyOf(key: string): string {
  if (!findMetric(key)) throw new Response(null, { status: 404 })
  return key
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const asked = await indicatorsDesk(context, url)
  const { desk, query, unitUid, unitName, communes, on, today } = asked
  const key = keyOf(params.key)
  const view = await withActor(desk.database, desk.actor, (transaction) =>
    readMetric(transaction, { key, unitUid, on }),
  )
  const names = await namesOfOfficers(desk.database)
  return {
    ...view,
    reports: view.reports.map((report) => ({ ...report, by: names.get(report.by) ?? report.by })),
    ...{ query, unitName, choosable: communes, on, today },
    benefitNames: benefitNames(on),
    shapes: view.communes.length > 1 ? communeShapes() : undefined,
    mayReport: desk.officer.role !== 'leader',
    maySetTarget: desk.officer.role === 'provinceOfficer',
    formKey: randomUUID(),
    kept: url.searchParams.get('da-ghi'),
  }
}

/** Keeps a reported figure or a target; a form that is wrong comes back as it was filled in. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const asked = await indicatorsDesk(context, url)
  const { role } = asked.desk.officer
  const key = keyOf(params.key)
  const form = new Map([...(await request.formData())].map(([name, value]) => [name, String(value)]))
  const isTarget = form.get('viec') === 'chi-tieu'
  if (role === 'leader' || (isTarget && role !== 'provinceOfficer')) throw new Response(null, { status: 403 })
  const answer = await (isTarget ? answerTarget : answerReport)(asked, key, form)
  if (!answer.ok)
    return data({ problems: answer.problems, values: Object.fromEntries(form), isTarget }, { status: 422 })
  const search = searchOf(asked.query)
  const told = `${search}${search ? '&' : '?'}da-ghi=${isTarget ? 'chi-tieu' : 'bao-cao'}`
  throw redirect(pathIn(langOf(url.pathname), `/can-bo/so-lieu/${key}${told}`), 303)
}

/** One metric: what it is, its figure, over time and by commune, what is reported beside it, and its targets. */
export default function MetricPage({ loaderData, actionData }: Route.ComponentProps) {
  const { metric, query, unitName, choosable, today, series } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const name = metric.name[lang]
  const list = pathIn(lang, '/can-bo/so-lieu')
  return (
    <>
      <title>{`${name} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={`${list}${searchOf(query, { order: 'value' })}`}>{t.crumbs}</a>{' '}
        <span className="quiet">/ {name}</span>
      </p>
      <div className="headrow">
        <div>
          <h1>{name}</h1>
          <p className="quiet">
            <UnitName name={unitName} />
          </p>
        </div>
        <Exports metricKey={metric.key} search={searchOf(query, { order: 'value' })} />
      </div>
      <Filters query={query} communes={choosable} today={today} />
      <Summary {...loaderData} />
      <OverTime series={series} unit={metric.unit} what={name} />
      <Splits {...loaderData} />
      <ByCommune {...loaderData} />
      <Beside {...loaderData} answer={actionData?.isTarget ? undefined : actionData} />
      <Targets {...loaderData} answer={actionData?.isTarget ? actionData : undefined} />
    </>
  )
}

function Exports({ metricKey, search }: { metricKey: string; search: string }) {
  const t = useWords(words)
  const file = (ending: string) => `/can-bo/so-lieu/${metricKey}.${ending}${search}`
  return (
    <div className="acts">
      <a className="btn sm" href={file('xlsx')} download>
        {t.exportXlsx}
      </a>
      <a className="btn sm" href={file('csv')} download>
        {t.exportCsv}
      </a>
      <a className="btn sm" href={file('json')} download>
        {t.exportJson}
      </a>
    </div>
  )
}
