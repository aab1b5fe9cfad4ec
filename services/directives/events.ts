import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import type { Party } from './parties.ts'

/** What can happen to a directive, a draft or a task. */
export type EventKind =
  | 'kept'
  | 'headEdited'
  | 'headConfirmed'
  | 'draftAdded'
  | 'draftConfirmed'
  | 'draftEdited'
  | 'draftsJoined'
  | 'draftSplit'
  | 'draftDropped'
  | 'draftRestored'
  | 'issued'
  | 'handed'
  | 'split'
  | 'occurred'
  | 'handedOver'
  | 'reported'
  | 'evidenceAdded'
  | 'saidDone'
  | 'confirmed'
  | 'returned'
  | 'withdrawn'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'opinionAsked'
  | 'opinionAnswered'
  | 'proposalHanded'
  | 'proposalAnswered'
  | 'metricLinked'
  | 'metricUnlinked'

export interface TaskEvent {
  id: number
  draftId: number | undefined
  taskId: number | undefined
  kind: EventKind
  /** The agency that acted, or that it concerns. */
  party: Party | undefined
  /** As the audit log names them: `officer:ID`. */
  actor: string
  at: Date
  details: Record<string, unknown>
}

interface Happening {
  directiveId: number
  draftId?: number
  taskId?: number
  party?: Party | undefined
  at: Date
  details?: object
}

/** Adds a line to the history: nothing is ever changed or taken from it. */
export async function noteEvent(transaction: Transaction, kind: EventKind, what: Happening): Promise<void> {
  const { directiveId, draftId, taskId, party, at, details } = what
  await sql`insert into directives.event (directive_id, draft_id, task_id, kind, party, at, details)
    values (${directiveId}, ${draftId ?? null}, ${taskId ?? null}, ${kind},
      ${party ?? null}::text, ${at}, ${JSON.stringify(details ?? {})})`.execute(transaction)
}

/** What happened to a task, or to a directive and its drafts and tasks, the oldest first. */
export async function listEvents(
  transaction: Transaction,
  of: { taskId: number } | { directiveId: number },
): Promise<TaskEvent[]> {
  const condition =
    'taskId' in of ? sql`task_id = ${of.taskId}` : sql`directive_id = ${of.directiveId} and task_id is null`
  const { rows } = await sql<
    WithNulls<TaskEvent>
  >`select id, draft_id as "draftId", task_id as "taskId", kind, party,
      actor, at, details from directives.event where ${condition} order by id`.execute(transaction)
  return rows.map((row) => withoutNulls<TaskEvent>(row))
}
