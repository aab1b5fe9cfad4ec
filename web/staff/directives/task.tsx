import './directives.css'
import { randomUUID } from 'node:crypto'
import { data, redirect, useSearchParams } from 'react-router'
import { DirectiveRefusal } from '#directives'
import { sentenceOf } from '#platform/bilingual-error'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { filesOf } from '#web/staff/archive/tools.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/task'
import { AreaSens } from './area-sens.tsx'
import { actorNames } from './names.server.ts'
import { actOnTask, readEvidence } from './task-acts.server.ts'
import { TaskActs } from './task-acts.tsx'
import { TaskFigures } from './task-figures.tsx'
import { Facts, HowItStands } from './task-head.tsx'
import { TaskMap } from './task-map.tsx'
import {
  Chain,
  Evidence,
  Extensions,
  History,
  Opinions,
  Parts,
  Proposals,
  Reports,
} from './task-sections.tsx'
import { readTaskView } from './task-view.server.ts'
import { words } from './task-words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { unitUid } = desk.officer
  const view = await withActor(desk.database, desk.actor, (transaction) =>
    readTaskView(transaction, numberIn(params.taskId), { today: today(), unitUid }),
  ).catch(missingIsMissing)
  return { ...view, actors: await actorNames(desk, view, langOf(url.pathname)), formKey: randomUUID() }
}

const formBytesMax = 21 * 1024 * 1024

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const lang = langOf(url.pathname)
  const taskId = numberIn(params.taskId)
  let typed: Record<string, string> = {}
  try {
    if (Number(request.headers.get('content-length')) > formBytesMax)
      throw new DirectiveRefusal('fileTooLarge')
    const form = await request.formData()
    typed = typedIn(form)
    const evidence = await readEvidence(form, filesOf(desk))
    const problems = await withActor(desk.database, desk.actor, (transaction) =>
      actOnTask(transaction, { taskId, form, evidence }),
    )
    if (Object.keys(problems).length > 0)
      return data({ refusal: undefined, problems, typed }, { status: 422 })
    throw redirect(`${url.pathname}?da-ghi=`, 303)
  } catch (error) {
    if (error instanceof DirectiveRefusal && error.code === 'noSuchTask') missingIsMissing(error)
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return data({ refusal: sentence[lang], problems: {}, typed }, { status: 422 })
  }
}

/** What was typed, to be mended; a file is chosen again. */
function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function missingIsMissing(error: unknown): never {
  if (error instanceof DirectiveRefusal && error.code === 'noSuchTask')
    throw new Response(null, { status: 404 })
  throw error
}

/** One task: the words it came from, how it stands and why, who held it, what shows how far it is, what can be done. */
export default function TaskPage({ loaderData, actionData }: Route.ComponentProps) {
  const { task, whole } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const [search] = useSearchParams()
  const list = pathIn(lang, '/can-bo/chi-dao')
  return (
    <>
      <title>{`${task.does} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={list}>{t.crumbs}</a> /{' '}
        <a href={`${list}/${task.directiveId}`}>{task.directiveNumber ?? task.directiveId}</a>{' '}
        <span className="quiet">/ {task.number}</span>
      </p>
      <h1 lang="vi">{task.does}</h1>
      {whole ? (
        <p>
          {t.partOf}{' '}
          <a href={`${list}/nhiem-vu/${whole.id}`} lang="vi">
            {whole.number}. {whole.does}
          </a>
        </p>
      ) : null}
      {actionData?.refusal ? <Refused>{actionData.refusal}</Refused> : null}
      {search.has('da-ghi') && !actionData ? (
        <p className="note" role="status">
          {t.done}
        </p>
      ) : null}
      <a className="btn sm to-acts" href="#lam-gi">
        {t.next}
      </a>
      <div className="task-columns">
        <div>
          <Facts view={loaderData} />
          <HowItStands view={loaderData} />
          <TaskFigures view={loaderData} />
          <AreaSens areas={loaderData.areas} />
          {loaderData.map ? <TaskMap map={loaderData.map} /> : null}
          <Parts view={loaderData} />
          <Reports view={loaderData} />
          <Evidence view={loaderData} />
          <Opinions view={loaderData} />
          <Proposals view={loaderData} />
          <Extensions view={loaderData} />
          <Chain view={loaderData} />
          <History view={loaderData} />
        </div>
        <TaskActs key={loaderData.formKey} view={loaderData} returned={actionData} />
      </div>
    </>
  )
}
