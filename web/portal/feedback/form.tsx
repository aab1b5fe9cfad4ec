import './feedback.css'
import type { FeedbackText } from '#feedback'
import { Button, ErrorSummary, Field, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { AboutChoice } from './about.tsx'
import type { About } from './abouts.ts'
import type { FormFacts } from './form-facts.server.ts'
import { MoreFields } from './more-fields.tsx'
import { Verification } from './verification.tsx'
import { words } from './words.ts'

/** A form that came back: what was typed, what to mend, and how the visitor proves to be a person. */
export interface FormState {
  text: FeedbackText
  about: About
  /** The commune's uid and words about the place; empty is not said. */
  place: { unitUid: string; text: string }
  mayPublish: boolean
  /** A picture was chosen; no form can hold it for its owner, so they choose it again. */
  hadPicture: boolean
  proofKind: 'image' | 'question'
  /** The question in words, when that is the proof. */
  question: string | undefined
  /** Sentences by field. */
  errors: Record<string, string>
  /** A sentence about the whole form. */
  alert: string | undefined
  /** Makes the browser fetch a new picture of a code. */
  challenge: string
}

/** What came of sending: the address leads there, so that it is focused and read aloud without scripts too. */
export const outcomePlace = 'ket-qua'

const empty: FormState = {
  text: { fullName: '', title: '', content: '', contact: '' },
  about: 'ordinary',
  place: { unitUid: '', text: '' },
  mayPublish: false,
  hadPicture: false,
  proofKind: 'image',
  question: undefined,
  errors: {},
  alert: undefined,
  challenge: '',
}

/** Feedback by plain POST to the page it stands on; a script only spares the visitor the code. */
export function FeedbackForm({ state = empty, facts }: { state?: FormState | undefined; facts: FormFacts }) {
  const t = useWords(words)
  const { text, errors, alert } = state
  const isRefused = alert !== undefined || Object.keys(errors).length > 0
  return (
    <form
      method="post"
      action={`#${outcomePlace}`}
      encType="multipart/form-data"
      noValidate
      data-feedback
      data-checking={t.checking}
    >
      {/* Enter in a field presses the first button of a form: let it be the one that sends. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      {isRefused ? (
        <div id={outcomePlace} tabIndex={-1}>
          {alert ? (
            <p className="err-sum" role="alert">
              {alert}
            </p>
          ) : null}
          <ErrorSummary errors={errors} />
        </div>
      ) : null}
      <Reserved />
      <AboutChoice chosen={state.about} />
      <Field name="fullName" label={t.fullName} error={errors.fullName}>
        {(control) => <input type="text" autoComplete="name" defaultValue={text.fullName} {...control} />}
      </Field>
      <Field name="title" label={t.title} error={errors.title}>
        {(control) => <input type="text" autoComplete="off" defaultValue={text.title} {...control} />}
      </Field>
      <Field name="content" label={t.content} hint={t.contentHint} error={errors.content}>
        {(control) => <textarea defaultValue={text.content} {...control} />}
      </Field>
      <Field
        name="contact"
        label={t.contact}
        hint={facts.sendsMail ? t.contactHint : t.contactHintNoMail}
        error={errors.contact}
        optional
      >
        {(control) => <input type="text" defaultValue={text.contact} {...control} />}
      </Field>
      <MoreFields state={state} places={facts.places} />
      <Consent isGiven={state.mayPublish} />
      <div className="trap" aria-hidden="true">
        <label>
          {t.trap}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      {/* Who asked for another picture or for a question comes back to it. */}
      <div id={isRefused ? undefined : outcomePlace} tabIndex={-1}>
        <Verification state={state} />
      </div>
      <Privacy />
      <Button weight="main" type="submit" data-send>
        {t.send}
      </Button>
    </form>
  )
}

/** Where a child in danger is helped at once; where to look for what was sent before. */
function Reserved() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="reserved-ways">
      <p>
        <b>{t.childTitle}</b> {t.childCall} <a href="tel:111">{t.childNumber}</a>.
      </p>
      <p>
        <a href={pathIn(lang, '/gop-y/tra-cuu')}>{t.toTracking}</a> ·{' '}
        <a href={pathIn(lang, '/gop-y/tra-loi')}>{t.toAnswers}</a>
      </p>
    </div>
  )
}

function Privacy() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <p className="hint before-send">
      {t.privacy} <a href={pathIn(lang, '/quyen-rieng-tu')}>{t.toPrivacy}</a>
    </p>
  )
}

/** Off until the sender says otherwise. */
function Consent({ isGiven }: { isGiven: boolean }) {
  const t = useWords(words)
  return (
    <div className="field">
      <label className="choice consent">
        <input
          type="checkbox"
          name="mayPublish"
          value="yes"
          defaultChecked={isGiven}
          aria-describedby="mayPublish-hint"
        />
        <span>{t.mayPublish}</span>
      </label>
      <span className="hint" id="mayPublish-hint">
        {t.mayPublishHint}
      </span>
    </div>
  )
}
