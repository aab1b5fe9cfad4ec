import { Form } from 'react-router'
import type { FormKind } from '#archive'
import { Button, Field, useWords } from '#web/ui/index.ts'
import { readingWords } from './reading-words.ts'
import { scanWords } from './scan-words.ts'

/** A page that has nothing for the register: with a reason it is done. */
export function AsideForm({ isBlank }: { isBlank: boolean }) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  return (
    <details className="sect" open={isBlank}>
      <summary>{s.asideTitle}</summary>
      <Form method="post" data-long="">
        <input type="hidden" name="what" value="aside" />
        <Field name="because" label={s.asideReason}>
          {(control) => (
            <input
              type="text"
              required
              maxLength={200}
              {...control}
              defaultValue={isBlank ? r.blankReason : ''}
            />
          )}
        </Field>
        <Button type="submit">{s.aside}</Button>
      </Form>
    </details>
  )
}

/** Puts a scan into a book of its unit, or into another one; more pages than the book has are explained. */
export function PlaceForm(props: {
  books: readonly { id: number; name: string }[]
  isPlaced: boolean
  error: string | undefined
  /** The error asks why there are more pages than the book has. */
  isBeyond: boolean
  typed: Record<string, string> | undefined
}) {
  const s = useWords(scanWords)
  const { books, isPlaced, error, isBeyond, typed } = props
  return (
    <details className="sect" open={error !== undefined}>
      <summary>{isPlaced ? s.placeAgain : s.placeTitle}</summary>
      <Form method="post" data-long="">
        <input type="hidden" name="what" value="place" />
        <Field name="bookId" label={s.placeTitle}>
          {(control) => (
            <select {...control} defaultValue={typed?.bookId}>
              {books.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="number" label={s.number} error={isBeyond ? undefined : error}>
          {(control) => (
            <input type="text" inputMode="numeric" required {...control} defaultValue={typed?.number} />
          )}
        </Field>
        <Field
          name="beyondBecause"
          label={s.beyondLabel}
          hint={s.beyondHint}
          error={isBeyond ? error : undefined}
          optional
        >
          {(control) => (
            <input type="text" maxLength={200} {...control} defaultValue={typed?.beyondBecause} />
          )}
        </Field>
        <Button type="submit">{s.put}</Button>
      </Form>
    </details>
  )
}

/** Which form a scan is: asked where the machine does not know, and may be corrected where it was wrong. */
export function FormForm({ form }: { form: FormKind | undefined }) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const choosing = (
    <Form method="post" data-long="">
      {form ? null : <p className="quiet">{r.formHow}</p>}
      <input type="hidden" name="what" value="form" />
      <Field name="form" label={r.formLabel}>
        {(control) => (
          <select {...control} defaultValue={form}>
            {(Object.keys(s.forms) as FormKind[]).map((each) => (
              <option key={each} value={each}>
                {s.forms[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit">{r.formChoose}</Button>
    </Form>
  )
  return (
    <details className="sect" open={form === undefined}>
      <summary>{form ? r.formAgain : r.formTitle}</summary>
      {choosing}
    </details>
  )
}

/** Turns a page that lies wrong and has the machine read the file again. */
export function TurnForm({ pages }: { pages: readonly { number: number }[] }) {
  const r = useWords(readingWords)
  return (
    <details className="sect">
      <summary>{r.turnTitle}</summary>
      <Form method="post" data-long="">
        <p className="quiet">{r.turnHow}</p>
        <input type="hidden" name="what" value="turn" />
        {pages.length > 1 ? (
          <Field name="page" label={r.turnPage}>
            {(control) => (
              <select {...control}>
                {pages.map(({ number }) => (
                  <option key={number} value={number}>
                    {number}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <input type="hidden" name="page" value={pages[0]?.number ?? 1} />
        )}
        <Field name="quarters" label={r.turnBy}>
          {(control) => (
            <select {...control}>
              {(['1', '2', '3'] as const).map((quarters) => (
                <option key={quarters} value={quarters}>
                  {r.turns[quarters]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit">{r.turnAgain}</Button>
      </Form>
    </details>
  )
}

/** Opens again what was agreed upon or set aside, with a reason. */
export function ReopenForm({ isAside, error }: { isAside: boolean; error: string | undefined }) {
  const r = useWords(readingWords)
  return (
    <details className="sect" open={error !== undefined}>
      <summary>{r.reopenTitle}</summary>
      <Form method="post" data-long="">
        <p className="quiet">{r.reopenHow}</p>
        <input type="hidden" name="what" value="reopen" />
        <Field name="reason" label={r.reopenReason} hint={r.reopenHint} error={error}>
          {(control) => <input type="text" required maxLength={300} {...control} />}
        </Field>
        <Button type="submit">{isAside ? r.reopenAside : r.reopen}</Button>
      </Form>
    </details>
  )
}
