import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { type LeadCandidate, leadCandidates } from './agency-names.ts'
import { listEvents, type TaskEvent } from './events.ts'
import { type Evidence, listEvidence } from './evidence.ts'
import { type Extension, listExtensions } from './extensions.ts'
import { type Holding, listHoldings } from './holdings.ts'
import { listTasks } from './listing.ts'
import { listOpinions, type Opinion } from './opinions.ts'
import { isLedBy, readActing, receives } from './parties.ts'
import { listProposals, type Proposal } from './proposals.ts'
import { DirectiveRefusal } from './refusals.ts'
import { listRemindersOf, type Reminder } from './reminders.ts'
import { listReports, type Report } from './reports.ts'
import { listTaskMetrics, type TaskMetricToday } from './task-metrics.ts'
import { findTask, type Task } from './task-rows.ts'

/** What the actor may do with a task now: what is not here is refused by the functions too. */
export type TaskAction =
  | 'split'
  | 'handOver'
  | 'report'
  | 'addEvidence'
  | 'finish'
  | 'accept'
  | 'return'
  | 'withdraw'
  | 'askExtension'
  | 'decideExtension'
  | 'askOpinion'
  | 'handProposal'
  | 'linkMetric'

/** Everything about one task. */
export interface TaskFile {
  task: Task
  /** The whole it is a part of, where the actor sees it. */
  whole: Task | undefined
  parts: Task[]
  history: TaskEvent[]
  chain: Holding[]
  evidence: Evidence[]
  reports: Report[]
  extensions: Extension[]
  opinions: Opinion[]
  proposals: Proposal[]
  metrics: TaskMetricToday[]
  reminders: Reminder[]
  actions: TaskAction[]
  /** While nobody leads it: who might, by the name in the text and its areas. */
  candidates: LeadCandidate[]
  /** Its words were read from a scan: how sure the machine was, 0 to 100, where that is known. */
  scan: { confidence: number | undefined } | undefined
}

/** Throws DirectiveRefusal when the task is not there or not in the actor's sight. */
export async function getTask(transaction: Transaction, taskId: number, today: LocalDate): Promise<TaskFile> {
  const task = await findTask(transaction, taskId, today)
  if (!task) throw new DirectiveRefusal('noSuchTask')
  const { parentId } = task
  const parts = await listTasks(transaction, { parentId: taskId, today, sort: 'number', limit: 500 })
  const extensions = await listExtensions(transaction, taskId)
  const proposals = await listProposals(transaction, { taskId }, today)
  return {
    task,
    whole: parentId === undefined ? undefined : await findTask(transaction, parentId, today),
    parts,
    history: await listEvents(transaction, { taskId }),
    chain: await listHoldings(transaction, taskId, today),
    evidence: await listEvidence(transaction, taskId),
    reports: await listReports(transaction, taskId),
    extensions,
    opinions: await listOpinions(transaction, { taskId }, today),
    proposals,
    metrics: await listTaskMetrics(transaction, taskId, today),
    reminders: await listRemindersOf(transaction, taskId),
    candidates: await listCandidates(transaction, task, today),
    scan: await findScan(transaction, task),
    actions: await listActions(transaction, { task, extensions, proposals }),
  }
}

async function findScan(transaction: Transaction, { directiveId }: Task): Promise<TaskFile['scan']> {
  const { rows } = await sql<{ confidence: number | null }>`select scan_confidence as confidence
    from directives.directive where id = ${directiveId} and read_as = 'scan'`.execute(transaction)
  return rows[0] && { confidence: rows[0].confidence ?? undefined }
}

async function listCandidates(
  transaction: Transaction,
  { lead, leadName, areas, directiveId, handedOn }: Task,
  today: LocalDate,
): Promise<LeadCandidate[]> {
  if (lead !== undefined) return []
  const { rows } = await sql<{
    issuedOn: LocalDate | null
  }>`select issued_on as "issuedOn" from directives.directive
    where id = ${directiveId}`.execute(transaction)
  return leadCandidates(leadName, { areas, begunOn: rows[0]?.issuedOn ?? handedOn, today })
}

async function listActions(
  transaction: Transaction,
  {
    task,
    extensions,
    proposals,
  }: { task: Task; extensions: readonly Extension[]; proposals: readonly Proposal[] },
): Promise<TaskAction[]> {
  const acting = await readActing(transaction)
  const { parties, isClerk, isMachine } = acting
  if (isMachine || parties.includes('leader')) return []
  const isLead = isLedBy(parties, task.lead)
  const isReceiver = receives(acting, task, task.saidDoneBy)
  const isOpen = task.status === 'open'
  const hasParts = task.parts !== undefined && task.parts.done < task.parts.total
  const isEver = task.kind === 'principle' || task.recurs !== undefined
  const waits = hasParts || proposals.some(({ outcome }) => outcome === undefined)
  const asked = extensions.find(({ state }) => state === 'asked')
  const may: Readonly<Record<TaskAction, boolean>> = {
    split: isOpen && (isLead || isClerk),
    handOver: isOpen && isClerk,
    report: isOpen && task.lead !== undefined && parties.includes(task.lead),
    addEvidence: task.status !== 'withdrawn',
    finish: isOpen && isLead && !isEver && !waits,
    accept: task.status === 'saidDone' && isReceiver,
    return: task.status === 'saidDone' && isReceiver,
    withdraw: (isOpen || task.status === 'saidDone') && isClerk,
    askExtension: isOpen && isLead && task.dueOn !== undefined && !asked,
    decideExtension: isOpen && asked !== undefined && receives(acting, task, asked.askedBy),
    askOpinion: isOpen && (isLead || isClerk),
    handProposal: isOpen && isClerk,
    linkMetric: isLead || isClerk,
  }
  return (Object.keys(may) as TaskAction[]).filter((action) => may[action])
}
