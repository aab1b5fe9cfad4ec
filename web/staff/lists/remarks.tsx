import { Link } from 'react-router'
import type { ImportResult } from '#jobs/import-list'
import { pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { rowMarks } from './row-marks.ts'
import { words } from './words.ts'

/** Rows that were not written, or that somebody should look at, each with what to do. */
export function Remarks({ remarks, title }: { remarks: ImportResult['remarks']; title: string }) {
  const t = useWords(words)
  const lang = useLang()
  if (remarks.length === 0) return null
  return (
    <section className="sect">
      <h2>{title}</h2>
      <Table
        name={title}
        rows={remarks}
        keyOf={(remark) => `${remark.sheet} ${remark.row}`}
        columns={[
          {
            key: 'row',
            head: t.row,
            label: t.row,
            cell: ({ sheet, row }) => <b>{sheet === undefined ? row : `${sheet}, ${row}`}</b>,
            number: true,
          },
          {
            key: 'name',
            full: true,
            head: t.name,
            cell: ({ name, personId }) =>
              personId ? <Link to={pathIn(lang, `/can-bo/nguoi/${personId}`)}>{name}</Link> : name,
          },
          {
            key: 'state',
            head: t.state,
            cell: ({ state }) => <State is={rowMarks[state]}>{t.states[state]}</State>,
          },
          {
            key: 'remarks',
            full: true,
            head: t.remark,
            cell: ({ remarks: each }) => (
              <ul>
                {each.map((remark) => (
                  <li key={`${remark.cell} ${remark.vi}`}>
                    {remark.cell ? <b>{remark.cell}: </b> : null}
                    {remark[lang]}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  )
}
