import { data, Form, redirect, useNavigation } from 'react-router'
import { listLedger } from '#archive'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { Button, ErrorSummary, Field, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/upload'
import { FilePicker } from './file-picker.tsx'
import { receive } from './receive.server.ts'
import { scanWords } from './scan-words.ts'
import { numberIn, refuseLeaders } from './tools.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const collections = await withActor(desk.database, desk.actor, listLedger)
  return {
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
  if (files.length === 0) return data({ errors: { files: scanWords[lang].chooseFiles } }, { status: 422 })
  const number = String(form.get('number') ?? '').trim()
  const batchId = await receive(desk, files as File[], {
    bookId: numberIn(form.get('bookId')) || undefined,
    firstNumber: number === '' ? undefined : numberIn(number),
  })
  throw redirect(pathIn(lang, `/can-bo/kho-ho-so/lo/${batchId}`))
}

/** Photos and PDFs come in: many at once, or one by one from a phone's camera. */
export default function Upload({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const sending = useNavigation().formMethod === 'POST'
  const { books, chosen } = loaderData
  return (
    <>
      <title>{`${t.upload} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a> <span className="quiet">/ {t.upload}</span>
      </p>
      <h1>{t.upload}</h1>
      {actionData ? <ErrorSummary errors={actionData.errors} /> : null}
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
            <Field name="bookId" label={s.intoBook} optional>
              {(control) => (
                <select {...control} defaultValue={chosen || ''}>
                  <option value="">{s.noBook}</option>
                  {books.map(({ id, name, numberFrom, numberTo }) => (
                    <option key={id} value={id}>{`${name} (${numberFrom}–${numberTo})`}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field name="number" label={s.firstNumber} hint={s.firstNumberHint} optional>
              {(control) => <input type="text" inputMode="numeric" pattern="\d{1,6}" {...control} />}
            </Field>
          </>
        ) : null}
        <Button weight="main" type="submit" disabled={sending}>
          {sending ? s.sending : s.send}
        </Button>
      </Form>
    </>
  )
}
