import { daysBetween, type LocalDate } from '#calendar'
import { countTasks, countTasksByLead, listDirectives, listTasks, type Task } from '#directives'
import type { TaskState } from '#law/task-monitoring'
import type { Transaction } from '#platform/database'

/** A task as it is told to those who lead: what, who, by when. */
export interface TaskFigure {
  id: number
  directiveId: number
  directive: string | undefined
  number: string
  does: string
  /** Who leads, as the officers of the directive named them. */
  lead: string
  /** The agency that leads; undefined while a clerk still chooses. */
  party: string | undefined
  dueOn: LocalDate | undefined
  /** Days past its due day; negative before it. */
  daysLate: number
}

/** A directive with how many whole tasks it has and how many are done; what is late counts their parts too. */
export interface DirectiveFigure {
  id: number
  number: string | undefined
  title: string | undefined
  total: number
  done: number
  late: number
}

/** How many tasks are late with one lead; without a party while a clerk still chooses who leads. */
interface LateLead {
  party: string | undefined
  name: string
  count: number
}

export interface TaskFigures {
  /** The latest first. */
  directives: DirectiveFigure[]
  counts: Record<TaskState, number>
  /** The longest overdue first; at most as many as can be read. */
  late: TaskFigure[]
  /** How many are late with each agency that leads, the most first. */
  lateBy: LateLead[]
  nearDue: TaskFigure[]
}

/** How many directives, and how many tasks of a state, are told one by one. */
const told = 20

/** The tasks in the actor's sight: how many in which state, what is late and at whom, what is near due. */
export async function readTaskFigures(transaction: Transaction, today: LocalDate): Promise<TaskFigures> {
  const late = await listTasks(transaction, { state: 'late', today, limit: told })
  const nearDue = await listTasks(transaction, { state: 'nearDue', today, limit: told })
  const leads = await countTasksByLead(transaction, { state: 'late', today })
  const directives = await listDirectives(transaction, { state: 'issued', today, limit: told })
  return {
    directives: directives.map(({ id, number, title, tasks }) => ({ id, number, title, ...tasks })),
    counts: await countTasks(transaction, { today }),
    late: late.map((task) => taskFigureOf(task, today)),
    lateBy: leads.map(({ lead, leadName, counts }) => ({ party: lead, name: leadName, count: counts.late })),
    nearDue: nearDue.map((task) => taskFigureOf(task, today)),
  }
}

export function taskFigureOf(task: Task, today: LocalDate): TaskFigure {
  const { id, directiveId, directiveNumber, number, does, lead, leadName, dueOn } = task
  const daysLate = dueOn === undefined ? 0 : daysBetween(dueOn, today)
  return {
    ...{ id, directiveId, number, does, dueOn, daysLate },
    ...{ directive: directiveNumber, lead: leadName, party: lead },
  }
}
