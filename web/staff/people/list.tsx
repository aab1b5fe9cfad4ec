import { Link } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { countPersons, listPersons } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { communesFor, shortName, unitsOf } from '#web/staff/units.server.ts'
import { Empty, formatCount, Pager, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { maskedId } from './citizen-id.ts'
import { birthText } from './texts.ts'
import { words } from './words.ts'

const peopleAPage = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const units = await unitsOf(database)
  const text = (url.searchParams.get('tim') ?? '').trim().slice(0, 100)
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('trang'))) || 1)
  const unitUid = url.searchParams.get('xa') || undefined
  const filter = { text, ...(unitUid ? { unitUid } : {}) }
  const { people, count } = await withActor(database, actor, async (transaction) => ({
    people: await listPersons(transaction, {
      ...filter,
      limit: peopleAPage,
      offset: (page - 1) * peopleAPage,
    }),
    count: await countPersons(transaction, filter),
  }))
  return {
    text,
    page,
    unitUid,
    count,
    pageCount: Math.ceil(count / peopleAPage),
    communes: communesFor(units, officer.unitUid, today()),
    people: people.map(({ id, name, birth, citizenId, unitUid: uid, village }) => ({
      id,
      name,
      birth: birthText(birth),
      citizenId: citizenId && maskedId(citizenId),
      place: [village, shortName(units, uid)].filter(Boolean).join(', '),
    })),
  }
}

/** Everybody the officer may see, by name; the whole number shows only on the person's own page. */
export default function People({ loaderData }: Route.ComponentProps) {
  const { people, count, text, page, pageCount, unitUid } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const home = pathIn(lang, '/can-bo/nguoi')
  const search = (to: number) =>
    `${home}?${new URLSearchParams({ ...(text ? { tim: text } : {}), ...(unitUid ? { xa: unitUid } : {}), trang: String(to) })}`
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">
            {text ? t.found(formatCount(count, lang), text) : t.lead(formatCount(count, lang))}
          </p>
        </div>
      </div>
      <SearchForm {...loaderData} />
      {people.length === 0 ? (
        <Empty sentence={t.none}>
          {t.noneNext} <a href={home}>{t.showAll}</a>.
        </Empty>
      ) : (
        <PeopleTable people={people} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={search} />
    </>
  )
}

function SearchForm({ text, unitUid, communes }: Route.ComponentProps['loaderData']) {
  const t = useWords(words)
  return (
    <search>
      <form className="filters" data-wraps="" aria-label={t.search}>
        <label className="vh" htmlFor="tim">
          {t.search}
        </label>
        <input
          id="tim"
          name="tim"
          type="search"
          defaultValue={text}
          key={text}
          placeholder={t.search}
          aria-describedby="tim-hint"
        />
        {communes.length > 0 ? (
          <select name="xa" aria-label={t.commune} defaultValue={unitUid ?? ''}>
            <option value="">{t.allCommunes}</option>
            {communes.map(({ uid, name }) => (
              <option key={uid} value={uid}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        <button type="submit" className="btn sm">
          {t.find}
        </button>
        <span className="hint small" id="tim-hint">
          {t.searchHint}
        </span>
      </form>
    </search>
  )
}

function PeopleTable({ people }: { people: Route.ComponentProps['loaderData']['people'] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.title}
      rows={people}
      keyOf={(person) => String(person.id)}
      columns={[
        {
          key: 'name',
          head: t.name,
          cell: (person) => (
            <Link to={pathIn(lang, `/can-bo/nguoi/${person.id}`)} data-row="" data-open="">
              <b>{person.name}</b>
            </Link>
          ),
        },
        { key: 'birth', head: t.birth, cell: (person) => person.birth ?? t.notKnown },
        { key: 'id', head: t.citizenId, cell: (person) => person.citizenId ?? t.notKnown },
        { key: 'place', head: t.place, cell: (person) => person.place },
      ]}
    />
  )
}
