import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { nearFromOn } from '#law/task-monitoring'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { requireLead, requireReceiver } from './completing.ts'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import type { Party } from './parties.ts'
import { readActing } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { takeTask } from './task-rows.ts'

/** More time asked for a task, and what was decided. */
export interface Extension {
  id: number
  taskId: number
  party: Party | undefined
  reason: string
  /** The due day it had when it was asked. */
  dueOn: LocalDate
  wantedOn: LocalDate
  askedBy: string
  askedAt: Date
  state: 'asked' | 'granted' | 'refused'
  grantedOn: LocalDate | undefined
  because: string | undefined
  decidedBy: string | undefined
  decidedAt: Date | undefined
}

/** The lead of a task asks for more time; one request at a time. */
export async function askExtension(
  transaction: Transaction,
  { taskId, wantedOn, reason, key, at }: Sent & { taskId: number; wantedOn: LocalDate; reason: string },
): Promise<{ id: number }> {
  return once(transaction, { key, kind: 'askExtension', body: { taskId, wantedOn, reason } }, async () => {
    const task = await takeTask(transaction, taskId, dayOf(at))
    if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
    const party = await requireLead(transaction, task)
    if (task.dueOn === undefined) throw new DirectiveRefusal('noDueDay')
    if (wantedOn <= task.dueOn || wantedOn <= dayOf(at)) throw new DirectiveRefusal('notLater')
    const words = requireWords(reason)
    const { rows } = await sql<{
      id: number
    }>`insert into directives.extension (task_id, party, reason, due_on,
        wanted_on, asked_at)
      values (${taskId}, ${party ?? null}::text, ${words}, ${task.dueOn}, ${wantedOn}, ${at})
      on conflict do nothing returning id`.execute(transaction)
    const id = rows[0]?.id
    if (id === undefined) throw new DirectiveRefusal('askedAlready')
    const { directiveId } = task
    const details = { dueOn: task.dueOn, wantedOn, reason: words }
    await noteEvent(transaction, 'extensionAsked', { directiveId, taskId, party, at, details })
    return { outcome: { id }, subject: { taskId } }
  })
}

export type ExtensionDecision =
  | { state: 'granted'; grantedOn: LocalDate; because?: string }
  | { state: 'refused'; because: string }

/** The receiver grants or refuses more time; a day that is granted may differ from the one asked for. The first day stays. */
export async function decideExtension(
  transaction: Transaction,
  { taskId, decision, key, at }: Sent & { taskId: number; decision: ExtensionDecision },
): Promise<{ id: number; dueOn: LocalDate }> {
  return once(transaction, { key, kind: 'decideExtension', body: { taskId, decision } }, async () => {
    const task = await takeTask(transaction, taskId, dayOf(at))
    const { rows: asked } = await sql<{ by: string }>`select asked_by as by from directives.extension
      where task_id = ${taskId} and state = 'asked'`.execute(transaction)
    await requireReceiver(transaction, task, asked[0]?.by)
    // Only what the actor may decide is held: who may not was told so above.
    const { rows } = await sql<{ id: number }>`select id from directives.extension
      where task_id = ${taskId} and state = 'asked' for update`.execute(transaction)
    const id = rows[0]?.id
    if (id === undefined) throw new DirectiveRefusal('noSuchRequest')
    if (task.status !== 'open' || task.dueOn === undefined) throw new DirectiveRefusal('notOpen')
    const grantedOn = decision.state === 'granted' ? decision.grantedOn : undefined
    if (grantedOn !== undefined && (grantedOn <= task.dueOn || grantedOn <= dayOf(at)))
      throw new DirectiveRefusal('notLater')
    const because = decision.state === 'refused' ? requireWords(decision.because) : decision.because?.trim()
    const { name } = await readActing(transaction)
    await sql`update directives.extension set state = ${decision.state}, granted_on = ${grantedOn ?? null}::date,
        because = ${because || null}::text, decided_by = ${name}, decided_at = ${at}
      where id = ${id}`.execute(transaction)
    if (grantedOn !== undefined) await setDueDay(transaction, taskId, { dueOn: grantedOn, setOn: dayOf(at) })
    const kind = decision.state === 'granted' ? 'extensionGranted' : 'extensionRefused'
    const details = { dueOn: task.dueOn, grantedOn, because }
    const { directiveId, receiver } = task
    await noteEvent(transaction, kind, { directiveId, taskId, party: receiver, at, details })
    return { outcome: { id, dueOn: grantedOn ?? task.dueOn }, subject: { taskId } }
  })
}

async function setDueDay(
  transaction: Transaction,
  taskId: number,
  { dueOn, setOn }: { dueOn: LocalDate; setOn: LocalDate },
): Promise<void> {
  await sql`update directives.task set due_on = ${dueOn}, due_set_on = ${setOn},
      near_from_on = ${nearFromOn(dueOn, stateCalendar)}, version = version + 1
    where id = ${taskId}`.execute(transaction)
}

/** What was asked and decided about a task's time, the oldest first. */
export async function listExtensions(transaction: Transaction, taskId: number): Promise<Extension[]> {
  const { rows } = await sql<
    WithNulls<Extension>
  >`select id, task_id as "taskId", party, reason, due_on as "dueOn",
      wanted_on as "wantedOn", asked_by as "askedBy", asked_at as "askedAt", state, granted_on as "grantedOn", because,
      decided_by as "decidedBy", decided_at as "decidedAt"
    from directives.extension where task_id = ${taskId} order by id`.execute(transaction)
  return rows.map((row) => withoutNulls<Extension>(row))
}
