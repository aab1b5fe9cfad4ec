import type { Award } from '#awards'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { type PersonField, personTimeline, type TimelineEntry } from '#registry'
import { sourceTexts } from '#web/staff/people/sources.server.ts'
import { holdsOn } from '#web/staff/people/value-groups.ts'
import type { Lang } from '#web/ui/index.ts'

/** What of a record is shown with its origin: its own fields, what is paid on it, its household, and the record itself. */
export type SourceKey = PersonField | 'receives' | 'household' | 'source'
export type ValueOrigins = Partial<Record<SourceKey, readonly string[]>>

/** Where the values of a record came from that stand there on a day, value by value. */
export async function readOrigins(
  transaction: Transaction,
  person: { id: number; origin: string },
  { awards, on }: { awards: readonly Award[]; on: LocalDate },
): Promise<ValueOrigins> {
  const timeline = await personTimeline(transaction, person.id, { identity: true })
  const origins: ValueOrigins = {
    source: [person.origin],
    receives: [...new Set(awards.map(({ origin }) => origin))],
  }
  for (const entry of timeline) {
    const key = keyOf(entry)
    if (key && holdsOn(entry, on)) origins[key] ??= [entry.origin]
  }
  origins.place ??= [person.origin]
  return origins
}

const identityKeys = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'deathOn'] as const

function keyOf({ kind, key }: TimelineEntry): SourceKey | undefined {
  if (kind === 'residence') return 'place'
  if (kind === 'membership') return 'household'
  return kind === 'person' ? identityKeys.find((each) => each === key) : undefined
}

/** The field that a list names the cells of: what is paid on a record is an award, where it lives a residence. */
const fields: Readonly<Partial<Record<SourceKey, string>>> = {
  place: 'residence',
  household: 'membership',
  receives: 'award',
}

/** Says where the value of a record came from: `tệp danh-sach.xlsx, ô C9`, `cán bộ Trần Thị Lan`. */
export type ValueSource = (recordId: number, key: SourceKey) => string | undefined

/** All origins of some records in words, each file read once. */
export async function valueSources(
  transaction: Transaction,
  sides: readonly { person: { id: number }; origins: ValueOrigins }[],
  wording: { lang: Lang; nameOf: (actor: string) => string },
): Promise<ValueSource> {
  const all = sides.flatMap(({ origins }) => Object.values(origins).flat())
  const texts = await sourceTexts(transaction, all, wording)
  const byRecord = new Map(sides.map(({ person, origins }) => [person.id, origins]))
  return (recordId, key) => {
    const origins = byRecord.get(recordId)?.[key] ?? []
    return origins.map((origin) => texts(origin, fields[key] ?? key)).join('; ') || undefined
  }
}
