import { firstDayOf, type LocalDate, lastDayOf, type Month } from '#calendar'
import type { PersonFile } from '#findings'
import { monthlyFacts } from '#law/people'
import { valueText } from '#law/wording'
import type { TimelineEntry, Units } from '#registry'
import { formatDayOf, type Lang } from '#web/ui/index.ts'
import { words } from './words.ts'

/** One line of what is known of a person over time. */
export interface FactLine {
  key: string
  name: string
  value: string
  from: LocalDate | undefined
  to: LocalDate | undefined
  source: string
  recordedAt: Date
  /** A correction took its place. */
  superseded: boolean
}

/** The timeline in words. */
export function factLines(
  timeline: readonly TimelineEntry[],
  { units, lang }: { units: Units; lang: Lang },
): FactLine[] {
  return timeline.map((entry, index) => ({
    key: `${entry.kind} ${entry.key} ${index}`,
    ...describe(entry, units, lang),
    from: entry.from,
    to: entry.to,
    source: originText(entry.origin, lang),
    recordedAt: entry.recordedAt,
    superseded: entry.supersededAt !== undefined,
  }))
}

function describe(entry: TimelineEntry, units: Units, lang: Lang): { name: string; value: string } {
  const t = words[lang]
  if (entry.kind === 'residence') {
    const unit = units.byUid.get(entry.value)?.name ?? entry.value
    return { name: t.residence, value: [entry.detail, unit].filter(Boolean).join(', ') }
  }
  if (entry.kind === 'membership') return { name: t.toHead, value: t.relations[entry.value] ?? entry.value }
  const fact = monthlyFacts.find((each) => each.key === entry.key)
  if (!fact) return { name: entry.key, value: entry.value }
  const value = fact.kind === 'count' || fact.kind === 'amount' ? Number(entry.value) : entry.value
  return { name: capitalised(fact.text[lang]), value: valueText(fact, value, lang) }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Where a value came from, for people: `Danh sách đã nạp, ô E9`. */
function originText(origin: string, lang: Lang): string {
  const t = words[lang]
  const [kind, rest = ''] = splitOnce(origin, ':')
  if (kind === 'file') {
    const place = rest.split('!').at(-1)
    return place ? `${t.fromFile}, ${place}` : t.fromFile
  }
  if (kind === 'officer') return t.fromOfficer
  if (kind === 'scan') return t.fromScan
  if (kind === 'register') return `${t.fromRegister} ${rest}`
  return origin === 'demonstration' ? t.demonstration : origin
}

function splitOnce(text: string, at: string): [string, string?] {
  const place = text.indexOf(at)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/** For the reasoning of a month: where each fact was read, and when it was written down. */
export function sourceLookup({ person, timeline }: PersonFile, month: Month, lang: Lang) {
  return (fact: string): string | undefined => {
    if (fact === 'birth' || fact === 'sex') return originText(person.origin, lang)
    const entry = timeline.find(
      (each) =>
        each.key === fact &&
        each.supersededAt === undefined &&
        (each.from === undefined || each.from <= lastDayOf(month)) &&
        (each.to === undefined || each.to >= firstDayOf(month)),
    )
    return entry && `${originText(entry.origin, lang)}, ${formatDayOf(entry.recordedAt)}`
  }
}
