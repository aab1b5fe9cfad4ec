import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { passOn } from './holdings.ts'
import { handOut, type NewTask, receiverFor, showTo } from './new-tasks.ts'
import { once, type Sent } from './once.ts'
import {
  clerks,
  isLedBy,
  isOfAllCommunes,
  namesOfParties,
  type Party,
  readActing,
  requireClerk,
  requireParty,
} from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { type Task, takeTask } from './task-rows.ts'

/** A part of a task as it is given to an agency. */
export interface TaskPart {
  does: string
  lead: Party
  dueOn?: LocalDate | undefined
  product?: string | undefined
}

/**
 * Splits a task into parts by agency: by its lead, or by a clerk. What the lead gives to others it receives itself; what it
 * keeps goes to whom the whole goes. The whole is done only when all its parts are. Who sees the whole sees its parts; who is
 * given a part sees that part.
 */
export async function splitTask(
  transaction: Transaction,
  { taskId, parts, key, at }: Sent & { taskId: number; parts: readonly TaskPart[] },
): Promise<{ ids: number[] }> {
  return once(transaction, { key, kind: 'splitTask', body: { taskId, parts } }, async () => {
    const task = await takeToSplit(transaction, taskId, at)
    return { outcome: { ids: await handOutParts(transaction, task, { parts, at }) }, subject: { taskId } }
  })
}

/** Gives every commune of the day a part of its own, with the same words and the same day unless another is given. */
export async function splitByCommune(
  transaction: Transaction,
  { taskId, dueOn, key, at }: Sent & { taskId: number; dueOn?: LocalDate },
): Promise<{ ids: number[] }> {
  return once(transaction, { key, kind: 'splitByCommune', body: { taskId, dueOn } }, async () => {
    const task = await takeToSplit(transaction, taskId, at)
    const { rows } = await sql<{ uid: string }>`select uid from registry.unit
      where level = 'commune' and valid @> ${dayOf(at)}::date order by code`.execute(transaction)
    if (rows.length === 0) throw new DirectiveRefusal('noCommunes')
    const parts = rows.map(({ uid }) => ({
      does: task.does,
      lead: `communeCommittee:${uid}`,
      dueOn,
      product: task.product,
    }))
    return { outcome: { ids: await handOutParts(transaction, task, { parts, at }) }, subject: { taskId } }
  })
}

/** The task, held, for its lead or a clerk to split. */
async function takeToSplit(transaction: Transaction, taskId: number, at: Date): Promise<Task> {
  const task = await takeTask(transaction, taskId, dayOf(at))
  if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
  const { parties, isClerk } = await readActing(transaction)
  if (!isClerk && !isLedBy(parties, task.lead)) throw new DirectiveRefusal('notLead')
  return task
}

async function handOutParts(
  transaction: Transaction,
  task: Task,
  { parts, at }: { parts: readonly TaskPart[]; at: Date },
): Promise<number[]> {
  if (parts.length === 0) throw new DirectiveRefusal('splitOfOne')
  for (const part of parts) checkPart(task, part)
  const names = await namesOfParties(transaction, [...new Set(parts.map(({ lead }) => lead))])
  const first = await countParts(transaction, task.id)
  const ids: number[] = []
  for (const [index, part] of parts.entries()) {
    const leadName = names.get(part.lead)?.vi ?? part.lead
    const number = `${task.number}.${first + index + 1}`
    ids.push(
      await handOut(transaction, taskOfPart(task, part, { number, leadName }), { at, because: 'handed' }),
    )
  }
  const { directiveId, lead, id: taskId } = task
  await noteEvent(transaction, 'split', { directiveId, taskId, party: lead, at, details: { into: ids } })
  return ids
}

function taskOfPart(task: Task, part: TaskPart, named: { number: string; leadName: string }): NewTask {
  // One commune neither receives nor sees what another does of what all were given.
  const isShared = isOfAllCommunes(task.lead)
  const isOwn = part.lead === task.lead || isShared
  return {
    ...named,
    directiveId: task.directiveId,
    parentId: task.id,
    does: requireWords(part.does),
    kind: 'task',
    areas: task.areas,
    lead: part.lead,
    cooperating: [],
    receiver: receiverFor(part.lead, isOwn ? task.receiver : (task.lead ?? clerks)),
    seenBy: task.parties.filter((party) => !part.lead.startsWith(`${party}:`)),
    dueOn: part.dueOn ?? task.dueOn,
    product: part.product,
    quotes: task.quotes,
  }
}

function checkPart(task: Task, { lead, dueOn }: TaskPart): void {
  requireParty(lead)
  if (task.dueOn !== undefined && dueOn !== undefined && dueOn > task.dueOn)
    throw new DirectiveRefusal('dueTooLate')
}

async function countParts(transaction: Transaction, taskId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from directives.task
    where parent_id = ${taskId}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/**
 * Gives a task to another agency, or to the one a clerk chooses where the name in the text led to none. The agency before
 * goes on seeing it; the chain shows how long each held it.
 */
export async function handOver(
  transaction: Transaction,
  { taskId, to, because, key, at }: Sent & { taskId: number; to: Party; because: string },
): Promise<{ taskId: number }> {
  return once(transaction, { key, kind: 'handOver', body: { taskId, to, because } }, async () => {
    await requireClerk(transaction)
    requireParty(to)
    const task = await takeTask(transaction, taskId, dayOf(at))
    if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
    if (task.lead === to) throw new DirectiveRefusal('sameAgency')
    const words = requireWords(because)
    const name = (await namesOfParties(transaction, [to])).get(to)?.vi ?? to
    const receiver = receiverFor(to, task.receiver)
    await showTo(transaction, taskId, [to, receiver])
    await sql`update directives.task set lead = ${to}, lead_name = ${name}, receiver = ${receiver}, version = version + 1
      where id = ${taskId}`.execute(transaction)
    await passOn(transaction, taskId, { party: to, name, because: 'handedOver', at })
    const { directiveId } = task
    const details = { from: task.lead, fromName: task.leadName, because: words }
    await noteEvent(transaction, 'handedOver', { directiveId, taskId, party: to, at, details })
    return { outcome: { taskId }, subject: { taskId } }
  })
}
