import { data, Form, redirect } from 'react-router'
import { type ColumnKey, columnChoices, columnLabel } from '#intake'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { Button, type Lang, langOf, pathIn, Refused, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/columns'
import { askFor } from './asking.server.ts'
import {
  type FoundColumns,
  findColumns,
  forgetColumns,
  headingsOf,
  keepColumns,
  keepHeadings,
  mappingOf,
  namedTwice,
} from './columns.server.ts'
import { words as columnWords } from './columns-words.ts'
import { HeadingChoice } from './heading-choice.tsx'
import { previewPath } from './preview-path.ts'
import { RowsLeft } from './rows-left.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { upload, summary, isWritten, fileId } = await findColumns(desk, params)
  const { shown, isMapped, headings, firstRows = [], rowsLeft = [], notPeople } = summary
  const isOpen = !isWritten && desk.officer.role !== 'leader'
  const extra = shown.flatMap(({ column }) => {
    const isListed = columnChoices.some((choice) => choice.column === column)
    return column === undefined || isListed ? [] : (columnLabel(column) ?? [])
  })
  const choices = [...columnChoices, ...extra]
  return {
    fileId,
    fileName: upload.fileName,
    shown,
    isMapped,
    isOpen,
    choices,
    headings,
    firstRows,
    rowsLeft,
    notPeople,
  }
}

/** Remembers what the officer says of the columns or the headings, or forgets it, and has the list read again. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const found = await findColumns(desk, params)
  const { isWritten, fileId } = found
  const lang = langOf(url.pathname)
  if (isWritten) throw redirect(previewPath(fileId, lang))
  const because = await take(desk, found, { form: await request.formData(), lang })
  if (because) return data({ because }, { status: 422 })
  const asked = await askFor(desk, { is: 'read', fileId }, lang)
  if (!asked.ok) return data({ because: asked.because }, { status: 409 })
  throw redirect(previewPath(fileId, lang))
}

/** Keeps what the form says; the sentence for the officer where it cannot be. */
async function take(
  desk: Desk,
  found: FoundColumns,
  { form, lang }: { form: FormData; lang: Lang },
): Promise<string | undefined> {
  const t = columnWords[lang]
  if (form.get('viec') === 'quen') {
    await forgetColumns(desk, found)
    return undefined
  }
  if (form.get('viec') === 'tieu-de') {
    const headings = headingsOf(form)
    if (!headings) return t.noSuchRow
    await keepHeadings(desk, found.fileId, headings)
    return undefined
  }
  const columns = mappingOf(found.summary.shown, form)
  const twice = namedTwice(columns)
  if (twice) return t.twice(labelOf(twice, lang))
  if (!Object.values(columns).includes('name')) return t.needsName
  await keepColumns(desk, found, columns)
  return undefined
}

function labelOf(column: ColumnKey, lang: Lang): string {
  return columnLabel(column)?.[lang] ?? column
}

/** Which column was read as what, with some of its values; each may be named otherwise or left out. */
export default function Columns({ loaderData, actionData }: Route.ComponentProps) {
  const { fileId, fileName, isMapped, isOpen, shown } = loaderData
  const t = useWords(columnWords)
  const lists = useWords(words)
  const lang = useLang()
  const title = t.title(fileName)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{lists.title}</a> /{' '}
        <a href={previewPath(fileId, lang)}>{fileName}</a> <span className="quiet">/ {lists.columns}</span>
      </p>
      <h1>{title}</h1>
      <p className="quiet">{isOpen ? (shown.length > 0 ? t.lead : t.noneFound) : t.closed}</p>
      {isMapped ? <p className="note">{lists.remembered}</p> : null}
      {actionData ? <Refused>{actionData.because}</Refused> : null}
      {shown.length > 0 ? (
        <Form method="post" data-long="">
          <ColumnTable loaderData={loaderData} />
          {isOpen ? <Keep isMapped={isMapped} /> : null}
        </Form>
      ) : null}
      <HeadingChoice {...loaderData} />
      <RowsLeft rows={loaderData.rowsLeft} total={loaderData.notPeople} />
    </>
  )
}

function Keep({ isMapped }: { isMapped: boolean }) {
  const t = useWords(columnWords)
  return (
    <div className="acts confirm">
      <Button weight="main" type="submit" name="viec" value="nho">
        {t.readAgain}
      </Button>
      {isMapped ? (
        <Button type="submit" name="viec" value="quen">
          {t.forget}
        </Button>
      ) : null}
    </div>
  )
}

function ColumnTable({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const { shown, isOpen, choices } = loaderData
  const t = useWords(columnWords)
  const lang = useLang()
  return (
    <Table
      name={t.table}
      rows={shown}
      keyOf={({ letters }) => letters}
      columns={[
        {
          key: 'letters',
          head: t.column,
          label: t.column,
          cell: ({ letters, isHidden }) => (
            <>
              <b>{letters}</b> {isHidden ? <span className="quiet">({t.hidden})</span> : null}
            </>
          ),
        },
        { key: 'heading', full: true, head: t.heading, cell: ({ heading }) => heading || <i>{t.none}</i> },
        {
          key: 'samples',
          full: true,
          head: t.samples,
          cell: ({ samples }) => <span className="quiet">{samples.join(' · ')}</span>,
        },
        {
          key: 'as',
          full: true,
          head: t.readAs,
          cell: ({ letters, column, heading }) => (
            <select
              name={`cot-${letters}`}
              defaultValue={column ?? ''}
              disabled={!isOpen}
              aria-label={`${t.column} ${letters}${heading ? `, ${heading}` : ''}`}
            >
              <option value="">{t.leaveOut}</option>
              {choices.map((choice) => (
                <option key={choice.column} value={choice.column}>
                  {choice[lang]}
                </option>
              ))}
            </select>
          ),
        },
        { key: 'because', full: true, head: t.because, cell: ({ because }) => t.reasons[because] },
      ]}
    />
  )
}
