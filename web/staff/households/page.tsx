import '#web/staff/people/record.css'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import { momentIn } from '#web/staff/people/as-of.server.ts'
import { AsOfBanner, AsOfForm } from '#web/staff/people/as-of.tsx'
import { Changes } from '#web/staff/people/record-parts.tsx'
import { recordWords } from '#web/staff/people/record-words.ts'
import { Acts, ValuesTable } from '#web/staff/people/values-table.tsx'
import { words } from '#web/staff/people/words.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatDay, langOf, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { readHousehold } from './load.server.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const on = today()
  const lang = langOf(url.pathname)
  const wording = {
    units: await unitsOf(desk.database),
    lang,
    on,
    nameOf: await officerNames(desk, lang),
    revealed: false,
    mayAct: desk.officer.role !== 'leader',
  }
  const id = /^\d{1,15}$/.test(params.householdId) ? Number(params.householdId) : 0
  const moment = momentIn(url.searchParams, on)
  const household = await withActor(desk.database, desk.actor, (transaction) =>
    readHousehold(transaction, { id, moment, officer: desk.officer }, wording),
  )
  if (!household) throw new Response(null, { status: 404 })
  return { ...household, on, wasRecorded: url.searchParams.has('da-ghi') }
}

type Shown = Route.ComponentProps['loaderData']

/** One household over time: who belonged to it, what is recorded of it, and what may be done. */
export default function Household({ loaderData }: Route.ComponentProps) {
  const { id, place, life, members, facts, missing, acts, changes, moment, on, wasRecorded } = loaderData
  const t = useWords(recordWords)
  const people = useWords(words)
  const lang = useLang()
  const title = t.household(id)
  const [head] = members
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/nguoi')}>{people.title}</a> <span className="quiet">/ {title}</span>
      </p>
      {moment ? <AsOfBanner {...moment} back={`/can-bo/ho/${id}`} /> : null}
      {wasRecorded ? (
        <p className="note" role="status">
          {t.recorded}
        </p>
      ) : null}
      <h1>
        {title} <small className="quiet">{head ? `${t.head} ${head.name}` : null}</small>
      </h1>
      <p className="quiet">{place}</p>
      {life?.from ? <p>{t.lifeFrom(formatDay(life.from))}</p> : null}
      {life?.to ? <p className="note">{t.notOne(formatDay(life.to))}</p> : null}
      <nav className="other-acts" aria-label={t.otherActs} hidden={acts.length === 0}>
        <Acts acts={acts} about={title} />
      </nav>
      {moment ? (
        <AsOfForm {...moment} today={on} />
      ) : (
        <details className="as-of-open">
          <summary>{t.asOfOpen}</summary>
          <AsOfForm today={on} />
        </details>
      )}
      <section className="sect" aria-labelledby="members">
        <h2 id="members">{t.members}</h2>
        {members.length === 0 ? (
          <p className="quiet">{t.nobody}</p>
        ) : (
          <Members name={t.members} {...loaderData} />
        )}
        <Former {...loaderData} />
      </section>
      <ValuesTable groups={[...facts, ...missing]} title={t.facts} id="facts" />
      {changes ? <Changes changes={changes} /> : null}
    </>
  )
}

function Members({ members, name, moment }: Pick<Shown, 'members' | 'moment'> & { name: string }) {
  const t = useWords(recordWords)
  const lang = useLang()
  const then = moment ? `?ngay=${moment.on}&biet=${moment.knownOn}` : ''
  return (
    <Table
      name={name}
      rows={members}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          head: t.memberName,
          cell: (member) => (
            <>
              <a href={pathIn(lang, `/can-bo/nguoi/${member.personId}${then}`)} data-row="" data-open="">
                {member.name}
              </a>
              {member.death ? <span className="quiet"> ({member.death})</span> : null}
              {member.superseded ? <span className="quiet"> ({member.superseded})</span> : null}
            </>
          ),
        },
        { key: 'relation', head: t.relation, cell: ({ relation }) => relation },
        { key: 'span', head: t.span, cell: ({ span }) => span },
        {
          key: 'source',
          head: t.source,
          full: true,
          cell: ({ source, reason, acts, name: member }) => (
            <>
              {source}
              {reason ? (
                <div className="quiet">
                  {t.why}: {reason}
                </div>
              ) : null}
              <Acts acts={acts} about={member} />
            </>
          ),
        },
      ]}
    />
  )
}

function Former({ former, moment }: Shown) {
  const t = useWords(recordWords)
  if (former.length === 0) return null
  const title = t.formerMembers(former.length)
  return (
    <details>
      <summary>{title}</summary>
      <Members name={title} members={former} moment={moment} />
    </details>
  )
}
