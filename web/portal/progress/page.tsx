import { data } from 'react-router'
import { periodNames, taskStateMeanings, taskStates } from '#law/task-monitoring'
import { today } from '#platform/clock'
import { servicesContext } from '#web/context.ts'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { formatDay, langOf, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { listPublicDirectives, listPublicTasks, type PublicTask } from './public-tasks.server.ts'
import { words } from './words.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { database } = context.get(servicesContext)
  const directives = await listPublicDirectives(database)
  const directive = directives.find(({ articleSlug }) => articleSlug === params.slug)
  if (!directive) throw data(null, { status: 404 })
  return { directive, tasks: await listPublicTasks(database, directive.id), on: today() }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  const { directive } = args.loaderData ?? {}
  if (!directive) return []
  return metadata(args, { title: `${t.title(directive.number)} | An Sinh`, description: t.lead })
}

/** How the tasks of a directive stand today: the same rows as /du-lieu/nhiem-vu.csv. */
export default function DirectiveProgress({ loaderData: { directive, tasks, on } }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { articleSlug, number, title } = directive
  return (
    <div className="wrap">
      <Crumbs
        trail={[
          { path: '/bai-viet', name: t.articles },
          { path: `/bai-viet/${articleSlug}`, name: number ?? title },
        ]}
      />
      <h1 className="h1">{t.title(number)}</h1>
      <p className="lead">{t.lead}</p>
      <p>
        <a href={articlePath(lang, articleSlug)} lang="vi">
          {title}
        </a>
      </p>
      <section className="block" aria-labelledby="nhiem-vu">
        <h2 className="h2" id="nhiem-vu">
          {t.tasksOn(tasks.length, formatDay(on))}
        </h2>
        <Counts tasks={tasks} />
        <Tasks tasks={tasks} />
      </section>
      <p className="around">
        <a href="/du-lieu/nhiem-vu.csv">{t.csv}</a> · <a href={pathIn(lang, '/du-lieu-mo')}>{t.openData}</a>
      </p>
    </div>
  )
}

/** How many stand how; a state without a task is left out. */
function Counts({ tasks }: { tasks: readonly PublicTask[] }) {
  const lang = useLang()
  const counts = taskStates
    .map((state) => ({ state, count: tasks.filter((task) => task.state === state).length }))
    .filter(({ count }) => count > 0)
  return (
    <ul className="task-counts">
      {counts.map(({ state, count }) => (
        <li key={state}>
          <State is={taskStateMeanings[state].colour}>{taskStateMeanings[state].name[lang]}</State>{' '}
          <b>{count}</b>
        </li>
      ))}
    </ul>
  )
}

function Tasks({ tasks }: { tasks: readonly PublicTask[] }) {
  const t = useWords(words)
  const lang = useLang()
  const dueOf = ({ dueOn, recurs }: PublicTask) =>
    dueOn ? formatDay(dueOn) : recurs ? periodNames[recurs][lang] : t.noDueDay
  return (
    <Table
      name={t.tasks}
      rows={tasks}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'number', head: t.number, label: t.number, cell: ({ number }) => number },
        { key: 'does', head: t.does, full: true, cell: ({ does }) => <span lang="vi">{does}</span> },
        { key: 'lead', head: t.leads, label: t.leads, full: true, cell: ({ leadName }) => leadName[lang] },
        { key: 'due', head: t.due, label: t.due, full: true, cell: dueOf },
        {
          key: 'state',
          head: t.state,
          label: t.state,
          full: true,
          cell: ({ state }) => (
            <State is={taskStateMeanings[state].colour}>{taskStateMeanings[state].name[lang]}</State>
          ),
        },
      ]}
    />
  )
}
