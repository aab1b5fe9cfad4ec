import './entitlement.css'
import { useSyncExternalStore } from 'react'
import { addWorkingDays, type LocalDate, yearOf } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { procedures } from '#law/social-assistance'
import { today } from '#platform/clock'
import { useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Calculator } from './calculator.tsx'
import { words } from './words.ts'

export const handle = { hydrate: true }

/** The page runs scripts, which carry a nonce of their own: it cannot be the same for everybody. */
export function headers(): HeadersInit {
  return { 'cache-control': 'private, no-store' }
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

const never = () => () => {}

/** "Tôi được hưởng gì?": everything is worked out on the visitor's device; nothing is sent and nothing is kept. */
export default function Entitlement({ loaderData }: Route.ComponentProps) {
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
      ) : (
        <div className="page">
          <h1 className="h1">{t.title}</h1>
          <p className="lead">{t.lead}</p>
          <noscript>
            <p className="lead">{t.noScript}</p>
          </noscript>
        </div>
      )}
    </div>
  )
}
