import { sql } from 'kysely'
import { BeyondCalendar, type LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { type OpinionState, opinionClock, opinionDueOn, opinionState } from '#law/task-monitoring'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { showTo } from './new-tasks.ts'
import { once, type Sent } from './once.ts'
import { isLedBy, type Party, readActing, requireParty } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { findTask, takeTask } from './task-rows.ts'

/** What an agency says when asked for its opinion. */
export type Stance = 'agrees' | 'agreesWithRemarks' | 'disagrees' | 'notConcerned'

/** An opinion asked of an agency about a task; silence is no agreement. */
export interface Opinion {
  id: number
  taskId: number
  party: Party
  askedParty: Party | undefined
  question: string
  askedBy: string
  askedOn: LocalDate
  workingDays: number
  dueOn: LocalDate
  stance: Stance | undefined
  answer: string | undefined
  answeredBy: string | undefined
  answeredOn: LocalDate | undefined
  state: OpinionState
}

/**
 * The lead of a task or a clerk asks agencies for their opinion, on a clock of 2 to 5 working days (5 when left out). Those
 * asked see the task from then on.
 */
export async function askOpinion(
  transaction: Transaction,
  asked: Sent & { taskId: number; parties: readonly Party[]; question: string; workingDays?: number },
): Promise<{ ids: number[] }> {
  const { taskId, parties, question, workingDays = opinionClock.workingDaysMax, key, at } = asked
  return once(
    transaction,
    { key, kind: 'askOpinion', body: { taskId, parties, question, workingDays } },
    async () => {
      const task = await takeTask(transaction, taskId, dayOf(at))
      if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
      const acting = await readActing(transaction)
      const isLead = isLedBy(acting.parties, task.lead)
      if (!isLead && !acting.isClerk) throw new DirectiveRefusal('notLead')
      const askedParty = isLead ? task.lead : acting.parties[0]
      if (parties.length === 0) throw new DirectiveRefusal('noSuchAgency')
      for (const party of parties) {
        requireParty(party)
        if (party === askedParty) throw new DirectiveRefusal('sameAgency')
      }
      const words = requireWords(question)
      const dueOn = dueDayOf(dayOf(at), workingDays)
      await showTo(transaction, taskId, parties)
      const { directiveId } = task
      const ids: number[] = []
      for (const party of new Set(parties)) {
        const { rows } = await sql<{
          id: number
        }>`insert into directives.opinion (task_id, party, asked_party, question,
          asked_at, asked_on, working_days, due_on)
        values (${taskId}, ${party}, ${askedParty ?? null}::text, ${words}, ${at}, ${dayOf(at)}, ${workingDays}, ${dueOn})
        returning id`.execute(transaction)
        ids.push(rows[0]?.id as number)
        const details = { question: words, dueOn }
        await noteEvent(transaction, 'opinionAsked', { directiveId, taskId, party, at, details })
      }
      return { outcome: { ids }, subject: { taskId } }
    },
  )
}

function dueDayOf(askedOn: LocalDate, workingDays: number): LocalDate {
  try {
    return opinionDueOn(askedOn, workingDays, stateCalendar)
  } catch (error) {
    if (error instanceof RangeError && !(error instanceof BeyondCalendar))
      throw new DirectiveRefusal('wrongClock')
    throw error
  }
}

/** The agency that was asked answers; also after its day, when it counts as late. */
export async function answerOpinion(
  transaction: Transaction,
  answered: Sent & { opinionId: number; stance: Stance; answer: string },
): Promise<{ taskId: number }> {
  const { opinionId, stance, answer, key, at } = answered
  return once(transaction, { key, kind: 'answerOpinion', body: { opinionId, stance, answer } }, async () => {
    const { rows } = await sql<{
      taskId: number
      party: Party
    }>`select task_id as "taskId", party from directives.opinion where id = ${opinionId}`.execute(transaction)
    const opinion = rows[0]
    if (!opinion) throw new DirectiveRefusal('noSuchRequest')
    const { parties, isMachine, name } = await readActing(transaction)
    if (!isMachine && !parties.includes(opinion.party)) throw new DirectiveRefusal('notAsked')
    const { taskId, party } = opinion
    const words = requireWords(answer)
    const { rows: written } = await sql`update directives.opinion set stance = ${stance}, answer = ${words},
        answered_by = ${name}, answered_on = ${dayOf(at)}
      where id = ${opinionId} and stance is null returning id`.execute(transaction)
    if (written.length === 0) throw new DirectiveRefusal('answeredAlready')
    const task = await findTask(transaction, taskId, dayOf(at))
    if (!task) throw new DirectiveRefusal('noSuchTask')
    const { directiveId } = task
    const details = { stance, answer: words }
    await noteEvent(transaction, 'opinionAnswered', { directiveId, taskId, party, at, details })
    return { outcome: { taskId }, subject: { taskId } }
  })
}

/** Opinions asked about a task, or of the parties given, the oldest first; `isOpen` are those not answered. */
export async function listOpinions(
  transaction: Transaction,
  filter: { taskId?: number; parties?: readonly Party[]; isOpen?: boolean },
  today: LocalDate,
): Promise<Opinion[]> {
  const { rows } = await sql<WithNulls<Omit<Opinion, 'state'>>>`select id, task_id as "taskId", party,
      asked_party as "askedParty", question, asked_by as "askedBy", asked_on as "askedOn", working_days as "workingDays",
      due_on as "dueOn", stance, answer, answered_by as "answeredBy", answered_on as "answeredOn"
    from directives.opinion
    where (${filter.taskId ?? null}::bigint is null or task_id = ${filter.taskId ?? null})
      and (${filter.parties ? [...filter.parties] : null}::text[] is null or party = any(${filter.parties ? [...filter.parties] : null}))
      and (not ${filter.isOpen ?? false}::boolean or stance is null)
    order by id`.execute(transaction)
  return rows.map((row) => {
    const opinion = withoutNulls<Omit<Opinion, 'state'>>(row)
    return { ...opinion, state: opinionState(opinion, today) }
  })
}
