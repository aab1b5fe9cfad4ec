import { Form } from 'react-router'
import { Button, formatInstant, Refused, useWords } from '#web/ui/index.ts'
import type { PairView } from './view.server.ts'
import { words } from './words.ts'

interface Props {
  pair: PairView
  mayDecide: boolean
  speaker: number
  onSpeaker: (speaker: number) => void
  /** Why the last decision was refused, and what the form held. */
  refused: { because: string; reason: string; mistaken: string } | undefined
}

/** One person, two, or later; each is a button that works without scripts. */
export function Decision({ pair, mayDecide, speaker, onSpeaker, refused }: Props) {
  const t = useWords(words)
  const isOpen = pair.state === 'waiting' || pair.state === 'setAside'
  return (
    <section className="sect decision" aria-labelledby="decide">
      <h2 id="decide">{t.decideTitle}</h2>
      {refused ? <Refused>{t.refused[refused.because]}</Refused> : null}
      <PastDecision pair={pair} mayDecide={mayDecide} />
      {isOpen ? (
        <Form method="post" action={`?${new URLSearchParams()}`} className="decide" preventScrollReset>
          <fieldset disabled={!mayDecide} aria-describedby={mayDecide ? undefined : 'only-officers'}>
            <Speakers pair={pair} speaker={speaker} onSpeaker={onSpeaker} />
            {pair.numbers.length > 1 ? <Mistaken numbers={pair.numbers} chosen={refused?.mistaken} /> : null}
            <div className="field">
              <label htmlFor="reason">{t.reason}</label>
              {pair.numbers.length > 1 ? (
                <span className="hint" id="reason-hint">
                  {t.reasonHint}
                </span>
              ) : null}
              <input
                type="text"
                id="reason"
                name="ly-do"
                maxLength={500}
                defaultValue={refused?.reason}
                aria-describedby={pair.numbers.length > 1 ? 'reason-hint' : undefined}
                autoComplete="off"
              />
            </div>
            <div className="acts">
              <Button weight="main" type="submit" name="viec" value="linked" data-choice="link">
                {t.link} <kbd>L</kbd>
              </Button>
              <Button type="submit" name="viec" value="different" data-choice="different">
                {t.different} <kbd>D</kbd>
              </Button>
              <Button type="submit" name="viec" value="setAside" data-choice="setAside">
                {t.setAside} <kbd>S</kbd>
              </Button>
            </div>
          </fieldset>
          {mayDecide ? null : (
            <p className="hint" id="only-officers">
              {t.onlyOfficers}
            </p>
          )}
          <p className="small quiet">{t.nothingLost}</p>
        </Form>
      ) : null}
    </section>
  )
}

/** Who decided what, and the way back. */
function PastDecision({ pair, mayDecide }: { pair: PairView; mayDecide: boolean }) {
  const t = useWords(words)
  const { decision, state, cameBack } = pair
  if (!decision) return null
  const at = formatInstant(decision.at)
  if (state === 'waiting')
    return cameBack ? <p className="note">{t.cameBackWhy(decision.by, at, decision.because ?? '')}</p> : null
  return (
    <div className="note">
      <p>
        {t.decided[state](decision.by, at)} {decision.because}
      </p>
      <Form method="post" action={`?${new URLSearchParams()}`}>
        <Button type="submit" size="small" name="viec" value="undo" data-choice="undo" disabled={!mayDecide}>
          {t.undo} <kbd>U</kbd>
        </Button>
      </Form>
    </div>
  )
}

function Speakers({ pair, speaker, onSpeaker }: Pick<Props, 'pair' | 'speaker' | 'onSpeaker'>) {
  const t = useWords(words)
  const candidates = pair.records.filter(({ isOfPair, isLinked }) => isOfPair || isLinked)
  return (
    <fieldset className="speakers">
      <legend>{t.whoSpeaks}</legend>
      {candidates.map(({ id }, index) => (
        <label key={id} className="choice">
          <input
            type="radio"
            name="ho-so-chinh"
            value={id}
            checked={speaker === id}
            onChange={() => onSpeaker(id)}
            data-speaks={index + 1}
          />
          <span>
            {t.record(id)}{' '}
            {id === Math.min(...candidates.map((each) => each.id)) ? `(${t.olderRecord})` : null}{' '}
            {index < 2 ? <kbd>{index + 1}</kbd> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Mistaken({ numbers, chosen }: { numbers: readonly string[]; chosen: string | undefined }) {
  const t = useWords(words)
  return (
    <div className="field">
      <label htmlFor="mistaken">{t.whichMistaken}</label>
      <select id="mistaken" name="so-nham" defaultValue={chosen ?? ''}>
        <option value="">{t.noneMistaken}</option>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </div>
  )
}
