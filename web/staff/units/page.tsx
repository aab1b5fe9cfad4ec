import './units.css'
import { today } from '#platform/clock'
import { getDesk } from '#web/staff/access.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { DayInput, langOf, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { authoritiesOn, shortened } from './authorities.server.ts'
import { Authorities } from './authorities.tsx'
import { countsOf } from './counts.server.ts'
import { People } from './counts.tsx'
import { find } from './find.server.ts'
import { type UnitsQuery, unitsQueryOf } from './query.ts'
import { FoundUnit } from './unit-view.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const on = today()
  const query = unitsQueryOf(url.searchParams)
  const units = await unitsOf(desk.database)
  const found = find(units, query, on)
  const authorityOn = query.on ?? on
  const uid = found.is === 'one' ? found.unit.uid : undefined
  const competent = authoritiesOn(units, { on: authorityOn, today: on, uid, lang: langOf(url.pathname) })
  return {
    query,
    found,
    today: on,
    authorityOn,
    authorities: { levels: competent.levels, ...shortened(competent.areas) },
    counts: await countsOf(desk, query, on),
  }
}

/** A unit of any day by what is written: what it was, became and is, who is competent there, who lives where. */
export default function UnitsPage({ loaderData }: Route.ComponentProps) {
  const { query, found, authorityOn, authorities, counts } = loaderData
  const t = useWords(words)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead}</p>
        </div>
      </div>
      <FindForm query={query} />
      <FoundUnit found={found} query={query} />
      <People query={query} counts={counts} today={loaderData.today} />
      <Authorities on={authorityOn} {...authorities} />
    </>
  )
}

function FindForm({ query }: { query: UnitsQuery }) {
  const t = useWords(words)
  return (
    <search>
      <form className="unit-form" aria-label={t.find}>
        <label className="wide-field" htmlFor="ten">
          {t.written}
          <span className="hint" id="ten-hint">
            {t.writtenHint}
          </span>
          <input
            id="ten"
            name="ten"
            type="search"
            defaultValue={query.written}
            key={query.written}
            aria-describedby="ten-hint"
            autoComplete="off"
          />
        </label>
        <label htmlFor="ngay">
          {t.on}
          <span className="hint" id="ngay-hint">
            {t.onHint}
          </span>
          <DayInput
            id="ngay"
            name="ngay"
            defaultValue={query.on ?? query.wrongDay}
            key={query.on ?? query.wrongDay}
            aria-describedby={query.wrongDay ? 'ngay-error' : 'ngay-hint'}
            aria-invalid={query.wrongDay ? true : undefined}
          />
        </label>
        <button type="submit" className="btn main">
          {t.find}
        </button>
      </form>
      {query.wrongDay ? (
        <p className="err" id="ngay-error" role="alert">
          {t.wrongDay(query.wrongDay)}
        </p>
      ) : null}
    </search>
  )
}
