import './indicators.css'
import { dutyAreaNames } from '#notices'
import { withActor } from '#platform/database'
import { communeShapes } from '#platform/maps'
import {
  Empty,
  formatCount,
  formatDay,
  pathIn,
  percentText,
  Sen,
  State,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/principles'
import { indicatorsDesk } from './desk.server.ts'
import { shapes } from './figures.ts'
import { Filters } from './filters.tsx'
import { mergedByCommune } from './merged.ts'
import { PrinciplesMap } from './principles-map.tsx'
import { searchOf } from './query.ts'
import { UnitName } from './unit-name.tsx'
import { readPrinciplesOf } from './view.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { desk, query, unitUid, unitName, communes, on, today } = await indicatorsDesk(context, url)
  const { reach, right, full, onTime } = await withActor(desk.database, desk.actor, (transaction) =>
    readPrinciplesOf(transaction, { area: query.area, unitUid, on }),
  )
  const rows = mergedByCommune(
    { right: right.communes, full: full.communes, onTime: onTime.communes },
    query.order,
  )
  const principles = [right, full, onTime].map(({ metric, lists, measured }) => ({ metric, lists, measured }))
  const shapes = rows.length > 1 ? communeShapes() : undefined
  return { query, unitName, communes, on, today, reach, principles, rows, shapes }
}

/** The three principles of an area of duty, today or on a day, of the whole and commune by commune. */
export default function PrinciplesPage({ loaderData }: Route.ComponentProps) {
  const { query, unitName, communes, today, reach } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const areaName = query.area ? dutyAreaNames[query.area][lang] : undefined
  const list = pathIn(lang, '/can-bo/so-lieu')
  const peopleOf = reach === 'area' ? (query.area === 'children' ? 'children' : 'poverty') : reach
  return (
    <>
      <title>{`${t.principles} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={list}>{t.crumbs}</a> <span className="quiet">/ {t.principles}</span>
      </p>
      <h1>{t.principles}</h1>
      <p className="quiet figures-lead">
        <UnitName name={unitName} />. {areaName ? t.ofArea(areaName) : t.principlesLead}{' '}
        {t.peopleOf[peopleOf]}
      </p>
      <Filters query={query} communes={communes} today={today} hasAreas />
      {reach === 'none' ? (
        <Empty sentence={t.notOfArea(areaName ?? '')}>
          <a href={`${list}${searchOf(query)}`}>{t.notOfAreaNext}</a>
        </Empty>
      ) : (
        <>
          <Whole {...loaderData} />
          <Communes {...loaderData} />
        </>
      )}
    </>
  )
}

type Data = Route.ComponentProps['loaderData']

function Whole({ principles, unitName, query }: Data) {
  const t = useWords(words)
  const lang = useLang()
  const [right, full, onTime] = principles.map(({ measured }) => measured?.value)
  const lists = principles.flatMap((principle) => principle.lists)
  return (
    <>
      <div className="kpis">
        <div>
          <Sen value={{ right, full, onTime }} what={unitName ?? t.province} />
        </div>
        {principles.map(({ metric, measured }) => (
          <div key={metric.key}>
            <p className="label">
              <a
                href={`${pathIn(lang, `/can-bo/so-lieu/${metric.key}`)}${searchOf(query, { area: undefined })}`}
              >
                {metric.name[lang]}
              </a>
            </p>
            <b>{percentText(measured?.value, lang)}</b>
            <p>
              {measured && measured.standing !== 'none' ? (
                <State is={shapes[measured.standing]}>{t.standings[measured.standing]}</State>
              ) : null}
            </p>
            {measured?.whole === undefined ? null : (
              <p className="quiet long">
                {t.partOf(formatCount(measured.part, lang), formatCount(measured.whole, lang))},{' '}
                {formatDay(measured.asOf)}
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="small figures-behind">
        {t.behind}:{' '}
        {lists.map(({ name, path }, index) => (
          <span key={path}>
            {index > 0 ? ' · ' : null}
            <a href={pathIn(lang, path)}>{name[lang]}</a>
          </span>
        ))}
      </p>
    </>
  )
}

/** Of more communes than this the lowest stand first, and all of them folded away below. */
const lowestShown = 10

function Communes({ rows, query, shapes, principles }: Data) {
  const t = useWords(words)
  const lang = useLang()
  if (rows.length === 0) return null
  const sortHref = (order: 'name' | 'value') => `?${searchOf(query, { order }).slice(1)}#theo-xa`
  const isByName = query.order === 'name'
  const isLong = rows.length > lowestShown
  return (
    <section className="sect" aria-labelledby="theo-xa">
      <h2 id="theo-xa">{t.byCommune}</h2>
      {shapes ? (
        <PrinciplesMap {...{ rows, query, shapes }} metrics={principles.map(({ metric }) => metric)} />
      ) : null}
      {isByName ? null : <CommuneTable name={t.byCommune} rows={rows.slice(0, lowestShown)} query={query} />}
      {isLong || isByName ? (
        <details className="figures-table" open={isByName || undefined}>
          <summary>{t.allCommunes(formatCount(rows.length, lang))}</summary>
          <p className="small">
            {isByName ? (
              <a href={sortHref('value')}>{t.worstFirst}</a>
            ) : (
              <a href={sortHref('name')}>{t.byName}</a>
            )}
          </p>
          <CommuneTable name={t.communeTable} rows={rows} query={query} />
        </details>
      ) : null}
    </section>
  )
}

function CommuneTable({ name, rows, query }: { name: string; rows: Data['rows']; query: Data['query'] }) {
  const t = useWords(words)
  const lang = useLang()
  const column = (key: 'right' | 'full' | 'onTime', head: string) => ({
    key,
    head,
    number: true,
    full: true,
    label: `${head}:`,
    cell: (row: Data['rows'][number]) => percentText(row[key], lang),
  })
  return (
    <Table
      name={name}
      rows={rows}
      keyOf={({ unitUid }) => unitUid}
      columns={[
        {
          key: 'commune',
          head: t.commune,
          full: true,
          cell: ({ unitUid, name, right, full, onTime }) => (
            <span className="with-sen">
              <Sen value={{ right, full, onTime }} />{' '}
              <a
                href={`${pathIn(lang, '/can-bo/so-lieu/ba-nguyen-tac')}${searchOf(query, { unitUid })}`}
                lang="vi"
              >
                {name}
              </a>
            </span>
          ),
        },
        column('right', t.right),
        column('full', t.full),
        column('onTime', t.onTime),
      ]}
    />
  )
}
