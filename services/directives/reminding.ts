import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import {
  answerReminderDays,
  confirmReminderOn,
  type ReminderDay,
  type ReminderKind,
  reminderDays,
} from '#law/task-monitoring'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { clerks, type Party } from './parties.ts'
import { makeOccurrences } from './recurring.ts'
import type { ReminderRun } from './reminders.ts'

/** A reminder that is due: of what, on which day, to whom. */
interface Due {
  taskId: number
  opinionId?: number
  proposalId?: number
  kind: ReminderKind
  party: Party
  aboutOn: LocalDate
  forOn: LocalDate
}

/**
 * Sends every reminder that is due by the day of `at` and has not gone out: each once and never again, however often this
 * is called and however long nobody did. Makes the occurrences of recurring tasks first. The machine does it.
 */
export async function remind(transaction: Transaction, { at }: { at: Date }): Promise<ReminderRun> {
  const today = dayOf(at)
  await sql`select pg_advisory_xact_lock(hashtext('directives.reminder'))`.execute(transaction)
  const occurrences = await makeOccurrences(transaction, { today, at })
  const tasks = await listOpenTasks(transaction)
  const asked = await listAsked(transaction)
  const due = [...tasks.flatMap(ofTask), ...asked.flatMap(ofAsked)].filter(({ forOn }) => forOn <= today)
  return fire(transaction, due, { today, at, tasks: tasks.length, occurrences })
}

interface OpenTask {
  id: number
  lead: Party | null
  receiver: Party
  state: 'open' | 'saidDone'
  dueOn: LocalDate | null
  /** The day the period to the due day began for who leads it now. */
  sinceOn: LocalDate
  saidDoneOn: LocalDate | null
}

async function listOpenTasks(transaction: Transaction): Promise<OpenTask[]> {
  const { rows } =
    await sql<OpenTask>`select id, lead, receiver, state, due_on as "dueOn", said_done_on as "saidDoneOn",
      greatest(due_set_on, (select max((lower(held) at time zone 'Asia/Ho_Chi_Minh')::date) from directives.holding
        where holding.task_id = task.id and because in ('handed', 'handedOver'))) as "sinceOn"
    from directives.task
    where state = 'saidDone' or state = 'open' and due_on is not null and recurs is null order by id`.execute(
      transaction,
    )
  return rows
}

function ofTask({ id: taskId, lead, receiver, state, dueOn, sinceOn, saidDoneOn }: OpenTask): Due[] {
  if (state === 'saidDone' && saidDoneOn)
    return [
      {
        taskId,
        kind: 'toConfirm',
        party: receiver,
        aboutOn: saidDoneOn,
        forOn: confirmReminderOn(saidDoneOn, stateCalendar),
      },
    ]
  if (!dueOn) return []
  return reminderDays(sinceOn, dueOn, stateCalendar).flatMap(({ kind, on }) =>
    addressees(kind, { lead: lead ?? clerks, receiver }).map((party) => ({
      taskId,
      kind,
      party,
      aboutOn: dueOn,
      forOn: on,
    })),
  )
}

/** The lead is told of every day; from the first day late the receiver too, and the leader when it is escalated. */
function addressees(kind: ReminderKind, { lead, receiver }: { lead: Party; receiver: Party }): Party[] {
  if (kind === 'escalated') return [...new Set([lead, receiver, 'leader'])]
  return kind === 'late' ? [...new Set([lead, receiver])] : [lead]
}

/** An opinion or a proposal without its answer, of a task that is open. */
interface Asked {
  taskId: number
  opinionId: number | null
  proposalId: number | null
  party: Party
  asker: Party
  askedOn: LocalDate
  dueOn: LocalDate
}

async function listAsked(transaction: Transaction): Promise<Asked[]> {
  const { rows } =
    await sql<Asked>`select task_id as "taskId", opinion.id as "opinionId", null::bigint as "proposalId",
      party, coalesce(asked_party, ${clerks}) as asker, asked_on as "askedOn", opinion.due_on as "dueOn"
    from directives.opinion join directives.task on task.id = task_id
    where stance is null and task.state = 'open'
    union all
    select task_id, null, proposal.id, party, ${clerks}, proposal.handed_on, proposal.due_on
    from directives.proposal join directives.task on task.id = task_id
    where outcome is null and proposal.due_on is not null and task.state = 'open'
    order by 1, 2, 3`.execute(transaction)
  return rows
}

/** Who is asked is told before, on and after the day; who asked is told of the silence. */
function ofAsked({ taskId, opinionId, proposalId, party, asker, askedOn, dueOn }: Asked): Due[] {
  const about = { taskId, ...(opinionId && { opinionId }), ...(proposalId && { proposalId }), aboutOn: dueOn }
  const to = ({ kind }: ReminderDay) => (kind === 'late' ? [...new Set([party, asker])] : [party])
  return answerReminderDays(askedOn, dueOn, stateCalendar).flatMap((day) =>
    to(day).map((each) => ({ ...about, kind: day.kind, party: each, forOn: day.on })),
  )
}

/** Writes those that have not gone out, and one line of the log for all. */
async function fire(
  transaction: Transaction,
  due: readonly Due[],
  run: { today: LocalDate; at: Date; tasks: number; occurrences: number },
): Promise<ReminderRun> {
  const { today, at, tasks, occurrences } = run
  const sent = await readSent(transaction)
  const missing = due.filter((each) => !sent.has(keyOf(each)))
  const { rows } =
    await sql<ReminderRun>`insert into directives.reminder_run (today, ran_at, tasks, fired, occurrences)
    values (${today}, ${at}, ${tasks}, ${missing.length}, ${occurrences})
    returning id, today, ran_at as "ranAt", tasks, fired, occurrences`.execute(transaction)
  const [done] = rows
  if (!done) throw new Error('Reminders were sent and no line of the log was written')
  await sql`insert into directives.reminder (task_id, opinion_id, proposal_id, kind, party, about_on, for_on, fired_on, run_id)
    select "taskId", "opinionId", "proposalId", kind, party, "aboutOn", "forOn", ${today}::date, ${done.id}::bigint
    from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as each ("taskId" bigint, "opinionId" bigint,
      "proposalId" bigint, kind text, party text, "aboutOn" date, "forOn" date)
    order by "forOn", "taskId"`.execute(transaction)
  return done
}

/** What has gone out for tasks that are still followed, each by what makes it the same reminder. */
async function readSent(transaction: Transaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select concat_ws(' ', task_id, coalesce(opinion_id, 0),
      coalesce(proposal_id, 0), reminder.kind, about_on, party) as key
    from directives.reminder join directives.task on task.id = task_id
    where task.state in ('open', 'saidDone')`.execute(transaction)
  return new Set(rows.map(({ key }) => key))
}

function keyOf({ taskId, opinionId = 0, proposalId = 0, kind, aboutOn, party }: Due): string {
  return [taskId, opinionId, proposalId, kind, aboutOn, party].join(' ')
}
