import { figureText } from '#web/staff/indicators/figures.ts'
import { cutsOf, isPlainCount } from '#web/staff/leader/map-cuts.ts'
import { CommuneMap } from '#web/ui/commune-map.tsx'
import { formatCount, formatDay, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { TaskMap as View } from './task-view.server.ts'
import { words } from './task-words.ts'

/** Where the task stands commune by commune: the map of its metric, and the table behind it. */
export function TaskMap({ map }: { map: View }) {
  const t = useWords(words)
  const lang = useLang()
  const { metric, asOf, shapes, values } = map
  const here = pathIn(lang, `/can-bo/so-lieu/${metric.key}`)
  return (
    <section className="sect task-map" aria-labelledby="theo-xa">
      <h2 id="theo-xa">{t.byCommune}</h2>
      <p className="quiet">
        <a href={here}>{metric.name[lang]}</a>, {t.asOf(formatDay(asOf))}
      </p>
      <CommuneMap
        shapes={shapes}
        values={values.map(({ unitUid, value, part, whole }) => ({
          ...{ unitUid, value, href: `${here}?xa=${unitUid}` },
          ...(whole !== undefined && { detail: t.outOf(formatCount(part, lang), formatCount(whole, lang)) }),
        }))}
        what={metric.name[lang]}
        format={(value) => figureText(metric.unit, value, lang)}
        better={metric.better}
        cuts={cutsOf(metric)}
        isPlain={isPlainCount(metric)}
      />
    </section>
  )
}
