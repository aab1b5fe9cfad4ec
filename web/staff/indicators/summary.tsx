import { formatCount, formatDay, formatInstant, type Lang, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { Figure } from './figure.tsx'
import { figureText } from './figures.ts'
import type { MetricView } from './view.server.ts'
import { words } from './words.ts'

/** The figure of a metric with the reason beside it: definition, source, thresholds, and the lists behind. */
export function Summary({ metric, measured, lists }: Pick<MetricView, 'metric' | 'measured' | 'lists'>) {
  const t = useWords(words)
  const lang = useLang()
  const { unit, definition, source, better, missing } = metric
  return (
    <section className="figure-sum" aria-label={t.value}>
      <p className="figure-now">
        <Figure of={measured} unit={unit} />
      </p>
      {measured ? (
        <p className="quiet">
          {measured.whole === undefined
            ? null
            : `${t.partOf(formatCount(measured.part, lang), formatCount(measured.whole, lang))}. `}
          {t.measuredOn(formatDay(measured.asOf), formatInstant(new Date(measured.takenAt)))}{' '}
          {measured.isRecounted ? `(${t.recounted})` : null}
        </p>
      ) : missing ? (
        <p className="note">{missing[lang]}</p>
      ) : null}
      <dl className="figure-words">
        <dt>{t.definition}</dt>
        <dd>{definition[lang]}</dd>
        <dt>{t.source}</dt>
        <dd>{source[lang]}</dd>
        <dt>{t.threshold}</dt>
        <dd>
          {metric.isSize ? t.isSize : t.better[better]}{' '}
          {metric.isSize ? null : thresholdText(metric, t, lang)}
        </dd>
        <dt>{t.behind}</dt>
        <dd>
          {lists.length === 0
            ? t.noLists
            : lists.map(({ name, path }, index) => (
                <span key={path}>
                  {index > 0 ? ' · ' : null}
                  <a href={pathIn(lang, path)}>{name[lang]}</a>
                </span>
              ))}
        </dd>
      </dl>
    </section>
  )
}

function thresholdText(
  { thresholds, better, unit }: MetricView['metric'],
  t: typeof words.vi,
  lang: Lang,
): string {
  if (!thresholds) return t.noThresholds
  const [good, fair] = [figureText(unit, thresholds.good, lang), figureText(unit, thresholds.fair, lang)]
  if (better === 'higher') return t.thresholds.higher(good, fair)
  return good === fair ? t.thresholds.lowerOnce(good) : t.thresholds.lower(good, fair)
}
