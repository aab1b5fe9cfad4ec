import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { Outcome } from '#archive'
import { Button, FieldError, useWords } from '#web/ui/index.ts'
import { type FieldProblem, readingWords } from './reading-words.ts'
import type { PlaceOnPage } from './scan.server.ts'
import { scanWords } from './scan-words.ts'
import { Crop } from './viewer.tsx'

interface SettleProps {
  scanId: number
  outcomes: readonly Outcome[]
  /** What stands in place of a value that nobody can read. */
  illegible: string
  places: readonly PlaceOnPage[]
  pages: readonly { number: number; width: number; height: number; text: string | undefined }[]
  mayWrite: boolean
  typed: Record<string, string> | undefined
  problems: Record<string, FieldProblem>
  onFocus: (field: string | undefined) => void
}

/** Fields in which two readings differ: the picture of each, both values, or another one. */
export function SettleForm(props: SettleProps) {
  const s = useWords(scanWords)
  const { outcomes, mayWrite } = props
  const open = outcomes.filter(({ isOpen }) => isOpen)
  return (
    <Form method="post" className="reading-form" data-long="">
      <h2>{s.settleTitle}</h2>
      <p className="quiet">{s.settleHow}</p>
      <input type="hidden" name="what" value="settle" />
      {open.map((outcome) => (
        <OneDifference key={outcome.field} outcome={outcome} {...props} />
      ))}
      {mayWrite ? (
        <Button weight="main" type="submit">
          {s.settle}
        </Button>
      ) : null}
    </Form>
  )
}

function OneDifference({ outcome, ...props }: SettleProps & { outcome: Outcome }) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const { scanId, places, pages, mayWrite, typed, problems, illegible, onFocus } = props
  const { field, first, second } = outcome
  const place = places.find((each) => each.field === field)
  const page = pages.find(({ number }) => number === place?.page)
  const problem = problems[field]
  const said = [first, second]
  const chosen = typed?.[`${field}-choice`]
  return (
    <fieldset className="settle" onFocus={() => onFocus(field)} disabled={!mayWrite}>
      <legend>{s.fields[field]}</legend>
      {problem ? <FieldError of={field}>{r.problems[problem]}</FieldError> : null}
      {place && page ? <Crop scanId={scanId} page={page} place={place} /> : null}
      {(['first', 'second'] as const).map((which) => (
        <Choice
          key={which}
          field={field}
          value={which}
          isChosen={chosen === which}
          sent={outcome[which] ?? ''}
        >
          {s[which]}: <b>{outcome[which] === illegible ? r.illegible : (outcome[which] ?? s.nothing)}</b>
        </Choice>
      ))}
      {said.includes(undefined) ? null : (
        <Choice field={field} value="notOnPaper" isChosen={chosen === 'notOnPaper'}>
          {r.notOnPaper}
        </Choice>
      )}
      {said.includes(illegible) ? null : (
        <Choice field={field} value="illegible" isChosen={chosen === 'illegible'}>
          {r.illegible}
        </Choice>
      )}
      <label className="choice">
        <input type="radio" name={`${field}-choice`} value="other" defaultChecked={chosen === 'other'} />
        <span>{s.other}</span>
        <input
          type="text"
          id={`${field}-other`}
          name={`${field}-other`}
          maxLength={300}
          defaultValue={typed?.[`${field}-other`]}
          aria-label={`${s.fields[field]}: ${s.other}`}
          aria-describedby={problem ? `${field}-error` : undefined}
          aria-invalid={problem ? true : undefined}
        />
      </label>
    </fieldset>
  )
}

function Choice(props: {
  field: string
  value: string
  isChosen: boolean
  /** What the choice stands for, where it is a reading's own value. */
  sent?: string
  children: ReactNode
}) {
  const { field, value, isChosen, sent, children } = props
  return (
    <>
      {sent === undefined ? null : <input type="hidden" name={`${field}-${value}`} value={sent} />}
      <label className="choice">
        <input type="radio" name={`${field}-choice`} value={value} defaultChecked={isChosen} />
        <span>{children}</span>
      </label>
    </>
  )
}
