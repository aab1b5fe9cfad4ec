import { createContext, type ReactNode, useContext } from 'react'
import { Form } from 'react-router'
import type { Manuscript } from '#publishing'
import { Button, Field, FieldError, formatInstant, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { FieldErrors } from './field-errors.ts'
import { ShowAtFields } from './show-at-fields.tsx'

interface Props {
  manuscript: Manuscript
  mayWrite: boolean
  mayReview: boolean
  mayDecide: boolean
  /** What was handed in last, as this page shows it: that is decided on, and nothing handed in since. */
  revision: number
  withdrawal: { reason: string } | undefined
  /** Whether the officer may bring a withdrawn text back, or why not. */
  mayRestore: 'yes' | 'notAllowed' | 'ownWithdrawal' | 'ownText'
  /** The same request sent twice has the same key. */
  formKey: string
}

/** What can be done with a text beside writing it: approved, sent back, taken back, corrected, withdrawn, translated. */
export function Decisions(props: Props) {
  const { manuscript, mayWrite, mayReview, withdrawal } = props
  const { state } = manuscript
  const isWaiting = state === 'inReview' || state === 'scheduled'
  return (
    <KeyOfRequest value={props.formKey}>
      {state === 'inReview' ? <Review {...props} /> : null}
      {state === 'scheduled' && props.mayDecide ? <Reschedule {...props} /> : null}
      {isWaiting && mayWrite ? <TakeBack {...props} /> : null}
      {state === 'published' && mayWrite ? <Correct isWithdrawn={withdrawal !== undefined} /> : null}
      {withdrawal ? <Restore {...props} /> : null}
      {manuscript.shown === 'shown' && !withdrawal && mayReview ? <Withdraw /> : null}
      <OtherLanguage {...props} />
      {(manuscript.shown === 'never' ? mayWrite : mayReview) ? <Address {...props} /> : null}
    </KeyOfRequest>
  )
}

const KeyOfRequest = createContext('')

/** A form of one button, sent with what it asks for; a double click sends one key. */
function Act(props: { intent: string; title: string; why?: string; children: ReactNode }) {
  const key = useContext(KeyOfRequest)
  const id = `act-${props.intent}`
  return (
    <section className="panel text-act" aria-labelledby={id}>
      <Form method="post" className="what" noValidate>
        <h2 id={id}>{props.title}</h2>
        {props.why ? <p className="quiet">{props.why}</p> : null}
        <input type="hidden" name="intent" value={props.intent} />
        <input type="hidden" name="key" value={key} />
        {props.children}
      </Form>
    </section>
  )
}

function Review({ manuscript, mayDecide, mayReview, revision }: Props) {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  if (!mayDecide) return <p className="note">{mayReview ? a.ownText : a.notYours}</p>
  return (
    <>
      <Act intent="approve" title={a.reviewTitle}>
        <input type="hidden" name="revision" value={revision} />
        <ShowAtFields legend={a.wishedAt} hint={a.approveHint} at={manuscript.publishAt} />
        <Button weight="main" type="submit">
          {a.approve}
        </Button>
      </Act>
      <Act intent="refuse" title={a.refuse}>
        <input type="hidden" name="revision" value={revision} />
        <Field name="reason" label={a.reason} hint={a.reasonHint} error={errors.reason}>
          {(control) => <textarea rows={2} className="few" maxLength={1000} {...control} />}
        </Field>
        <Button type="submit">{a.refuse}</Button>
      </Act>
    </>
  )
}

function Reschedule({ manuscript }: Props) {
  const a = useWords(actWords)
  return (
    <Act intent="reschedule" title={a.reschedule} why={a.rescheduleWhy}>
      <ShowAtFields legend={a.wishedAt} hint={a.approveHint} at={manuscript.publishAt} />
      <Button type="submit">{a.reschedule}</Button>
    </Act>
  )
}

function TakeBack({ manuscript }: Props) {
  const a = useWords(actWords)
  const { publishAt } = manuscript
  const why =
    manuscript.state === 'scheduled' && publishAt ? a.scheduled(formatInstant(publishAt)) : a.waiting
  return (
    <Act intent="takeBack" title={a.takeBack} why={why}>
      <Button type="submit">{a.takeBack}</Button>
    </Act>
  )
}

function Correct({ isWithdrawn }: { isWithdrawn: boolean }) {
  const a = useWords(actWords)
  return (
    <Act intent="correct" title={a.correct} why={isWithdrawn ? a.correctWithdrawnWhy : a.correctWhy}>
      <Button type="submit">{a.correct}</Button>
    </Act>
  )
}

function Withdraw() {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  return (
    <Act intent="withdraw" title={a.withdraw} why={a.withdrawWhy}>
      <Field name="withdrawReason" label={a.withdrawReason} error={errors.withdrawReason}>
        {(control) => <input type="text" maxLength={500} {...control} />}
      </Field>
      {errors.isSure ? <FieldError of="isSure">{errors.isSure}</FieldError> : null}
      <label className="pick">
        <input
          type="checkbox"
          id="isSure"
          name="isSure"
          aria-invalid={errors.isSure ? true : undefined}
          aria-describedby={errors.isSure ? 'isSure-error' : undefined}
        />
        {a.confirmWithdraw}
      </label>
      <Button type="submit">{a.withdraw}</Button>
    </Act>
  )
}

function Restore({ mayRestore, mayReview }: Props) {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  if (mayRestore !== 'yes') return mayReview ? <p className="note">{a.restoreOther[mayRestore]}</p> : null
  return (
    <Act intent="restore" title={a.restore} why={a.restoreWhy}>
      <Field name="restoreReason" label={a.restoreReason} error={errors.restoreReason}>
        {(control) => <input type="text" maxLength={500} {...control} />}
      </Field>
      <Button type="submit">{a.restore}</Button>
    </Act>
  )
}

/** Where readers find the text: of both languages at once. */
function Address({ manuscript }: Props) {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  return (
    <Act
      intent="readdress"
      title={a.address}
      why={manuscript.shown === 'never' ? a.addressNew : a.addressKnown}
    >
      <p className="text-address">/bai-viet/{manuscript.slug}</p>
      <Field name="address" label={a.addressField} hint={a.addressHint} error={errors.address}>
        {(control) => (
          <input
            type="text"
            maxLength={200}
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={manuscript.slug}
            {...control}
          />
        )}
      </Field>
      <Button type="submit">{a.changeAddress}</Button>
    </Act>
  )
}

function OtherLanguage({ manuscript, mayWrite }: Props) {
  const a = useWords(actWords)
  const lang = useLang()
  const { language, otherId, translates } = manuscript
  if (otherId !== undefined)
    return (
      <p>
        {translates === undefined ? null : `${a.isTranslation} `}
        <a href={pathIn(lang, `/can-bo/cong/${otherId}`)}>
          {language === 'vi' ? a.openTranslation : a.openOriginal}
        </a>
      </p>
    )
  if (language === 'en' || !mayWrite) return null
  return (
    <Act intent="translate" title={a.translate}>
      <Button type="submit">{a.translate}</Button>
    </Act>
  )
}
