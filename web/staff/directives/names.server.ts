import { namesOfOfficers } from '#platform/officer-names'
import { type Desk, signerOf } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/index.ts'
import type { TaskView } from './task-view.server.ts'
import { words } from './task-words.ts'

/** Who did what is told of a task, by the names the audit log gives them. */
export async function actorNames(
  { database, officer }: Pick<Desk, 'database' | 'officer'>,
  view: Pick<TaskView, 'history' | 'evidence' | 'reports' | 'opinions' | 'extensions' | 'proposals'>,
  lang: Lang,
): Promise<Record<string, string>> {
  const t = words[lang]
  const known = await namesOfOfficers(database)
  const actors = new Set([
    ...view.history.map(({ actor }) => actor),
    ...view.evidence.map(({ attachedBy }) => attachedBy),
    ...view.reports.map(({ reportedBy }) => reportedBy),
    ...view.opinions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy ?? askedBy]),
    ...view.extensions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy ?? askedBy]),
    ...view.proposals.flatMap(({ handedBy, answeredBy }) => [handedBy, answeredBy ?? handedBy]),
  ])
  const nameOf = (actor: string) => {
    if (actor === signerOf({ officer })) return `${officer.name} (${t.me})`
    return actor.startsWith('system:') ? t.machine : (known.get(actor) ?? t.unknownOfficer)
  }
  return Object.fromEntries([...actors].map((actor) => [actor, nameOf(actor)]))
}
