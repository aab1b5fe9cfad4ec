import './publishing.css'
import { data, Form, Link, redirect, useSubmit } from 'react-router'
import { withActor } from '#platform/database'
import {
  beginManuscript,
  canReview,
  canWrite,
  countManuscripts,
  countShelves,
  listManuscripts,
} from '#publishing'
import { getDesk, signerOf } from '#web/staff/access.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  formatCount,
  langOf,
  Pager,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { namesFor } from './names.server.ts'
import { filterOf, kindNames, kinds, queryOf, searchOf, shelves, textsAPage } from './query.ts'
import { TextTable } from './text-table.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor } = desk
  const query = queryOf(url.searchParams)
  const filter = filterOf(query, signerOf(desk))
  const [nameOf, units] = await Promise.all([namesFor(desk, langOf(url.pathname)), unitsOf(database)])
  const read = await withActor(database, actor, async (transaction) => ({
    lines: await listManuscripts(transaction, {
      ...filter,
      limit: textsAPage,
      offset: (query.page - 1) * textsAPage,
    }),
    total: await countManuscripts(transaction, filter),
    counts: await countShelves(transaction, { ...filter, shelf: undefined }),
    forMe: canReview(actor) ? await countManuscripts(transaction, { waitingFor: signerOf(desk) }) : 0,
  }))
  return {
    ...read,
    query,
    lines: read.lines.map((line) => ({
      ...line,
      editor: nameOf(line.editedBy),
      unit: line.unitUid ? shortName(units, line.unitUid) : undefined,
    })),
    writable: kinds.filter((kind) => canWrite(actor, kind)),
    key: crypto.randomUUID(),
  }
}

/** Begins a draft and opens it; the same form sent twice begins one. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { database, actor } = await getDesk(context, url)
  const form = await request.formData()
  const lang = langOf(url.pathname)
  const [title, asked, key] = ['title', 'kind', 'key'].map((name) => String(form.get(name) ?? '').trim())
  const kind = kinds.find((each) => each === asked)
  if (!kind || !key || !/^[\w-]{8,60}$/.test(key) || !canWrite(actor, kind))
    throw new Response(null, { status: 403 })
  if (!title || title.length < 3 || title.length > 300)
    return data({ errors: { title: words[lang].titleNeeded }, typed: title ?? '' }, { status: 422 })
  const id = await withActor(database, actor, (transaction) =>
    beginManuscript(transaction, { actor, kind, title, key: `begin-${key}` }),
  )
  throw redirect(pathIn(lang, `/can-bo/cong/${id}`))
}

/** All texts the officer may see, by where they stand. */
export default function Texts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { query, lines, total } = loaderData
  const count = (number: number) => formatCount(number, lang)
  const from = (query.page - 1) * textsAPage + 1
  const search = searchOf(query)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet lead-line">{t.lead}</p>
        </div>
        <div className="acts">
          <a className="btn sm" href={pathIn(lang, '/can-bo/cong-muc')}>
            {t.mandatory}
          </a>
          <a className="btn sm" href={`/can-bo/cong.xlsx${search}`} download>
            {t.exportExcel}
          </a>
          <a className="btn sm" href={`/can-bo/cong.csv${search}`} download>
            {t.exportCsv}
          </a>
        </div>
      </div>
      <Begin writable={loaderData.writable} formKey={loaderData.key} refused={actionData} />
      <Shelves loaderData={loaderData} />
      {lines.length === 0 ? (
        <Empty sentence={search ? t.nothingFound : t.nothing}>
          {search ? <Link to={pathIn(lang, '/can-bo/cong')}>{t.showAll}</Link> : null}
        </Empty>
      ) : (
        <>
          <TextTable lines={lines} />
          <p className="range">{t.range(count(from), count(from + lines.length - 1), count(total))}</p>
          <Pager
            page={query.page}
            pageCount={Math.max(1, Math.ceil(total / textsAPage))}
            hrefOf={(page) => searchOf(query, { page }) || '?'}
          />
        </>
      )}
    </>
  )
}

function Begin(props: {
  writable: Route.ComponentProps['loaderData']['writable']
  formKey: string
  refused: Route.ComponentProps['actionData']
}) {
  const t = useWords(words)
  const { writable, refused } = props
  if (writable.length === 0) return <p className="note">{t.readOnly}</p>
  return (
    <details className="more" open={refused !== undefined}>
      <summary className="btn sm">{t.begin}</summary>
      <Form method="post" className="begin-text" noValidate>
        {refused ? <ErrorSummary errors={refused.errors} /> : null}
        <input type="hidden" name="key" value={props.formKey} />
        <Field name="title" label={t.beginTitle} error={refused?.errors.title}>
          {(control) => <input type="text" maxLength={300} defaultValue={refused?.typed} {...control} />}
        </Field>
        <Field name="kind" label={t.beginKind} hint={writable.length === 1 ? t.only : undefined}>
          {(control) => (
            <select {...control}>
              {writable.map((kind) => (
                <option key={kind} value={kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button weight="main" type="submit">
          {t.beginButton}
        </Button>
      </Form>
    </details>
  )
}

/** Where texts stand, with how many, as links; kind, language and words as a form that works without scripts. */
function Shelves({ loaderData }: { loaderData: Route.ComponentProps['loaderData'] }) {
  const t = useWords(words)
  const lang = useLang()
  const submit = useSubmit()
  const { query, counts, forMe } = loaderData
  const link = (key: string, name: string, number: number | undefined, to: string, isHere: boolean) => (
    <Link key={key} to={to || '?'} aria-current={isHere ? 'true' : undefined} preventScrollReset>
      {name} {number === undefined ? null : <span>{formatCount(number, lang)}</span>}
    </Link>
  )
  const open = { shelf: undefined, isForMe: false }
  return (
    <fieldset className="filters" aria-label={t.filterBy}>
      {link('all', t.all, undefined, searchOf(query, open), !query.shelf && !query.isForMe)}
      {forMe > 0 || query.isForMe
        ? link('mine', t.waitingForMe, forMe, searchOf(query, { ...open, isForMe: true }), query.isForMe)
        : null}
      {shelves.map((shelf) =>
        link(
          shelf,
          t.shelves[shelf],
          counts[shelf],
          searchOf(query, { ...open, shelf }),
          query.shelf === shelf,
        ),
      )}
      <form
        key={searchOf(query)}
        className="text-filter"
        onChange={({ currentTarget, target }) => {
          if (target instanceof HTMLSelectElement) void submit(currentTarget, { preventScrollReset: true })
        }}
      >
        {query.shelf ? (
          <input
            type="hidden"
            name="trang-thai"
            value={new URLSearchParams(searchOf(query)).get('trang-thai') ?? ''}
          />
        ) : null}
        <input
          type="search"
          name="q"
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={query.text}
        />
        <select name="loai" aria-label={t.beginKind} defaultValue={query.kind ? kindNames[query.kind] : ''}>
          <option value="">{t.allKinds}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kindNames[kind]}>
              {t.kinds[kind]}
            </option>
          ))}
        </select>
        <select name="tieng" aria-label={t.bothLanguages} defaultValue={query.language ?? ''}>
          <option value="">{t.bothLanguages}</option>
          <option value="vi">{t.languages.vi}</option>
          <option value="en">{t.languages.en}</option>
        </select>
        <button type="submit" className="btn sm">
          {t.apply}
        </button>
      </form>
    </fieldset>
  )
}
