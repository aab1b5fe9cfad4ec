import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { showTo } from './new-tasks.ts'
import { once, type Sent } from './once.ts'
import { clerks, isOfOneHouse, type Party, readActing, requireClerk, requireParty } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { takeTask } from './task-rows.ts'

/** What came of a proposal. */
export type ProposalOutcome = 'accepted' | 'partly' | 'refused' | 'forwarded'

/** One proposal of an agency, handed to another to settle. */
export interface Proposal {
  id: number
  directiveId: number
  taskId: number
  /** Whose proposal it is. */
  proposer: string | undefined
  content: string
  /** Who is to settle it. */
  party: Party
  dueOn: LocalDate | undefined
  handedBy: string
  handedOn: LocalDate
  outcome: ProposalOutcome | undefined
  answer: string | undefined
  answeredBy: string | undefined
  answeredOn: LocalDate | undefined
  isLate: boolean
}

/** A clerk hands a proposal to the agency that is to settle it, which sees the task from then on. */
export async function handProposal(
  transaction: Transaction,
  handed: Sent & { taskId: number; content: string; party: Party; proposer?: string; dueOn?: LocalDate },
): Promise<{ id: number }> {
  const { taskId, content, party, proposer, dueOn, key, at } = handed
  return once(
    transaction,
    { key, kind: 'handProposal', body: { taskId, content, party, proposer, dueOn } },
    async () => {
      await requireClerk(transaction)
      requireParty(party)
      const task = await takeTask(transaction, taskId, dayOf(at))
      if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
      if (dueOn !== undefined && dueOn < dayOf(at)) throw new DirectiveRefusal('notLater')
      const words = requireWords(content)
      const { directiveId } = task
      await showTo(transaction, taskId, [party])
      const { rows } = await sql<{
        id: number
      }>`insert into directives.proposal (directive_id, task_id, proposer, content,
        party, due_on, handed_at, handed_on)
      values (${directiveId}, ${taskId}, ${proposer ?? null}::text, ${words}, ${party}, ${dueOn ?? null}::date, ${at},
        ${dayOf(at)}) returning id`.execute(transaction)
      const id = rows[0]?.id as number
      await noteEvent(transaction, 'proposalHanded', {
        directiveId,
        taskId,
        party,
        at,
        details: { content: words, dueOn },
      })
      return { outcome: { id }, subject: { taskId } }
    },
  )
}

/** The agency that was handed a proposal says what came of it. */
export async function answerProposal(
  transaction: Transaction,
  answered: Sent & { proposalId: number; outcome: ProposalOutcome; answer: string },
): Promise<{ taskId: number }> {
  const { proposalId, outcome, answer, key, at } = answered
  return once(
    transaction,
    { key, kind: 'answerProposal', body: { proposalId, outcome, answer } },
    async () => {
      const { rows } = await sql<{
        taskId: number
        directiveId: number
        party: Party
        handedBy: string
      }>`select task_id as "taskId", directive_id as "directiveId", party, handed_by as "handedBy"
        from directives.proposal
        where id = ${proposalId}`.execute(transaction)
      const proposal = rows[0]
      if (!proposal) throw new DirectiveRefusal('noSuchRequest')
      const { parties, isMachine, name } = await readActing(transaction)
      if (!isMachine && !parties.includes(proposal.party)) throw new DirectiveRefusal('notAsked')
      // The office hands proposals on and acts for the committee: who handed one on does not settle it.
      if (proposal.handedBy === name && isOfOneHouse({ lead: clerks, receiver: proposal.party }))
        throw new DirectiveRefusal('ownWords')
      const words = requireWords(answer)
      const { rows: written } =
        await sql`update directives.proposal set outcome = ${outcome}, answer = ${words},
          answered_by = ${name}, answered_on = ${dayOf(at)}
        where id = ${proposalId} and outcome is null returning id`.execute(transaction)
      if (written.length === 0) throw new DirectiveRefusal('answeredAlready')
      const { taskId, directiveId, party } = proposal
      const details = { proposalId, outcome, answer: words }
      await noteEvent(transaction, 'proposalAnswered', { directiveId, taskId, party, at, details })
      return { outcome: { taskId }, subject: { taskId } }
    },
  )
}

/** Proposals of a directive, of a task, or handed to the parties given, the oldest first; `isOpen` are those not answered. */
export async function listProposals(
  transaction: Transaction,
  filter: { directiveId?: number; taskId?: number; parties?: readonly Party[]; isOpen?: boolean },
  today: LocalDate,
): Promise<Proposal[]> {
  const parties = filter.parties ? [...filter.parties] : null
  const { rows } = await sql<WithNulls<Omit<Proposal, 'isLate'>>>`select id, directive_id as "directiveId",
      task_id as "taskId", proposer, content, party, due_on as "dueOn", handed_by as "handedBy", handed_on as "handedOn",
      outcome, answer, answered_by as "answeredBy", answered_on as "answeredOn"
    from directives.proposal
    where (${filter.directiveId ?? null}::bigint is null or directive_id = ${filter.directiveId ?? null})
      and (${filter.taskId ?? null}::bigint is null or task_id = ${filter.taskId ?? null})
      and (${parties}::text[] is null or party = any(${parties}))
      and (not ${filter.isOpen ?? false}::boolean or outcome is null)
    order by id`.execute(transaction)
  return rows.map((row) => {
    const proposal = withoutNulls<Omit<Proposal, 'isLate'>>(row)
    const { dueOn, answeredOn } = proposal
    return { ...proposal, isLate: dueOn !== undefined && (answeredOn ?? today) > dueOn }
  })
}
