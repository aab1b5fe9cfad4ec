import { firstDayOf, lastDayOf, type Month } from '#calendar'
import type { PersonFile } from '#findings'
import { formatDayOf } from '#web/ui/index.ts'
import type { SourceText } from './sources.server.ts'

/** For the reasoning of a month: where each fact was read, and when it was written down. */
export function sourceLookup({ person, timeline }: PersonFile, month: Month, sourceOf: SourceText) {
  return (fact: string): string | undefined => {
    if (fact === 'birth' || fact === 'sex') return capitalised(sourceOf(person.origin, fact))
    const entry = timeline.find(
      (each) =>
        each.key === fact &&
        each.supersededAt === undefined &&
        (each.from === undefined || each.from <= lastDayOf(month)) &&
        (each.to === undefined || each.to >= firstDayOf(month)),
    )
    return entry && `${capitalised(sourceOf(entry.origin, fact))}, ${formatDayOf(entry.recordedAt)}`
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
