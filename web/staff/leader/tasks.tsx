import type { DirectiveFigure, TaskFigure, TaskFigures } from '#jobs/weekly-briefing'
import { taskStateMeanings, taskStates } from '#law/task-monitoring'
import { Empty, formatCount, formatDay, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { directivePath, taskPath, tasksPath } from './places.ts'
import { words } from './words.ts'

/** How many tasks are in which state, what is late and at whom, what is near due. */
export function Tasks({ tasks: { directives, counts, late, lateBy, nearDue } }: { tasks: TaskFigures }) {
  const t = useWords(words)
  const lang = useLang()
  const told = taskStates.filter((state) => counts[state] > 0)
  const left = counts.late - late.length
  return (
    <section className="sect" aria-labelledby="nhiem-vu">
      <h2 id="nhiem-vu">{t.tasks}</h2>
      {told.length === 0 ? (
        <Empty sentence={t.noTasks} />
      ) : (
        <ul className="states">
          {told.map((state) => (
            <li key={state}>
              <a href={pathIn(lang, tasksPath({ state }))}>
                <State is={taskStateMeanings[state].colour}>{taskStateMeanings[state].name[lang]}</State>
                <b className="num">{formatCount(counts[state], lang)}</b>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Directives directives={directives} />
      {told.length > 0 && late.length === 0 ? <p className="quiet">{t.noneLate}</p> : null}
      {lateBy.length > 0 ? (
        <>
          <h3>{t.lateBy}</h3>
          <ul className="states">
            {lateBy.map(({ party = 'toChoose', name, count }) => (
              <li key={party}>
                <a
                  href={pathIn(lang, tasksPath({ state: 'late', lead: party }))}
                  lang={name ? langOfLead(party) : undefined}
                >
                  {name || t.noLead}
                </a>{' '}
                ({formatCount(count, lang)})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <TaskTable title={t.late} tasks={late} />
      {left > 0 ? <p className="quiet">{t.more(formatCount(left, lang))}</p> : null}
      <TaskTable title={t.nearDue} tasks={nearDue} />
    </section>
  )
}

/** Agencies the system knows are named in the language of the page, others as somebody wrote them. */
function langOfLead(party: string | undefined): 'vi' | undefined {
  return party === undefined || party === 'toChoose' ? 'vi' : undefined
}

function Directives({ directives }: { directives: readonly DirectiveFigure[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (directives.length === 0) return null
  const column = (key: 'total' | 'done' | 'late', head: string) => ({
    key,
    head,
    label: head,
    number: true,
    cell: (directive: DirectiveFigure) => formatCount(directive[key], lang),
  })
  return (
    <Table
      name={t.directives}
      rows={directives}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'directive',
          head: t.directives,
          full: true,
          cell: ({ id, number, title }) => (
            <a href={pathIn(lang, directivePath(id))} lang="vi">
              {[number, title].filter(Boolean).join(', ')}
            </a>
          ),
        },
        column('total', t.count),
        column('done', t.done),
        column('late', t.late),
      ]}
    />
  )
}

/** Tasks with who leads them and how their day stands; nothing where there are none. */
export function TaskTable({ title, tasks }: { title: string; tasks: readonly TaskFigure[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (tasks.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <Table
        name={title}
        rows={tasks}
        keyOf={({ id }) => String(id)}
        columns={[
          {
            key: 'task',
            head: t.task,
            full: true,
            cell: ({ id, directive, number, does }) => (
              <>
                <a href={pathIn(lang, taskPath(id))} lang="vi">
                  {does}
                </a>
                <br />
                <span className="quiet">{[directive, number].filter(Boolean).join(', ')}</span>
              </>
            ),
          },
          {
            key: 'lead',
            head: t.leadAgency,
            full: true,
            cell: ({ lead, party }) => <span lang={langOfLead(party)}>{lead}</span>,
          },
          {
            key: 'due',
            head: t.due,
            number: true,
            label: t.due,
            cell: (task) => <Due task={task} />,
          },
        ]}
      />
    </>
  )
}

function Due({ task: { dueOn, daysLate } }: { task: TaskFigure }) {
  const t = useWords(words)
  const lang = useLang()
  if (!dueOn) return null
  const days = formatCount(Math.abs(daysLate), lang)
  return (
    <>
      {formatDay(dueOn)}
      <br />
      <span className={daysLate > 0 ? 'sai' : 'quiet'}>
        {daysLate > 0 ? t.daysLate(days) : t.daysLeft(days)}
      </span>
    </>
  )
}
