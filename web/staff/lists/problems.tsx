import { Link } from 'react-router'
import {
  type CellProblem,
  countProblems,
  findUpload,
  isHidden,
  listProblems,
  type ProblemCode,
} from '#intake'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { formatCount, langOf, Pager, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/problems'
import { previewPath } from './preview-path.ts'
import { words as problemWords } from './problems-words.ts'
import { words } from './words.ts'

const rowsOnPage = 100

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor } = await getDesk(context, url)
  const fileId = /^\d{1,15}$/.test(params.fileId) ? Number(params.fileId) : 0
  const asked = Number(url.searchParams.get('trang'))
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1
  return withActor(database, actor, async (transaction) => {
    const upload = await findUpload(transaction, fileId)
    if (!upload || (await isHidden(transaction, fileId))) throw new Response(null, { status: 404 })
    const kinds = await countProblems(transaction, fileId)
    const kind = kinds.find(({ code }) => code === url.searchParams.get('loai'))
    const problems = await listProblems(transaction, fileId, {
      ...(kind ? { code: kind.code } : {}),
      limit: rowsOnPage,
      offset: (page - 1) * rowsOnPage,
    })
    const all = kinds.reduce((sum, { count }) => sum + count, 0)
    const found = kind?.count ?? all
    const lang = langOf(url.pathname)
    return {
      fileId,
      fileName: upload.fileName,
      hasErrorFile: upload.hasErrorFile,
      kinds: kinds.map(({ code, count, ...said }) => ({ code, count, said: said[lang] })),
      kind: kind?.code,
      all,
      problems,
      page,
      pageCount: Math.ceil(found / rowsOnPage),
    }
  })
}

/** Every cell of a list that could not be taken or is doubted: by kind, a page at a time, or as a file. */
export default function Problems({ loaderData }: Route.ComponentProps) {
  const { fileId, fileName, hasErrorFile, kinds, kind, all, problems, page, pageCount } = loaderData
  const t = useWords(problemWords)
  const lists = useWords(words)
  const lang = useLang()
  const title = t.title(fileName)
  const path = previewPath(fileId, lang)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{lists.title}</a> / <a href={path}>{fileName}</a>{' '}
        <span className="quiet">/ {t.crumb}</span>
      </p>
      <h1>{title}</h1>
      <div className="acts">
        {all > 0 ? <SaveAs path={`/can-bo/danh-sach-o-loi/${fileId}`} search={searchOf(kind, 1)} /> : null}
        {hasErrorFile ? (
          <a className="btn sm" href={`/can-bo/danh-sach-can-sua/${fileId}`} download>
            {lists.errorFile}
          </a>
        ) : null}
      </div>
      <fieldset className="filters" data-wraps="" aria-label={t.byKind}>
        <Link to={searchOf(undefined, 1)} aria-current={kind === undefined ? 'true' : undefined}>
          {lists.allRows} <span>{formatCount(all, lang)}</span>
        </Link>
        {kinds.map(({ code, count, said }) => (
          <Link key={code} to={searchOf(code, 1)} aria-current={kind === code ? 'true' : undefined}>
            {said} <span>{formatCount(count, lang)}</span>
          </Link>
        ))}
      </fieldset>
      {problems.length === 0 ? <p className="empty">{t.none}</p> : <Cells problems={problems} />}
      <Pager page={page} pageCount={pageCount} hrefOf={(next) => searchOf(kind, next)} />
    </>
  )
}

function searchOf(code: ProblemCode | undefined, page: number): string {
  const search = new URLSearchParams()
  if (code) search.set('loai', code)
  if (page > 1) search.set('trang', String(page))
  return `?${search}`
}

function Cells({ problems }: { problems: CellProblem[] }) {
  const t = useWords(problemWords)
  const lang = useLang()
  return (
    <Table
      name={t.crumb}
      rows={problems}
      keyOf={({ cell, code, reads }) => `${cell} ${code} ${reads}`}
      columns={[
        { key: 'cell', head: t.cell, label: t.cell, cell: ({ cell }) => <b>{cell}</b> },
        {
          key: 'weight',
          head: t.weight,
          cell: ({ isRefused }) => (
            <State is={isRefused ? 'sai' : 'cham'}>{isRefused ? t.refused : t.doubted}</State>
          ),
        },
        { key: 'reads', full: true, head: t.reads, cell: ({ reads }) => reads || <i>{t.empty}</i> },
        {
          key: 'what',
          full: true,
          head: t.what,
          cell: (problem) => (
            <>
              {problem[lang]}.{' '}
              {problem.proposes === undefined ? null : <b>{t.proposes(problem.proposes)} </b>}
              {lang === 'vi' ? problem.remedyVi : problem.remedyEn}.
            </>
          ),
        },
      ]}
    />
  )
}
