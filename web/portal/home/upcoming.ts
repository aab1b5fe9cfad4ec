import { addDays, type LocalDate, type Month, monthNumberOf, yearOf } from '#calendar'
import { nextListOn } from '#findings'
import { listInstruments } from '#law/instruments'
import type { LegalDocumentLine } from '#publishing'

/** A day that matters to people soon, and why. */
export type Upcoming = { on: LocalDate } & (
  | { what: 'list'; month: string }
  | { what: 'law'; title: { vi: string; en: string }; short: string }
  | { what: 'document'; slug: string; title: string; language: 'vi' | 'en' }
)

const daysAhead = 120
const most = 3

/**
 * The next days that the law itself and the documents of the portal name: the last working day for the next payment
 * list (NĐ 335/2026, Đ28), laws that begin to apply, documents that come into force. Nothing is here that nobody wrote.
 */
export function upcomingDays(today: LocalDate, documents: readonly LegalDocumentLine[]): Upcoming[] {
  const { month, dueOn } = nextListOn(today)
  const lists: Upcoming[] = dueOn ? [{ what: 'list', on: dueOn, month: monthText(month) }] : []
  const laws = listInstruments().map(
    ({ from, title, short }): Upcoming => ({ what: 'law', on: from, title, short }),
  )
  const issued = documents.flatMap(({ slug, title, language, details }): Upcoming[] =>
    details.effectiveOn === ''
      ? []
      : [{ what: 'document', on: details.effectiveOn as LocalDate, slug, title, language }],
  )
  return [...lists, ...laws, ...issued]
    .filter(({ on, what }) => (what === 'list' ? on >= today : on > today) && on <= addDays(today, daysAhead))
    .sort((one, other) => one.on.localeCompare(other.on))
    .slice(0, most)
}

/** 12/2026. */
function monthText(month: Month): string {
  return `${monthNumberOf(month)}/${yearOf(month)}`
}
