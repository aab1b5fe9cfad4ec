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
import { clerks } from './parties.ts'
import { makeOccurrences } from './recurring.ts'
import type { ReminderRun } from './reminders.ts'

/**
 * Sends every reminder that is due by the day of `at` and has not gone out: each once and never again, however often this
 * is called and however long nobody did. Makes the occurrences of recurring tasks first. The machine does it.
 */
export async function remind(transaction: Transaction, { at }: { at: Date }): Promise<ReminderRun> {
  const today = dayOf(at)
  await sql`select pg_advisory_xact_lock(hashtext('directives.reminder'))`.execute(transaction)
  const occurrences = await makeOccurrences(transaction, { today, at })
  const periods = await listPeriods(transaction)
  const due = periods.flatMap(daysOfPeriod).filter(({ forOn }) => forOn <= today)
  return fire(transaction, due, { today, at, occurrences })
}

/** What runs: the day of a task, the confirmation of one, or the answer to an opinion or a proposal. */
type Running = 'task' | 'confirmation' | 'answer'

/** From when until when something runs; many tasks share one. */
interface Period {
  running: Running
  fromOn: LocalDate
  /** The due day, or the day the task was said done. */
  aboutOn: LocalDate
}

/** A day of a period on which is reminded. */
interface Due extends Period {
  kind: ReminderKind
  forOn: LocalDate
}

/**
 * Everything that runs: whom it is with, and the second who is told when it is late. A period to the due day begins for who
 * leads now. Days are computed once for each period and not for each task: an agency may hold twenty thousand.
 */
const clocks = sql`
  select 'task' as running, id as task_id, null::bigint as opinion_id, null::bigint as proposal_id,
    coalesce(lead, ${clerks}) as first, receiver as second, greatest(due_set_on, since.on) as from_on, due_on as about_on
  from directives.task left join (select task_id, max((lower(held) at time zone 'Asia/Ho_Chi_Minh')::date) as on
    from directives.holding where because in ('handed', 'handedOver') group by task_id) as since on since.task_id = task.id
  where state = 'open' and due_on is not null and recurs is null
  union all
  select 'confirmation', id, null, null, receiver, receiver, said_done_on, said_done_on
  from directives.task where state = 'saidDone'
  union all
  select 'answer', task_id, opinion.id, null, party, coalesce(asked_party, ${clerks}), asked_on, opinion.due_on
  from directives.opinion join directives.task on task.id = task_id where stance is null and task.state = 'open'
  union all
  select 'answer', task_id, null, proposal.id, party, ${clerks}, proposal.handed_on, proposal.due_on
  from directives.proposal join directives.task on task.id = task_id
  where outcome is null and proposal.due_on is not null and task.state = 'open'`

async function listPeriods(transaction: Transaction): Promise<Period[]> {
  const { rows } = await sql<Period>`select distinct running, from_on as "fromOn", about_on as "aboutOn"
    from (${clocks}) as clock`.execute(transaction)
  return rows
}

const days: Readonly<Record<Running, (fromOn: LocalDate, aboutOn: LocalDate) => ReminderDay[]>> = {
  task: (fromOn, dueOn) => reminderDays(fromOn, dueOn, stateCalendar),
  confirmation: (saidDoneOn) => [{ kind: 'toConfirm', on: confirmReminderOn(saidDoneOn, stateCalendar) }],
  answer: (askedOn, dueOn) => answerReminderDays(askedOn, dueOn, stateCalendar),
}

function daysOfPeriod({ running, fromOn, aboutOn }: Period): Due[] {
  return days[running](fromOn, aboutOn).map(({ kind, on }) => ({ running, fromOn, aboutOn, kind, forOn: on }))
}

/**
 * Writes those that have not gone out, and one line of the log for all. Who has it is told of every day; from the first day
 * late the second too, and the leader when it is escalated.
 */
async function fire(
  transaction: Transaction,
  due: readonly Due[],
  { today, at, occurrences }: { today: LocalDate; at: Date; occurrences: number },
): Promise<ReminderRun> {
  const { rows } = await sql<ReminderRun>`with clock as materialized (${clocks}),
    due as materialized (select * from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
      as each (running text, "fromOn" date, "aboutOn" date, kind text, "forOn" date)),
    missing as materialized (select task_id, opinion_id, proposal_id, kind, party, place, about_on, "forOn" as for_on
      from due join clock on clock.running = due.running and from_on = "fromOn" and about_on = "aboutOn"
      cross join lateral (select party, min(place) as place from (values (1, first),
        (2, case when kind in ('late', 'escalated') then second end),
        (3, case kind when 'escalated' then 'leader' end)) as told (place, party) where party is not null
        group by party) as told
      where not exists (select from directives.reminder as sent where sent.task_id = clock.task_id
        and sent.opinion_id is not distinct from clock.opinion_id
        and sent.proposal_id is not distinct from clock.proposal_id
        and sent.kind = due.kind and sent.about_on = clock.about_on and sent.party = told.party)),
    run as (insert into directives.reminder_run (today, ran_at, tasks, fired, occurrences)
      values (${today}, ${at}, (select count(*) from clock where running <> 'answer'), (select count(*) from missing),
        ${occurrences})
      returning id, today, ran_at as "ranAt", tasks, fired, occurrences),
    sent as (insert into directives.reminder (task_id, opinion_id, proposal_id, kind, party, about_on, for_on, fired_on,
        run_id)
      select task_id, opinion_id, proposal_id, kind, party, about_on, for_on, ${today}::date, run.id
      from missing cross join run order by for_on, task_id, place)
    select * from run`.execute(transaction)
  const [run] = rows
  if (!run) throw new Error('Reminders were sent and no line of the log was written')
  return run
}
