import { Form } from 'react-router'
import { Button, State, useWords } from '#web/ui/index.ts'
import type { LetterView } from './letters.server.ts'
import { lettersWords } from './letters-words.ts'

const shapes = {
  waiting: 'open',
  sending: 'open',
  sent: 'ok',
  failed: 'cham',
  givenUp: 'sai',
  toldOtherwise: 'ok',
} as const

/** What became of each letter about a message. */
export function Letters({ letters, isLeader }: { letters: readonly LetterView[]; isLeader: boolean }) {
  const t = useWords(lettersWords)
  if (letters.length === 0) return null
  return (
    <section className="sect" aria-labelledby="letters">
      <h2 id="letters">{t.ofMessage}</h2>
      <ul className="plain-lines">
        {letters.map((letter) => (
          <li key={letter.id}>
            {letter.recipient}, <span className="num">{letter.writtenAt}</span>
            <Fate letter={letter} />
            {isLeader ? null : <LetterActs letter={letter} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far a letter is, why, and what somebody did with it. */
export function Fate({ letter }: { letter: LetterView }) {
  const t = useWords(lettersWords)
  const { state, sentAt, nextTryAt, tries, reason, handled } = letter
  return (
    <div>
      <State is={shapes[state]}>{t.states[state]}</State>{' '}
      {sentAt ? <span className="small">{t.sentAt(sentAt)}</span> : null}
      {state === 'failed' ? (
        <span className="small">
          {t.tries(tries)}, {t.nextTry(nextTryAt)}
        </span>
      ) : null}
      {reason ? <div className="quiet small">{reason}</div> : null}
      {handled ? (
        <div className="quiet small">
          {t.handled[handled.act](handled.by, handled.at)}
          {handled.note ? `: ${handled.note}` : ''}
        </div>
      ) : null}
    </div>
  )
}

/** Of a letter that was not sent: once more, or how its receiver was told. */
export function LetterActs({ letter: { id, recipient, isOpen } }: { letter: LetterView }) {
  const t = useWords(lettersWords)
  if (!isOpen) return null
  const field = `cach-${id}`
  return (
    <div className="letter-acts">
      <Form method="post" action="?">
        <input type="hidden" name="thu" value={id} />
        <Button
          type="submit"
          size="small"
          name="viec"
          value="sendAgain"
          aria-label={`${t.sendAgain}: ${recipient}`}
        >
          {t.sendAgain}
        </Button>
      </Form>
      <details>
        <summary>{t.tellOtherwise}</summary>
        <Form method="post" action="?">
          <input type="hidden" name="thu" value={id} />
          <div className="field">
            <label htmlFor={field}>{t.how}</label>
            <input id={field} type="text" name="ghi-chu" maxLength={300} autoComplete="off" />
          </div>
          <Button type="submit" size="small" name="viec" value="tellOtherwise">
            {t.tellOtherwise}
          </Button>
        </Form>
      </details>
    </div>
  )
}
