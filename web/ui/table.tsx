import type { ReactNode } from 'react'

/** A column of a table: what stands in its head, and in each row's cell. */
export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand right, their unit in the head. */
  number?: boolean
  /** In stacked rows the cell has a line of its own. */
  full?: boolean
  /** In stacked rows the cell stands at the right edge, so that ragged lengths end together. */
  end?: boolean
  /** In stacked rows the head is gone: these words stand before the cell. */
  label?: string
}

/** Written out, because stacking the rows by CSS would otherwise drop the table's meaning; as objects, since the
 *  elements already have these roles and a reader of the markup would call the attributes redundant. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
  rowheader: { role: 'rowheader' },
}

/**
 * The dense table of the workspace; below 860 px a row becomes stacked lines. `name` tells what it lists.
 * With `groupOf`, rows that follow each other under the same words stand below them, as under a heading.
 */
export function Table<Row>(props: {
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  groupOf?: (row: Row) => string
}) {
  const { name, columns, rows, keyOf, groupOf } = props
  return (
    <table className="tbl stack" aria-label={name} {...roles.table}>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              {...roles.columnheader}
              className={column.number ? 'r' : undefined}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(rows, groupOf).map(({ heading, rows }) => (
        <tbody key={rows[0] ? keyOf(rows[0]) : heading} {...roles.rowgroup}>
          {heading ? (
            <tr className="group" {...roles.row}>
              <th scope="rowgroup" colSpan={columns.length} {...roles.rowheader}>
                {heading}
              </th>
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr key={keyOf(row)} {...roles.row}>
              {columns.map((column) => (
                <td key={column.key} {...roles.cell} className={classOf(column)} data-l={column.label}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function groupsOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined) {
  const groups: { heading: string; rows: Row[] }[] = groupOf ? [] : [{ heading: '', rows: [...rows] }]
  if (groupOf)
    for (const row of rows) {
      const heading = groupOf(row)
      const last = groups.at(-1)
      if (last?.heading === heading) last.rows.push(row)
      else groups.push({ heading, rows: [row] })
    }
  return groups
}

function classOf({ number, full, end }: Pick<Column<never>, 'number' | 'full' | 'end'>): string | undefined {
  return [number ? 'r num' : '', full ? 'full' : '', end ? 'end' : ''].filter(Boolean).join(' ') || undefined
}
