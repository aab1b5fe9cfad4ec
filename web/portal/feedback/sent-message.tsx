import { pathIn, State, useLang, useWords } from '#web/ui/index.ts'
import type { SentView } from './sent-view.server.ts'
import { trackingWords } from './tracking-words.ts'

const stateShapes = {
  received: 'open',
  classified: 'open',
  sent: 'cham',
  handling: 'cham',
  answered: 'cham',
  approved: 'ok',
  closed: 'ok',
  reserved: 'open',
} as const
const standingShapes = { running: 'open', late: 'sai', kept: 'ok', missed: 'sai' } as const

/** A message as its sender may see it: where it is, by when, what was done, and the answer. */
export function SentMessage({ view }: { view: SentView }) {
  const t = useWords(trackingWords)
  const { isReserved } = view
  return (
    <>
      <section className="sent-part" aria-labelledby="standing">
        <h2 className="h2" id="standing">
          {t.standing}
        </h2>
        <p>
          <b>{view.receiptCode}</b> <State is={stateShapes[view.state]}>{t.states[view.state]}</State>
        </p>
        {view.holder ? <p>{t.heldBy(view.holder.name, view.holder.since)}</p> : null}
        {view.ended ? <p>{view.ended.sentence}</p> : null}
        {view.ended?.isDenunciation ? <p className="quiet">{t.denouncerRights}</p> : null}
        {isReserved ? <p>{view.state === 'reserved' ? t.reservedLead : t.reservedOver}</p> : null}
        {view.isAboutChild ? <p>{t.reservedChild}</p> : null}
        {view.closedBecause ? (
          <p>
            {t.closedBecause} <span lang="vi">{view.closedBecause}</span>
          </p>
        ) : null}
      </section>
      <Answer view={view} />
      {isReserved || view.state === 'closed' ? null : <Clocks clocks={view.clocks} />}
      <History history={view.history} />
      <section className="sent-part" aria-labelledby="message">
        <h2 className="h2" id="message">
          {t.message}
        </h2>
        <p>
          <b className="as-written" lang={view.language}>
            {view.title}
          </b>
        </p>
        <p className="as-written" lang={view.language}>
          {view.content}
        </p>
        <p className="quiet small">{t.sentAt(view.receivedAt)}</p>
      </section>
    </>
  )
}

function Answer({ view: { answer, publicId, complainUntil } }: { view: SentView }) {
  const t = useWords(trackingWords)
  const lang = useLang()
  if (!answer) return null
  return (
    <section className="sent-part" aria-labelledby="answer">
      <h2 className="h2" id="answer">
        {t.answer}
      </h2>
      <p className="as-written" lang="vi">
        {answer.text}
      </p>
      {answer.on ? <p className="quiet small">{t.answeredOn(answer.on)}</p> : null}
      {complainUntil ? <p>{t.complainAgain(complainUntil)}</p> : null}
      {publicId === undefined ? null : (
        <p>
          <a href={pathIn(lang, `/gop-y/tra-loi/${publicId}`)}>{t.seePublic}</a>
        </p>
      )}
    </section>
  )
}

function Clocks({ clocks }: { clocks: SentView['clocks'] }) {
  const t = useWords(trackingWords)
  return (
    <section className="sent-part" aria-labelledby="clocks">
      <h2 className="h2" id="clocks">
        {t.clocks}
      </h2>
      {clocks.length === 0 ? <p>{t.noClocks}</p> : null}
      <ul className="sent-lines">
        {clocks.map(({ key, name, due, done, standing, basis }) => (
          <li key={key}>
            <b>{name}</b>: {t.dueOn(due)} <State is={standingShapes[standing]}>{t.standings[standing]}</State>
            {done ? ` (${t.doneOn(done)})` : null}
            <span className="quiet small">
              {t.basis} {basis}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ history }: { history: SentView['history'] }) {
  const t = useWords(trackingWords)
  return (
    <section className="sent-part" aria-labelledby="history">
      <h2 className="h2" id="history">
        {t.history}
      </h2>
      <ol className="sent-lines">
        {history.map(({ act, at, to, because }) => (
          <li key={`${at} ${act} ${to}`}>
            <span className="num">{at}</span>: {t.steps[act]}
            {to ? `${act === 'refer' ? ':' : ''} ${to}` : null}
            {because ? (
              <>
                {' ('}
                <span lang="vi">{because}</span>
                {')'}
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
