import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import { stateCalendar } from '#law/holidays'
import { nearFromOn } from '#law/task-monitoring'
import type { DraftKind, DutyArea, NoticeTarget, Recurrence } from '#notices'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import type { NamedParty } from './agency-names.ts'
import type { Quote } from './drafts.ts'
import { type EventKind, noteEvent } from './events.ts'
import { passOn } from './holdings.ts'
import { clerks, type Party } from './parties.ts'

/** A task as it is handed out. */
export interface NewTask {
  directiveId: number
  parentId?: number
  draftId?: number
  number: string
  does: string
  kind: DraftKind
  areas: readonly DutyArea[]
  lead: Party | undefined
  leadName: string
  cooperating: readonly NamedParty[]
  receiver: Party
  /** Who sees it beside lead, cooperating agencies and receiver. */
  seenBy?: readonly Party[]
  reportsTo?: string | undefined
  dueOn?: LocalDate | undefined
  recurs?: Recurrence | undefined
  occursOn?: LocalDate
  product?: string | undefined
  cites?: readonly string[]
  targets?: readonly NoticeTarget[]
  quotes?: readonly Quote[]
}

/** Hands a task out at an instant: its lead holds it from then. Returns its id. */
export async function handOut(
  transaction: Transaction,
  task: NewTask,
  { at, because }: { at: Date; because: EventKind },
): Promise<number> {
  const id = await insertTask(transaction, task, dayOf(at))
  const { directiveId, lead, leadName } = task
  await passOn(transaction, id, { party: lead, name: leadName, because: 'handed', at })
  await noteEvent(transaction, because, { directiveId, taskId: id, party: lead, at, details: { leadName } })
  return id
}

async function insertTask(transaction: Transaction, task: NewTask, handedOn: LocalDate): Promise<number> {
  const { dueOn, lead, cooperating, receiver, seenBy = [] } = task
  const parties = [lead, receiver, ...cooperating.map(({ party }) => party), ...seenBy]
  const days = dueOn && { dueSetOn: handedOn, near: nearFromOn(dueOn, stateCalendar) }
  const { rows } = await sql<{
    id: number
  }>`insert into directives.task (directive_id, parent_id, draft_id, number, does,
      kind, areas, lead, lead_name, cooperating, receiver, reports_to, parties, handed_on, due_on, original_due_on,
      due_set_on, near_from_on, recurs, occurs_on, product, cites, targets, quotes, words)
    values (${task.directiveId}, ${task.parentId ?? null}::bigint, ${task.draftId ?? null}::bigint, ${task.number},
      ${task.does}, ${task.kind}, ${[...task.areas]}::text[], ${lead ?? null}::text, ${task.leadName},
      ${JSON.stringify(cooperating)}, ${receiver}, ${task.reportsTo ?? null}::text,
      ${[...new Set(parties.filter((party) => party !== undefined))]}::text[], ${handedOn}, ${dueOn ?? null}::date,
      ${dueOn ?? null}::date, ${days?.dueSetOn ?? null}::date, ${days?.near ?? null}::date, ${task.recurs ?? null}::text,
      ${task.occursOn ?? null}::date, ${task.product ?? null}::text, ${[...(task.cites ?? [])]}::text[],
      ${JSON.stringify(task.targets ?? [])}, ${JSON.stringify(task.quotes ?? [])},
      ${await wordsOf(transaction, task)})
    returning id`.execute(transaction)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('A task was handed out and has no id')
  return id
}

/** What a task is found by. */
async function wordsOf(transaction: Transaction, task: NewTask): Promise<string> {
  const { rows } = await sql<{ number: string | null }>`select number from directives.directive
    where id = ${task.directiveId}`.execute(transaction)
  return foldText([task.does, task.product, ...(task.cites ?? []), rows[0]?.number].filter(Boolean).join(' '))
}

/**
 * Who receives what a lead says is done: the clerks of the province, or the province’s committee itself for what its
 * office does, since nobody confirms for their own agency.
 */
export function receiverFor(lead: Party | undefined, wanted: Party = clerks): Party {
  if (wanted !== lead) return wanted
  return lead === clerks ? 'provinceCommittee' : clerks
}

/** Lets more agencies see a task and its parts: who sees a whole sees all of it, so that its progress is the same for all; but each commune only its own part of what all were given. */
export async function showTo(
  transaction: Transaction,
  taskId: number,
  parties: readonly Party[],
): Promise<void> {
  await sql`with recursive whole as (
      select id from directives.task where id = ${taskId}
      union all select part.id from directives.task as part join whole on part.parent_id = whole.id)
    update directives.task set parties = parties || array(select party from unnest(${[...parties]}::text[]) as party
      where not coalesce(starts_with(task.lead, party || ':'), false) except select unnest(parties)) where id in (select id from whole)`.execute(
    transaction,
  )
}
