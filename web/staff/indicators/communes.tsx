import { cutsOf } from '#web/staff/leader/map-cuts.ts'
import { CommuneMap } from '#web/ui/commune-map.tsx'
import { formatCount, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import { figureText } from './figures.ts'
import { type IndicatorsQuery, searchOf } from './query.ts'
import type { MetricView } from './view.server.ts'
import { words } from './words.ts'

/** A metric on the map of the communes, and in the sortable table behind it; a commune's officer sees no others. */
export function ByCommune(
  props: Pick<MetricView, 'metric' | 'communes'> & {
    query: IndicatorsQuery
    shapes: Parameters<typeof CommuneMap>[0]['shapes'] | undefined
  },
) {
  const { metric, communes, query, shapes } = props
  const t = useWords(words)
  const lang = useLang()
  if (!shapes) return null
  const { key, unit, better, thresholds } = metric
  const here = pathIn(lang, `/can-bo/so-lieu/${key}`)
  const values = communes.map(({ unitUid, value, part, whole }) => ({
    unitUid,
    value,
    href: `${here}${searchOf(query, { unitUid })}`,
    ...(whole === undefined ? {} : { detail: t.partOf(formatCount(part, lang), formatCount(whole, lang)) }),
  }))
  return (
    <section className="sect figures-map" aria-labelledby="theo-xa">
      <h2 id="theo-xa">{t.byCommune}</h2>
      {metric.isSize ? (
        <Sizes {...{ communes, unit, here, query }} />
      ) : (
        <CommuneMap
          shapes={shapes}
          values={values}
          what={metric.name[lang]}
          format={(value) => figureText(unit, value, lang)}
          better={better}
          cuts={cutsOf({ unit, better, thresholds })}
          isWide
          order={query.order}
          hrefOf={(order) => `?${searchOf(query, { order }).slice(1)}#theo-xa`}
          open={query.order === 'name'}
        />
      )}
    </section>
  )
}

/** A size has no worst, so no map: the communes with the most first. */
function Sizes(props: {
  communes: MetricView['communes']
  unit: MetricView['metric']['unit']
  here: string
  query: IndicatorsQuery
}) {
  const { communes, unit, here, query } = props
  const t = useWords(words)
  const lang = useLang()
  const rows = communes.toSorted((one, other) => other.part - one.part)
  return (
    <details className="figures-table">
      <summary>{t.communeTable}</summary>
      <Table
        name={t.byCommune}
        rows={rows}
        keyOf={({ unitUid }) => unitUid}
        columns={[
          {
            key: 'commune',
            head: t.commune,
            cell: ({ unitUid, name }) => (
              <a href={`${here}${searchOf(query, { unitUid })}`} lang="vi">
                {name}
              </a>
            ),
          },
          {
            key: 'value',
            head: t.value,
            number: true,
            end: true,
            cell: ({ value }) => (value === undefined ? t.nobody : figureText(unit, value, lang)),
          },
        ]}
      />
    </details>
  )
}
