import type { KeyboardEvent } from 'react'
import { Form, useNavigation } from 'react-router'
import { Button, Field, State, useWords } from '#web/ui/index.ts'
import type { FieldView } from './scan.server.ts'
import { scanWords } from './scan-words.ts'

/**
 * The fields of one reading. The first reader sees what the machine is sure of; the second sees empty fields. Enter goes
 * to the next field, Ctrl + Enter signs.
 */
export function ReadingForm(props: {
  fields: readonly FieldView[]
  isBlind: boolean
  typed: Record<string, string> | undefined
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const { fields, isBlind, typed, onFocus } = props
  const signing = useNavigation().formMethod === 'POST'
  return (
    <Form method="post" onKeyDown={goOn} autoComplete="off" className="reading-form">
      <h2>{isBlind ? s.secondTitle : s.firstTitle}</h2>
      <p className="quiet">{isBlind ? s.secondHow : s.firstHow}</p>
      <input type="hidden" name="what" value="read" />
      {fields.map((view) => (
        <OneField key={view.field} view={view} typed={typed?.[view.field]} onFocus={onFocus} />
      ))}
      <div className="acts">
        <Button weight="main" type="submit" disabled={signing}>
          {s.sign}
        </Button>
        <span className="hint">{s.signKeys}</span>
      </div>
    </Form>
  )
}

function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const form = event.currentTarget
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit()
    return
  }
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=text]')]
  const next = inputs[inputs.indexOf(event.target) + 1]
  if (next) next.focus()
  else form.querySelector<HTMLButtonElement>('button[type=submit]')?.focus()
}

function OneField({
  view,
  typed,
  onFocus,
}: {
  view: FieldView
  typed: string | undefined
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const { field, value, choices, doubts } = view
  return (
    <div className="read-field">
      <Field name={field} label={s.fields[field]}>
        {(control) => (
          <>
            <input
              type="text"
              maxLength={300}
              defaultValue={typed ?? value}
              list={choices ? `${field}-choices` : undefined}
              onFocus={() => onFocus(field)}
              {...control}
              aria-describedby={`${field}-machine`}
            />
            {choices ? (
              <datalist id={`${field}-choices`}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            ) : null}
          </>
        )}
      </Field>
      <p className="machine" id={`${field}-machine`}>
        <Hint hint={view.hint} />
        {doubts.map((doubt) => (
          <span key={doubt} className="err">
            {s.doubts[doubt]}
          </span>
        ))}
      </p>
    </div>
  )
}

function Hint({ hint }: Pick<FieldView, 'hint'>) {
  const s = useWords(scanWords)
  if (!hint) return null
  if (hint.kind === 'sure') return <State is="ok">{s.sure(hint.percent)}</State>
  if (hint.kind === 'unsure') return <State is="cham">{s.unsure}</State>
  return <State is="open">{s.unseen}</State>
}

/** A page that has nothing for the register: with a reason it is done. */
export function AsideForm() {
  const s = useWords(scanWords)
  return (
    <details className="sect">
      <summary>{s.asideTitle}</summary>
      <Form method="post">
        <input type="hidden" name="what" value="aside" />
        <Field name="because" label={s.asideReason}>
          {(control) => <input type="text" required maxLength={200} {...control} />}
        </Field>
        <Button type="submit">{s.aside}</Button>
      </Form>
    </details>
  )
}

/** Puts a loose scan into a book of its unit. */
export function PlaceForm({ books }: { books: readonly { id: number; name: string }[] }) {
  const s = useWords(scanWords)
  return (
    <details className="sect">
      <summary>{s.placeTitle}</summary>
      <Form method="post">
        <input type="hidden" name="what" value="place" />
        <Field name="bookId" label={s.placeTitle}>
          {(control) => (
            <select {...control}>
              {books.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="number" label={s.number}>
          {(control) => <input type="text" inputMode="numeric" pattern="\d{1,6}" required {...control} />}
        </Field>
        <Button type="submit">{s.put}</Button>
      </Form>
    </details>
  )
}
