import { today } from '#platform/clock'
import {
  type LegalDocumentLine,
  listDocumentChoices,
  listLegalDocuments,
  statusOfDocument,
} from '#publishing'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import {
  Button,
  Empty,
  formatCount,
  formatDay,
  langOf,
  Pager,
  pathIn,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/legal-documents'
import { type AppliedLaw, appliedLaw } from './applied-law.ts'
import { articlePath } from './article-path.ts'
import { DocumentState } from './details.tsx'
import { InLanguage } from './in-language.tsx'
import { pageAsked } from './listing.server.ts'
import { words } from './words.ts'

const documentsPerPage = 30
const statuses = ['inForce', 'notYet', 'partlyExpired', 'expired', 'unknown'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 100) || undefined
  const status = statuses.find((each) => each === asked('hieu-luc'))
  const filter = { form: asked('loai'), year: asked('nam'), status }
  const on = today()
  const list = (limit: number, offset: number) =>
    listLegalDocuments(query, { ...filter, language: langOf(url.pathname), today: on, limit, offset })
  const [{ count }, choices] = await Promise.all([list(1, 0), listDocumentChoices(query)])
  const { page, pageCount, limit, offset } = pageAsked(url, { count, perPage: documentsPerPage })
  const { documents } = await list(limit, offset)
  const rows = documents.map((each) => ({ ...each, status: statusOfDocument(each.details, on) }))
  const isWhole = page === 1 && !filter.form && !filter.year && !status
  return { rows, count, choices, filter, page, pageCount, law: isWhole ? appliedLaw(on) : [] }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.legalDocuments} | An Sinh`, description: t.legalDocumentsLead })
}

export default function LegalDocuments({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { rows, count, filter, page, pageCount, law } = loaderData
  const path = pathIn(lang, '/van-ban')
  const kept = Object.entries({ loai: filter.form, nam: filter.year, 'hieu-luc': filter.status })
  const query = kept.map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}&` : '')).join('')
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/van-ban', name: t.legalDocuments }]} />
      <h1 className="h1">{t.legalDocuments}</h1>
      <p className="lead">{t.legalDocumentsLead}</p>
      <Filters {...loaderData} />
      {rows.length > 0 ? (
        <>
          <p className="quiet small">{t.countDocuments(formatCount(count, lang))}</p>
          <Documents rows={rows} />
        </>
      ) : (
        <Empty sentence={t.noDocuments}>
          <a href={path}>{t.showAll}</a>
        </Empty>
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={(number) => `${path}?${query}trang=${number}`} />
      <Law law={law} />
    </div>
  )
}

/** What the rules of this system rest on: from the law itself, without an article of anybody. */
function Law({ law }: { law: readonly AppliedLaw[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (law.length === 0) return null
  return (
    <section className="block" aria-labelledby="luat">
      <div className="sec-head">
        <h2 className="h2" id="luat">
          {t.appliedLaw}
        </h2>
      </div>
      <p>{t.appliedLawLead}</p>
      <Table
        name={t.appliedLaw}
        rows={law}
        keyOf={({ id }) => id}
        columns={[
          { key: 'number', head: t.number, cell: ({ number }) => <b lang="vi">{number}</b> },
          { key: 'title', head: t.summary, full: true, cell: ({ title }) => title[lang] },
          {
            key: 'issued',
            head: t.issuedOn,
            label: t.issuedOn,
            cell: ({ issuedOn }) => formatDay(issuedOn),
          },
          { key: 'from', head: t.appliesFrom, label: t.appliesFrom, cell: ({ from }) => formatDay(from) },
          { key: 'status', head: t.status, cell: ({ status }) => <DocumentState status={status} /> },
        ]}
      />
    </section>
  )
}

/** A form by GET: what was chosen stands in the address and can be handed on. */
function Filters({ choices, filter }: Pick<Route.ComponentProps['loaderData'], 'choices' | 'filter'>) {
  const t = useWords(words)
  const lang = useLang()
  const state = { name: 'hieu-luc', label: t.status, all: t.allStatuses, chosen: filter.status }
  const options = [
    { name: 'loai', label: t.form, all: t.allForms, chosen: filter.form, values: choices.forms.map(itself) },
    { name: 'nam', label: t.year, all: t.allYears, chosen: filter.year, values: choices.years.map(itself) },
    { ...state, values: statuses.map((each) => [each, t.statuses[each]] as const) },
  ]
  return (
    <form className="portal-filters" action={pathIn(lang, '/van-ban')} aria-label={t.filter}>
      {options.map(({ name, label, all, chosen, values }) => (
        <label key={name}>
          <span className="label">{label}</span>
          <select name={name} defaultValue={chosen ?? ''}>
            <option value="">{all}</option>
            {values.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button>{t.show}</Button>
    </form>
  )
}

const itself = (value: string) => [value, value] as const

function Documents({ rows }: { rows: Route.ComponentProps['loaderData']['rows'] }) {
  const t = useWords(words)
  const lang = useLang()
  const link = ({ slug, details, title }: LegalDocumentLine) => (
    <a href={articlePath(lang, slug)}>{details.number || title}</a>
  )
  return (
    <Table
      name={t.legalDocuments}
      rows={rows}
      keyOf={({ slug }) => slug}
      columns={[
        { key: 'number', head: t.number, cell: link },
        {
          key: 'issued',
          head: t.issuedOn,
          label: t.issuedOn,
          cell: ({ details }) => (details.issuedOn ? formatDay(details.issuedOn) : '–'),
        },
        {
          key: 'form',
          head: t.form,
          cell: ({ details, language }) => <span lang={language}>{details.form}</span>,
        },
        {
          key: 'summary',
          head: t.summary,
          full: true,
          cell: ({ title, language }) => (
            <>
              <span lang={language}>{title}</span>
              <InLanguage language={language} />
            </>
          ),
        },
        { key: 'status', head: t.status, cell: ({ status }) => <DocumentState status={status} /> },
      ]}
    />
  )
}
