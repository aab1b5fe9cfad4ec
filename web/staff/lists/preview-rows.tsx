import { Form, Link } from 'react-router'
import type { ImportCounts, PreviewState } from '#intake'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { Button, formatCount, Pager, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import type { ChangeView } from './changes.server.ts'
import type { PreviewQuery, RowView } from './preview.server.ts'
import { rowMarks } from './row-marks.ts'
import { words } from './words.ts'

const states = ['new', 'changed', 'identical', 'doubtful', 'faulty'] as const

/** Every row with what it would do: counts that filter, then a page of rows. */
export function PreviewRows(props: {
  fileId: number
  counts: ImportCounts
  rows: RowView[]
  query: PreviewQuery
  rowsOnPage: number
  mayDecide: boolean
  /** What the rows would do is done. */
  isWritten: boolean
}) {
  const { fileId, counts, rows, query, rowsOnPage, mayDecide, isWritten } = props
  const t = useWords(words)
  const lang = useLang()
  const all = states.reduce((sum, state) => sum + counts[state], 0)
  const pageCount = Math.ceil((query.state ? counts[query.state] : all) / rowsOnPage)
  return (
    <section className="sect preview-rows" aria-labelledby="rows" id="cac-dong">
      <div className="sec-head">
        <h2 id="rows">{t.rowByRow}</h2>
        <SaveAs
          path={`/can-bo/danh-sach-xem/${fileId}/dong`}
          search={query.state ? `?dong=${query.state}` : ''}
        />
      </div>
      <fieldset className="filters" data-wraps="" aria-label={t.filterRows}>
        {[undefined, ...states].map((state) =>
          state === undefined || counts[state] > 0 || state === query.state ? (
            <Link
              key={state ?? 'all'}
              to={searchOf(state, 1)}
              aria-current={state === query.state ? 'true' : undefined}
              preventScrollReset
              data-state={state}
            >
              {state ? t.states[state] : t.allRows}{' '}
              <span>{formatCount(state ? counts[state] : all, lang)}</span>
            </Link>
          ) : null,
        )}
      </fieldset>
      {rows.length === 0 ? (
        <p className="empty">{t.noRows}</p>
      ) : (
        <Rows rows={rows} mayDecide={mayDecide} isWritten={isWritten} />
      )}
      <Pager page={query.page} pageCount={pageCount} hrefOf={(page) => searchOf(query.state, page)} />
    </section>
  )
}

function searchOf(state: PreviewState | undefined, page: number): string {
  const search = new URLSearchParams()
  if (state) search.set('dong', state)
  if (page > 1) search.set('trang', String(page))
  return `?${search}#cac-dong`
}

function Rows(props: { rows: RowView[]; mayDecide: boolean; isWritten: boolean }) {
  const { rows, mayDecide, isWritten } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.rowByRow}
      rows={rows}
      keyOf={(row) => String(row.number)}
      columns={[
        {
          key: 'row',
          head: t.row,
          label: t.row,
          cell: ({ place }) => place,
          number: true,
        },
        {
          key: 'state',
          head: t.state,
          cell: ({ state }) => <State is={rowMarks[state]}>{t.states[state]}</State>,
        },
        {
          key: 'name',
          full: true,
          head: t.name,
          cell: ({ name, personId, reading }) => (
            <>
              <b>{personId ? <Link to={pathIn(lang, `/can-bo/nguoi/${personId}`)}>{name}</Link> : name}</b>
              <span className="read-as">{reading}</span>
            </>
          ),
        },
        {
          key: 'what',
          full: true,
          head: isWritten ? t.whatHappened : t.whatHappens,
          cell: (row) => (
            <>
              <What row={row} isWritten={isWritten} />
              {mayDecide ? <Decide row={row} /> : null}
            </>
          ),
        },
      ]}
    />
  )
}

/** An officer says whom a doubtful row is about, or takes it back. */
function Decide({ row: { number, name, state, personId, decision, remarks } }: { row: RowView }) {
  const t = useWords(words)
  const isOpen = state === 'doubtful' && !remarks.some(({ kind }) => kind === 'noUnit')
  if (decision === undefined && !isOpen) return null
  return (
    <Form method="post" action="?" className="acts decide">
      <input type="hidden" name="dong" value={number} />
      <input type="hidden" name="nguoi" value={personId ?? ''} />
      {decision === undefined ? (
        <>
          {personId === undefined ? null : (
            <Button size="small" type="submit" name="viec" value="cung" aria-label={`${t.isSame}: ${name}`}>
              {t.isSame}
            </Button>
          )}
          <Button size="small" type="submit" name="viec" value="moi" aria-label={`${t.isNew}: ${name}`}>
            {t.isNew}
          </Button>
        </>
      ) : (
        <>
          <span className="quiet">{t.decided[decision]}</span>
          <Button size="small" type="submit" name="viec" value="thoi" aria-label={`${t.undecide}: ${name}`}>
            {t.undecide}
          </Button>
        </>
      )}
    </Form>
  )
}

function What({ row: { state, changes, remarks }, isWritten }: { row: RowView; isWritten: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  if (changes.length === 0 && remarks.length === 0)
    return <span className="quiet">{(isWritten ? t.did : t.does)[state]}</span>
  return (
    <ul className="what">
      {changes.map((change) => (
        <li key={change.name}>
          <Change change={change} />
        </li>
      ))}
      {remarks.map((remark) => (
        <li key={`${remark.cell} ${remark.vi}`}>
          {remark.cell ? <b>{t.atCell(remark.cell)}: </b> : null}
          {endedSentence(remark[lang])}
        </li>
      ))}
    </ul>
  )
}

/** A remark as a sentence, whether or not it came with its full stop. */
function endedSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

/** `Trợ cấp K6: 500.000 đ, thành 540.000 đ`; in words, so that it is heard as it is seen. */
function Change({ change: { name, before, after } }: { change: ChangeView }) {
  const t = useWords(words)
  return (
    <>
      {name}: {before === undefined ? <span className="quiet">{t.notRecorded}</span> : <del>{before}</del>}{' '}
      {t.becomes} {after === undefined ? <span className="quiet">{t.ended}</span> : <ins>{after}</ins>}
    </>
  )
}
