import type { Content, LegalDocument, Procedure } from '#publishing'
import { DayInput, Field, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'

type ErrorOf = (name: string) => string | undefined

/** What a legal document or a procedure has beside its text. */
export function DetailFields({ details, errorOf }: { details: Content['details']; errorOf: ErrorOf }) {
  if (details?.kind === 'legalDocument') return <OfDocument details={details} errorOf={errorOf} />
  return details?.kind === 'procedure' ? <OfProcedure details={details} errorOf={errorOf} /> : null
}

function OfDocument({ details, errorOf }: { details: LegalDocument; errorOf: ErrorOf }) {
  const t = useWords(editorWords)
  const days = ['issuedOn', 'effectiveOn', 'expiresOn'] as const
  return (
    <fieldset className="text-part">
      <legend>{t.legalDocument}</legend>
      <Field name="number" label={t.number}>
        {(control) => <input type="text" maxLength={100} defaultValue={details.number} {...control} />}
      </Field>
      <Field name="form" label={t.form} hint={t.formHint}>
        {(control) => <input type="text" maxLength={100} defaultValue={details.form} {...control} />}
      </Field>
      <Field name="issuer" label={t.issuer}>
        {(control) => <input type="text" maxLength={200} defaultValue={details.issuer} {...control} />}
      </Field>
      {days.map((name) => (
        <Field key={name} name={name} label={t[name]} error={errorOf(name)} optional={name !== 'issuedOn'}>
          {(control) => <DayInput {...control} defaultValue={details[name]} />}
        </Field>
      ))}
      <label className="pick">
        <input type="checkbox" name="isPartlyExpired" defaultChecked={details.isPartlyExpired} />
        {t.isPartlyExpired}
      </label>
    </fieldset>
  )
}

function OfProcedure({ details, errorOf }: { details: Procedure; errorOf: ErrorOf }) {
  const t = useWords(editorWords)
  const lines = ['agency', 'timeLimit', 'fee', 'result'] as const
  return (
    <fieldset className="text-part">
      <legend>{t.procedure}</legend>
      <Field name="code" label={t.code} hint={t.codeHint}>
        {(control) => <input type="text" maxLength={20} defaultValue={details.code} {...control} />}
      </Field>
      {lines.map((name) => (
        <Field key={name} name={name} label={t[name]} optional={name === 'fee'}>
          {(control) => <input type="text" maxLength={300} defaultValue={details[name]} {...control} />}
        </Field>
      ))}
      <Field name="papers" label={t.papers} hint={t.papersHint}>
        {(control) => <textarea rows={5} defaultValue={details.papers.join('\n')} {...control} />}
      </Field>
      <Field name="law" label={t.law} hint={t.lawHint}>
        {(control) => <input type="text" maxLength={500} defaultValue={details.law} {...control} />}
      </Field>
      <Field name="nationalPortal" label={t.nationalPortal} error={errorOf('nationalPortal')} optional>
        {(control) => (
          <input
            type="text"
            inputMode="url"
            maxLength={500}
            defaultValue={details.nationalPortal}
            {...control}
          />
        )}
      </Field>
    </fieldset>
  )
}
