import { now } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import { publishDue } from '#publishing'
import type { Background } from './background.ts'

const everyMs = 20_000
const machine = { kind: 'system', job: 'publishScheduled' } as const

/** Shows what was approved for an hour that has come; any number of servers may do it at once. Returns how many. */
export function publishScheduled(database: Database, at: Date): Promise<number> {
  return withActor(database, machine, (transaction) => publishDue(transaction, at))
}

/** Does so three times a minute until what is returned is called. */
export function publishRegularly({ database, log }: Pick<Background, 'database' | 'log'>): () => void {
  const publish = () =>
    publishScheduled(database, now()).then(
      (shown) => {
        if (shown > 0) log.info({ shown }, 'showing what was scheduled')
      },
      (error) => log.warn({ error: String(error) }, 'showing what was scheduled'),
    )
  void publish()
  const timer = setInterval(() => void publish(), everyMs)
  return () => clearInterval(timer)
}
