import { data, Form, redirect, useNavigation } from 'react-router'
import { canReadPapers, findBook, listLedger } from '#archive'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { Button, ErrorSummary, Field, formatCount, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/upload'
import { FilePicker } from './file-picker.tsx'
import { readingWords } from './reading-words.ts'
import { receive } from './receive.server.ts'
import { scanWords } from './scan-words.ts'
import { countIn, refuseLeaders, textIn } from './tools.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const { collections, mayBring } = await withActor(desk.database, desk.actor, async (transaction) => ({
    collections: await listLedger(transaction),
    mayBring: await canReadPapers(transaction),
  }))
  return {
    mayBring,
    chosen: numberIn(url.searchParams.get('quyen')),
    books: collections.flatMap(({ name, books }) =>
      books.map(({ id, name: book, numberFrom, numberTo }) => ({
        id,
        name: `${name}, ${book}`,
        numberFrom,
        numberTo,
      })),
    ),
  }
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const files = form.getAll('files').filter((each) => each instanceof File && each.name !== '')
  const s = scanWords[lang]
  const errors: Record<string, string> = files.length === 0 ? { files: s.chooseFiles } : {}
  const [number, bookId] = [countIn(form.get('number')), numberIn(form.get('bookId')) || undefined]
  const { book, mayBring } = await withActor(desk.database, desk.actor, async (transaction) => ({
    book: bookId === undefined ? undefined : await findBook(transaction, bookId),
    mayBring: await canReadPapers(transaction),
  }))
  if (!mayBring) throw new Response(null, { status: 403 })
  if (bookId !== undefined && !book) errors.bookId = s.badBook
  if (textIn(form, 'number') !== '') {
    if (!book) errors.number = s.numberNeedsBook
    else if (number === undefined || number < book.numberFrom || number > book.numberTo)
      errors.number = s.badPlace(formatCount(book.numberFrom, lang), formatCount(book.numberTo, lang))
  }
  if (Object.keys(errors).length > 0) {
    const typed = { bookId: textIn(form, 'bookId'), number: textIn(form, 'number') }
    return data({ errors, typed }, { status: 422 })
  }
  const batchId = await receive(desk, files as File[], { bookId, firstNumber: number })
  throw redirect(pathIn(lang, `/can-bo/kho-ho-so/lo/${batchId}`))
}

/** Photos and PDFs come in: many at once, or one by one from a phone's camera. */
export default function Upload({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const lang = useLang()
  const sending = useNavigation().formMethod === 'POST'
  const { books, chosen, mayBring } = loaderData
  const errors: Record<string, string> = actionData?.errors ?? {}
  const typed = actionData?.typed
  return (
    <>
      <title>{`${t.upload} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a> <span className="quiet">/ {t.upload}</span>
      </p>
      <h1>{t.upload}</h1>
      {actionData ? <ErrorSummary errors={errors} /> : null}
      {mayBring ? null : <p className="note">{r.notForYou}</p>}
      <Form method="post" encType="multipart/form-data">
        <FilePicker
          id="files"
          title={s.filesLabel}
          button={s.chooseButton}
          hint={s.filesHint}
          accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf"
        />
        <FilePicker id="camera" title={s.cameraLabel} button={s.cameraButton} accept="image/*" camera />
        {books.length > 0 ? (
          <>
            <Field name="bookId" label={s.intoBook} error={errors.bookId} optional>
              {(control) => (
                <select {...control} defaultValue={typed?.bookId ?? (chosen || '')}>
                  <option value="">{s.noBook}</option>
                  {books.map(({ id, name, numberFrom, numberTo }) => (
                    <option key={id} value={id}>{`${name} (${numberFrom}–${numberTo})`}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              name="number"
              label={s.firstNumber}
              hint={s.firstNumberHint}
              error={errors.number}
              optional
            >
              {(control) => (
                <input type="text" inputMode="numeric" {...control} defaultValue={typed?.number} />
              )}
            </Field>
          </>
        ) : null}
        <Button weight="main" type="submit" disabled={sending || !mayBring}>
          {sending ? s.sending : s.send}
        </Button>
      </Form>
    </>
  )
}
