import type { Measurement } from '#indicators'
import type { Text } from '#rules'
import { formatCount, Table, useLang, useWords } from '#web/ui/index.ts'
import { Figure } from './figure.tsx'
import type { MetricView } from './view.server.ts'
import { words } from './words.ts'

type Data = Pick<MetricView, 'metric' | 'benefits' | 'areas'> & { benefitNames: Record<string, Text> }

/** A metric told apart by benefit and by area of duty, where it is. */
export function Splits({ metric, benefits, areas, benefitNames }: Data) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <Split
        id="theo-khoan"
        title={t.byBenefit}
        head={t.benefit}
        unit={metric.unit}
        rows={benefits.map((each) => ({ ...each, text: benefitNames[each.of]?.[lang] ?? each.of }))}
      />
      <Split
        id="theo-linh-vuc"
        title={t.byArea}
        head={t.area}
        unit={metric.unit}
        rows={areas.map((each) => ({ ...each, text: each.name[lang] }))}
      />
    </>
  )
}

function Split(props: {
  id: string
  title: string
  head: string
  unit: MetricView['metric']['unit']
  rows: readonly (Measurement & { of: string; text: string })[]
}) {
  const { id, title, head, unit, rows } = props
  const t = useWords(words)
  const lang = useLang()
  if (rows.length === 0) return null
  return (
    <section className="sect" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Table
        name={title}
        rows={rows}
        keyOf={({ of }) => of}
        columns={[
          { key: 'of', head, full: true, cell: ({ text }) => text },
          { key: 'value', head: t.value, cell: (each) => <Figure of={each} unit={unit} /> },
          {
            key: 'part',
            head: t.behindIt,
            number: true,
            cell: ({ part, whole }) =>
              whole === undefined ? null : t.partOf(formatCount(part, lang), formatCount(whole, lang)),
          },
        ]}
      />
    </section>
  )
}
