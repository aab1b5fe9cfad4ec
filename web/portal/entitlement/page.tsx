import './entitlement.css'
import { useSyncExternalStore } from 'react'
import { data } from 'react-router'
import { addWorkingDays, type LocalDate, yearOf } from '#calendar'
import { challengeAllowance, spendAllowance } from '#feedback'
import { stateCalendar } from '#law/holidays'
import { procedures } from '#law/social-assistance'
import { now, today } from '#platform/clock'
import { withActor } from '#platform/database'
import { requestContext, servicesContext } from '#web/context.ts'
import { useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Calculator } from './calculator.tsx'
import { PlainInterview } from './plain-interview.tsx'
import { type PlainState, readAnswers } from './received-answers.ts'
import { words } from './words.ts'

export const handle = { hydrate: true }

/** The page runs scripts, which carry a nonce of their own: it cannot be the same for everybody. */
export function headers({ actionHeaders }: Route.HeadersArgs): HeadersInit {
  const after = actionHeaders.get('retry-after')
  return { 'cache-control': 'private, no-store', ...(after ? { 'retry-after': after } : {}) }
}

/** Nothing of anybody: the day, and by when a dossier handed in today is due, by its number of working days. */
export function loader() {
  const on = today()
  const counts = new Set(procedures.flatMap(({ rules }) => rules.map(({ workingDays }) => workingDays)))
  const dueOn = [...counts].map((count): [number, LocalDate | undefined] => [count, dueAfter(on, count)])
  return { today: on, dueOn: Object.fromEntries(dueOn) as Record<number, LocalDate | undefined> }
}

/** Undefined beyond the years whose days off are announced. */
function dueAfter(on: LocalDate, count: number): LocalDate | undefined {
  return yearOf(on) < yearOf(stateCalendar.knownTo) ? addWorkingDays(on, count, stateCalendar) : undefined
}

/**
 * One step of the interview where no scripts run: answers come in, the page with the next question or the result goes
 * out, and nothing is kept but how often this network asked. 422 when the answer cannot be used; 429 after too many.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const state = readAnswers(await request.formData(), today())
  const { address } = context.get(requestContext)
  const { database } = context.get(servicesContext)
  const allowance = await withActor(database, { kind: 'citizen' }, (transaction) =>
    spendAllowance(transaction, challengeAllowance, { address, now: now() }),
  )
  if (allowance.ok) return data(state, { status: state.refused === undefined ? 200 : 422 })
  const headers = { 'retry-after': String(challengeAllowance.minutes * 60) }
  return data<PlainState>({ ...state, tooMany: true }, { status: 429, headers })
}

const never = () => () => {}

/**
 * "Tôi được hưởng gì?": everything is worked out on the visitor's device; nothing is sent and nothing is kept. Where no
 * scripts run the same questions are forms.
 */
export default function Entitlement({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const runsScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <div className="wrap">
      <title>{`${t.title} | An Sinh`}</title>
      <meta name="description" content={t.lead} />
      {runsScripts ? (
        <Calculator {...loaderData} />
      ) : actionData ? (
        <PlainInterview {...loaderData} state={actionData} />
      ) : (
        <div className="page">
          <h1 className="h1">{t.title}</h1>
          <p className="lead">{t.lead}</p>
          <noscript>
            <PlainInterview {...loaderData} />
          </noscript>
        </div>
      )}
    </div>
  )
}
