import { type Better, type CommuneValue, classFor, type MapClass } from './commune-map-classes.ts'
import { words } from './commune-map-words.ts'
import { useWords } from './language.ts'

/** By what the rows stand: the name, or the number with the worst first. */
export type CommuneOrder = 'name' | 'value'

export interface CommuneRow extends CommuneValue {
  name: string
}

/** Written out, because stacking the rows on a phone would otherwise drop the table's meaning. */
const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
}

/** All communes with their numbers: what the map shows, for the keyboard and for readers of the screen. */
export function CommuneTable(props: {
  what: string
  rows: readonly CommuneRow[]
  classes: readonly MapClass[]
  format: (value: number) => string
  /** What is said of a commune without a number. */
  missing: string
  order: CommuneOrder
  better: Better
  /** The address of the page in another order; without it the heads are plain. */
  hrefOf?: ((order: CommuneOrder) => string) | undefined
}) {
  const { what, rows, classes, format, missing, order, better, hrefOf } = props
  const t = useWords(words)
  const hasDetails = rows.some(({ detail }) => detail)
  return (
    <table className="tbl stack" aria-label={what} {...role.table}>
      <thead {...role.group}>
        <tr {...role.row}>
          <Head name={t.commune} is="name" {...{ order, hrefOf }} sorts="ascending" />
          {hasDetails ? (
            <th scope="col" className="r" {...role.head}>
              {t.behind}
            </th>
          ) : null}
          <Head
            name={what}
            is="value"
            {...{ order, hrefOf }}
            sorts={better === 'higher' ? 'ascending' : 'descending'}
          />
        </tr>
      </thead>
      <tbody {...role.group}>
        {rows.map(({ unitUid, name, value, detail, href, missing: own = missing }) => (
          <tr key={unitUid} {...role.row}>
            <td {...role.cell} lang="vi">
              {href ? <a href={href}>{name}</a> : name}
            </td>
            {hasDetails ? (
              <td className="r num quiet" {...role.cell}>
                {detail}
              </td>
            ) : null}
            <td className={isWorst(classes, value) ? 'r num end sai' : 'r num end'} {...role.cell}>
              {value === undefined ? <span className="quiet">{own}</span> : format(value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isWorst(classes: readonly MapClass[], value: number | undefined): boolean {
  return value !== undefined && classFor(classes, value)?.mark === 'kx'
}

function Head(props: {
  name: string
  is: CommuneOrder
  order: CommuneOrder
  hrefOf: ((order: CommuneOrder) => string) | undefined
  sorts: 'ascending' | 'descending'
}) {
  const t = useWords(words)
  const { name, is, order, hrefOf, sorts } = props
  const isSorted = is === order
  return (
    <th
      scope="col"
      className={is === 'value' ? 'r' : undefined}
      aria-sort={isSorted ? sorts : undefined}
      {...role.head}
    >
      {hrefOf && !isSorted ? (
        <a href={hrefOf(is)} aria-label={t.sortBy(name)}>
          {name}
        </a>
      ) : (
        name
      )}
    </th>
  )
}
