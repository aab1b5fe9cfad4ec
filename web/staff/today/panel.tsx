import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { monthOf } from '#calendar'
import type { Finding } from '#findings'
import type { Text } from '#rules'
import { moneyRange, monthText } from '#web/staff/people/texts.ts'
import { BenefitReasons } from '#web/staff/reasons.tsx'
import {
  formatCount,
  formatDay,
  formatMoney,
  KindTag,
  type Lang,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import { arrearsLines, type PaidMonth } from './arrears.ts'
import { kindWords, marks } from './kinds.ts'
import type { readToday } from './load.server.ts'
import { words } from './words.ts'

type Selected = NonNullable<Awaited<ReturnType<typeof readToday>>['selected']>

/** Why the chosen finding is one: what the law gives, condition by condition, and what it comes to. */
export function Panel(props: {
  selected: Selected | undefined
  benefitTexts: Record<string, Text>
  on: string
}) {
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const { selected } = props
  const panel = useRef<HTMLElement>(null)
  const shown = selected?.finding.id
  useEffect(() => {
    if (shown !== undefined && matchMedia('(max-width: 860px)').matches) panel.current?.scrollIntoView()
  }, [shown])
  if (!selected)
    return (
      <aside className="panel" aria-label={t.reasonsTitle}>
        <p className="quiet">{t.panelEmpty}</p>
      </aside>
    )
  const { finding } = selected
  const benefit = props.benefitTexts[finding.benefit]?.[lang] ?? finding.benefit
  const place = [finding.village, finding.unitName].filter(Boolean).join(', ')
  return (
    <aside className="panel" aria-labelledby="ph" ref={panel}>
      <div>
        <KindTag {...marks[finding.kind]}>{kinds[finding.kind]}</KindTag>
        <h2 id="ph">
          {finding.personName}
          {finding.birth ? <small className="quiet"> {birthOf(finding.birth)}</small> : null}
        </h2>
        <p className="quiet">
          {[place, benefit, finding.dueOn ? t.dueOn(formatDay(finding.dueOn)) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div>
        <h3>{headline(finding, t, lang)}</h3>
        {speaksForItself(finding) ? null : <p>{finding.reasons[0]?.[lang]}</p>}
        {finding.nextStep ? (
          <p>
            <b>{t.nextStep}</b>: {finding.nextStep[lang]}.
          </p>
        ) : null}
        <ul className="why-list">
          {finding.reasons.slice(1).map((reason) => (
            <li key={reason.vi}>{reason[lang]}</li>
          ))}
        </ul>
        <BenefitReasons benefits={selected.benefits} />
      </div>
      {finding.sinceMonth ? <Arrears months={selected.months} count={selected.monthCount} /> : null}
      <div className="acts">
        <Link className="btn main sm" to={pathIn(lang, `/can-bo/nguoi/${finding.personId}`)}>
          {t.openPerson}
        </Link>
      </div>
    </aside>
  )
}

/** The law against the record; for what is not about an amount, the finding's own sentence. */
function headline(finding: Finding, t: (typeof words)['vi'], lang: Lang): string {
  if (speaksForItself(finding)) return finding.reasons[0]?.[lang] ?? ''
  const law = `${moneyRange(finding.lawDong, lang)} đ`
  const recorded = formatMoney(finding.recordedDong, lang)
  if (finding.kind === 'comingUp' && finding.dueOn)
    return t.lawThen(monthText(monthOf(finding.dueOn)), law, recorded)
  return t.lawAgainst(law, recorded)
}

/** A day that passed or a record found twice is not about an amount. */
function speaksForItself({ kind }: Finding): boolean {
  return kind === 'late' || kind === 'duplicate'
}

function birthOf(birth: string): string {
  return birth.length === 10 ? formatDay(birth) : birth
}

function Arrears({ months, count }: { months: readonly PaidMonth[]; count: number }) {
  const t = useWords(words)
  const lang = useLang()
  const lines = arrearsLines(months)
  const sum = lines.reduce((total, line) => total + line.differenceDong, 0)
  const amount = (dong: number) => formatCount(dong, lang)
  return (
    <div>
      <h3>{sum < 0 ? t.recovery(String(count)) : t.arrears(String(count))}</h3>
      <table className="calcline sum1">
        <tbody>
          {lines.map(({ from, to, ...line }) => (
            <tr key={from}>
              <td>
                {t.lawTimes(
                  from === to ? monthText(from) : `${monthText(from)}–${monthText(to)}`,
                  amount(line.lawDong),
                  amount(line.recordedDong),
                  line.count,
                )}
              </td>
              <td className="r num">{amount(Math.abs(line.differenceDong))}</td>
            </tr>
          ))}
          <tr>
            <td>{sum < 0 ? t.toRecover : t.toPay}</td>
            <td className="r num">{formatMoney(Math.abs(sum), lang)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
