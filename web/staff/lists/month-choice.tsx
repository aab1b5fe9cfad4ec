import { Form } from 'react-router'
import type { Upload } from '#intake'
import { monthText } from '#web/staff/people/texts.ts'
import { Button, Field, useWords } from '#web/ui/index.ts'
import { words } from './month-words.ts'

/** Which month the list is of and how that is known; where nobody has said it, it is asked for before anything is written. */
export function MonthChoice({ upload, mayName }: { upload: Upload; mayName: boolean }) {
  const t = useWords(words)
  const { month, summary } = upload
  if (month === undefined && upload.isBegun) return null
  if (month === undefined)
    return (
      <section className="sect" aria-labelledby="month-of-list">
        <h2 id="month-of-list">{t.title}</h2>
        <p className="note">{t.unknown}</p>
        {mayName ? <NameMonth /> : null}
      </section>
    )
  const by = summary?.monthFrom === undefined ? undefined : t.by[summary.monthFrom]
  const said = `${t.isOf(monthText(month))}${by ? ` (${by})` : ''}.`
  if (!mayName || upload.corrects !== undefined) return <p className="month-of-list">{said}</p>
  return (
    <details className="month-of-list">
      <summary>
        {said} <span className="quiet">{t.change}</span>
      </summary>
      <NameMonth />
    </details>
  )
}

function NameMonth() {
  const t = useWords(words)
  return (
    <Form method="post" action="?" className="acts">
      <Field label={t.month} name="thang">
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="mm/yyyy"
            required
            maxLength={10}
            size={10}
          />
        )}
      </Field>
      <Button type="submit" name="viec" value="thang">
        {t.keep}
      </Button>
    </Form>
  )
}
