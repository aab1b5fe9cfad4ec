import { type KeyboardEvent, useRef } from 'react'
import { Form, useNavigation } from 'react-router'
import { Button, FieldError, State, useWords } from '#web/ui/index.ts'
import { type FieldProblem, readingWords } from './reading-words.ts'
import type { FieldView } from './scan.server.ts'
import { scanWords } from './scan-words.ts'

/**
 * The fields of one reading. The first reader sees what the machine is sure of; the second sees empty fields. Each has a
 * value or says why it has none. Enter goes to the next field, Ctrl + Enter signs.
 */
export function ReadingForm(props: {
  fields: readonly FieldView[]
  isBlind: boolean
  typed: Record<string, string> | undefined
  problems: Record<string, FieldProblem>
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const { fields, isBlind, typed, problems, onFocus } = props
  const form = useRef<HTMLFormElement>(null)
  const signing = useNavigation().formMethod === 'POST'
  return (
    <Form method="post" ref={form} onKeyDown={goOn} autoComplete="off" className="reading-form" data-long="">
      <h2>{isBlind ? s.secondTitle : s.firstTitle}</h2>
      <p className="quiet">{isBlind ? s.secondHow : s.firstHow}</p>
      <input type="hidden" name="what" value="read" />
      {fields.map((view) => (
        <OneField
          key={view.field}
          view={view}
          typed={typed}
          problem={problems[view.field]}
          onFocus={onFocus}
        />
      ))}
      <p className="scripted">
        <Button size="small" type="button" onClick={() => form.current && markEmpty(form.current)}>
          {r.restEmpty}
        </Button>
      </p>
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
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement))
    return
  event.preventDefault()
  const form = event.currentTarget
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit()
    return
  }
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=text]')]
  const here = target instanceof HTMLInputElement ? target : inputOf(target)
  const next = here && inputs[inputs.indexOf(here) + 1]
  if (next) next.focus()
  else form.querySelector<HTMLButtonElement>('button[type=submit]')?.focus()
}

/** The text that a choice stands beside. */
function inputOf(select: HTMLSelectElement): HTMLInputElement | undefined {
  return select.parentElement?.querySelector<HTMLInputElement>('input[type=text]') ?? undefined
}

/** Says of every field without a text that the paper has no such thing; what was chosen otherwise stays. */
function markEmpty(form: HTMLFormElement): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-why]'))
    if (select.value === '' && inputOf(select)?.value.trim() === '') select.value = 'notOnPaper'
}

function OneField({
  view,
  typed,
  problem,
  onFocus,
}: {
  view: FieldView
  typed: Record<string, string> | undefined
  problem: FieldProblem | undefined
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const { field, value, choices, doubts } = view
  const described = [problem ? `${field}-error` : '', `${field}-machine`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'read-field field bad' : 'read-field field'}>
      <label htmlFor={field}>{s.fields[field]}</label>
      {problem ? <FieldError of={field}>{r.problems[problem]}</FieldError> : null}
      <div className="read-row">
        <input
          type="text"
          id={field}
          name={field}
          maxLength={300}
          defaultValue={typed?.[field] ?? value}
          list={choices ? `${field}-choices` : undefined}
          onFocus={() => onFocus(field)}
          aria-describedby={described}
          aria-invalid={problem ? true : undefined}
        />
        <select
          name={`${field}-state`}
          aria-label={r.stateOf(s.fields[field])}
          defaultValue={typed?.[`${field}-state`] ?? ''}
          data-why=""
          onFocus={() => onFocus(field)}
          onChange={(event) => {
            const input = inputOf(event.currentTarget)
            if (input && event.currentTarget.value !== '') input.value = ''
          }}
        >
          <option value="">{r.typed}</option>
          <option value="notOnPaper">{r.notOnPaper}</option>
          <option value="illegible">{r.illegible}</option>
        </select>
      </div>
      {choices ? (
        <datalist id={`${field}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      ) : null}
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
