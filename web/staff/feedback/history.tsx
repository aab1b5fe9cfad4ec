import { Form } from 'react-router'
import { Button, formatCount, useLang, useWords } from '#web/ui/index.ts'
import { actsWords } from './acts-words.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

/** Who held the message from when until when. */
export function Chain({ holdings }: { holdings: MessageView['holdings'] }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="chain">
      <h2 id="chain">{t.chain}</h2>
      <ol className="plain-lines">
        {holdings.map(({ name, since, until }) => (
          <li key={since}>
            {name}
            <div className="quiet small num">{t.held(since, until)}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Every act, the oldest first. */
export function History({ lines, isReserved }: { lines: MessageView['history']; isReserved: boolean }) {
  const t = useWords(words)
  const a = useWords(actsWords)
  return (
    <section className="sect" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ol className="plain-lines">
        {lines.map(({ number, act, at, by, to, as, because, told, isComplex }) => (
          <li key={number}>
            <b>{act === 'escalate' && isReserved ? a.escalateReserved : t.acts[act]}</b>
            {to ? `: ${to}` : ''}
            {as ? `: ${as}` : ''}
            {because ? <div lang="vi">{isComplex ? a.complexFor(because) : because}</div> : null}
            {told ? <div>{told}</div> : null}
            <div className="quiet small">
              <span className="num">{at}</span>, {by}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** People without e-mail, to be told by telephone: ticked when done. */
export function Calls({ view: { calls, followers, isLeader } }: { view: MessageView }) {
  const t = useWords(words)
  const lang = useLang()
  if (calls.length === 0 && followers === 0) return null
  return (
    <section className="sect" aria-labelledby="calls">
      <h2 id="calls">{t.calls}</h2>
      {followers > 0 ? <p className="quiet">{t.followers(formatCount(followers, lang))}</p> : null}
      <ul className="plain-lines">
        {calls.map(({ id, contact, act, told }) => (
          <li key={id}>
            {t.toCall(contact, t.acts[act])}
            {told ? <div className="quiet small">{t.told(told.by, told.at)}</div> : null}
            {!told && !isLeader ? (
              <Form method="post" action="?" className="inline">
                <input type="hidden" name="cuoc-goi" value={id} />
                <Button type="submit" size="small" name="viec" value="tick">
                  {t.tick}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
