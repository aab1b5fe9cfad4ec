import { Form } from 'react-router'
import { Button, FieldError, useWords } from '#web/ui/index.ts'
import type { Returned } from './draft-head.tsx'
import { words } from './draft-words.ts'

const reasons = ['stateSecret', 'personalData', 'wrongPaper'] as const

/** Erasing a draft with its file, folded away: for what must not be kept here at all. */
export function EraseForm({ formKey, returned }: { formKey: string; returned: Returned | undefined }) {
  const t = useWords(words)
  const problem = returned?.problems['vi-sao']
  return (
    <details className="sect erase-draft" open={problem !== undefined}>
      <summary>{t.eraseTitle}</summary>
      <Form method="post" action="?">
        <p>{t.eraseLead}</p>
        <input type="hidden" name="khoa" value={formKey} />
        <fieldset aria-describedby={problem ? 'vi-sao-error' : undefined}>
          <legend>{t.eraseWhy}</legend>
          {problem ? <FieldError of="vi-sao">{t.problems[problem]}</FieldError> : null}
          {reasons.map((reason) => (
            <label key={reason}>
              <input type="radio" name="vi-sao" value={reason} /> {t.eraseReasons[reason]}
            </label>
          ))}
        </fieldset>
        <Button type="submit" size="small" name="viec" value="xoa-han">
          {t.erase}
        </Button>
      </Form>
    </details>
  )
}
