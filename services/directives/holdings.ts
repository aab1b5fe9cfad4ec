import { sql } from 'kysely'
import { daysBetween, type LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { workingDaysBetween } from '#law/task-monitoring'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { Party } from './parties.ts'

/** Why a task came to its holder. */
export type HoldingReason = 'handed' | 'saidDone' | 'returned' | 'handedOver' | 'done' | 'withdrawn'

/** One link of the chain: who held a task from when until when, and for how long. */
export interface Holding {
  party: Party | undefined
  name: string
  because: HoldingReason
  from: Date
  /** Undefined: holds it now. */
  until: Date | undefined
  days: number
  workingDays: number
}

/** Passes a task on: the holder before gives it up at the instant the next receives it, with no gap and no overlap. */
export async function passOn(
  transaction: Transaction,
  taskId: number,
  to: { party: Party | undefined; name: string; because: HoldingReason; at: Date },
): Promise<void> {
  const { party, name, because, at } = to
  const { rows } = await sql<{ since: Date }>`update directives.holding
    set held = tstzrange(lower(held), greatest(${at}::timestamptz, lower(held) + interval '1 microsecond'))
    where task_id = ${taskId} and upper_inf(held) returning upper(held) as since`.execute(transaction)
  const isOver = because === 'done' || because === 'withdrawn'
  if (isOver) return
  // In the database's own words: the end of the link before may lie a microsecond after the instant given.
  await sql`insert into directives.holding (task_id, party, holder_name, because, held)
    values (${taskId}, ${party ?? null}::text, ${name}, ${because}, tstzrange(coalesce((select max(upper(held))
      from directives.holding where task_id = ${taskId} and ${rows.length > 0}::boolean), ${at}::timestamptz), null))`.execute(
    transaction,
  )
}

/** The chain of who held a task, the first first, with days up to `today` for who holds it now. */
export async function listHoldings(
  transaction: Transaction,
  taskId: number,
  today: LocalDate,
): Promise<Holding[]> {
  const { rows } = await sql<
    WithNulls<Omit<Holding, 'days' | 'workingDays'>>
  >`select party, holder_name as name,
      because, lower(held) as "from", upper(held) as until
    from directives.holding where task_id = ${taskId} order by held`.execute(transaction)
  return rows.map((row) => {
    const holding = withoutNulls<Omit<Holding, 'days' | 'workingDays'>>(row)
    const from = dayOf(holding.from)
    const until = holding.until ? dayOf(holding.until) : today
    return {
      ...holding,
      days: Math.max(0, daysBetween(from, until)),
      workingDays: workingDaysBetween(from, until, stateCalendar),
    }
  })
}
