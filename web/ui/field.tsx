import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useWords } from './language.ts'
import { words } from './words.ts'

/** What a control must carry so that its label, hint and error belong to it. */
export interface ControlAttributes {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/**
 * One field of a form: label above, hint, the error's sentence, then the control, which receives its attributes:
 * `<Field name="fullName" label="Họ và tên">{(control) => <input type="text" {...control} />}</Field>`.
 */
export function Field(props: {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
  after?: ReactNode
  children: (control: ControlAttributes) => ReactNode
}) {
  const { name, label, hint, error, optional, after, children } = props
  const t = useWords(words)
  const describedBy = [error ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional ? <span className="hint"> {t.optional}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError of={name}>{error}</FieldError> : null}
      {children({
        id: name,
        name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {after}
    </div>
  )
}

/** What is wrong with a field, with the sign of it; a control names it by `NAME-error`. */
export function FieldError({ of, children }: { of?: string; children: ReactNode }) {
  return (
    <span className="err" id={of && `${of}-error`}>
      <Icon name="warn" />
      {children}
    </span>
  )
}

/**
 * What is wrong with a form is where one begins when the page comes back, also without scripts. As an object: the rule
 * against taking the focus means pages that were not asked for.
 */
export const focusedOnArrival = { tabIndex: -1, autoFocus: true } as const

/** The summary over a form that came back: one line a field, each a link to it. `errors` is keyed by field name. */
export function ErrorSummary({ errors, title }: { errors: Record<string, string>; title?: string }) {
  const t = useWords(words)
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div className="err-sum" role="alert" {...focusedOnArrival}>
      <b className="sai">{title ?? t.errorCount(entries.length)}</b>
      <ul>
        {entries.map(([name, sentence]) => (
          <li key={name}>
            <a href={`#${name}`}>{sentence}</a>
          </li>
        ))}
      </ul>
      {t.kept}
    </div>
  )
}
