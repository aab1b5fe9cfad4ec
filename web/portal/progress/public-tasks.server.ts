import { type DirectiveSummary, listDirectives, listTasks, namesOfParties, type Task } from '#directives'
import { today } from '#platform/clock'
import { type Actor, type Database, withActor } from '#platform/database'
import { findArticle } from '#publishing'
import type { Text } from '#rules'

/** A directive that everybody may follow, because an article of the portal tells of it. */
export type PublicDirective = Pick<DirectiveSummary, 'id' | 'number' | 'issuedOn' | 'tasks'> & {
  /** The address its article has today. */
  articleSlug: string
  title: string
}

/** What everybody may know of a task: neither who reported what of it, nor with which papers. */
export type PublicTask = Pick<Task, 'id' | 'number' | 'does' | 'dueOn' | 'recurs' | 'state'> & {
  /** Who leads it now; as the directive writes it where that is still to be chosen. */
  leadName: Text
}

const machine: Actor = { kind: 'system', job: 'portal' }
const rowsMax = 1_000

/** The directives whose article stands on the portal today; with an article that was taken back its directive is gone. */
export async function listPublicDirectives(database: Database): Promise<PublicDirective[]> {
  const issued = await withActor(database, machine, (transaction) =>
    listDirectives(transaction, { state: 'issued', today: today(), limit: rowsMax }),
  )
  const shown: PublicDirective[] = []
  for (const { id, number, issuedOn, tasks, articleSlug } of issued) {
    const article = articleSlug ? await findArticle(database.query, articleSlug, 'vi') : undefined
    if (article) shown.push({ id, number, issuedOn, tasks, articleSlug: article.slug, title: article.title })
  }
  return shown
}

/** The whole tasks of a public directive as they stand today, in its order. */
export function listPublicTasks(database: Database, directiveId: number): Promise<PublicTask[]> {
  return withActor(database, machine, async (transaction) => {
    const asked = { directiveId, today: today(), withParts: false, limit: rowsMax }
    const tasks = await listTasks(transaction, { ...asked, sort: 'number' })
    const names = await namesOfParties(
      transaction,
      tasks.flatMap(({ lead }) => lead ?? []),
    )
    return tasks.map(({ id, number, does, dueOn, recurs, state, lead, leadName }) => ({
      ...{ id, number, does, dueOn, recurs, state },
      leadName: (lead ? names.get(lead) : undefined) ?? { vi: leadName, en: leadName },
    }))
  })
}
