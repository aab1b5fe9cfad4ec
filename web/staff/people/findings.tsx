import type { Finding } from '#findings'
import type { Text } from '#rules'
import { amountText, kindWords, marks } from '#web/staff/today/kinds.ts'
import { formatDay, KindTag, Table, useLang, useWords } from '#web/ui/index.ts'
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
      {findings.length === 0 ? null : (
        <Table
          name={t.findings}
          rows={findings}
          keyOf={({ id }) => String(id)}
          columns={[
            {
              key: 'kind',
              head: t.findingKind,
              cell: ({ kind }) => <KindTag {...marks[kind]}>{kinds[kind]}</KindTag>,
            },
            {
              key: 'amount',
              head: t.findingAmount,
              number: true,
              end: true,
              cell: (finding) => <Amount finding={finding} on={on} />,
            },
            {
              key: 'why',
              head: t.findingWhy,
              full: true,
              cell: ({ benefit, reasons }) => (
                <>
                  <b>{benefitTexts[benefit]?.[lang] ?? benefit}</b>
                  <br />
                  {reasons[0]?.[lang]}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

/** What it is about in đồng, and by when: red once that day is gone. */
function Amount({ finding, on }: { finding: Finding; on: string }) {
  const lang = useLang()
  return (
    <>
      {amountText(finding, lang)}
      {finding.dueOn ? (
        <div className={finding.dueOn < on ? 'sai' : 'quiet'}>{formatDay(finding.dueOn)}</div>
      ) : null}
    </>
  )
}
