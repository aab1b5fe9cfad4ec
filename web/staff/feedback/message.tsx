import '#web/staff/changes/changes.css'
import './feedback.css'
import { randomUUID } from 'node:crypto'
import { data, redirect, useSearchParams } from 'react-router'
import { FeedbackNotFound } from '#feedback'
import { sentenceOf } from '#platform/bilingual-error'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { langOf, pathIn, Refused, State, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/message'
import { actOnMessage } from './act.server.ts'
import { ActsPanel } from './acts-panel.tsx'
import { actsWords } from './acts-words.ts'
import { Clocks } from './clocks-view.tsx'
import { handlerOf } from './handler.server.ts'
import { Calls, Chain, History } from './history.tsx'
import { Letters } from './letters-view.tsx'
import { Like } from './like.tsx'
import { PublicationPanel } from './publication-panel.tsx'
import { stateShapes } from './shapes.ts'
import { Suggested } from './suggested.tsx'
import { readView } from './view.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const wording = {
    units: await unitsOf(desk.database),
    lang,
    today: today(),
    nameOf: await officerNames(desk, lang),
  }
  const view = await withActor(desk.database, desk.actor, (transaction) =>
    readView(transaction, params.messageId, handlerOf(desk), wording),
  ).catch(missingIsMissing)
  return { ...view, key: randomUUID() }
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const typed = {
    what: String(form.get('viec') ?? ''),
    text: String(form.get('tra-loi') ?? form.get('ly-do') ?? ''),
  }
  try {
    const done = await actOnMessage(desk, handlerOf(desk), params.messageId, form)
    if (!done.ok) return data({ refusal: undefined, typed, preview: done.preview })
    throw redirect(
      done.hasGone ? `${pathIn(lang, '/can-bo/gop-y')}?da-chuyen=` : `${url.pathname}?da-ghi=`,
      303,
    )
  } catch (error) {
    if (error instanceof Response) throw error
    if (error instanceof FeedbackNotFound) throw new Response(null, { status: 404 })
    const refusal = sentenceOf(error)
    if (!refusal) throw error
    return data({ refusal: refusal[lang], typed, preview: undefined }, { status: 422 })
  }
}

function missingIsMissing(error: unknown): never {
  if (error instanceof FeedbackNotFound) throw new Response(null, { status: 404 })
  throw error
}

/** One message: what was written, where it stands, and what this officer may do with it now. */
export default function MessagePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const [search] = useSearchParams()
  const { title, path } = loaderData
  const isReserved = path !== 'open'
  const queue = isReserved ? '/can-bo/gop-y/rieng' : '/can-bo/gop-y'
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, queue)}>{isReserved ? t.reservedTitle : t.title}</a>
      </p>
      <h1 lang={loaderData.language}>{title}</h1>
      {actionData?.refusal ? <Refused>{actionData.refusal}</Refused> : null}
      {search.has('da-ghi') && !actionData ? (
        <p className="note" role="status">
          {t.done}
        </p>
      ) : null}
      <Urgent urgent={loaderData.urgent} />
      <Head {...loaderData} />
      <div className="message-columns">
        <div>
          <Written {...loaderData} />
          <ActsPanel view={loaderData} typed={actionData?.typed} />
          <Like view={loaderData} />
          <PublicationPanel view={loaderData} preview={actionData?.preview} />
        </div>
        <div>
          <Suggested suggested={loaderData.suggested} language={loaderData.language} />
          <Clocks clocks={loaderData.clocks} />
          <Chain holdings={loaderData.holdings} />
          <History lines={loaderData.history} isReserved={isReserved} />
          <Calls view={loaderData} />
          <Letters letters={loaderData.letters} isLeader={loaderData.isLeader} />
        </div>
      </div>
    </>
  )
}

type Shown = Route.ComponentProps['loaderData']

function Urgent({ urgent }: Pick<Shown, 'urgent'>) {
  const a = useWords(actsWords)
  if (!urgent) return null
  const { until, isOver, basis } = urgent
  return (
    <div className="note urgent" role="note">
      <b>{a.urgentTitle}</b>
      <p>{isOver ? a.urgentOver(until) : a.urgentUntil(until)}</p>
      <p className="quiet small">{basis}</p>
    </div>
  )
}

function Head({ state, kind, caseOf, area, holder, reopenedTimes, isRaised }: Shown) {
  const t = useWords(words)
  return (
    <dl className="request-head">
      <div>
        <dt>{t.state}</dt>
        <dd>
          <State is={stateShapes[state]}>{t.states[state]}</State>
          {reopenedTimes > 0 ? <div className="small">{t.reopened(reopenedTimes)}</div> : null}
          {isRaised ? <div className="small cham">{t.raised}</div> : null}
        </dd>
      </div>
      <div>
        <dt>{t.holder}</dt>
        <dd>{holder}</dd>
      </div>
      <div>
        <dt>{t.kind}</dt>
        <dd>
          {kind ?? t.noKind}
          {caseOf ? <div className="small">{caseOf}</div> : null}
        </dd>
      </div>
      <div>
        <dt>{t.area}</dt>
        <dd>{area ?? t.noArea}</dd>
      </div>
    </dl>
  )
}

/** What the sender wrote, as they wrote it. */
function Written({
  id,
  content,
  language,
  fullName,
  contact,
  where,
  receivedAt,
  mayPublish,
  hasPicture,
  answer,
  closedBecause,
}: Shown) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="written">
      <h2 id="written">{t.message}</h2>
      <p className="message-text" lang={language}>
        {content}
      </p>
      {hasPicture ? (
        <img className="message-picture" src={`/can-bo/gop-y/anh/${id}`} alt={t.picture} loading="lazy" />
      ) : null}
      <p className="quiet small">
        {t.sender}: <span lang="vi">{fullName}</span>. {t.contact}: {contact ?? t.noContact}. {t.place}:{' '}
        {where ? <span lang="vi">{where}</span> : t.noPlace}. {t.received}:{' '}
        <span className="num">{receivedAt}</span>. {mayPublish ? t.agreed : t.notAgreed}.
      </p>
      {answer ? (
        <>
          <h3>{t.answerNow}</h3>
          <p className="message-text" lang="vi">
            {answer.text}
          </p>
          <p className="quiet small">
            {t.writtenBy(answer.by)}
            {answer.approvedBy ? `, ${t.approvedBy(answer.approvedBy)}` : ''}
          </p>
        </>
      ) : null}
      {closedBecause ? (
        <p>
          <b>{t.closedBecause}:</b> <span lang="vi">{closedBecause}</span>
        </p>
      ) : null}
    </section>
  )
}
