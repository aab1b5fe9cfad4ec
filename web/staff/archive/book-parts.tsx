import { Form } from 'react-router'
import type { Book, Gap, LooseScan } from '#archive'
import { Button, Field, formatCount, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

interface Refused {
  errors: Record<string, string>
  typed: Record<string, string> | undefined
}

/** Numbers told to be gone, how to tell of more, and how to take it back. */
export function Gone(props: { gaps: readonly Gap[]; uncaptured: string; mayWrite: boolean } & Refused) {
  const t = useWords(words)
  const { gaps, uncaptured, mayWrite, errors, typed } = props
  const isTelling = errors.numbers !== undefined && typed?.what !== 'takeBack'
  const isTakingBack = errors.numbers !== undefined && !isTelling
  return (
    <>
      {gaps.length > 0 ? (
        <>
          <h2>{t.goneTitle}</h2>
          <ul>
            {gaps.map(({ number, reason, note }) => (
              <li key={number}>{t.goneList(String(number), t.reasons[reason], note ?? '')}</li>
            ))}
          </ul>
        </>
      ) : null}
      {mayWrite && uncaptured ? (
        <details open={isTelling}>
          <summary>{t.tellGone}</summary>
          <Form method="post" key={uncaptured}>
            <Numbers error={isTelling ? errors.numbers : undefined} typed={isTelling ? typed : undefined} />
            <Field name="reason" label={t.reason}>
              {(control) => (
                <select {...control} defaultValue={typed?.reason}>
                  <option value="missing">{t.reasons.missing}</option>
                  <option value="damaged">{t.reasons.damaged}</option>
                </select>
              )}
            </Field>
            <Field name="note" label={t.note} optional>
              {(control) => <input type="text" maxLength={200} {...control} defaultValue={typed?.note} />}
            </Field>
            <Button type="submit">{t.save}</Button>
          </Form>
        </details>
      ) : null}
      {mayWrite && gaps.length > 0 ? (
        <details open={isTakingBack}>
          <summary>{t.takeBack}</summary>
          <Form method="post" key={gaps.length}>
            <input type="hidden" name="what" value="takeBack" />
            <Numbers
              id="back"
              error={isTakingBack ? errors.numbers : undefined}
              typed={isTakingBack ? typed : undefined}
            />
            <Button type="submit">{t.notGone}</Button>
          </Form>
        </details>
      ) : null}
    </>
  )
}

function Numbers({
  id,
  error,
  typed,
}: {
  id?: string
  error: string | undefined
  typed: Record<string, string> | undefined
}) {
  const t = useWords(words)
  return (
    <Field name={id ? `numbers-${id}` : 'numbers'} label={t.numbers} hint={t.numbersHint} error={error}>
      {(control) => (
        <input
          type="text"
          required
          maxLength={500}
          {...control}
          name="numbers"
          defaultValue={typed?.numbers}
        />
      )}
    </Field>
  )
}

/** Files that have no number of the book, or more pages than it has. */
export function Loose({ loose }: { loose: readonly LooseScan[] }) {
  const t = useWords(words)
  const lang = useLang()
  const groups = [
    { key: 'without', title: t.looseTitle, how: t.looseHow, scans: loose.filter((each) => !each.numberTo) },
    { key: 'beyond', title: t.beyondTitle, how: undefined, scans: loose.filter((each) => each.numberTo) },
  ]
  return groups.map(({ key, title, how, scans }) =>
    scans.length === 0 ? null : (
      <div key={key}>
        <h2>{title}</h2>
        {how ? <p className="quiet">{how}</p> : null}
        <ul>
          {scans.map(({ id, fileName, pages, beyondBecause }) => (
            <li key={id}>
              <a href={pathIn(lang, `/can-bo/kho-ho-so/ho-so/${id}`)}>{fileName}</a>{' '}
              <span className="quiet">
                {[pages && t.pagesOf(formatCount(pages, lang)), beyondBecause].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ),
  )
}

/** Corrects what was written wrong of the book: its name, its first and last number. */
export function CorrectBook({
  book,
  errors,
  typed,
}: { book: Pick<Book, 'name' | 'numberFrom' | 'numberTo'> } & Refused) {
  const t = useWords(words)
  const isOpen = typed?.what === 'correct'
  const again = isOpen ? typed : undefined
  const fields = [
    ['name', t.bookName, book.name],
    ['numberFrom', t.numberFrom, String(book.numberFrom)],
    ['numberTo', t.numberTo, String(book.numberTo)],
  ] as const
  return (
    <details open={isOpen}>
      <summary>{t.correctBook}</summary>
      <Form method="post" key={fields.map(([, , value]) => value).join('|')}>
        <input type="hidden" name="what" value="correct" />
        {fields.map(([name, label, value]) => (
          <Field key={name} name={name} label={label} error={errors[name]}>
            {(control) => (
              <input
                type="text"
                required
                maxLength={200}
                inputMode={name === 'name' ? 'text' : 'numeric'}
                {...control}
                defaultValue={again?.[name] ?? value}
              />
            )}
          </Field>
        ))}
        <Button type="submit">{t.correct}</Button>
      </Form>
    </details>
  )
}
