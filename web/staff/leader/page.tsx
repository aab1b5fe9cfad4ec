import './leader.css'
import { redirect } from 'react-router'
import { weeklyBriefing } from '#jobs/weekly-briefing'
import { now, today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { viewOf } from '#web/staff/jobs/view.ts'
import { formatDay, langOf, pathIn, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Briefings } from './briefings.tsx'
import { readLeaderPage } from './load.server.ts'
import { MetricMap } from './map.tsx'
import { mayBrief } from './may-brief.server.ts'
import { Principles } from './principles.tsx'
import { leaderQueryOf } from './query.server.ts'
import { Tasks } from './tasks.tsx'
import { Compared, Feedback, Law, WorstCommunes } from './told.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { officer, database, actor, queue } = await getDesk(context, url)
  const lang = langOf(url.pathname)
  if (officer.unitUid !== 'province') throw redirect(pathIn(lang, `/can-bo/dieu-hanh/${officer.unitUid}`))
  const on = today()
  const query = leaderQueryOf(url.searchParams)
  const page = await withActor(database, actor, (transaction) =>
    readLeaderPage(transaction, { query, today: on, lang }),
  )
  const [job] = mayBrief(officer) ? await queue.list({ name: weeklyBriefing, limit: 1 }) : []
  const isShown = job && job.state !== 'done'
  return { ...page, query, mayBrief: mayBrief(officer), job: isShown ? viewOf(job) : undefined }
}

/** Makes a briefing of this moment. Twice within a minute is once. */
export async function action({ context, url }: Route.ActionArgs) {
  const { officer, queue } = await getDesk(context, url)
  if (!mayBrief(officer)) throw new Response(null, { status: 403 })
  await queue.send(weeklyBriefing, {}, { key: now().toISOString().slice(0, 16), startedBy: officer.id })
  throw redirect(`${pathIn(langOf(url.pathname), '/can-bo/dieu-hanh')}#bao-cao`, 303)
}

/** For whoever leads: the three principles, what is late and at whom, any metric on the map, the weekly briefing. */
export default function Leader({ loaderData }: Route.ComponentProps) {
  const { figures, map, metrics, briefings, query, job } = loaderData
  const t = useWords(words)
  return (
    <div className="leader">
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead(formatDay(figures.on), formatDay(figures.since))}</p>
        </div>
      </div>
      <Principles figures={figures.principles} what={t.principles} />
      <div className="leader-columns">
        <div>
          <Tasks tasks={figures.tasks} />
          <WorstCommunes communes={figures.communes} />
          <Compared compared={figures.compared} />
          <Feedback feedback={figures.feedback} />
        </div>
        <div>
          <MetricMap map={map} metrics={metrics} query={query} today={figures.on} />
          <Law law={figures.law} />
          {loaderData.mayBrief ? <Briefings briefings={briefings} job={job} /> : null}
        </div>
      </div>
    </div>
  )
}
