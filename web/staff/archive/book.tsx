import { data, redirect } from 'react-router'
import {
  type Book,
  correctBook,
  findBook,
  listLoose,
  NameTaken,
  parseNumbers,
  readBook,
  recordGaps,
  takeBackGaps,
  writeNumbers,
} from '#archive'
import { recordChange } from '#platform/audit'
import { type Transaction, withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { ErrorSummary, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/book'
import { bookIn } from './book-fields.server.ts'
import { CorrectBook, Gone, Loose } from './book-parts.tsx'
import { ProgressTable } from './progress-table.tsx'
import { ScanList } from './scan-table.tsx'
import { bookFilterOf, bookStepOf, listFirst } from './scans-asked.server.ts'
import { refuseLeaders, textIn } from './tools.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const step = bookStepOf(url.searchParams)
  const lang = langOf(url.pathname)
  return withActor(database, actor, async (transaction) => {
    const book = await findBook(transaction, numberIn(params.bookId))
    if (!book) throw new Response(null, { status: 404 })
    const { gaps, uncaptured, twice } = await readBook(transaction, book)
    const { scans, count } = await listFirst(transaction, bookFilterOf(book.id, step), { limit: 500, lang })
    return {
      book,
      step,
      gaps,
      loose: await listLoose(transaction, book),
      uncaptured: writeNumbers(uncaptured),
      twice: writeNumbers(twice),
      scans,
      count,
      mayWrite: officer.role !== 'leader',
    }
  })
}

/** Says which numbers cannot be captured, takes that back, or corrects the book itself. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const t = words[langOf(url.pathname)]
  const form = await request.formData()
  const typed = Object.fromEntries([...form.keys()].map((key) => [key, textIn(form, key).slice(0, 500)]))
  const errors = await withActor(desk.database, desk.actor, async (transaction) => {
    const book = await findBook(transaction, numberIn(params.bookId))
    if (!book) throw new Response(null, { status: 404 })
    return textIn(form, 'what') === 'correct'
      ? correctIt(transaction, book, { form, t })
      : tellGaps(transaction, book, { form, t })
  })
  if (errors) return data({ errors, typed }, { status: 422 })
  throw redirect(url.pathname)
}

interface Told {
  form: FormData
  t: (typeof words)['vi']
}

type Errors = Record<string, string> | undefined

async function correctIt(transaction: Transaction, book: Book, { form, t }: Told): Promise<Errors> {
  const { name, numberFrom, numberTo, errors } = bookIn(form, t, { nameField: 'name', hasNumbers: true })
  if (Object.keys(errors).length > 0) return errors
  try {
    const done = await correctBook(transaction, book.id, { name, numberFrom, numberTo })
    if (!done.ok) return { numberTo: t.scansOutside(done.fileNames.join(', ')) }
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
    return { name: t.nameTaken }
  }
  const was = { name: book.name, numberFrom: book.numberFrom, numberTo: book.numberTo }
  await recordChange(transaction, 'correctBook', subjectOf(book), { was, is: { name, numberFrom, numberTo } })
  return undefined
}

async function tellGaps(transaction: Transaction, book: Book, { form, t }: Told): Promise<Errors> {
  const numbers = parseNumbers(textIn(form, 'numbers'))
  if (!numbers) return { numbers: t.badList }
  if (textIn(form, 'what') === 'takeBack') {
    await takeBackGaps(transaction, book.id, numbers)
    await recordChange(transaction, 'takeBackGone', subjectOf(book), { numbers })
    return undefined
  }
  const isOutside = numbers.some((number) => number < book.numberFrom || number > book.numberTo)
  if (isOutside) return { numbers: t.notOfBook(String(book.numberFrom), String(book.numberTo)) }
  const reason = textIn(form, 'reason') === 'damaged' ? ('damaged' as const) : ('missing' as const)
  const note = textIn(form, 'note').slice(0, 200) || undefined
  await recordGaps(transaction, book.id, { numbers, reason, note })
  await recordChange(transaction, 'tellGone', subjectOf(book), { numbers, reason, note })
  return undefined
}

function subjectOf({ id, unitUid }: Book) {
  return { kind: 'book', id: String(id), ...(unitUid ? { unitUid } : {}) }
}

/** One book: how far it is, what is missing by number, and its scans at a step. */
export default function BookPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { book, step, uncaptured, twice, scans, count, mayWrite } = loaderData
  const errors: Record<string, string> = actionData?.errors ?? {}
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
      {actionData ? <ErrorSummary errors={errors} /> : null}
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
        <Gone {...loaderData} errors={errors} typed={actionData?.typed} />
        <Loose loose={loaderData.loose} />
        {mayWrite ? <CorrectBook book={book} errors={errors} typed={actionData?.typed} /> : null}
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
        <ScanList
          name={t.scansOf}
          scans={scans}
          count={count}
          search={`?quyen=${book.id}&loc=${step ?? ''}`}
          empty={t.noScans}
        />
      </section>
    </>
  )
}
