import type { MetricUnit } from '#indicators'
import { formatDay, useLang, useWords } from '#web/ui/index.ts'
import { type Drawing, drawingOf, height, width } from './chart-shape.ts'
import { figureText } from './figures.ts'
import { words } from './words.ts'

interface Point {
  asOf: string
  value: number | undefined
  isRecounted: boolean
}

/** A metric over time as a line, each figure a mark with its words, and the same figures as a table behind it. */
export function OverTime({
  series,
  unit,
  what,
}: {
  series: readonly Point[]
  unit: MetricUnit
  what: string
}) {
  const t = useWords(words)
  const lang = useLang()
  const drawing = drawingOf(
    series.flatMap(({ asOf, value }) => (value === undefined ? [] : [{ on: asOf, value }])),
    unit,
  )
  return (
    <section className="sect" aria-labelledby="theo-thoi-gian">
      <h2 id="theo-thoi-gian">{t.overTime}</h2>
      {drawing ? <Line drawing={drawing} unit={unit} what={what} /> : <p className="quiet">{t.onlyOnce}</p>}
      {series.length === 0 ? null : (
        <details className="figures-table">
          <summary>{t.chartTable}</summary>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t.asOf}</th>
                <th scope="col" className="r">
                  {t.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {series.toReversed().map(({ asOf, value, isRecounted }) => (
                <tr key={asOf}>
                  <td>
                    {formatDay(asOf)} {isRecounted ? <span className="quiet">({t.recounted})</span> : null}
                  </td>
                  <td className="r num">{value === undefined ? t.nobody : figureText(unit, value, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

function Line({ drawing, unit, what }: { drawing: Drawing; unit: MetricUnit; what: string }) {
  const t = useWords(words)
  const lang = useLang()
  const { marks, path, lowest, highest } = drawing
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return null
  const label = t.chart(what, formatDay(first.on), formatDay(last.on))
  return (
    <figure className="figures-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <line className="axis" x1="0" x2={width} y1={height - 8} y2={height - 8} />
        <path className="run" d={path} />
        {marks.map(({ on, value, x, y }) => (
          <circle key={on} cx={x} cy={y} r="3">
            <title>{`${formatDay(on)}: ${figureText(unit, value, lang)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="small quiet">
        {formatDay(first.on)}: {figureText(unit, first.value, lang)}. {formatDay(last.on)}:{' '}
        {figureText(unit, last.value, lang)}.{' '}
        {t.scale(figureText(unit, lowest, lang), figureText(unit, highest, lang))}
      </figcaption>
    </figure>
  )
}
