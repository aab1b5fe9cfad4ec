import type { LocalDate } from '#calendar'
import { countTasks, listDiverging, listTasks, readOwnParties } from '#directives'
import { type TaskState, taskStates } from '#law/task-monitoring'
import type { Transaction } from '#platform/database'
import { filterOf } from './filter.server.ts'
import { linesOf, type TaskLine } from './lines.server.ts'
import type { TaskStanding, TasksQuery } from './query.ts'

export const tasksAtOnce = 50

/** A page of tasks, and how many there are of each standing whatever standing is chosen. */
export interface TasksPage {
  lines: TaskLine[]
  counts: Record<TaskStanding, number>
  all: number
  /** How many the chosen standing has, and how many of these are parts of another task. */
  total: number
  parts: number
  /** How many are listed: fewer where what single communes do is left to the page of the whole. */
  listed: number
}

/** What a list of tasks shows of a query; parts stand beside the wholes unless only those of a directive are asked. */
export async function readTasks(
  transaction: Transaction,
  query: TasksQuery,
  {
    today,
    unitUid,
    limit = tasksAtOnce,
    foldsShares = false,
  }: { today: LocalDate; unitUid: string; limit?: number; foldsShares?: boolean },
): Promise<TasksPage> {
  const parties = await readOwnParties(transaction)
  const diverging = await listDiverging(transaction, today)
  const filter = filterOf(query, { parties, diverging, today })
  const sort = query.directiveId === undefined ? 'due' : 'number'
  // Who looks for something is shown all of it.
  const withShares = !foldsShares || Boolean(query.standing || query.lead || query.text)
  const tasks = await listTasks(transaction, {
    ...{ ...filter, sort, limit, withShares },
    offset: (query.page - 1) * limit,
  })
  const { standing: _, ...rest } = query
  const whole = filterOf({ ...rest, standing: undefined }, { parties, diverging, today })
  const states = await countTasks(transaction, whole)
  const counts: Record<TaskStanding, number> = {
    ...states,
    toConfirm: sum(await countTasks(transaction, { ...whole, isToConfirm: true })),
    diverging: sum(await countTasks(transaction, { ...whole, linkedTo: diverging })),
    notMeasured: sum(await countTasks(transaction, { ...whole, isMeasured: false })),
  }
  const all = sum(states)
  const total = query.standing ? counts[query.standing] : all
  const wholes = sum(await countTasks(transaction, { ...filter, withParts: false }))
  return {
    lines: await linesOf(transaction, tasks, { today, unitUid }),
    counts,
    all,
    ...{ total, parts: total - wholes },
    listed: withShares ? total : sum(await countTasks(transaction, { ...filter, withShares })),
  }
}

function sum(counts: Record<TaskState, number>): number {
  return taskStates.reduce((total, state) => total + counts[state], 0)
}
