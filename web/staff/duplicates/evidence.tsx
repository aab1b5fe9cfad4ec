import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { layBars, pointsText } from './points.ts'
import type { PairView } from './view.server.ts'
import { words } from './words.ts'

/** Why the machine finds two records alike: every sign with its points, as words, numbers and bars. */
export function Evidence({ pair }: { pair: PairView }) {
  const t = useWords(words)
  const { steps } = pair
  return (
    <section className="sect" aria-labelledby="evidence">
      <h2 id="evidence">{t.evidenceTitle}</h2>
      <Conclusion pair={pair} />
      {steps ? <Waterfall steps={steps} weight={pair.weight} /> : <p className="note">{t.notExplained}</p>}
      <p className="small quiet">
        {t.chartWords} {t.modelName(pair.modelVersion)}.
      </p>
    </section>
  )
}

/** In plain words, with what speaks against trusting it. */
function Conclusion({ pair }: { pair: PairView }) {
  const t = useWords(words)
  const lang = useLang()
  const ofThousand = Math.round(pair.probability * 1000)
  const sentence =
    pair.probability > 0.999
      ? t.over999
      : ofThousand < 1
        ? t.under1
        : t.ofThousand(formatCount(Math.min(ofThousand, 999), lang))
  return (
    <p className="conclusion">
      <b>{t.bands[pair.band]}.</b> {sentence} {pair.twoNumbers ? <b>{t.numbersDiffer}</b> : null}{' '}
      {pair.bothPaid ? t.paidOnBoth : null}
    </p>
  )
}

function Waterfall({ steps, weight }: { steps: NonNullable<PairView['steps']>; weight: number }) {
  const t = useWords(words)
  const lang = useLang()
  const bars = layBars(steps)
  const [sum] = layBars([...steps, { weight, cumulative: weight }]).slice(-1)
  return (
    <table className="tbl waterfall">
      <caption className="vh">{t.evidenceTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.sign}</th>
          <th scope="col" className="r">
            {t.weight}
          </th>
          <th scope="col" className="chart">
            {t.chart}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={step.comparison}>
            <td>
              {step.comparison === 'prior' ? step.found : `${step.name}: ${step.found}`}
              <Frequency termWeight={step.termWeight} />
            </td>
            <td className="r num">{step.isCompared ? pointsText(step.weight, lang) : ''}</td>
            <td className="chart">
              {step.isCompared ? <BarChart {...(bars[index] as (typeof bars)[0])} /> : null}
            </td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t.sum}</th>
          <td className="r num">{pointsText(weight, lang)}</td>
          <td className="chart">{sum ? <BarChart {...sum} /> : null}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** A rare name says more than a common one; half a bit is not worth a word. */
function Frequency({ termWeight }: { termWeight: number }) {
  const t = useWords(words)
  if (Math.abs(termWeight) < 0.5) return null
  return <span className="quiet">, {termWeight > 0 ? t.rare : t.common}</span>
}

/** The words and the number stand beside it. */
function BarChart({
  left,
  width,
  isFor,
  zero,
}: {
  left: number
  width: number
  isFor: boolean
  zero: number
}) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path className="zero" d={`M${zero} 0V10`} vectorEffect="non-scaling-stroke" />
      <rect className={isFor ? 'for' : 'against'} x={left} y="2" width={width} height="6" />
    </svg>
  )
}
