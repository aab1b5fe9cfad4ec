import { useContext } from 'react'
import { DayInput, Field, useWords } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { FieldErrors } from './field-errors.ts'
import { fieldsOf } from './show-at.ts'

/** The day and hour a text is to be shown at; both may be left empty. */
export function ShowAtFields({ legend, hint, at }: { legend: string; hint: string; at: Date | undefined }) {
  const a = useWords(actWords)
  const errors = useContext(FieldErrors)
  const { day, time } = fieldsOf(at)
  return (
    <fieldset className="text-part show-at">
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      <Field name="showOn" label={a.wishedDay} error={errors.showOn} optional>
        {(control) => <DayInput {...control} defaultValue={day} />}
      </Field>
      <Field name="showTime" label={a.wishedTime} optional>
        {(control) => (
          <input
            type="text"
            inputMode="numeric"
            maxLength={5}
            placeholder="07:30"
            defaultValue={time}
            {...control}
          />
        )}
      </Field>
    </fieldset>
  )
}
