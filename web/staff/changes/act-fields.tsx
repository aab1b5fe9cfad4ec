import { DayInput, Field, useWords } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import type { FormField, FormValues } from './form-fields.ts'

interface Props {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

/** The fields of an act, its reason and the paper it rests on. */
export function ActFields({ fields, values, errors }: Props & { fields: FormField[] }) {
  const t = useWords(actWords)
  return (
    <>
      {fields.map((field) => (
        <ActField key={field.name} field={field} values={values} errors={errors} />
      ))}
      <Field name="ly-do" label={t.reason} hint={t.reasonHint} error={errors['ly-do']}>
        {(control) => (
          <>
            <input
              {...control}
              type="text"
              list="ly-do-goi-y"
              maxLength={300}
              autoComplete="off"
              defaultValue={values['ly-do']}
            />
            <Suggestions id="ly-do-goi-y" of={t.reasons} />
          </>
        )}
      </Field>
      <Field name="giay" label={t.paper} error={errors.giay} optional>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={120}
            autoComplete="off"
            defaultValue={values.giay}
            className="short"
          />
        )}
      </Field>
      <Field name="ngay-giay" label={t.paperDay} error={errors['ngay-giay']} optional>
        {(control) => <DayInput {...control} defaultValue={values['ngay-giay']} />}
      </Field>
    </>
  )
}

function ActField({ field, values, errors }: Props & { field: FormField }) {
  const { name, label, hint, optional, is, suggestions } = field
  if (is === 'tick')
    return (
      <div className="field">
        <Tick name={name} label={label} isTicked={values[name] === 'on'} />
      </div>
    )
  if (is === 'people') return <People field={field} values={values} errors={errors} />
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]} {...(optional ? { optional } : {})}>
      {(control) => {
        if (is === 'day') return <DayInput {...control} defaultValue={values[name]} />
        if (is === 'choice') return <Choice control={control} field={field} value={values[name]} />
        return (
          <>
            <input
              {...control}
              type="text"
              maxLength={200}
              autoComplete="off"
              defaultValue={values[name]}
              list={suggestions ? `${name}-goi-y` : undefined}
            />
            {suggestions ? <Suggestions id={`${name}-goi-y`} of={suggestions} /> : null}
          </>
        )
      }}
    </Field>
  )
}

function Choice(props: {
  control: { id: string; name: string }
  field: FormField
  value: string | undefined
}) {
  const { control, field, value } = props
  const t = useWords(actWords)
  const hasEmpty = field.options?.some((option) => option.value === '')
  return (
    <select {...control} defaultValue={value ?? ''}>
      {hasEmpty ? null : <option value="">{t.choose}</option>}
      {field.options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function People({ field, values, errors }: Props & { field: FormField }) {
  const { name, label, options = [] } = field
  return (
    <fieldset className={errors[name] ? 'field bad' : 'field'} id={name}>
      <legend className="lbl">{label}</legend>
      {errors[name] ? <span className="err">{errors[name]}</span> : null}
      {options.map((option) => (
        <Tick
          key={option.value}
          name={`${name}-${option.value}`}
          label={option.label}
          isTicked={values[`${name}-${option.value}`] === 'on'}
        />
      ))}
    </fieldset>
  )
}

function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className="choice" htmlFor={name}>
      <input type="checkbox" id={name} name={name} defaultChecked={isTicked} />
      <span>{label}</span>
    </label>
  )
}

function Suggestions({ id, of }: { id: string; of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((each) => (
        <option key={each} value={each} />
      ))}
    </datalist>
  )
}
