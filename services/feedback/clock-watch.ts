import { sql } from 'kysely'
import { addDays, day, daysBetween, type LocalDate } from '#calendar'
import { isArea } from '#law/authorities'
import { type FeedbackPath, feedbackPaths, feedbackRules, levelAbove } from '#law/feedback'
import { today } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { findMessages, type Message } from './messages.ts'
import type { FeedbackTables } from './tables.ts'
import { readTold, tell } from './telling.ts'

/** What one look at the clocks of a path found and did. */
export interface ClockRun {
  path: FeedbackPath
  /** Messages whose clock runs. */
  looked: number
  escalated: number
}

/**
 * Raises by a level every message whose clock ran out before today, once for each day it was due on, and closes what
 * was answered so long ago that it can be reopened no more. For the machine alone; looking twice does nothing twice.
 */
export async function watchClocks(transaction: Transaction, now: Date): Promise<ClockRun[]> {
  const on = today(now)
  await closeAnswered(transaction, { on, now })
  const runs: ClockRun[] = []
  for (const path of feedbackPaths) {
    const { rows } = await sql<{ looked: number; late: string[] }>`select count(*) as looked,
      coalesce(array_agg(id::text order by due_on, id) filter (where due_on < ${on}
        and escalated_for is distinct from due_on), '{}') as late
      from feedback.message where path = ${path} and state <> 'closed' and due_on is not null`.execute(
      transaction,
    )
    const { looked = 0, late = [] } = rows[0] ?? {}
    for (const message of await findMessages(transaction, late))
      await raise(transaction, message, { on, now })
    runs.push({ path, looked, escalated: late.length })
  }
  await transaction
    .withTables<FeedbackTables>()
    .insertInto('feedback.clock_run')
    .values(runs.map((run) => ({ ...run, on_day: on, at: now })))
    .execute()
  return runs
}

async function raise(
  transaction: Transaction,
  message: Message,
  { on, now }: { on: LocalDate; now: Date },
): Promise<void> {
  const dueOn = day(message.dueOn ?? on)
  const area = message.area !== null && isArea(message.area) ? message.area : undefined
  const above = levelAbove({ ...message, area }, on)
  const details = {
    forDue: dueOn,
    daysOver: daysBetween(dueOn, on),
    raisedAgency: message.path === 'open' ? above.agency : null,
  }
  await transaction
    .withTables<FeedbackTables>()
    .insertInto('feedback.act')
    .values({
      message_id: message.id,
      act: 'escalate',
      at: now,
      details: JSON.stringify(details),
      key: `${message.id} escalate ${dueOn}`,
    })
    .execute()
  if (message.path === 'open')
    await tell(transaction, await readTold(transaction, message), { act: 'escalate', now })
}

/**
 * Answered, and not reopened in the days there were for that: the end of it, which its sender was told before. What is
 * reserved is ended by an officer, with a reason.
 */
async function closeAnswered(
  transaction: Transaction,
  { on, now }: { on: LocalDate; now: Date },
): Promise<void> {
  const last = addDays(on, -feedbackRules.reopenDays - 1)
  await sql`insert into feedback.act (message_id, act, at, details)
    select id, 'close', ${now}, '{"state": "closed", "dueOn": null}' from feedback.message
    where state = 'approved' and path = 'open' and answered_on <= ${last}`.execute(transaction)
}

/** The newest looks at the clocks, as far as the officer may know. */
export async function listClockRuns(
  transaction: Transaction,
  limit = 10,
): Promise<(ClockRun & { onDay: string; at: Date })[]> {
  const { rows } = await sql<ClockRun & { onDay: string; at: Date }>`select path, looked, escalated,
    on_day as "onDay", at from feedback.clock_run order by at desc, path limit ${limit}`.execute(transaction)
  return rows
}
