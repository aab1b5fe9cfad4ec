import { seesGrounds } from '#awards'
import './changes.css'
import { data, Form, redirect } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { ChangeRequestNotFound } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import {
  Button,
  Field,
  formatInstant,
  langOf,
  pathIn,
  Refused,
  State,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/one'
import { refusalIn } from './act.server.ts'
import { Difference, Follows } from './difference.tsx'
import { valuesOf } from './form-fields.ts'
import { officerNames } from './officers.server.ts'
import { decideRequest, fingerprint, readRequest } from './one.server.ts'
import { stateShapes } from './states.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const wording = {
    units: await unitsOf(desk.database),
    lang,
    today: today(),
    hasGrounds: seesGrounds(desk.officer),
  }
  try {
    const { request, ...file } = await withActor(desk.database, desk.actor, (transaction) =>
      readRequest(transaction, idOf(params.requestId), { desk, wording }),
    )
    const { id, state, subject, reason, proposedBy, decidedBy, decidedAt, decidedBecause, baseNow } = request
    const nameOf = await officerNames(desk, lang)
    return {
      ...file,
      id,
      state,
      subject,
      reason,
      proposedBy: nameOf(proposedBy),
      proposedAt: formatInstant(request.proposedAt),
      decided: decidedBy && decidedAt && { by: nameOf(decidedBy), at: formatInstant(decidedAt) },
      decidedBecause,
      seen: baseNow && fingerprint(baseNow),
      wasSent: url.searchParams.has('da-gui'),
    }
  } catch (error) {
    if (error instanceof ChangeRequestNotFound) throw new Response(null, { status: 404 })
    throw error
  }
}

function idOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

/** Approves, refuses or withdraws; what cannot be comes back with its sentence and what was written. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const lang = langOf(url.pathname)
  const values = valuesOf(await request.formData())
  const verdict = (['approve', 'refuse', 'withdraw'] as const).find((each) => each === values.viec)
  if (!verdict) throw new Response(null, { status: 400 })
  const because = values['ly-do'] ?? ''
  if (verdict === 'refuse' && because === '')
    return data({ refusal: undefined, field: words[lang].becauseNeeded, because }, { status: 422 })
  const seen = values['da-xem'] === 'on' ? (values['hien-nay'] ?? '') : ''
  try {
    await withActor(desk.database, desk.actor, (transaction) =>
      decideRequest(transaction, idOf(params.requestId), { verdict, because, seen, today: today() }),
    )
  } catch (error) {
    if (error instanceof ChangeRequestNotFound) throw new Response(null, { status: 404 })
    return data({ refusal: refusalIn(error, lang), field: undefined, because }, { status: 422 })
  }
  throw redirect(url.pathname, 303)
}

type Shown = Route.ComponentProps['loaderData']
type Answer = Route.ComponentProps['actionData']

/** One request: who, what, why, what it would do now, and the decision. */
export default function Request({ loaderData, actionData }: Route.ComponentProps) {
  const { title, subject, state, base, awards, doubts, wasSent, view, impossible } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const name = subject.name || t.household(subject.householdId ?? 0)
  const heading = `${title}, ${name}`
  return (
    <>
      <title>{`${heading} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/thay-doi')}>{t.title}</a>{' '}
        <span className="quiet">/ {loaderData.id}</span>
      </p>
      <h1>{heading}</h1>
      {wasSent && state === 'proposed' ? (
        <p className="note" role="status">
          {t.sent}
        </p>
      ) : null}
      <RequestHead {...loaderData} />
      <Conflict {...loaderData} />
      <section className="sect" aria-labelledby="change">
        <h2 id="change">{state === 'proposed' ? t.willChange : t.didSay}</h2>
        {view ? <Difference view={view} /> : null}
        {impossible ? (
          <div className="err-sum">
            <b className="sai">{t.cannot}</b>
            <p>{impossible}</p>
          </div>
        ) : null}
        {view ? null : <Base lines={base} />}
        <Follows awards={awards} doubts={doubts} />
      </section>
      {state === 'proposed' ? <Decide shown={loaderData} answer={actionData} /> : null}
    </>
  )
}

/** What the register said when it was proposed. */
function Base({ lines }: { lines: readonly string[] }) {
  const t = useWords(words)
  if (lines.length === 0) return <p className="quiet">{t.nothingBefore}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function RequestHead(props: Shown) {
  const { state, reason, wish, proposedBy, proposedAt, decided, decidedBecause } = props
  const t = useWords(words)
  return (
    <dl className="request-head">
      <div>
        <dt>{t.state}</dt>
        <dd>
          <State is={stateShapes[state]}>{t.states[state]}</State>
        </dd>
      </div>
      {wish ? (
        <div>
          <dt>{t.change}</dt>
          <dd>{wish}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t.reason}</dt>
        <dd>{reason}</dd>
      </div>
      <div>
        <dt>{t.proposedBy}</dt>
        <dd>
          {proposedBy}, {proposedAt}
        </dd>
      </div>
      {decided ? (
        <div>
          <dt>{t.decidedBy[state]}</dt>
          <dd>
            {decided.by}, {decided.at}
            {decidedBecause ? <div>{decidedBecause}</div> : null}
          </dd>
        </div>
      ) : null}
      <Subject {...props} />
    </dl>
  )
}

function Subject({ subject, isSeen, foundedId }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  const path = subject.personId ? `/can-bo/nguoi/${subject.personId}` : `/can-bo/ho/${subject.householdId}`
  return (
    <div>
      <dt>{t.about}</dt>
      <dd>
        {isSeen ? (
          <a href={pathIn(lang, path)}>{subject.personId ? t.openPerson : t.openHousehold}</a>
        ) : (
          `${subject.name}, ${t.notSeen}`
        )}
        {foundedId ? (
          <div>
            <a href={pathIn(lang, `/can-bo/ho/${foundedId}`)}>{t.openFounded}</a>
          </div>
        ) : null}
      </dd>
    </div>
  )
}

/** What the register said when it was proposed, and what it says now. */
function Conflict({ state, now, base }: Shown) {
  const t = useWords(words)
  if (state !== 'proposed' || !now) return null
  return (
    <section className="sect" aria-labelledby="conflict">
      <h2 id="conflict">{t.conflict}</h2>
      <p className="act-hint">{t.conflictWhy}</p>
      <Difference
        view={{
          before: base.filter((line) => !now.includes(line)),
          after: now.filter((line) => !base.includes(line)),
          awards: [],
          doubts: [],
        }}
        heads={{ before: t.didSay, after: t.nowSays }}
      />
    </section>
  )
}

function Decide({ shown, answer }: { shown: Shown; answer: Answer }) {
  const { mayDecide, seen, decidedBy } = shown
  const t = useWords(words)
  const own = t.ownRequest(t.deciders[decidedBy])
  const why = { own, notReceiver: t.notReceiver, leader: t.leaderOnly, yes: '' }[mayDecide]
  return (
    <section className="sect decide-request" aria-labelledby="decision">
      <h2 id="decision">{t.decision}</h2>
      {why ? <p>{why}</p> : null}
      {answer?.refusal ? <Refused>{answer.refusal}</Refused> : null}
      {mayDecide === 'own' ? (
        <Form method="post" action="?">
          <Button type="submit" name="viec" value="withdraw">
            {t.withdraw}
          </Button>
        </Form>
      ) : null}
      {mayDecide === 'yes' ? (
        <Form method="post" action="?">
          {seen ? (
            <>
              <input type="hidden" name="hien-nay" value={seen} />
              <label className="choice" htmlFor="da-xem">
                <input type="checkbox" id="da-xem" name="da-xem" />
                <span>{t.confirmed}</span>
              </label>
            </>
          ) : null}
          <Field name="ly-do" label={t.because} hint={t.becauseHint} error={answer?.field} optional>
            {(control) => (
              <input
                {...control}
                type="text"
                maxLength={300}
                autoComplete="off"
                defaultValue={answer?.because}
              />
            )}
          </Field>
          <div className="acts">
            <Button
              type="submit"
              weight="main"
              name="viec"
              value="approve"
              disabled={shown.impossible !== undefined}
            >
              {t.approve}
            </Button>
            <Button type="submit" name="viec" value="refuse">
              {t.refuse}
            </Button>
          </div>
        </Form>
      ) : null}
    </section>
  )
}
