import type { Measurement, MetricUnit } from '#indicators'
import { State, useLang, useWords } from '#web/ui/index.ts'
import { figureText, shapes } from './figures.ts'
import { words } from './words.ts'

/** A measured figure with its standing in shape and word; "chưa đo" where there is none, never zero. */
export function Figure({ of, unit }: { of: Measurement | undefined; unit: MetricUnit }) {
  const t = useWords(words)
  const lang = useLang()
  if (!of) return <State is="open">{t.notMeasured}</State>
  if (of.value === undefined) return <State is="open">{t.nobody}</State>
  const text = figureText(unit, of.value, lang)
  if (of.standing === 'none') return <span className="num">{text}</span>
  return (
    <>
      <span className="num">{text}</span> <State is={shapes[of.standing]}>{t.standings[of.standing]}</State>
    </>
  )
}
