import './record.css'
import { Link } from 'react-router'
import { canExportRegister } from '#jobs/export-register'
import { today } from '#platform/clock'
import { getDesk } from '#web/staff/access.ts'
import { SearchBox } from '#web/staff/search/box.tsx'
import { formerlyText } from '#web/staff/search/words.ts'
import { communesFor, shortName, unitsOf } from '#web/staff/units.server.ts'
import { DayInput, Empty, formatCount, Pager, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { AsOfBanner } from './as-of.tsx'
import { maskedId } from './citizen-id.ts'
import { peopleAPage, peopleQueryOf, readListing } from './listing.server.ts'
import { birthText } from './texts.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, officer } = desk
  const units = await unitsOf(database)
  const query = await peopleQueryOf(desk, url.searchParams)
  const { people, count, isMore, isTooWide = false } = await readListing(desk, query)
  return {
    ...query,
    today: today(),
    filter: filterIn(url.searchParams),
    count,
    isMore,
    isTooWide,
    pageCount: Math.ceil(count / peopleAPage),
    mayExportAll: canExportRegister(desk.actor),
    communes: communesFor(units, officer.unitUid, today()),
    people: people.map(
      ({ id, name, birth, citizenId, unitUid, village, closeness, keptElsewhere, formerly }) => ({
        id,
        name,
        isNear: closeness === 'near',
        formerly,
        /** Who keeps the main record, when others do; no name where the officer may not know. */
        keeper: keptElsewhere && { name: shortName(units, keptElsewhere.unitUid) },
        birth: birthText(birth),
        citizenId: citizenId && maskedId(citizenId),
        place: [village, shortName(units, unitUid)].filter(Boolean).join(', '),
      }),
    ),
  }
}

/** The address without its page: what other pages of the list and its export are asked with. */
function filterIn(params: URLSearchParams): string {
  return new URLSearchParams([...params].filter(([name]) => name !== 'trang')).toString()
}

/** Everybody the officer may see, by name; the whole number shows only on the person's own page. */
export default function People({ loaderData }: Route.ComponentProps) {
  const { people, count, isMore, text, moment, page, pageCount, filter } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const home = pathIn(lang, '/can-bo/nguoi')
  const counted = formatCount(count, lang)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{loaderData.isTooWide ? null : leadOf(t, { text, isMore, counted })}</p>
        </div>
        <div className="acts">
          {people.length === 0 ? null : (
            <>
              <a className="btn sm" href={`/can-bo/nguoi.xlsx?${filter}`} download>
                {t.exportXlsx}
              </a>
              <a className="btn sm" href={`/can-bo/nguoi.csv?${filter}`} download>
                {t.exportCsv}
              </a>
            </>
          )}
          {loaderData.mayExportAll ? (
            <a className="btn sm" href={pathIn(lang, '/can-bo/xuat-du-lieu')}>
              {t.openData}
            </a>
          ) : null}
        </div>
      </div>
      {moment ? <AsOfBanner {...moment} back="/can-bo/nguoi" /> : null}
      <SearchForm {...loaderData} />
      {people.length === 0 ? (
        <Empty sentence={loaderData.isTooWide ? t.tooWide : t.none}>
          {t.noneNext} <a href={home}>{t.showAll}</a>.
        </Empty>
      ) : (
        <PeopleTable people={people} moment={moment} />
      )}
      <Pager
        page={page}
        pageCount={pageCount}
        hrefOf={(to) => `${home}?${filter ? `${filter}&` : ''}trang=${to}`}
      />
    </>
  )
}

function leadOf(
  t: typeof words.vi,
  { text, isMore, counted }: { text: string; isMore: boolean; counted: string },
): string {
  if (text === '') return isMore ? t.leadMore(counted) : t.lead(counted)
  return isMore ? t.foundMore(counted, text) : t.found(counted, text)
}

function SearchForm({
  text,
  unitUid,
  moment,
  communes,
  filter,
  today: now,
}: Route.ComponentProps['loaderData']) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <search>
      <form
        className="filters"
        data-wraps=""
        aria-label={t.search}
        method="post"
        action={pathIn(lang, '/can-bo/tim')}
        key={filter}
      >
        <label className="vh" htmlFor="tim">
          {t.search}
        </label>
        <SearchBox key={text} id="tim" text={text} describedBy="tim-hint" />
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
        <label className="on-day" htmlFor="vao-ngay">
          {t.onDay} <DayInput id="vao-ngay" name="ngay" defaultValue={moment?.on} />
        </label>
        <label className="on-day" htmlFor="biet-ngay">
          {t.knownOn}{' '}
          <DayInput
            id="biet-ngay"
            name="biet"
            defaultValue={moment?.knownOn === now ? undefined : moment?.knownOn}
          />
        </label>
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

function PeopleTable({ people, moment }: Pick<Route.ComponentProps['loaderData'], 'people' | 'moment'>) {
  const t = useWords(words)
  const lang = useLang()
  const then = moment ? `?ngay=${moment.on}&biet=${moment.knownOn}` : ''
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
            <Link to={pathIn(lang, `/can-bo/nguoi/${person.id}${then}`)} data-row="" data-open="">
              <b>{person.name}</b>
              {person.isNear ? <span className="quiet"> {t.near}</span> : null}
              {person.formerly ? <span className="quiet"> {formerlyText(person.formerly, lang)}</span> : null}
              {person.keeper ? <span className="quiet"> {t.keptElsewhere(person.keeper.name)}</span> : null}
            </Link>
          ),
        },
        { key: 'birth', head: t.birth, end: true, cell: (person) => person.birth ?? t.notKnown },
        { key: 'id', head: t.citizenId, cell: (person) => person.citizenId ?? t.notKnown },
        { key: 'place', head: t.place, end: true, cell: (person) => person.place },
      ]}
    />
  )
}
