import { namesOfParties } from '#directives'
import type { TaskFigure, TaskFigures } from '#jobs/weekly-briefing'
import type { Transaction } from '#platform/database'
import type { Lang } from '#web/ui/index.ts'

/** The tasks with their leads named in the language of the page; nobody translates a lead that is no known agency. */
export async function nameLeads(
  transaction: Transaction,
  tasks: readonly TaskFigure[],
  lang: Lang,
): Promise<TaskFigure[]> {
  const nameOf = await readNames(transaction, tasks, lang)
  return tasks.map((task) => ({ ...task, lead: nameOf(task.party, task.lead) }))
}

/** The same for all that is told of tasks. */
export async function nameAllLeads(
  transaction: Transaction,
  tasks: TaskFigures,
  lang: Lang,
): Promise<TaskFigures> {
  const nameOf = await readNames(transaction, tasks.lateBy, lang)
  return {
    ...tasks,
    late: await nameLeads(transaction, tasks.late, lang),
    nearDue: await nameLeads(transaction, tasks.nearDue, lang),
    lateBy: tasks.lateBy.map((each) => ({ ...each, name: nameOf(each.party, each.name) })),
  }
}

async function readNames(
  transaction: Transaction,
  leads: readonly { party: string | undefined }[],
  lang: Lang,
): Promise<(party: string | undefined, written: string) => string> {
  const names = await namesOfParties(transaction, [...new Set(leads.flatMap(({ party }) => party ?? []))])
  return (party, written) => (party === undefined ? undefined : names.get(party)?.[lang]) ?? written
}
