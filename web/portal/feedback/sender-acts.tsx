import type { ReactNode } from 'react'
import { Button, Field, FieldError, useWords } from '#web/ui/index.ts'
import { outcomePlace } from './form.tsx'
import type { SentView } from './sent-view.server.ts'
import type { SenderAct, Tracked } from './track.server.ts'
import { trackingWords } from './tracking-words.ts'

interface Props {
  view: SentView
  tracked: Tracked
  sendsMail: boolean
}

/** What a sender can do with their message as it stands; what cannot be done is not offered. */
export function SenderActs(props: Props) {
  const t = useWords(trackingWords)
  const { view } = props
  const { isReserved } = view
  return (
    <div className="sender-acts">
      {view.reopenUntil ? <Reopen {...props} until={view.reopenUntil} /> : null}
      <Mark {...props} />
      {isReserved || view.state === 'closed' ? null : <Follow {...props} />}
      {isReserved ? null : <Consent {...props} />}
      <form method="post" className="sent-part">
        <Button name="act" value="forget">
          {t.forget}
        </Button>
        <p className="hint">{t.forgetHint}</p>
      </form>
    </div>
  )
}

function Act(props: { act: SenderAct; title: string; view: SentView; children: ReactNode }) {
  const { act, title, view, children } = props
  return (
    <section className="sent-part" aria-labelledby={`${act}-title`}>
      <h2 className="h2" id={`${act}-title`}>
        {title}
      </h2>
      <form method="post" action={`#${outcomePlace}`} noValidate>
        <input type="hidden" name="ma" value={view.receiptCode} />
        <input type="hidden" name="act" value={act} />
        {children}
      </form>
    </section>
  )
}

function Reopen({ view, tracked, until }: Props & { until: string }) {
  const t = useWords(trackingWords)
  return (
    <Act act="reopen" title={t.reopenTitle} view={view}>
      <p>{t.reopenLead(until)}</p>
      <Field name="reason" label={t.reason} hint={t.reasonHint} error={tracked.errors.reason}>
        {(control) => <textarea defaultValue={tracked.written.reason} {...control} />}
      </Field>
      <Button>{t.reopen}</Button>
    </Act>
  )
}

function Mark({ view, tracked }: Props) {
  const t = useWords(trackingWords)
  if (view.mark !== undefined)
    return (
      <section className="sent-part" aria-labelledby="mark-title">
        <h2 className="h2" id="mark-title">
          {t.markTitle}
        </h2>
        <p>{t.marked(t.marks[view.mark - 1] ?? '')}</p>
      </section>
    )
  if (!view.canMark) return null
  const { errors, written } = tracked
  return (
    <Act act="mark" title={t.markTitle} view={view}>
      <p id="mark-lead">{t.markLead}</p>
      {errors.mark ? <FieldError of="mark">{errors.mark}</FieldError> : null}
      <fieldset className="marks" id="mark" aria-labelledby="mark-title" aria-describedby="mark-lead">
        {t.marks.map((name, at) => (
          <label key={name} className="choice">
            <input type="radio" name="mark" value={at + 1} defaultChecked={written.mark === String(at + 1)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <Field name="comment" label={t.comment} hint={t.commentHint} optional>
        {(control) => <input type="text" maxLength={500} defaultValue={written.comment} {...control} />}
      </Field>
      <Button>{t.mark}</Button>
    </Act>
  )
}

function Follow({ view, tracked, sendsMail }: Props) {
  const t = useWords(trackingWords)
  return (
    <Act act="follow" title={t.followTitle} view={view}>
      <p>{sendsMail ? t.followLead : t.followLeadNoMail}</p>
      <Field name="contact" label={sendsMail ? t.contact : t.telephone} error={tracked.errors.contact}>
        {(control) => (
          <input type="text" maxLength={100} defaultValue={tracked.written.contact} {...control} />
        )}
      </Field>
      <Button>{t.follow}</Button>
    </Act>
  )
}

function Consent({ view }: Props) {
  const t = useWords(trackingWords)
  if (!view.mayPublish)
    return (
      <section className="sent-part" aria-labelledby="withdraw-title">
        <h2 className="h2" id="withdraw-title">
          {t.consentTitle}
        </h2>
        <p>{t.consentNone}</p>
      </section>
    )
  return (
    <Act act="withdraw" title={t.consentTitle} view={view}>
      <p>{t.consentGiven}</p>
      <Button>{t.withdraw}</Button>
    </Act>
  )
}
