import { Feed } from 'feed'
import type { AuditRoot } from '#platform/audit-root'
import { formatDay } from '#web/ui/format.ts'
import { type Lang, pathIn } from '#web/ui/language.ts'
import { words } from './words.ts'

/** What the file says of itself, so that a copy is understood without the page. */
const format =
  'root = SHA-256 hex of "day\\nseal\\nlines\\nhash\\npreviousRoot\\n"; hash = the audit log\'s seal; newest first'

/** The roots as a file to keep: what `ansinh verify-audit --roots` reads. */
export function rootsFile(roots: readonly AuditRoot[], origin: string): string {
  return `${JSON.stringify({ publisher: origin, format, roots }, null, 1)}\n`
}

const entriesInFeed = 31

/** The newest roots as a feed: whoever follows it keeps a copy. */
export function rootsFeed(
  roots: readonly AuditRoot[],
  { origin, lang }: { origin: string; lang: Lang },
): string {
  const t = words[lang]
  const page = `${origin}${pathIn(lang, '/minh-bach/nhat-ky')}`
  const dayStart = (day: string) => new Date(`${day}T00:05:00+07:00`)
  const feed = new Feed({
    title: t.pageTitle,
    description: t.lead,
    id: `${page}.atom`,
    link: page,
    language: lang,
    updated: roots[0] ? dayStart(roots[0].day) : new Date(Date.UTC(2026, 6, 1)),
    generator: false,
    copyright: 'CC BY 4.0',
    feedLinks: { atom: `${page}.atom` },
  })
  for (const root of roots.slice(0, entriesInFeed)) {
    feed.addItem({
      title: `${formatDay(root.day)}: ${root.root}`,
      id: `${page}#${root.day}`,
      link: page,
      description: JSON.stringify(root),
      date: dayStart(root.day),
    })
  }
  return feed.atom1()
}
