import { formatCount, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

export interface BatchRow {
  id: number
  at: string
  bookName: string | undefined
  files: number
  pages: number
  failed: number
  readOnce: number
  readTwice: number
  checked: number
  entered: number
}

const steps = ['readOnce', 'readTwice', 'checked', 'entered'] as const

/** How far batches are, counted in files. */
export function BatchTable({ name, batches }: { name: string; batches: readonly BatchRow[] }) {
  const t = useWords(words)
  const lang = useLang()
  const number = (key: string, head: string, of: (row: BatchRow) => number) => ({
    key,
    head,
    label: `${head}:`,
    number: true,
    cell: (row: BatchRow) => formatCount(of(row), lang),
  })
  return (
    <Table
      name={name}
      rows={batches}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'at',
          head: t.batchAt,
          full: true,
          cell: (row) => (
            <>
              <a href={pathIn(lang, `/can-bo/kho-ho-so/lo/${row.id}`)} data-row="" data-open="">
                <b>{row.at}</b>
              </a>{' '}
              <span className="quiet">{row.bookName}</span>
            </>
          ),
        },
        number('files', t.files, ({ files }) => files),
        number('pages', t.pages, ({ pages }) => pages),
        number('failed', t.failed, ({ failed }) => failed),
        ...steps.map((step) => number(step, t.steps[step], (row) => row[step])),
      ]}
    />
  )
}
