import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { findMetric, reportFigure } from '#indicators'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { requireLead } from './completing.ts'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import { isOfAllCommunes, type Party, readActing } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { findTask, type Task } from './task-rows.ts'

/** What an agency says of its task: a figure in it is *reported*, whatever the metric measures. */
export interface Report {
  id: number
  taskId: number
  party: Party | undefined
  progress: string
  percent: number | undefined
  figure: { metric: string; value: number; on: LocalDate } | undefined
  reportedBy: string
  reportedAt: Date
}

/** Who reports: the lead, or each commune for itself of what all communes lead together. */
async function requireReporter(transaction: Transaction, task: Task): Promise<Party | undefined> {
  const { parties } = await readActing(transaction)
  const own = parties.find((party) => party.startsWith(`${task.lead}:`))
  return isOfAllCommunes(task.lead) && own !== undefined ? own : requireLead(transaction, task)
}

/** The lead of a task tells how far it is; of what all communes lead together, each tells of itself. */
export async function reportTask(
  transaction: Transaction,
  report: Sent & {
    taskId: number
    progress: string
    percent?: number
    figure?: { metric: string; value: number; on: LocalDate }
  },
): Promise<{ id: number }> {
  const { taskId, progress, percent, figure, key, at } = report
  return once(
    transaction,
    { key, kind: 'reportTask', body: { taskId, progress, percent, figure } },
    async () => {
      const task = await findTask(transaction, taskId, dayOf(at))
      if (!task) throw new DirectiveRefusal('noSuchTask')
      if (task.status !== 'open') throw new DirectiveRefusal('notOpen')
      const party = await requireReporter(transaction, task)
      const words = requireWords(progress)
      if (figure) await reportBeside(transaction, { task, figure, words, party, key, at })
      const { rows } = await sql<{
        id: number
      }>`insert into directives.report (task_id, party, progress, percent, metric,
        figure, figure_on, reported_at)
      values (${taskId}, ${party ?? null}::text, ${words}, ${percent ?? null}::integer, ${figure?.metric ?? null}::text,
        ${figure?.value ?? null}::numeric, ${figure?.on ?? null}::date, ${at}) returning id`.execute(
        transaction,
      )
      const { directiveId } = task
      const details = { progress: words, percent, figure }
      await noteEvent(transaction, 'reported', { directiveId, taskId, party, at, details })
      return { outcome: { id: rows[0]?.id as number }, subject: { taskId } }
    },
  )
}

/** The figure stands beside what is measured wherever the metric is shown: of a commune, or else of the province. */
async function reportBeside(
  transaction: Transaction,
  told: {
    task: Task
    figure: { metric: string; value: number; on: LocalDate }
    words: string
    party: Party | undefined
    key: string
    at: Date
  },
): Promise<void> {
  const { task, figure, words, party, key, at } = told
  if (!findMetric(figure.metric)) throw new DirectiveRefusal('unknownMetric')
  const unitUid = party?.includes(':') ? party.slice(party.indexOf(':') + 1) : 'province'
  const { ok } = await reportFigure(transaction, {
    key: figure.metric,
    unitUid,
    on: figure.on,
    value: figure.value,
    note: words,
    document: task.directiveNumber,
    idempotencyKey: `task ${task.id} ${key}`,
    today: dayOf(at),
  })
  if (!ok) throw new DirectiveRefusal('impossibleFigure')
}

interface ReportRow extends Omit<Report, 'figure'> {
  metric: string | undefined
  value: number | undefined
  on: LocalDate | undefined
}

/** What was reported of a task, the newest first. */
export async function listReports(transaction: Transaction, taskId: number): Promise<Report[]> {
  const { rows } = await sql<
    WithNulls<ReportRow>
  >`select id, task_id as "taskId", party, progress, percent, metric,
      figure::float8 as value, figure_on as "on", reported_by as "reportedBy", reported_at as "reportedAt"
    from directives.report where task_id = ${taskId} order by id desc`.execute(transaction)
  return rows.map((row) => {
    const { metric, value, on, ...rest } = withoutNulls<ReportRow>(row)
    const isWhole = metric !== undefined && value !== undefined && on !== undefined
    return { ...rest, figure: isWhole ? { metric, value, on } : undefined }
  })
}
