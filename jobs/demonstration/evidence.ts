import { addDays, addMonths, firstDayOf, type LocalDate, monthOf } from '#calendar'
import {
  getTask,
  linkMetric,
  listDirectives,
  listTasks,
  reportTask,
  type Task,
  unlinkMetric,
} from '#directives'
import { measure, reportFigure, setTarget } from '#indicators'
import type { Transaction } from '#platform/database'
import { notice440 } from '#publishing'
import { isOfEntry, sent } from './directive-440-drafts.ts'
import { type DemonstrationGoal, demonstrationGoals } from './evidence-goals.ts'

/** The two reports of the demonstration: one that agrees with what is measured, and one that says more than is so. */
const numbers = { metric: 'numbered-people', words: 'số hóa hệ thống cơ sở dữ liệu' }
const policies = {
  metric: 'full-entitlement',
  words: 'chính sách đối với người có công, người nghèo, bảo trợ xã hội',
  value: 99.9,
}

interface Evidence {
  today: LocalDate
  /** The tasks of the notice. */
  tasks: readonly Task[]
}

/** The tasks of the notice, once it is handed out. */
export async function readEvidence(transaction: Transaction, today: LocalDate): Promise<Evidence> {
  const directives = await listDirectives(transaction, { today, limit: 50 })
  const notice = directives.find(({ number }) => number === notice440.documentNumber)
  if (!notice) throw new Error('The notice has to be brought in before its goals')
  const asked = { directiveId: notice.id, today, sort: 'number', limit: 200 } as const
  return { today, tasks: await listTasks(transaction, asked) }
}

/**
 * Sets what some metrics of the notice are to reach, as the clerk: from what was measured on a past day, or where the machine
 * counts no past days from what is reported for it, and marked so. The same goal is then the task's. Once each.
 */
export async function setGoals(transaction: Transaction, evidence: Evidence): Promise<void> {
  for (const goal of demonstrationGoals) await setGoal(transaction, goal, evidence)
}

async function setGoal(
  transaction: Transaction,
  { metric, words, monthsBefore, reported, goal: goalFrom, monthsAhead }: DemonstrationGoal,
  { today, tasks }: Evidence,
): Promise<void> {
  const on = lastDayOf(today, -monthsBefore)
  const was = reported ?? (await measure(transaction, { key: metric, on }))?.value
  if (was === undefined) return
  const of = { key: metric, unitUid: 'province' }
  const idempotencyKey = `demonstration ${metric}`
  const note = 'Mức đầu do cơ quan báo cáo: ngày ấy hệ thống chưa đo chỉ số này'
  if (reported !== undefined)
    await reportFigure(transaction, { ...of, on, value: reported, note, idempotencyKey, today })
  const baseline = { value: was, on }
  const goal = { value: goalFrom(was), on: lastDayOf(today, monthsAhead) }
  const document = `Chỉ tiêu minh họa, không có văn bản thật; mức đầu ${reported === undefined ? 'do hệ thống đếm lại' : 'là số báo cáo'}`
  await setTarget(transaction, { ...of, baseline, goal, document, idempotencyKey })
  const taskId = taskOf(tasks, words).id
  const { metrics } = await getTask(transaction, taskId, today)
  const link = metrics.find(({ key }) => key === metric)
  // Killed before its end and started again on another day.
  if (link?.goal) return
  if (link)
    await unlinkMetric(transaction, { id: link.id, ...sent(`without goal ${metric} ${today}`, today) })
  await linkMetric(transaction, { taskId, metric, baseline, goal, ...sent(`goal ${metric} ${today}`, today) })
}

/** Has agencies report two figures beside what is measured: one is what was counted, the other is further off. */
export async function reportFigures(
  as: <Result>(agency: string, work: (transaction: Transaction) => Promise<Result>) => Promise<Result>,
  { today, tasks }: Evidence,
): Promise<void> {
  await as('dpHomeAffairs', async (transaction) => {
    const counted = await measure(transaction, { key: numbers.metric, on: today })
    if (counted?.value === undefined) return
    await reportTask(transaction, {
      taskId: taskOf(tasks, numbers.words).id,
      progress: 'Gần như mọi người trong sổ đã có số định danh',
      percent: 60,
      figure: { metric: numbers.metric, value: counted.value, on: today },
      ...sent(`report ${numbers.metric} ${today}`, today),
    })
  })
  await as('dpHealth', (transaction) =>
    reportTask(transaction, {
      taskId: taskOf(tasks, policies.words).id,
      progress: 'Hầu hết đối tượng đã được hưởng đủ chế độ',
      percent: 90,
      figure: { metric: policies.metric, value: policies.value, on: today },
      ...sent(`report ${policies.metric} ${today}`, today),
    }),
  )
}

function taskOf(tasks: readonly Task[], words: string): Task {
  const task = tasks.find((each) => each.parentId === undefined && isOfEntry(each, { words: [words] }))
  if (!task) throw new Error(`There is no task of the words “${words}”`)
  return task
}

/** The last day of the month so many months from a day's. */
function lastDayOf(today: LocalDate, months: number): LocalDate {
  return addDays(firstDayOf(addMonths(monthOf(today), months + 1)), -1)
}
