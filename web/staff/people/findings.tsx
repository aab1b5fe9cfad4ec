import type { Finding } from '#findings'
import type { Text } from '#rules'
import { amountText, kindWords, marks } from '#web/staff/today/kinds.ts'
import { formatDay, KindTag, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** What is open about one person. */
export function PersonFindings(props: {
  findings: Finding[]
  benefitTexts: Record<string, Text>
  on: string
}) {
  const { findings, benefitTexts, on } = props
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="open">
      <h2 id="open">{t.findings}</h2>
      {findings.length === 0 ? <p className="quiet">{t.noFindings}</p> : null}
      <table className="tbl" hidden={findings.length === 0}>
        <caption className="vh">{t.findings}</caption>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <td>
                <KindTag {...marks[finding.kind]}>{kinds[finding.kind]}</KindTag>
              </td>
              <td>
                <b>{benefitTexts[finding.benefit]?.[lang] ?? finding.benefit}</b>
                <br />
                {finding.reasons[0]?.[lang]}
              </td>
              <td className="r num">
                {amountText(finding, lang)}
                {finding.dueOn ? (
                  <div className={finding.dueOn < on ? 'sai' : 'quiet'}>{formatDay(finding.dueOn)}</div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
