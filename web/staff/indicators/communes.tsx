import { CommuneMap } from '#web/ui/commune-map.tsx'
import { formatCount, pathIn, useLang, useWords } from '#web/ui/index.ts'
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
      <CommuneMap
        shapes={shapes}
        values={values}
        what={metric.name[lang]}
        format={(value) => figureText(unit, value, lang)}
        better={better}
        cuts={
          thresholds && unit === 'percent'
            ? [thresholds.fair - 20, thresholds.fair - 10, thresholds.fair, thresholds.good]
            : undefined
        }
        order={query.order}
        hrefOf={(order) => `?${searchOf(query, { order }).slice(1)}#theo-xa`}
        open={query.order === 'name'}
      />
    </section>
  )
}
