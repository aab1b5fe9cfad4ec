import './directives.css'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { Empty, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/tasks'
import { StandingLinks, TaskFilters } from './filters.tsx'
import { tasksQueryOf, tasksSearch } from './query.ts'
import { countOfTasks, TaskTable } from './task-table.tsx'
import { readTasks, tasksAtOnce } from './tasks.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const query = tasksQueryOf(url.searchParams)
  const page = await withActor(database, actor, (transaction) =>
    readTasks(transaction, query, { today: today(), unitUid: officer.unitUid }),
  )
  return { query, page, hasMine: officer.role !== 'leader', pageCount: Math.ceil(page.total / tasksAtOnce) }
}

/** Every task in the officer's sight: found by standing, area, agency and words, and taken out as a file. */
export default function Tasks({ loaderData }: Route.ComponentProps) {
  const { query, page, hasMine, pageCount } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const here = pathIn(lang, '/can-bo/chi-dao/nhiem-vu')
  return (
    <>
      <title>{`${t.tasksTitle} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/chi-dao')}>{t.title}</a> <span className="quiet">/ {t.tasks}</span>
      </p>
      <div className="headrow">
        <div>
          <h1>{t.tasksTitle}</h1>
          <p className="quiet">{countOfTasks(page, t, lang)}</p>
        </div>
        <SaveAs path="/can-bo/chi-dao/nhiem-vu" search={tasksSearch(query)} />
      </div>
      <StandingLinks query={query} page={page} />
      <TaskFilters query={query} hasMine={hasMine} />
      {page.lines.length === 0 ? (
        <Empty sentence={t.none}>
          <a href={here}>{t.showAll}</a>
        </Empty>
      ) : (
        <TaskTable name={t.tasksTitle} lines={page.lines} />
      )}
      <Pager
        page={query.page}
        pageCount={pageCount}
        hrefOf={(number) => tasksSearch(query, { page: number }) || '?'}
      />
    </>
  )
}
