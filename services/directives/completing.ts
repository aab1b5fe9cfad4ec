import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { passOn } from './holdings.ts'
import { once, type Sent } from './once.ts'
import {
  isLedBy,
  isOfOneHouse,
  namesOfParties,
  type Party,
  readActing,
  receives,
  requireClerk,
} from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { findTask, type Task, takeTask } from './task-rows.ts'

/** Throws unless the actor's agency leads the task; the machine passes. Returns for whom the actor acts. */
export async function requireLead(transaction: Transaction, task: Task): Promise<Party | undefined> {
  const { parties, isMachine } = await readActing(transaction)
  if (isMachine) return task.lead
  if (task.lead === undefined) throw new DirectiveRefusal('noLead')
  if (!parties.includes(task.lead)) throw new DirectiveRefusal('notLead')
  if (!isLedBy(parties, task.lead)) throw new DirectiveRefusal('ofAllCommunes')
  return task.lead
}

/** Throws unless the actor decides, as the receiver of the task, what `by` said of it; the machine passes. */
export async function requireReceiver(
  transaction: Transaction,
  task: Task,
  by: string | undefined,
): Promise<void> {
  const acting = await readActing(transaction)
  if (acting.isMachine || receives(acting, task, by)) return
  throw new DirectiveRefusal(acting.name === by && isOfOneHouse(task) ? 'ownWords' : 'notReceiver')
}

/** Its lead says that a task is done; it goes to its receiver, and is done only when they confirm. */
export async function finishTask(
  transaction: Transaction,
  { taskId, note, key, at }: Sent & { taskId: number; note: string },
): Promise<{ taskId: number }> {
  return once(transaction, { key, kind: 'finishTask', body: { taskId, note } }, async () => {
    const task = await takeTask(transaction, taskId, dayOf(at))
    if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
    if (task.kind === 'principle' || task.recurs !== undefined) throw new DirectiveRefusal('neverFinished')
    const party = await requireLead(transaction, task)
    if (task.parts && task.parts.done < task.parts.total) throw new DirectiveRefusal('partsOpen')
    if (await hasOpenProposals(transaction, taskId)) throw new DirectiveRefusal('proposalsOpen')
    await sayDone(transaction, task, { on: dayOf(at), at, party, note: requireWords(note) })
    return { outcome: { taskId }, subject: { taskId } }
  })
}

async function hasOpenProposals(transaction: Transaction, taskId: number): Promise<boolean> {
  const { rows } = await sql`select from directives.proposal where task_id = ${taskId} and outcome is null
    limit 1`.execute(transaction)
  return rows.length > 0
}

async function sayDone(
  transaction: Transaction,
  { id: taskId, directiveId, receiver }: Task,
  said: { on: LocalDate; at: Date; party: Party | undefined; note: string },
): Promise<void> {
  const { on, at, party, note } = said
  const { name } = await readActing(transaction)
  await sql`update directives.task set state = 'saidDone', said_done_on = ${on}, said_done_by = ${name},
    version = version + 1 where id = ${taskId}`.execute(transaction)
  const receiverName = (await namesOfParties(transaction, [receiver])).get(receiver)?.vi ?? receiver
  await passOn(transaction, taskId, { party: receiver, name: receiverName, because: 'saidDone', at })
  await noteEvent(transaction, 'saidDone', { directiveId, taskId, party, at, details: { note, on } })
}

/**
 * Its receiver confirms that a task is done: on the day its lead said so. When it was the last open part of a whole, the
 * whole is said done with it and goes to its own receiver.
 */
export async function acceptTask(
  transaction: Transaction,
  { taskId, note = '', key, at }: Sent & { taskId: number; note?: string },
): Promise<{ taskId: number; wholeSaidDone: number | undefined }> {
  return once(transaction, { key, kind: 'acceptTask', body: { taskId, note } }, async () => {
    // The whole is held first: two last parts confirmed at once wait for each other instead of both seeing one open.
    await sql`select from directives.task where id = (select parent_id from directives.task where id = ${taskId})
      for update`.execute(transaction)
    const task = await takeTask(transaction, taskId, dayOf(at))
    await requireReceiver(transaction, task, task.saidDoneBy)
    if (task.status !== 'saidDone') throw new DirectiveRefusal('notSaidDone')
    const { name } = await readActing(transaction)
    await sql`update directives.task set state = 'done', confirmed_on = ${dayOf(at)}, confirmed_by = ${name},
      version = version + 1 where id = ${taskId}`.execute(transaction)
    const { directiveId, receiver } = task
    await passOn(transaction, taskId, { party: receiver, name: '', because: 'done', at })
    await noteEvent(transaction, 'confirmed', { directiveId, taskId, party: receiver, at, details: { note } })
    const wholeSaidDone = await finishWhole(transaction, task, at)
    return { outcome: { taskId, wholeSaidDone }, subject: { taskId } }
  })
}

/** The whole of which every part is done is said done on the day of the last; returns it. */
async function finishWhole(
  transaction: Transaction,
  { parentId }: Task,
  at: Date,
): Promise<number | undefined> {
  const whole = parentId === undefined ? undefined : await findTask(transaction, parentId, dayOf(at))
  if (whole?.status !== 'open' || whole.recurs !== undefined || !whole.parts) return undefined
  if (whole.parts.done < whole.parts.total || (await hasOpenProposals(transaction, whole.id)))
    return undefined
  const { rows } = await sql<{ on: LocalDate }>`select max(said_done_on) as "on" from directives.task
    where parent_id = ${whole.id} and state = 'done'`.execute(transaction)
  const note = 'Mọi việc thành phần đã hoàn thành'
  await sayDone(transaction, whole, { on: rows[0]?.on ?? dayOf(at), at, party: whole.lead, note })
  return whole.id
}

/** Its receiver returns what was said done, with the reason: it counts as not completed, and its clock has never stood still. */
export async function returnTask(
  transaction: Transaction,
  { taskId, because, key, at }: Sent & { taskId: number; because: string },
): Promise<{ taskId: number }> {
  return once(transaction, { key, kind: 'returnTask', body: { taskId, because } }, async () => {
    const task = await takeTask(transaction, taskId, dayOf(at))
    await requireReceiver(transaction, task, task.saidDoneBy)
    if (task.status !== 'saidDone') throw new DirectiveRefusal('notSaidDone')
    const words = requireWords(because)
    await sql`update directives.task set state = 'open', said_done_on = null, said_done_by = null,
      version = version + 1 where id = ${taskId}`.execute(transaction)
    const { directiveId, lead, leadName, saidDoneOn } = task
    await passOn(transaction, taskId, { party: lead, name: leadName, because: 'returned', at })
    const details = { because: words, saidDoneOn }
    await noteEvent(transaction, 'returned', { directiveId, taskId, party: task.receiver, at, details })
    return { outcome: { taskId }, subject: { taskId } }
  })
}

/** A clerk withdraws a task that is no longer wanted, with its open parts, and says why; nothing of it is removed. */
export async function withdrawTask(
  transaction: Transaction,
  { taskId, because, key, at }: Sent & { taskId: number; because: string },
): Promise<{ withdrawn: number[] }> {
  return once(transaction, { key, kind: 'withdrawTask', body: { taskId, because } }, async () => {
    await requireClerk(transaction)
    const task = await takeTask(transaction, taskId, dayOf(at))
    if (task.status === 'done' || task.status === 'withdrawn') throw new DirectiveRefusal('closed')
    const words = requireWords(because)
    const { rows } = await sql<{ id: number }>`with recursive whole as (
        select id from directives.task where id = ${taskId}
        union all select part.id from directives.task as part join whole on part.parent_id = whole.id)
      update directives.task set state = 'withdrawn', said_done_on = null, said_done_by = null, version = version + 1
      where id in (select id from whole) and state in ('open', 'saidDone') returning id`.execute(transaction)
    const withdrawn = rows.map(({ id }) => id).toSorted((one, other) => one - other)
    for (const id of withdrawn) {
      await passOn(transaction, id, { party: undefined, name: '', because: 'withdrawn', at })
      const { directiveId, lead } = task
      await noteEvent(transaction, 'withdrawn', {
        directiveId,
        taskId: id,
        party: lead,
        at,
        details: { because: words },
      })
    }
    return { outcome: { withdrawn }, subject: { taskId } }
  })
}
