import './changes.css'
import { Link } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { countChangeRequests, listChangeRequests } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { communesFor, unitsOf } from '#web/staff/units.server.ts'
import { Empty, formatCount, langOf, Pager, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { actWords } from './act-words.ts'
import { actKinds } from './asked.ts'
import { lineOf, namesIn, type RequestLine } from './list.server.ts'
import { officerNames } from './officers.server.ts'
import { requestFilterOf, requestsQueryOf } from './query.ts'
import { stateShapes } from './states.ts'
import { words } from './words.ts'

const rowsAPage = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const units = await unitsOf(desk.database)
  const query = requestsQueryOf(url.searchParams)
  const filter = requestFilterOf(query)
  const read = await withActor(desk.database, desk.actor, async (transaction) => {
    const offset = (query.page - 1) * rowsAPage
    const requests = await listChangeRequests(transaction, { ...filter, limit: rowsAPage, offset })
    return {
      requests,
      names: await namesIn(transaction, requests),
      count: await countChangeRequests(transaction, filter),
      waiting: await countChangeRequests(transaction, { state: 'proposed', proposed: 'byOthers' }),
    }
  })
  const nameOf = await officerNames(desk, lang)
  return {
    query,
    count: read.count,
    waiting: read.waiting,
    pageCount: Math.ceil(read.count / rowsAPage),
    filter: new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'trang')).toString(),
    communes: communesFor(units, desk.officer.unitUid, today()),
    requests: read.requests.map((request) => lineOf(request, { units, lang, names: read.names, nameOf })),
  }
}

/** The queue of what officers propose, the newest first. */
export default function Requests({ loaderData }: Route.ComponentProps) {
  const { requests, count, waiting, filter, query, pageCount } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const home = pathIn(lang, '/can-bo/thay-doi')
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">
            {t.lead(formatCount(count, lang))} {t.waitingForMe(formatCount(waiting, lang))}
          </p>
        </div>
        <div className="acts" hidden={count === 0}>
          <a className="btn sm" href={`/can-bo/thay-doi.xlsx?${filter}`} download>
            {t.exportXlsx}
          </a>
          <a className="btn sm" href={`/can-bo/thay-doi.csv?${filter}`} download>
            {t.exportCsv}
          </a>
        </div>
      </div>
      <Filters {...loaderData} />
      {requests.length === 0 ? (
        <Empty sentence={t.none}>
          {t.noneNext} <a href={`${home}?trang-thai=all`}>{t.showAll}</a>.
        </Empty>
      ) : (
        <RequestTable requests={requests} />
      )}
      <Pager
        page={query.page}
        pageCount={pageCount}
        hrefOf={(to) => `${home}?${filter ? `${filter}&` : ''}trang=${to}`}
      />
    </>
  )
}

function Filters({ query, communes, filter }: Route.ComponentProps['loaderData']) {
  const t = useWords(words)
  const acts = useWords(actWords)
  const states = ['proposed', 'approved', 'refused', 'withdrawn'] as const
  return (
    <form className="filters request-filters" data-wraps="" aria-label={t.filters} key={filter}>
      <select name="trang-thai" aria-label={t.state} defaultValue={query.state}>
        <option value="all">{t.anyState}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t.states[state]}
          </option>
        ))}
      </select>
      <select name="viec" aria-label={t.kind} defaultValue={query.kind ?? ''}>
        <option value="">{t.anyKind}</option>
        {actKinds.map((kind) => (
          <option key={kind} value={kind}>
            {acts.kinds[kind]}
          </option>
        ))}
      </select>
      <select name="cua" aria-label={t.whose} defaultValue={query.whose ?? ''}>
        <option value="">{t.anybody}</option>
        <option value="byMe">{t.byMe}</option>
        <option value="byOthers">{t.byOthers}</option>
      </select>
      {communes.length > 0 ? (
        <select name="xa" aria-label={t.commune} defaultValue={query.unitUid ?? ''}>
          <option value="">{t.allCommunes}</option>
          {communes.map(({ uid, name }) => (
            <option key={uid} value={uid}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <button type="submit" className="btn sm">
        {t.filter}
      </button>
    </form>
  )
}

function RequestTable({ requests }: { requests: RequestLine[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.title}
      rows={requests}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'about',
          head: t.about,
          cell: ({ id, name, householdId, place }) => (
            <>
              <Link to={pathIn(lang, `/can-bo/thay-doi/${id}`)} data-row="" data-open="">
                <b>{name || t.household(householdId ?? 0)}</b>
              </Link>
              {householdId && name ? `, ${t.household(householdId).toLowerCase()}` : null}
              <div className="quiet">{place}</div>
            </>
          ),
        },
        {
          key: 'change',
          head: t.change,
          full: true,
          cell: ({ title, wish }) => (
            <>
              {title}
              <div className="quiet">{wish}</div>
            </>
          ),
        },
        {
          key: 'proposed',
          head: t.proposed,
          cell: ({ proposedBy, proposedAt }) => (
            <>
              {proposedBy}
              <div className="quiet num">{proposedAt}</div>
            </>
          ),
        },
        {
          key: 'state',
          head: t.state,
          cell: ({ state, isConflicting }) => (
            <>
              <State is={stateShapes[state]}>{t.states[state]}</State>
              {isConflicting ? <div className="cham small">{t.changedMeanwhile}</div> : null}
            </>
          ),
        },
      ]}
    />
  )
}
