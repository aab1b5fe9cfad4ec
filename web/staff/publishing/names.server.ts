import { namesOfOfficers } from '#platform/officer-names'
import type { Desk } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/index.ts'
import { words } from './words.ts'

/** What to call who did something: an officer by name, the machine by what it is. */
export async function namesFor({ database }: Pick<Desk, 'database'>, lang: Lang) {
  const names = await namesOfOfficers(database)
  const t = words[lang]
  return (actor: string) => names.get(actor) ?? (actor.startsWith('system:') ? t.machine : t.somebody)
}
