import { Link } from 'react-router'
import type { Band } from '#deduplication'
import { pathIn, State, useLang, useWords } from '#web/ui/index.ts'
import { pointsText } from './points.ts'
import type { Mark, QueueQuery } from './query.ts'
import { searchOf } from './query.ts'
import { words } from './words.ts'

interface Line {
  id: number
  name: string
  born: string | undefined
  place: string
}

interface Row {
  id: number
  weight: number
  band: Band
  marks: Mark[]
  a: Line
  b: Line
}

const standing = { certain: 'sai', likely: 'cham', possible: 'open' } as const

/** The pairs of a page; J, K and Enter walk them. */
export function QueueTable({ rows, query }: { rows: Row[]; query: QueueQuery }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <table className="tbl pairs" aria-label={t.tableName}>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.evidence}</th>
          <th scope="col">
            <span className="vh">{t.look}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, weight, band, marks, a, b }) => (
          <tr key={id} data-row>
            <td>
              <LineText {...a} />
              <LineText {...b} />
            </td>
            <td>
              <State is={standing[band]}>{t.bands[band]}</State>{' '}
              <span className="quiet num">{t.points(pointsText(weight, lang))}</span>
              {marks.map((mark) => (
                <span key={mark} className="mark">
                  {t.marks[mark]}
                </span>
              ))}
            </td>
            <td className="r">
              <Link
                to={pathIn(lang, `/can-bo/trung/${id}`) + searchOf(query, { page: 1 })}
                data-open
                aria-label={t.lookAt(a.name, b.name)}
              >
                {t.look}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LineText({ name, born, place }: Line) {
  const t = useWords(words)
  return (
    <div>
      <b>{name}</b>{' '}
      <span className="quiet">
        {t.born} {born ?? t.notKnown}, {place || t.notKnown}
      </span>
    </div>
  )
}
