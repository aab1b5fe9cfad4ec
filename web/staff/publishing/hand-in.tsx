import { useContext, useState } from 'react'
import { Form, useSubmit } from 'react-router'
import type { Manuscript } from '#publishing'
import { Button, Field, Refused, useWords } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { FieldErrors } from './field-errors.ts'
import { ShowAtFields } from './show-at-fields.tsx'
import type { Autosave } from './use-autosave.ts'

/** Puts the text before a second person, once all that was typed is kept. */
export function HandIn({
  manuscript,
  saving,
  formKey,
}: {
  manuscript: Manuscript
  saving: Autosave
  formKey: string
}) {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  const submit = useSubmit()
  const [failed, setFailed] = useState(false)
  return (
    <section className="panel text-act" aria-labelledby="hand-in">
      <Form
        method="post"
        className="what"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          void saving.flush().then((isKept) => {
            setFailed(!isKept)
            if (!isKept) return
            const body = new FormData(form)
            body.set('version', String(saving.latest()))
            void submit(body, { method: 'post' })
          })
        }}
      >
        <h2 id="hand-in">{a.handIn}</h2>
        <p className="quiet">{a.handInWhy}</p>
        <input type="hidden" name="intent" value="submit" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={saving.version} />
        {manuscript.shown === 'never' ? null : (
          <Field name="correction" label={a.correction} hint={a.correctionHint} error={errors.correction}>
            {(control) => <input type="text" maxLength={500} {...control} />}
          </Field>
        )}
        {manuscript.translates === undefined ? null : (
          <label className="pick">
            <input type="checkbox" name="isUpToDate" />
            {a.isUpToDate}
          </label>
        )}
        <ShowAtFields legend={a.wishedAt} hint={a.wishedHint} at={undefined} />
        {failed ? <Refused>{a.refused.saveFailed}</Refused> : null}
        <Button weight="main" type="submit">
          {a.handIn}
        </Button>
      </Form>
    </section>
  )
}
