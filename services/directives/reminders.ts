import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { type ReminderKind, reminderText } from '#law/task-monitoring'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { Party } from './parties.ts'

/** A reminder that went out, in words as of the day it went. */
export interface Reminder {
  id: number
  taskId: number
  directiveId: number
  taskNumber: string
  does: string
  /** The opinion or the proposal it is about, instead of the task itself. */
  opinionId: number | undefined
  proposalId: number | undefined
  kind: ReminderKind
  /** To whom: an agency, or `leader`. */
  party: Party
  /** The due day it is about, or the day the task was said done. */
  aboutOn: LocalDate
  /** The day it should have gone out, and the day it did. */
  forOn: LocalDate
  firedOn: LocalDate
  says: { vi: string; en: string }
}

/**
 * What the actor's own agency, or the leaders, were reminded of since `since`, the latest first. Of tasks that are still
 * theirs to move: those done, withdrawn or handed on meanwhile are left out unless `isEverything`.
 */
export async function listReminders(
  transaction: Transaction,
  question: {
    parties?: readonly Party[]
    since?: LocalDate
    isEverything?: boolean
    limit: number
    offset?: number
  },
): Promise<Reminder[]> {
  const { parties, since = null, isEverything = false, limit, offset = 0 } = question
  return readReminders(
    transaction,
    sql`reminder.party = any(coalesce(${parties ? [...parties] : null}::text[], directives.parties()))
      and (${since}::date is null or reminder.fired_on >= ${since})
      and (${isEverything}::boolean or ${stillMoves})
      order by reminder.fired_on desc, reminder.id desc limit ${limit} offset ${offset}`,
  )
}

/** Whether a `reminder` still asks something of its `task`: it is not done, withdrawn, answered or moved to another day. */
export const stillMoves = sql`case
  when reminder.opinion_id is not null then exists (select from directives.opinion
    where opinion.id = reminder.opinion_id and opinion.stance is null)
  when reminder.proposal_id is not null then exists (select from directives.proposal
    where proposal.id = reminder.proposal_id and proposal.outcome is null)
  when reminder.kind = 'toConfirm' then task.state = 'saidDone' and task.said_done_on = reminder.about_on
  else task.state = 'open' and task.due_on = reminder.about_on end`

/** Every reminder of one task, the oldest first. */
export async function listRemindersOf(transaction: Transaction, taskId: number): Promise<Reminder[]> {
  return readReminders(transaction, sql`reminder.task_id = ${taskId} order by reminder.for_on, reminder.id`)
}

async function readReminders(transaction: Transaction, which: ReturnType<typeof sql>): Promise<Reminder[]> {
  const { rows } = await sql<WithNulls<Omit<Reminder, 'says'>>>`select reminder.id, task.id as "taskId",
      task.directive_id as "directiveId", task.number as "taskNumber", task.does, reminder.opinion_id as "opinionId",
      reminder.proposal_id as "proposalId", reminder.kind, reminder.party, about_on as "aboutOn", for_on as "forOn",
      fired_on as "firedOn"
    from directives.reminder join directives.task on task.id = reminder.task_id where ${which}`.execute(
    transaction,
  )
  return rows.map((row) => {
    const reminder = withoutNulls<Omit<Reminder, 'says'>>(row)
    return { ...reminder, says: reminderText(reminder, stateCalendar) }
  })
}

/** One look for reminders: when, over how many tasks, and what came of it. */
export interface ReminderRun {
  id: number
  today: LocalDate
  ranAt: Date
  tasks: number
  fired: number
  occurrences: number
}

/** The execution log, the newest first. */
export async function listReminderRuns(transaction: Transaction, limit: number): Promise<ReminderRun[]> {
  const { rows } = await sql<ReminderRun>`select id, today, ran_at as "ranAt", tasks, fired, occurrences
    from directives.reminder_run order by id desc limit ${limit}`.execute(transaction)
  return rows
}
