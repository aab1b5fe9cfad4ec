import { namesOfOfficers } from '#platform/officer-names'
import { type Desk, signerOf } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Says who did something, by the name the audit log gives them. */
export async function officerNames(
  { database, officer }: Pick<Desk, 'database' | 'officer'>,
  lang: Lang,
): Promise<(actor: string) => string> {
  const t = words[lang]
  const known = await namesOfOfficers(database)
  return (actor) => {
    if (actor === signerOf({ officer })) return `${officer.name} (${t.me})`
    if (actor.startsWith('system:')) return t.machine
    return known.get(actor) ?? t.officerUnknown
  }
}
