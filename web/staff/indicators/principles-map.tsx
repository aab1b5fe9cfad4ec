import type { Metric } from '#indicators'
import { cutsOf } from '#web/staff/leader/map-cuts.ts'
import { CommuneMap } from '#web/ui/commune-map.tsx'
import { pathIn, percentText, useLang, useWords } from '#web/ui/index.ts'
import type { CommunePrinciples } from './merged.ts'
import { type IndicatorsQuery, mappedPrinciples, searchOf } from './query.ts'
import { words } from './words.ts'

/** One of the three principles on the map of the communes; the others are a link away, without scripts. */
export function PrinciplesMap(props: {
  rows: readonly CommunePrinciples[]
  query: IndicatorsQuery
  shapes: Parameters<typeof CommuneMap>[0]['shapes']
  metrics: readonly Pick<Metric, 'unit' | 'better' | 'thresholds'>[]
}) {
  const { rows, query, shapes, metrics } = props
  const t = useWords(words)
  const lang = useLang()
  const shown = query.principle ?? 'full'
  const metric = metrics[mappedPrinciples.indexOf(shown)]
  const here = pathIn(lang, '/can-bo/so-lieu/ba-nguyen-tac')
  if (!metric) return null
  return (
    <div className="figures-map">
      <nav className="figures-choice" aria-label={t.onMap}>
        <span>{t.onMap}:</span>
        {mappedPrinciples.map((principle) =>
          principle === shown ? (
            <b key={principle} aria-current="true">
              {t[principle]}
            </b>
          ) : (
            <a key={principle} href={`?${searchOf(query, { principle }).slice(1)}#theo-xa`}>
              {t[principle]}
            </a>
          ),
        )}
      </nav>
      <CommuneMap
        shapes={shapes}
        values={rows.map((row) => ({
          unitUid: row.unitUid,
          value: row[shown],
          href: `${here}${searchOf(query, { unitUid: row.unitUid })}`,
        }))}
        what={t[shown]}
        format={(value) => percentText(value, lang)}
        better={metric.better}
        cuts={cutsOf(metric)}
        isWide
        withoutTable
      />
    </div>
  )
}
