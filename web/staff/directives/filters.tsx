import { agencies } from '#law/authorities'
import { type TaskState, taskStateMeanings } from '#law/task-monitoring'
import { dutyAreaNames, dutyAreas } from '#notices'
import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { leadChoices } from './choices.ts'
import { type TaskStanding, type TasksQuery, tasksSearch } from './query.ts'
import type { TasksPage } from './tasks.server.ts'
import { words } from './words.ts'

/** What is looked for most stands first; a standing that nothing has is left out unless it is the chosen one. */
const shown: readonly TaskStanding[] = [
  ...(['late', 'nearDue', 'inTime', 'toConfirm', 'diverging', 'notMeasured', 'noDeadline'] as const),
  ...(['doneInTime', 'doneLate', 'done', 'withdrawn'] as const),
]

/** Standings as links with their counts. */
export function StandingLinks({ query, page }: { query: TasksQuery; page: TasksPage }) {
  const t = useWords(words)
  const lang = useLang()
  const nameOf = (standing: TaskStanding) =>
    standing === 'toConfirm' || standing === 'notMeasured' || standing === 'diverging'
      ? t[standing]
      : taskStateMeanings[standing satisfies TaskState].short[lang]
  const link = (standing: TaskStanding | undefined, name: string, count: number) => (
    <a
      key={standing ?? 'all'}
      href={tasksSearch(query, { standing }) || '?'}
      aria-current={query.standing === standing ? 'true' : undefined}
    >
      {name} <span>{formatCount(count, lang)}</span>
    </a>
  )
  return (
    <nav className="filters" aria-label={t.filterTasks}>
      {link(undefined, t.all, page.all)}
      {shown
        .filter((standing) => page.counts[standing] > 0 || standing === query.standing)
        .map((standing) => link(standing, nameOf(standing), page.counts[standing]))}
    </nav>
  )
}

/** Words, area and agency: a plain form, so that the address says it all. */
export function TaskFilters({ query, hasMine }: { query: TasksQuery; hasMine: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <search>
      <form className="task-filters" aria-label={t.filterTasks} key={tasksSearch(query)}>
        {query.directiveId ? <input type="hidden" name="van-ban" value={query.directiveId} /> : null}
        {query.standing ? <input type="hidden" name="trang-thai" value={query.standing} /> : null}
        <label htmlFor="tu">
          {t.search}
          <input id="tu" name="tu" type="search" defaultValue={query.text} title={t.searchHint} />
        </label>
        <label htmlFor="linh-vuc">
          {t.area}
          <select id="linh-vuc" name="linh-vuc" defaultValue={query.area ?? ''}>
            <option value="">{t.everyArea}</option>
            {dutyAreas.map((area) => (
              <option key={area} value={area}>
                {dutyAreaNames[area][lang]}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="co-quan">
          {t.agency}
          <select id="co-quan" name="co-quan" defaultValue={query.lead ?? ''}>
            <option value="">{t.everyAgency}</option>
            <option value="toChoose">{t.toChoose}</option>
            {leadChoices.map((code) => (
              <option key={code} value={code}>
                {agencies[code].name[lang]}
              </option>
            ))}
          </select>
        </label>
        {hasMine ? (
          <label htmlFor="cua">
            {t.tasks}
            <select id="cua" name="cua" defaultValue={query.isMine ? 'toi' : ''}>
              <option value="">{t.everyone}</option>
              <option value="toi">{t.mine}</option>
            </select>
          </label>
        ) : null}
        <button type="submit" className="btn">
          {t.show}
        </button>
      </form>
    </search>
  )
}
