import type { Progress } from '#archive'
import { formatCount, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

interface ProgressRow extends Progress {
  key: string
  name: string
  detail?: string
  /** Where the row's list is. */
  href: string
  /** Each number opens the scans it counts, at `href` with `?loc=`. */
  opens?: boolean
}

const steps = ['captured', 'readOnce', 'readTwice', 'checked', 'entered'] as const

/** How far books or units are: each number opens the list it counts. */
export function ProgressTable({ name, head, rows }: { name: string; head: string; rows: ProgressRow[] }) {
  const t = useWords(words)
  const lang = useLang()
  const count = (number: number) => formatCount(number, lang)
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
          cell: (row) => (
            <>
              <a href={row.href} data-row="" data-open="">
                <b>{row.name}</b>
              </a>{' '}
              {row.detail ? <span className="quiet">{row.detail}</span> : null}
            </>
          ),
        },
        {
          key: 'expected',
          head: t.steps.expected,
          label: `${t.steps.expected}:`,
          number: true,
          cell: (row) => count(row.expected),
        },
        ...steps.map((step) => ({
          key: step,
          head: t.steps[step],
          label: `${t.steps[step]}:`,
          number: true,
          cell: (row: ProgressRow) =>
            row.opens ? <a href={`${row.href}?loc=${step}#anh`}>{count(row[step])}</a> : count(row[step]),
        })),
        {
          key: 'left',
          head: t.remaining,
          cell: (row: ProgressRow) => <Completeness row={row} />,
        },
      ]}
    />
  )
}

function Completeness({ row }: { row: ProgressRow }) {
  const t = useWords(words)
  const lang = useLang()
  const left = row.expected - row.checked - row.gone
  if (left <= 0) return <State is="ok">{t.complete}</State>
  return (
    <a href={row.opens ? `${row.href}#thieu` : row.href}>
      <State is={row.captured === 0 ? 'open' : 'cham'}>{t.left(formatCount(left, lang))}</State>
    </a>
  )
}
