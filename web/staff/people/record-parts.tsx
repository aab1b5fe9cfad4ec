import { stateShapes } from '#web/staff/changes/states.ts'
import { words as changeWords } from '#web/staff/changes/words.ts'
import { pathIn, State, useLang, useWords } from '#web/ui/index.ts'
import type { ChangeLine } from './change-lines.server.ts'
import type { LinkedLine } from './record.server.ts'
import { recordWords } from './record-words.ts'
import { words } from './words.ts'

/** What officers did and proposed, with their reasons. */
export function Changes({ changes }: { changes: ChangeLine[] }) {
  const t = useWords(recordWords)
  const lang = useLang()
  const states = useWords(changeWords).states
  return (
    <section className="sect" aria-labelledby="changes">
      <h2 id="changes">{t.changes}</h2>
      {changes.length === 0 ? <p className="quiet">{t.noChanges}</p> : null}
      <ol className="change-list">
        {changes.map(({ id, title, about, wish, reason, who, requestId, state, because }) => (
          <li key={id}>
            <p>
              {requestId === undefined ? (
                <b>{title}</b>
              ) : (
                <a href={pathIn(lang, `/can-bo/thay-doi/${requestId}`)}>{title}</a>
              )}
              {about ? `, ${about}` : null}
              {wish ? `: ${wish}` : null}{' '}
              {state ? <State is={stateShapes[state]}>{states[state]}</State> : null}
            </p>
            <p className="small quiet">{reason}</p>
            <p className="small quiet">
              {who}
              {because ? `: ${because}` : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Says above a record that another one speaks for the person, and leads there. */
export function MainRecord({ records, self }: { records: LinkedLine[]; self: number }) {
  const t = useWords(recordWords)
  const lang = useLang()
  const main = records.find(({ speaks }) => speaks)
  if (!main || main.id === self) return null
  return (
    <p className="note">
      {t.linkedTo(main.name, main.id)} <a href={pathIn(lang, `/can-bo/nguoi/${main.id}`)}>{t.openMain}</a>
    </p>
  )
}

/** The person's other records. */
export function LinkedRecords(props: { records: LinkedLine[]; self: number; isKeptElsewhere: boolean }) {
  const { records, self, isKeptElsewhere } = props
  const t = useWords(recordWords)
  const people = useWords(words)
  const lang = useLang()
  if (records.length === 0)
    return isKeptElsewhere ? (
      <section className="sect" aria-labelledby="linked">
        <h2 id="linked">{t.linked}</h2>
        <p>{t.keptElsewhere}</p>
      </section>
    ) : null
  return (
    <section className="sect" aria-labelledby="linked">
      <h2 id="linked">{t.linked}</h2>
      <p className="quiet small">{t.linkedLead}</p>
      <ul className="plain-list">
        {records.map(({ id, name, birth, number, place, speaks }) => (
          <li key={id}>
            {id === self ? <b>{name}</b> : <a href={pathIn(lang, `/can-bo/nguoi/${id}`)}>{name}</a>}{' '}
            <span className="quiet">
              {[`${people.record.toLowerCase()} ${id}`, speaks ? t.speaks : undefined, birth, number, place]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <a href={pathIn(lang, `/can-bo/trung/ho-so/${self}`)}>{t.seeLinks}</a>
    </section>
  )
}
