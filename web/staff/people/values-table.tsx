import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import { recordWords } from './record-words.ts'
import type { ActLink, ValueGroup, ValueLine } from './values.server.ts'

/** What is recorded, thing by thing: the value, its days, where it came from, what was before, what may be done. */
export function ValuesTable({ groups, title, id }: { groups: ValueGroup[]; title: string; id: string }) {
  const t = useWords(recordWords)
  return (
    <section className="sect values" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet small">{t.valuesLead}</p>
      <div className="value-list">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </section>
  )
}

function Group({ group }: { group: ValueGroup }) {
  const t = useWords(recordWords)
  const { name, now, before, beside, acts } = group
  return (
    <div className="value-row">
      <h3>{name}</h3>
      <div className="value-now">
        {now ? <Line line={now} /> : null}
        {beside.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {now || beside.length > 0 ? null : <p className="quiet">{before.length > 0 ? t.noneNow : t.none}</p>}
        {before.length > 0 ? (
          <details>
            <summary>{t.history(before.length)}</summary>
            <ol className="value-history">
              {before.map((line) => (
                <li key={line.id} className={line.superseded ? 'superseded' : undefined}>
                  <Line line={line} />
                  <Acts acts={line.acts} about={name} />
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
      <Acts acts={[...(now?.acts ?? []), ...acts]} about={name} />
    </div>
  )
}

function Line({ line }: { line: ValueLine }) {
  const t = useWords(recordWords)
  const lang = useLang()
  const { value, span, source, recordedAt, superseded, reason, requestId } = line
  return (
    <>
      <p className="value-text">
        {superseded ? <s>{value}</s> : <b>{value}</b>}
        {span ? <span className="value-span">, {span}</span> : null}
      </p>
      <p className="small quiet">
        {source}, {t.recordedOn(recordedAt)}
        {superseded ? `; ${superseded}` : null}
      </p>
      {reason ? (
        <p className="small quiet">
          {t.why}: {reason}{' '}
          {requestId === undefined ? null : (
            <a href={pathIn(lang, `/can-bo/thay-doi/${requestId}`)}>{t.seeRequest}</a>
          )}
        </p>
      ) : null}
    </>
  )
}

/** Each link names what it is about, for who hears links alone. */
export function Acts({ acts, about }: { acts: ActLink[]; about: string }) {
  const lang = useLang()
  if (acts.length === 0) return null
  return (
    <p className="value-acts">
      {acts.map(({ path, text }) => (
        <a key={path} href={pathIn(lang, path)}>
          {text}
          <span className="vh"> {about}</span>
        </a>
      ))}
    </p>
  )
}
