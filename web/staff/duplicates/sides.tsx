import { Link } from 'react-router'
import { Icon, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { PairView } from './view.server.ts'
import { words } from './words.ts'

/** Written out, because stacking the rows by CSS would otherwise drop the table's meaning. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
}

/** The records side by side, what differs marked in words; on a phone field by field. */
export function Sides({ pair, speaker }: { pair: PairView; speaker: number }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="sides">
      <h2 id="sides">{t.sideBySide}</h2>
      <table className="tbl sides" aria-labelledby="sides" {...roles.table}>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <td {...roles.cell} />
            {pair.records.map((record) => (
              <th key={record.id} scope="col" {...roles.columnheader}>
                <RecordHead record={record} />
              </th>
            ))}
            <th scope="col" className="after" {...roles.columnheader}>
              {t.afterLink}
            </th>
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {pair.lines.map((line) => (
            <tr key={line.key} data-agreement={line.agreement} {...roles.row}>
              <th scope="row" {...roles.rowheader}>
                {line.name} <AgreementMark is={line.agreement} />
              </th>
              {line.values.map(({ text, isMistaken, source }, index) => (
                <td
                  key={pair.records[index]?.id}
                  data-l={t.record(pair.records[index]?.id ?? 0)}
                  {...roles.cell}
                >
                  {text ?? <span className="quiet">{t.notKnown}</span>}
                  {isMistaken ? <span className="mark">{t.mistaken}</span> : null}
                  {source ? <small className="origin">{source}</small> : null}
                </td>
              ))}
              <td className="after" data-l={t.afterLink} {...roles.cell}>
                <Preview of={line.preview?.[speaker]} speaker={speaker} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RecordHead({ record }: { record: PairView['records'][number] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <Link to={pathIn(lang, `/can-bo/nguoi/${record.id}`)}>{t.record(record.id)}</Link>
      {record.isLinked ? <small>{t.linkedToo}</small> : null}
      {record.isOfPair || record.isLinked ? null : <small>{t.inGroup}</small>}
    </>
  )
}

function AgreementMark({ is }: { is: PairView['lines'][number]['agreement'] }) {
  const t = useWords(words)
  if (is === 'nothing') return null
  if (is === 'same' || is === 'spelling') return <span className={`agree ${is}`}>{t[is]}</span>
  return (
    <span className={`agree ${is}`}>
      <Icon name={is === 'differs' ? 'no' : 'ask'} />
      {is === 'differs' ? t.differs : t.oneSide}
    </span>
  )
}

/** What the one person would show, and from which record when it is not the one that speaks. */
function Preview({ of, speaker }: { of: { text: string; from: number } | undefined; speaker: number }) {
  const t = useWords(words)
  if (!of) return null
  return (
    <>
      {of.text} {of.from === speaker ? null : <span className="quiet">({t.from(of.from)})</span>}
    </>
  )
}
