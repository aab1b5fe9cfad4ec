import { reminderBasis } from '#law/task-monitoring'
import './directives.css'
import { data, redirect, useSearchParams } from 'react-router'
import {
  chooseLetters,
  type DirectiveSummary,
  findLetterChoice,
  listDirectives,
  listReminders,
  listWaiting,
  namesOfParties,
  type Reminder,
} from '#directives'
import { sentenceOf } from '#platform/bilingual-error'
import { now, today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import {
  Empty,
  formatCount,
  formatDay,
  langOf,
  pathIn,
  State,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/home'
import { isClerk } from './desk.server.ts'
import { StandingLinks, TaskFilters } from './filters.tsx'
import { kindNames } from './kinds.ts'
import { Letters } from './letters.tsx'
import { tasksQueryOf, tasksSearch } from './query.ts'
import { countOfTasks, TaskTable } from './task-table.tsx'
import { readTasks } from './tasks.server.ts'
import { words } from './words.ts'

const remindersMax = 10
const directivesMax = 30
const waitingMax = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const on = today()
  // A leader has no tasks of their own: theirs is everything.
  const query = { ...tasksQueryOf(url.searchParams), isMine: desk.officer.role !== 'leader' }
  return withActor(desk.database, desk.actor, async (transaction) => {
    const waiting = await listWaiting(transaction, { limit: waitingMax })
    const leads = await namesOfParties(transaction, [...new Set(waiting.flatMap(({ lead }) => lead ?? []))])
    return {
      query,
      mayEnter: isClerk(desk),
      isLeader: desk.officer.role === 'leader',
      reminders: lastOfEach(await listReminders(transaction, { limit: 10 * remindersMax })),
      letters: await findLetterChoice(transaction),
      sendsMail: desk.config.smtpUrl !== undefined,
      waiting: waiting.map((each) => ({ ...each, leadIs: each.lead && leads.get(each.lead) })),
      // Who sees the words of a public one and has none of its tasks finds it on the portal.
      directives: (await listDirectives(transaction, { today: on, limit: directivesMax })).filter(
        ({ state, tasks }) => state === 'draft' || tasks.total > 0,
      ),
      page: await readTasks(transaction, query, { today: on, unitUid: desk.officer.unitUid, limit: 20 }),
    }
  })
}

/** After a long sleep a task is reminded of several times at once: the last word is shown. */
function lastOfEach(reminders: readonly Reminder[]): Reminder[] {
  const last = new Map<string, Reminder>()
  for (const reminder of reminders) {
    const about = [reminder.taskId, reminder.opinionId, reminder.proposalId].join(' ')
    if (!last.has(about)) last.set(about, reminder)
  }
  return [...last.values()].slice(0, remindersMax)
}

/** Whether and where the officer wants reminders by letter: their own choice, a leader's too. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { database, actor } = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const isWanted = String(form.get('viec')) !== 'thoi-thu'
  const typed = String(form.get('thu-dia-chi') ?? '').slice(0, 200)
  try {
    await withActor(database, actor, async (transaction) => {
      const before = await findLetterChoice(transaction)
      const address = isWanted ? typed : (before?.address ?? typed)
      await chooseLetters(transaction, { address, lang, isWanted, at: now() })
    })
  } catch (error) {
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return data({ problem: sentence[lang], typed }, { status: 422 })
  }
  throw redirect(`${url.pathname}?da-ghi=#thu`, 303)
}

type Data = Route.ComponentProps['loaderData']

/** What the officer's agency is reminded of and asked, its tasks, and the directives they come from. */
export default function Directives({ loaderData, actionData }: Route.ComponentProps) {
  const { query, mayEnter, letters, sendsMail } = loaderData
  const [search] = useSearchParams()
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead}</p>
        </div>
        <div className="acts">
          {mayEnter ? (
            <a className="btn sm" href={pathIn(lang, '/can-bo/chi-dao/nhap')}>
              {t.enter}
            </a>
          ) : null}
          <SaveAs path="/can-bo/chi-dao/nhiem-vu" search={tasksSearch(query)} />
        </div>
      </div>
      <ToAnswer {...loaderData} />
      <Reminders {...loaderData} />
      <Letters choice={letters} returned={actionData} isSaved={search.has('da-ghi')} sendsMail={sendsMail} />
      <Tasks {...loaderData} />
      <DirectiveList {...loaderData} />
    </>
  )
}

function Reminders({ reminders }: Data) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="nhac-viec">
      <h2 id="nhac-viec">{t.reminders}</h2>
      <p className="quiet s3">{reminderBasis.basis[lang]}.</p>
      {reminders.length === 0 ? (
        <Empty sentence={t.noReminders} />
      ) : (
        <ul className="plain-lines">
          {reminders.map(({ id, taskId, taskNumber, does, says, firedOn }) => (
            <li key={id}>
              <a href={pathIn(lang, `/can-bo/chi-dao/nhiem-vu/${taskId}`)} lang="vi">
                {taskNumber}. {does}
              </a>
              : {says[lang]}. <span className="quiet">{t.remindedOn(formatDay(firedOn))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What others wait for in the officer’s own word: answers, more time, whether a task is done; the earliest day first. */
function ToAnswer({ waiting }: Data) {
  const t = useWords(words)
  const lang = useLang()
  if (waiting.length === 0) return null
  return (
    <section className="sect" aria-labelledby="cho-tra-loi">
      <h2 id="cho-tra-loi">{t.toAnswer}</h2>
      <ul className="plain-lines">
        {waiting.map((each) => {
          const { kind, taskId, taskNumber, does, leadIs, leadName, says } = each
          return (
            <li key={`${kind} ${taskId} ${says}`}>
              <b>{t.awaited[kind]}</b> <span className="num">{whenOf(each, t)}</span>
              {': '}
              <a href={pathIn(lang, `/can-bo/chi-dao/nhiem-vu/${taskId}`)} lang="vi">
                {taskNumber}. {does}
              </a>{' '}
              {says ? <span lang="vi">“{says}” </span> : null}
              <span className="quiet">({leadIs ? leadIs[lang] : <span lang="vi">{leadName}</span>})</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function whenOf({ kind, dueOn, wantedOn, saidDoneOn }: Data['waiting'][number], t: typeof words.vi): string {
  if (kind === 'completion') return saidDoneOn ? t.saidOn(formatDay(saidDoneOn)) : ''
  if (kind === 'extension') return dueOn && wantedOn ? t.fromTo(formatDay(dueOn), formatDay(wantedOn)) : ''
  return dueOn ? t.by(formatDay(dueOn)) : ''
}

function Tasks({ query, page, isLeader }: Data) {
  const t = useWords(words)
  const lang = useLang()
  const all = pathIn(lang, '/can-bo/chi-dao/nhiem-vu')
  const title = isLeader ? t.tasks : t.mine
  return (
    <section className="sect" aria-labelledby="viec">
      <h2 id="viec">{title}</h2>
      <StandingLinks query={query} page={page} />
      <TaskFilters query={query} hasMine={false} />
      {page.lines.length === 0 ? (
        <Empty sentence={t.none}>
          <a href={all}>{t.everyone}</a>
        </Empty>
      ) : (
        <TaskTable name={title} lines={page.lines} />
      )}
      <p className="s3">
        <a href={`${all}${tasksSearch(query)}`}>{t.allTasks}</a> ({countOfTasks(page, t, lang)})
      </p>
    </section>
  )
}

function DirectiveList({ directives }: Data) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="van-ban">
      <h2 id="van-ban">{t.directives}</h2>
      {directives.length === 0 ? (
        <Empty sentence={t.noDirectives} />
      ) : (
        <Table
          name={t.directives}
          rows={directives}
          keyOf={({ id }) => String(id)}
          columns={[
            { key: 'directive', head: t.directive, full: true, cell: (row) => <Named directive={row} /> },
            {
              key: 'issued',
              head: t.issued,
              label: t.issued,
              cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : '–'),
            },
            {
              key: 'done',
              head: t.tasksDone,
              number: true,
              label: t.tasksDone,
              cell: ({ tasks }) => `${formatCount(tasks.done, lang)}/${formatCount(tasks.total, lang)}`,
            },
            {
              key: 'late',
              head: t.lateWithParts,
              number: true,
              label: t.lateWithParts,
              cell: ({ tasks }) => (
                <span className={tasks.late > 0 ? 'sai' : undefined}>{formatCount(tasks.late, lang)}</span>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Named({ directive }: { directive: DirectiveSummary }) {
  const t = useWords(words)
  const lang = useLang()
  const { id, kind, number, title, state, undecided } = directive
  const isDraft = state === 'draft'
  const path = isDraft ? `/can-bo/chi-dao/nhap/${id}` : `/can-bo/chi-dao/${id}`
  return (
    <>
      <a href={pathIn(lang, path)}>{[kindNames[kind][lang], number].filter(Boolean).join(' ')}</a>
      {title ? (
        <span className="quiet" lang="vi">
          {' '}
          {title}
        </span>
      ) : null}
      {isDraft ? (
        <>
          <br />
          <State is="open">{t.draft}</State>{' '}
          <span className="quiet">{t.undecided(formatCount(undecided, lang))}</span>
        </>
      ) : null}
    </>
  )
}
