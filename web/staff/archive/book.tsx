import { data, Form, redirect } from 'react-router'
import {
  findBook,
  listScans,
  parseNumbers,
  readBook,
  recordGaps,
  type ScanState,
  writeNumbers,
} from '#archive'
import { recordChange } from '#platform/audit'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { Button, Empty, ErrorSummary, Field, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/book'
import { ProgressTable } from './progress-table.tsx'
import { ScanTable } from './scan-table.tsx'
import { numberIn, refuseLeaders } from './tools.server.ts'
import { words } from './words.ts'

/** The scans each step counts. */
const statesOf: Readonly<Record<string, readonly ScanState[]>> = {
  readOnce: ['readOnce', 'disagreed', 'agreed', 'entered', 'setAside'],
  readTwice: ['disagreed', 'agreed', 'entered', 'setAside'],
  checked: ['agreed', 'entered', 'setAside'],
  entered: ['entered'],
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const step = url.searchParams.get('loc') ?? ''
  return withActor(database, actor, async (transaction) => {
    const book = await findBook(transaction, numberIn(params.bookId))
    if (!book) throw new Response(null, { status: 404 })
    const { gaps, uncaptured, twice } = await readBook(transaction, book)
    const scans = await listScans(transaction, { bookId: book.id, states: statesOf[step], limit: 500 })
    return {
      book,
      step: step in statesOf ? (step as 'readOnce' | 'readTwice' | 'checked' | 'entered') : undefined,
      gaps,
      uncaptured: writeNumbers(uncaptured),
      twice: writeNumbers(twice),
      scans: scans.map(({ id, fileName, state, form, numberFrom, numberTo }) => ({
        id,
        fileName,
        state,
        form,
        place: numberFrom === undefined ? undefined : writeNumbers(rangeOf(numberFrom, numberTo)),
      })),
      mayWrite: officer.role !== 'leader',
    }
  })
}

function rangeOf(from: number, to: number = from): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Says which numbers of the book cannot be captured. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const form = await request.formData()
  const numbers = parseNumbers(String(form.get('numbers') ?? ''))
  if (!numbers) return data({ errors: { numbers: words[langOf(url.pathname)].badList } }, { status: 422 })
  const reason = form.get('reason') === 'damaged' ? ('damaged' as const) : ('missing' as const)
  const note =
    String(form.get('note') ?? '')
      .trim()
      .slice(0, 200) || undefined
  await withActor(desk.database, desk.actor, async (transaction) => {
    const book = await findBook(transaction, numberIn(params.bookId))
    if (!book) throw new Response(null, { status: 404 })
    await recordGaps(transaction, book.id, { numbers, reason, note })
    const subject = { kind: 'book', id: String(book.id), ...(book.unitUid ? { unitUid: book.unitUid } : {}) }
    await recordChange(transaction, 'tellGone', subject, { numbers, reason, note })
  })
  throw redirect(url.pathname)
}

/** One book: how far it is, what is missing by number, and its scans at a step. */
export default function BookPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { book, step, uncaptured, twice, scans, mayWrite } = loaderData
  const path = pathIn(lang, `/can-bo/kho-ho-so/quyen/${book.id}`)
  const kind = t.countKinds[book.counts]
  return (
    <>
      <title>{`${book.name} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a>{' '}
        <span className="quiet">
          / {book.collectionName} / {book.name}
        </span>
      </p>
      <div className="headrow">
        <h1>{book.name}</h1>
        {mayWrite ? (
          <a className="btn main" href={pathIn(lang, `/can-bo/kho-ho-so/tai-len?quyen=${book.id}`)}>
            {t.uploadHere}
          </a>
        ) : null}
      </div>
      {actionData ? <ErrorSummary errors={actionData.errors} /> : null}
      <ProgressTable
        name={book.name}
        head={t.book}
        rows={[
          {
            ...book,
            key: 'book',
            detail: t.numbered(book.numberFrom, book.numberTo, kind),
            href: path,
            opens: true,
          },
        ]}
      />
      <section className="sect" id="thieu">
        <p>
          <b>{uncaptured ? t.missing(`${kind} ${uncaptured}`) : t.nothingMissing}</b>
        </p>
        {twice ? <p>{t.twice(twice)}</p> : null}
        <Gone {...loaderData} />
      </section>
      <section className="sect" id="anh" aria-labelledby="scans">
        <h2 id="scans">
          {t.scansOf}
          {step ? ` · ${t.steps[step]}` : ''}
        </h2>
        {step ? (
          <p>
            <a href={`${path}#anh`}>{t.allScans}</a>
          </p>
        ) : null}
        {scans.length === 0 ? <Empty sentence={t.noScans} /> : <ScanTable name={t.scansOf} scans={scans} />}
      </section>
    </>
  )
}

function Gone({ gaps, uncaptured, mayWrite }: Route.ComponentProps['loaderData']) {
  const t = useWords(words)
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
        <details>
          <summary>{t.tellGone}</summary>
          <Form method="post" key={uncaptured}>
            <Field name="numbers" label={t.numbers} hint={t.numbersHint}>
              {(control) => <input type="text" required maxLength={500} {...control} />}
            </Field>
            <Field name="reason" label={t.reason}>
              {(control) => (
                <select {...control}>
                  <option value="missing">{t.reasons.missing}</option>
                  <option value="damaged">{t.reasons.damaged}</option>
                </select>
              )}
            </Field>
            <Field name="note" label={t.note} optional>
              {(control) => <input type="text" maxLength={200} {...control} />}
            </Field>
            <Button type="submit">{t.save}</Button>
          </Form>
        </details>
      ) : null}
    </>
  )
}
