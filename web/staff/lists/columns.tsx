import { data, Form, redirect } from 'react-router'
import {
  type ColumnKey,
  columnChoices,
  columnLabel,
  findUpload,
  forgetMapping,
  isBegun,
  keepMapping,
  type Mapping,
  type ShownColumn,
} from '#intake'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { Button, langOf, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/columns'
import { askFor } from './asking.server.ts'
import { words as columnWords } from './columns-words.ts'
import { previewPath } from './receive.server.ts'
import { words } from './words.ts'

/** The list, its columns and whether they may still be named: not once something of it was written. */
async function find({ database, actor }: Desk, params: { fileId: string }) {
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const found = await withActor(database, actor, async (transaction) => ({
    upload: await findUpload(transaction, fileId),
    isWritten: await isBegun(transaction, fileId),
  }))
  if (!found.upload?.summary?.signature) throw new Response(null, { status: 404 })
  return { ...found, upload: found.upload, summary: found.upload.summary, fileId }
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { upload, summary, isWritten, fileId } = await find(desk, params)
  const { shown, isMapped } = summary
  const isOpen = !isWritten && desk.officer.role !== 'leader'
  return { fileId, fileName: upload.fileName, shown, isMapped, isOpen, choices: columnChoices }
}

/** Remembers what the officer says of the columns, or forgets it, and has the list read again. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const { summary, isWritten, fileId } = await find(desk, params)
  const lang = langOf(url.pathname)
  if (isWritten) throw redirect(previewPath(fileId, lang))
  const form = await request.formData()
  const signature = summary.signature ?? ''
  const unitUid = desk.officer.unitUid === 'province' ? undefined : desk.officer.unitUid
  if (form.get('viec') === 'quen')
    await withActor(desk.database, desk.actor, (transaction) =>
      forgetMapping(transaction, { unitUid, signature }),
    )
  else {
    const columns = mappingOf(summary.shown, form)
    const twice = namedTwice(columns)
    if (twice) return data({ because: columnWords[lang].twice(labelOf(twice, lang)) }, { status: 422 })
    if (!Object.values(columns).includes('name'))
      return data({ because: columnWords[lang].needsName }, { status: 422 })
    const headings = summary.shown.map(({ heading }) => heading)
    await withActor(desk.database, desk.actor, (transaction) =>
      keepMapping(transaction, { unitUid, signature, columns, headings }),
    )
  }
  const asked = await askFor(desk, { is: 'read', fileId }, lang)
  if (!asked.ok) return data({ because: asked.because }, { status: 409 })
  throw redirect(previewPath(fileId, lang))
}

/** Every column as the form says: a field of ours, or left out. */
function mappingOf(shown: readonly ShownColumn[], form: FormData): Mapping {
  const known = new Set<string>(columnChoices.map(({ column }) => column))
  return Object.fromEntries(
    shown.map(({ letters, name }) => {
      const said = String(form.get(`cot-${letters}`) ?? '')
      return [name, known.has(said) ? (said as ColumnKey) : 'leftOut']
    }),
  )
}

function namedTwice(columns: Mapping): ColumnKey | undefined {
  const seen = new Set<ColumnKey>()
  for (const column of Object.values(columns)) {
    if (column === 'leftOut') continue
    if (seen.has(column)) return column
    seen.add(column)
  }
  return undefined
}

function labelOf(column: ColumnKey, lang: 'vi' | 'en'): string {
  return columnLabel(column)?.[lang] ?? column
}

/** Which column was read as what, with some of its values; each may be named otherwise or left out. */
export default function Columns({ loaderData, actionData }: Route.ComponentProps) {
  const { fileId, fileName, isMapped, isOpen } = loaderData
  const t = useWords(columnWords)
  const lists = useWords(words)
  const lang = useLang()
  const title = t.title(fileName)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{lists.title}</a> /{' '}
        <a href={pathIn(lang, `/can-bo/danh-sach/xem/${fileId}`)}>{fileName}</a>{' '}
        <span className="quiet">/ {lists.columns}</span>
      </p>
      <h1>{title}</h1>
      <p className="quiet">{isOpen ? t.lead : t.closed}</p>
      {isMapped ? <p className="note">{lists.remembered}</p> : null}
      {actionData ? (
        <p className="err-sum" role="alert">
          <span className="err">{actionData.because}</span>
        </p>
      ) : null}
      <Form method="post">
        <ColumnTable loaderData={loaderData} />
        {isOpen ? (
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
        ) : null}
      </Form>
    </>
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
        { key: 'letters', head: t.column, label: t.column, cell: ({ letters }) => <b>{letters}</b> },
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
