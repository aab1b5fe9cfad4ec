import type { RowLeft } from '#intake'
import { formatCount, Table, useLang, useWords } from '#web/ui/index.ts'
import { words } from './columns-words.ts'

/** The rows that were read as no person, as they are written: nothing of a list is left out without a word. */
export function RowsLeft({ rows, total }: { rows: readonly RowLeft[]; total: number }) {
  const t = useWords(words)
  const lang = useLang()
  if (rows.length === 0) return null
  return (
    <section className="sect" aria-labelledby="rows-left">
      <h2 id="rows-left">{t.rowsLeft}</h2>
      <p className="quiet">
        {t.rowsLeftLead}
        {total > rows.length
          ? ` ${t.rowsLeftFirst(formatCount(rows.length, lang), formatCount(total, lang))}`
          : ''}
      </p>
      <Table
        name={t.rowsLeft}
        rows={rows}
        keyOf={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          {
            key: 'row',
            head: t.row,
            label: t.row,
            cell: ({ sheet, row }) => <b>{sheet === undefined ? row : `${sheet}, ${row}`}</b>,
          },
          { key: 'is', full: true, head: t.rowIs, cell: ({ is }) => t.kinds[is] },
          { key: 'text', full: true, head: t.cells, cell: ({ text }) => text },
        ]}
      />
    </section>
  )
}
