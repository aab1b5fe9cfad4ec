import type { LocalDate } from '#calendar'
import { monthlyFacts } from '#law/people'
import type { TimelineEntry } from '#registry'

/** Everything recorded of one thing over time: what holds now, and all else. */
export interface EntryGroup {
  kind: TimelineEntry['kind']
  key: string
  /** Of a household's fact: the household. */
  owner: string | undefined
  now: TimelineEntry | undefined
  /** What has ended, was corrected, or begins later; the latest first. */
  before: TimelineEntry[]
  /** What another record of the same person says, whose number is the entry's `detail`. */
  beside: TimelineEntry[]
}

const ownKeys = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'village', 'deathOn', 'reviewedOn']
/** Shown even when nothing is recorded, so that it can be. */
const always = ownKeys.slice(0, 6)

/**
 * A person's timeline by what it is about, in the order people are asked: their own record, where and with whom they
 * live, then the facts as the law names them.
 */
export function groupsOf(timeline: readonly TimelineEntry[], today: LocalDate): EntryGroup[] {
  const byKey = Map.groupBy(timeline, ({ kind, key }) => `${kind} ${key}`)
  const named: [TimelineEntry['kind'], string][] = [
    ...ownKeys.map((key) => ['person', key] as [TimelineEntry['kind'], string]),
    ['residence', 'residence'],
    ['membership', 'membership'],
    ...monthlyFacts.flatMap(({ key }): [TimelineEntry['kind'], string][] => [
      ['fact', key],
      ['householdFact', key],
    ]),
  ]
  const known = new Set(named.map(([kind, key]) => `${kind} ${key}`))
  for (const { kind, key } of timeline) if (!known.has(`${kind} ${key}`)) named.push([kind, key])
  const seen = new Set<string>()
  return named.flatMap(([kind, key]) => {
    const entries = byKey.get(`${kind} ${key}`) ?? []
    if (seen.has(`${kind} ${key}`)) return []
    seen.add(`${kind} ${key}`)
    if (entries.length === 0 && !(kind === 'person' && always.includes(key))) return []
    return [groupOf(kind, key, entries, today)]
  })
}

function groupOf(
  kind: TimelineEntry['kind'],
  key: string,
  entries: readonly TimelineEntry[],
  today: LocalDate,
): EntryGroup {
  const beside = entries.filter((entry) => entry.kind === 'person' && entry.detail !== undefined)
  const own = entries.filter((entry) => !beside.includes(entry))
  const now = own.find((entry) => holdsOn(entry, today))
  const before = own.filter((entry) => entry !== now)
  const owner = kind === 'householdFact' ? (now ?? entries[0])?.detail : undefined
  return { kind, key, owner, now, before, beside }
}

/** Whether it is what the register says of a day now. */
export function holdsOn(
  { from, to, supersededAt }: Pick<TimelineEntry, 'from' | 'to' | 'supersededAt'>,
  on: LocalDate,
): boolean {
  if (supersededAt !== undefined) return false
  return (from === undefined || from <= on) && (to === undefined || to >= on)
}

/** A day on which a stretch holds, for naming it: today, or its nearest end. */
export function dayWithin({ from, to }: Pick<TimelineEntry, 'from' | 'to'>, today: LocalDate): LocalDate {
  if (to !== undefined && to < today) return to
  return from !== undefined && from > today ? from : today
}
