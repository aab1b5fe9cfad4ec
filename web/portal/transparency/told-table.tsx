import type { Principle, ShareStep } from '#indicators'
import { formatCount, formatMoney, Table, useLang, useWords } from '#web/ui/index.ts'
import { stepText } from './told-share.ts'
import type { ToldRow } from './view.server.ts'
import { words } from './words.ts'

/** The three principles in the order of the notice. */
const principleOrder: readonly Principle[] = ['right', 'full', 'onTime']

/** Counts, money and the three principles of programmes or communes, as they are told. */
export function ToldTable({
  name,
  head,
  rows,
  namesIn,
}: {
  name: string
  head: string
  rows: readonly ToldRow[]
  /** The language of the names of the rows, where it is not the page’s. */
  namesIn?: 'vi'
}) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={name}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          head,
          full: true,
          cell: (row) => (row.name ? <span lang={namesIn}>{row.name}</span> : t.unknown),
        },
        {
          key: 'recipients',
          head: t.cases,
          label: t.cases,
          number: true,
          cell: ({ recipients }) => (
            <Told text={recipients === null ? null : formatCount(recipients, lang)} />
          ),
        },
        {
          key: 'amount',
          head: t.amount,
          label: t.amount,
          number: true,
          full: true,
          cell: ({ amountDong }) => (
            <Told text={amountDong === null ? null : formatMoney(amountDong, lang)} />
          ),
        },
        ...principleOrder.map((principle) => ({
          key: principle,
          head: t[principle],
          label: t[principle],
          number: true,
          cell: ({ shares }: ToldRow) => <Step step={shares[principle]} />,
        })),
      ]}
    />
  )
}

function Told({ text }: { text: string | null }) {
  const t = useWords(words)
  return text === null ? <span className="quiet">{t.hidden}</span> : text
}

function Step({ step }: { step: ShareStep | null | undefined }) {
  const t = useWords(words)
  const lang = useLang()
  if (step === undefined) return <span className="quiet">{t.notMeasured}</span>
  return <Told text={step && stepText(step, lang)} />
}
